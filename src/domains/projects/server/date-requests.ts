import { v7 } from "uuid";
import { Milestone, milestoneWords, type ProjectStage } from "#domains/projects/contract/project.ts";
import { projectTexts } from "#domains/projects/contract/project-texts.ts";
import { findOutOfOrder, type OutOfOrder, type Planned, type Push, pushesOf } from "#domains/projects/rules/planned-dates.ts";
import { dateRequestPolicy, projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { actualOf, type ProjectRecord, plannedOf } from "#domains/projects/rules/project-record.ts";
import { dateRequestViews } from "#domains/projects/server/date-request-view.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { appendPlan, holdProject, requireVersion } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { viewProject } from "#domains/projects/server/view-project.ts";
import { AppError } from "#kernel/app-error.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { say } from "#kernel/texts.ts";

type Trial = { readonly from: LocalDate | null; readonly pushes: readonly Push[]; readonly wrong: OutOfOrder | undefined };

async function getRecord(tx: Tx, id: string): Promise<ProjectRecord> {
  const [record] = await loadProjectRecords(tx, { ids: [id], only: "course" });
  if (record === undefined) throw new AppError("projects.no-such-project", "not-found");
  return record;
}

/** What a new date would do to the dates behind it, and whether the course would still be in order with them moved along. */
function tryNewDate(record: ProjectRecord, kind: Milestone, to: LocalDate, today: LocalDate, push: boolean): Trial {
  const open = courseOf(record, today).filter((one) => actualOf(record, one.kind, today) === null);
  const from = plannedOf(record, kind, today);
  const pushes = from === null || !push ? [] : pushesOf(open, { kind, plannedOn: from }, to);
  return { from, pushes, wrong: findOutOfOrder(courseWith(record, today, [{ kind, plannedOn: to }, ...asPlanned(pushes)])) };
}

/** The days of a project's course: those on which something was reached, and of what is still open the planned ones. */
const courseOf = (record: ProjectRecord, today: LocalDate): readonly Planned[] =>
  Milestone.options.flatMap((kind): Planned[] => {
    const plannedOn = kind === "sign" ? record.signedOn : (actualOf(record, kind, today) ?? plannedOf(record, kind, today));
    return plannedOn === null ? [] : [{ kind, plannedOn }];
  });

const courseWith = (record: ProjectRecord, today: LocalDate, moved: readonly Planned[]): readonly Planned[] => [
  ...courseOf(record, today).filter(({ kind }) => !moved.some((one) => one.kind === kind)),
  ...moved,
];

const asPlanned = (pushes: readonly Push[]): readonly Planned[] => pushes.map(({ kind, to }) => ({ kind, plannedOn: to }));

const paramsOf = ({ earlier, later }: OutOfOrder, language: "zh" | "en") => ({
  earlier: milestoneWords[earlier.kind][language],
  earlierOn: earlier.plannedOn,
  later: milestoneWords[later.kind][language],
  laterOn: later.plannedOn,
});

export const tryDate: RegisterHandlers["tryDate"] = async ({ id, kind, to }, { tx, today }) => {
  const { from, pushes, wrong } = tryNewDate(await getRecord(tx, id), kind, to, today, true);
  const problem =
    wrong === undefined
      ? null
      : {
          zh: say(projectTexts["projects.order-of-dates"], "zh", paramsOf(wrong, "zh")),
          en: say(projectTexts["projects.order-of-dates"], "en", paramsOf(wrong, "en")),
        };
  return { from, to, days: from === null ? 0 : daysBetween(from, to), pushes: [...pushes], problem };
};

export const requestDate: RegisterHandlers["requestDate"] = async ({ id, kind, to, reason, push }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const row = await holdProject(tx, id);
  requireDecision(projectPolicy.requestDate(actor, { stage: row.stage as ProjectStage }));
  const record = await getRecord(tx, id);
  if (actualOf(record, kind, today) !== null) throw new AppError("projects.reached-already", "conflict", { kind: milestoneWords[kind].zh });
  const { from, pushes, wrong } = tryNewDate(record, kind, to, today, push);
  if (wrong !== undefined) throw new AppError("projects.order-of-dates", "invalid", paramsOf(wrong, context.language));
  if (from === to) throw new AppError("projects.same-date", "invalid", { date: to });
  const open = await tx
    .selectFrom("project_date_request")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", id)
    .where("kind", "=", kind)
    .where("state", "=", "REQUESTED")
    .executeTakeFirst();
  if (open !== undefined) throw new AppError("projects.request-open", "conflict", { kind: milestoneWords[kind].zh });
  const requestId = v7();
  await tx
    .insertInto("project_date_request")
    .values({
      zone_id: actor.zoneId,
      id: requestId,
      project_id: id,
      kind,
      from_date: from,
      to_date: to,
      reason,
      pushes: JSON.stringify(pushes),
      requested_on: today,
      requested_by: actor.id,
      requested_by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: `project:${id}`,
    after: { dateRequest: requestId, kind, from, to },
    detail: { reason, pushes: pushes.length },
  });
  await context.emit("projects.date-requested", { projectId: id, requestId });
  return viewProject(tx, id, today);
};

async function getRequest(tx: Tx, id: string) {
  const request = await tx
    .selectFrom("project_date_request")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (request === undefined) throw new AppError("projects.no-such-request", "not-found");
  return request;
}

/**
 * What was applied for is granted as the applicant and whoever decides have seen it, or not at all: the plan may have moved since, by another
 * request that was granted before.
 * @throws AppError `projects.reached-already`, `projects.plan-moved`, `projects.order-of-dates`
 */
async function requireAsApplied(tx: Tx, projectId: string, moves: readonly Move[], today: LocalDate, language: "zh" | "en"): Promise<void> {
  const record = await getRecord(tx, projectId);
  for (const { kind, from } of moves) {
    if (actualOf(record, kind, today) !== null)
      throw new AppError("projects.reached-already", "conflict", { kind: milestoneWords[kind][language] });
    const now = plannedOf(record, kind, today);
    if (now !== from)
      throw new AppError("projects.plan-moved", "conflict", { kind: milestoneWords[kind][language], before: from ?? "–", now: now ?? "–" });
  }
  const wrong = findOutOfOrder(
    courseWith(
      record,
      today,
      moves.map(({ kind, to }) => ({ kind, plannedOn: to })),
    ),
  );
  if (wrong !== undefined) throw new AppError("projects.order-of-dates", "conflict", paramsOf(wrong, language));
}

type Move = { readonly kind: Milestone; readonly from: LocalDate | null; readonly to: LocalDate };

export const decideDate: RegisterHandlers["decideDate"] = async ({ requestId, version, grant, decision }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const { project_id: projectId } = await getRequest(tx, requestId);
  await holdProject(tx, projectId);
  const request = await getRequest(tx, requestId);
  requireVersion(request, version);
  requireDecision(dateRequestPolicy.decide(actor, { state: request.state, requestedBy: request.requested_by }));
  const moves: readonly Move[] = [
    { kind: request.kind as Milestone, from: request.from_date as LocalDate | null, to: request.to_date as LocalDate },
    ...(request.pushes as unknown as Push[]),
  ];
  if (grant) await requireAsApplied(tx, projectId, moves, today, context.language);
  await tx
    .updateTable("project_date_request")
    .set({
      state: grant ? "GRANTED" : "REFUSED",
      decided_on: today,
      decided_by: actor.id,
      decided_by_name: actor.name,
      decision,
      version: version + 1,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", requestId)
    .execute();
  if (grant) {
    for (const { kind, to } of moves)
      await appendPlan(tx, request.project_id, { kind, plannedOn: to, effectiveOn: today, dateRequestId: requestId });
    await recolourProjects(tx, today, [request.project_id]);
  }
  context.journal({
    subject: `project:${request.project_id}`,
    before: { dateRequest: requestId, state: request.state },
    after: { dateRequest: requestId, state: grant ? "GRANTED" : "REFUSED" },
    detail: { decision },
  });
  await context.emit("projects.date-decided", { projectId: request.project_id, requestId, granted: grant });
  return viewProject(tx, request.project_id, today);
};

export const withdrawDateRequest: RegisterHandlers["withdrawDateRequest"] = async ({ requestId, version, reason }, context) => {
  const { tx, today } = context;
  const request = await getRequest(tx, requestId);
  requireVersion(request, version);
  requireDecision(dateRequestPolicy.withdraw(actorOf(tx), { state: request.state, requestedBy: request.requested_by }));
  // Nobody decided: the day and the words are those of whoever took it back.
  await tx
    .updateTable("project_date_request")
    .set({ state: "WITHDRAWN", decided_on: today, decision: reason || null, version: version + 1 })
    .where("zone_id", "=", request.zone_id)
    .where("id", "=", requestId)
    .execute();
  context.journal({
    subject: `project:${request.project_id}`,
    before: { dateRequest: requestId, state: request.state },
    after: { dateRequest: requestId, state: "WITHDRAWN" },
    detail: { reason },
  });
  await context.emit("projects.date-request-withdrawn", { projectId: request.project_id, requestId });
  return viewProject(tx, request.project_id, today);
};

export const listDateRequests: RegisterHandlers["listDateRequests"] = async ({ state, limit, cursor }, { tx }) => {
  const views = await dateRequestViews(tx, { state, limit: limit + 1, after: cursor });
  const items = views.slice(0, limit);
  return { items, next: views.length > limit ? (items.at(-1)?.id ?? null) : null, total: null };
};
