import type { Selectable } from "kysely";
import type { EvidenceKind, Milestone, ProjectStage } from "#domains/projects/contract/project.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { platformActor } from "#kernel/server/background.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type ProjectTableRow = Selectable<DB["project"]>;

export async function getProject(tx: Tx, id: string): Promise<ProjectTableRow> {
  const row = await tx.selectFrom("project").selectAll().where("zone_id", "=", actorOf(tx).zoneId).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-project", "not-found");
  return row;
}

/**
 * The row of a project that is written to. It is held until the end: of two at the same moment the second waits, and then reads what the
 * first wrote. Its key stays free for rows that point to it.
 */
export async function holdProject(tx: Tx, id: string): Promise<ProjectTableRow> {
  const { zoneId } = actorOf(tx);
  const row = await tx
    .selectFrom("project")
    .selectAll()
    .where("zone_id", "=", zoneId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-project", "not-found");
  return row;
}

/** @throws AppError `record.changed` when somebody else changed it since the caller looked. */
export function requireVersion(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw new AppError("record.changed", "conflict");
}

export async function updateProject(tx: Tx, row: ProjectTableRow, change: Partial<Omit<ProjectTableRow, "zone_id" | "id">>): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("project")
    .set({ ...change, version: row.version + 1, changed_at: recordedAt(tx) })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

export type NewStep = {
  readonly move: string;
  readonly from: ProjectStage | null;
  readonly to: ProjectStage;
  readonly on: LocalDate;
  readonly reason: string | null;
  readonly recordedOn: LocalDate;
};

export async function appendStep(tx: Tx, projectId: string, step: NewStep): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("project_step")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", projectId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("project_step")
    .values({
      zone_id: actor.zoneId,
      project_id: projectId,
      ordinal: (last ?? 0) + 1,
      move: step.move,
      from_stage: step.from,
      to_stage: step.to,
      happened_on: step.on,
      reason: step.reason,
      recorded_on: step.recordedOn,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

export type NewActual = {
  readonly kind: Milestone;
  readonly on: LocalDate | null;
  readonly recordedOn: LocalDate;
  readonly note: string;
};

export async function appendActual(tx: Tx, projectId: string, actual: NewActual): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("project_milestone_actual")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", projectId)
    .where("kind", "=", actual.kind)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("project_milestone_actual")
    .values({
      zone_id: actor.zoneId,
      project_id: projectId,
      kind: actual.kind,
      ordinal: (last ?? 0) + 1,
      actual_on: actual.on,
      recorded_on: actual.recordedOn,
      note: actual.note,
      by: actor.id,
    })
    .execute();
}

export type NewPlan = {
  readonly kind: Milestone;
  readonly plannedOn: LocalDate | null;
  readonly effectiveOn: LocalDate;
  readonly dateRequestId: string | null;
};

export async function appendPlan(tx: Tx, projectId: string, plan: NewPlan): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("project_milestone_plan")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", projectId)
    .where("kind", "=", plan.kind)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("project_milestone_plan")
    .values({
      zone_id: actor.zoneId,
      project_id: projectId,
      kind: plan.kind,
      ordinal: (last ?? 0) + 1,
      planned_on: plan.plannedOn,
      effective_on: plan.effectiveOn,
      date_request_id: plan.dateRequestId,
      by: actor.id,
    })
    .execute();
}

/** A piece of evidence, and where what it rests on was revoked, since when and why. */
export type EvidenceRow = Selectable<DB["project_evidence"]> & {
  readonly kind: EvidenceKind;
  readonly withdrawn_on: string | null;
  readonly withdrawn_because: string | null;
};

export const listEvidence = async (tx: Tx, projectId: string): Promise<readonly EvidenceRow[]> =>
  (await tx
    .selectFrom("project_evidence as piece")
    .leftJoin("project_evidence_withdrawal as withdrawal", (join) =>
      join.onRef("withdrawal.zone_id", "=", "piece.zone_id").onRef("withdrawal.evidence_id", "=", "piece.id"),
    )
    .selectAll("piece")
    .select(["withdrawal.withdrawn_on", "withdrawal.because as withdrawn_because"])
    .where("piece.zone_id", "=", actorOf(tx).zoneId)
    .where("piece.project_id", "=", projectId)
    .orderBy("piece.dated_on")
    .orderBy("piece.id")
    .execute()) as EvidenceRow[];

const PERSON = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names of the people of the zone, by id. What an event of another domain registered was registered by the platform. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null && PERSON.test(id)))] as string[];
  const platform = platformActor(actorOf(tx).zoneId);
  if (wanted.length === 0) return new Map([[platform.id, platform.name]]);
  const rows = await tx
    .selectFrom("person")
    .select(["id", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", wanted)
    .execute();
  return new Map([...rows.map((row): [string, string] => [row.id, row.name]), [platform.id, platform.name]]);
}
