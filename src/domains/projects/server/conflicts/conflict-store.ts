import type { z } from "zod";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import type { ConflictField, ConflictState, RegisterConflict } from "#domains/projects/contract/register-conflict.ts";
import { registerConflictPolicy } from "#domains/projects/rules/project-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof RegisterConflict>;

const rowsOf = (tx: Tx) =>
  tx
    .selectFrom("project_register_conflict as conflict")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "conflict.zone_id").onRef("project.id", "=", "conflict.project_id"))
    .selectAll("conflict")
    .select(["project.code", "project.name", "project.stage"])
    .where("conflict.zone_id", "=", actorOf(tx).zoneId);

export type ConflictRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

export const viewOf = (tx: Tx, row: ConflictRow): View => ({
  id: row.id,
  project: { id: row.project_id, code: row.code, name: row.name, stage: row.stage as ProjectStage },
  document: { id: row.document_id, title: row.document_title, published: row.published as LocalDate | null },
  field: row.field as ConflictField,
  said: row.said,
  registered: row.registered,
  quote: row.quote,
  state: row.state as ConflictState,
  foundOn: row.found_on as LocalDate,
  decidedOn: row.decided_on as LocalDate | null,
  decidedBy: row.decided_by_name,
  reason: row.reason,
  version: row.version,
  abilities: abilitiesOf(registerConflictPolicy, actorOf(tx), { state: row.state }),
});

export async function getConflict(tx: Tx, id: string): Promise<ConflictRow> {
  const row = await rowsOf(tx).where("conflict.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-conflict", "not-found");
  return row;
}

export type ConflictChoice = { readonly state?: ConflictState | undefined; readonly projectId?: string | undefined };

/** Newest first; the cursor is the last id. */
export async function listConflictRows(
  tx: Tx,
  { state, projectId }: ConflictChoice,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ readonly rows: readonly ConflictRow[]; readonly total: number }> {
  let query = rowsOf(tx);
  if (state !== undefined) query = query.where("conflict.state", "=", state);
  if (projectId !== undefined) query = query.where("conflict.project_id", "=", projectId);
  const { total } = await query
    .clearSelect()
    .select((by) => by.fn.countAll<string>().as("total"))
    .executeTakeFirstOrThrow();
  if (page.cursor !== undefined && /^[0-9a-f-]{36}$/.test(page.cursor)) query = query.where("conflict.id", "<", page.cursor);
  const rows = await query.orderBy("conflict.id", "desc").limit(page.limit).execute();
  return { rows, total: Number(total) };
}
