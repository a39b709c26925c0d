import type { z } from "zod";
import { type KeyLevel, Milestone, type ProjectCategory, type ProjectStage } from "#domains/projects/contract/project.ts";
import type { MilestoneView, ProjectRow, ProjectView, StepView } from "#domains/projects/contract/register-operations.ts";
import { projectMoves } from "#domains/projects/rules/project-lifecycle.ts";
import { mayMove, projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { actualOf, type ProjectRecord, plannedOf, stageOn } from "#domains/projects/rules/project-record.ts";
import { dateRequestViews } from "#domains/projects/server/date-request-view.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { caseOf } from "#domains/projects/server/project-case.ts";
import { getProject, namesOf, type ProjectTableRow } from "#domains/projects/server/project-store.ts";
import { decimal } from "#kernel/decimal.ts";
import { nextMoves } from "#kernel/lifecycle.ts";
import { daysBetween, type Instant, type LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof ProjectView>;

/** A project as it stands on a day, with what may be done next, by whom, and what is missing for it. */
export async function viewProject(tx: Tx, id: string, today: LocalDate): Promise<View> {
  const row = await getProject(tx, id);
  const [record] = await loadProjectRecords(tx, { ids: [id], only: "course" });
  if (record === undefined) throw new Error(`project ${id} has no record`);
  const actor = actorOf(tx);
  const subject = await caseOf(tx, row, record);
  const names = await namesOf(tx, [row.owner_id, row.leader_id, row.registered_by]);
  const department =
    row.department_id === null
      ? undefined
      : await tx
          .selectFrom("department")
          .select("name")
          .where("zone_id", "=", row.zone_id)
          .where("id", "=", row.department_id)
          .executeTakeFirst();
  return {
    row: rowOf(row, record, today, names),
    uscc: row.uscc,
    contractNumber: row.contract_number,
    leasedPlant: row.leased_plant,
    place: row.place,
    parcel: row.parcel,
    longitude: row.longitude === null ? null : Number(row.longitude),
    latitude: row.latitude === null ? null : Number(row.latitude),
    departmentId: row.department_id,
    department: department?.name ?? null,
    ownerId: row.owner_id,
    leaderId: row.leader_id,
    leader: nameOf(names, row.leader_id),
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    description: row.description,
    lead: row.lead_ref,
    registeredOn: row.registered_on as LocalDate,
    registeredBy: nameOf(names, row.registered_by) ?? "–",
    version: row.version,
    steps: await stepsOf(tx, row),
    milestones: await milestonesOf(tx, record, today),
    evidence: subject.pieces.map((piece) => ({
      id: piece.id,
      kind: piece.kind,
      number: piece.number,
      datedOn: piece.dated_on as LocalDate,
      note: piece.note,
      fileName: piece.file_name,
      origin: piece.origin,
      withdrawn: piece.withdrawn_on === null ? null : { on: piece.withdrawn_on as LocalDate, because: piece.withdrawn_because ?? "" },
      recordedAt: piece.recorded_at as Instant,
      by: piece.by_name,
    })),
    next: nextMoves(projectMoves, subject)
      .filter(({ missing }) => !missing.some((code) => code.startsWith("suspended-from:")))
      .map(({ name, missing }) => ({
        move: name.startsWith("resume") ? "resume" : name,
        to: projectMoves[name].to,
        by: projectMoves[name].by,
        missing: missing.filter((code) => code !== "missing:reason"),
        ability: mayMove(actor, { stage: subject.state }, projectMoves[name].by),
      })),
    dateRequests: await dateRequestViews(tx, { projectId: id }),
    abilities: abilitiesOf(projectPolicy, actor, { stage: subject.state }),
  };
}

const nameOf = (names: ReadonlyMap<string, string>, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));

/** One line of a list, as of a day: stage and dates are those of that day. */
export const rowOf = (
  row: ProjectTableRow,
  record: ProjectRecord,
  today: LocalDate,
  names: ReadonlyMap<string, string>,
): z.input<typeof ProjectRow> => ({
  id: row.id,
  code: row.code,
  name: row.name,
  enterprise: row.enterprise_name,
  category: row.category as ProjectCategory,
  level: row.level as KeyLevel,
  industry: row.industry,
  plannedTotalYuan: decimal(row.planned_total_yuan),
  stage: stageOn(record, today) ?? (row.stage as ProjectStage),
  signedOn: row.signed_on as LocalDate,
  startPlannedOn: plannedOf(record, "start", today),
  startedOn: actualOf(record, "start", today),
  completePlannedOn: plannedOf(record, "complete", today),
  completedOn: actualOf(record, "complete", today),
  owner: nameOf(names, row.owner_id),
});

async function stepsOf(tx: Tx, row: ProjectTableRow): Promise<z.input<typeof StepView>[]> {
  const steps = await tx
    .selectFrom("project_step")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("project_id", "=", row.id)
    .orderBy("ordinal")
    .execute();
  return steps.map((step) => ({
    move: step.move,
    from: step.from_stage as ProjectStage | null,
    to: step.to_stage as ProjectStage,
    on: step.happened_on as LocalDate,
    reason: step.reason,
    recordedAt: step.recorded_at as Instant,
    by: step.by_name,
  }));
}

async function milestonesOf(tx: Tx, record: ProjectRecord, today: LocalDate): Promise<z.input<typeof MilestoneView>[]> {
  const reasons = await tx
    .selectFrom("project_milestone_plan as plan")
    .innerJoin("project_date_request as request", (join) =>
      join.onRef("request.zone_id", "=", "plan.zone_id").onRef("request.id", "=", "plan.date_request_id"),
    )
    .select(["plan.kind", "plan.planned_on", "plan.effective_on", "request.reason"])
    .where("plan.zone_id", "=", actorOf(tx).zoneId)
    .where("plan.project_id", "=", record.id)
    .execute();
  return Milestone.options.flatMap((kind) => {
    const plannedOn = plannedOf(record, kind, today);
    const actualOn = actualOf(record, kind, today);
    if (plannedOn === null && actualOn === null) return [];
    return [
      {
        kind,
        plannedOn,
        actualOn,
        daysLate: daysLate(plannedOn, actualOn, today),
        history: record.plans
          .filter((plan) => plan.kind === kind)
          .map((plan) => ({
            plannedOn: plan.plannedOn,
            effectiveOn: plan.effectiveOn,
            reason:
              reasons.find((row) => row.kind === kind && row.planned_on === plan.plannedOn && row.effective_on === plan.effectiveOn)
                ?.reason ?? null,
          })),
      },
    ];
  });
}

/** Ahead counts as negative: ahead_days = planned − actual (handbook §4). An open milestone is late only once its day has passed. */
function daysLate(planned: LocalDate | null, actual: LocalDate | null, today: LocalDate): number | null {
  if (planned === null) return null;
  return actual === null ? Math.max(0, daysBetween(planned, today)) : daysBetween(planned, actual);
}
