import { sql } from "kysely";
import type { z } from "zod";
import type { ReadingName, StatedCompletionView, StatementState } from "#domains/projects/contract/stated-completion.ts";
import { statedCompletionPolicy } from "#domains/projects/rules/project-policy.ts";
import { readStatedCompletion } from "#domains/projects/rules/stated-completion.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof StatedCompletionView>;
type Page = { readonly state?: StatementState | undefined; readonly limit: number; readonly cursor?: string | undefined };

const rowsOf = (tx: Tx) => tx.selectFrom("project_stated_completion").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
export type CompletionRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

export const readingOf = (row: CompletionRow) =>
  readStatedCompletion({ actualYuan: row.actual_yuan as Decimal, statedPct: row.stated_pct as Decimal, wording: row.wording });

/** Newest first; the cursor is the last id. */
export async function listCompletionRows(
  tx: Tx,
  { state, limit, cursor }: Page,
): Promise<{ readonly rows: readonly CompletionRow[]; readonly total: number }> {
  let query = rowsOf(tx);
  if (state !== undefined) query = query.where("state", "=", state);
  const { total } = await query
    .clearSelect()
    .select((by) => by.fn.countAll<string>().as("total"))
    .executeTakeFirstOrThrow();
  if (cursor !== undefined && /^[0-9a-f-]{36}$/.test(cursor)) query = query.where("id", "<", cursor);
  return { rows: await query.orderBy("id", "desc").limit(limit).execute(), total: Number(total) };
}

export const completionsOfDocument = (tx: Tx, documentId: string): Promise<readonly CompletionRow[]> =>
  rowsOf(tx).where("document_id", "=", documentId).execute();

export async function getCompletion(tx: Tx, id: string): Promise<CompletionRow> {
  const row = await rowsOf(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-statement", "not-found");
  return row;
}

export async function completionViews(tx: Tx, rows: readonly CompletionRow[]): Promise<View[]> {
  const decisions = await decisionsOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const read = readingOf(row);
    return {
      id: row.id,
      document: { id: row.document_id, title: row.document_title, published: row.published as LocalDate | null },
      region: row.region,
      period: row.period,
      subject: row.subject,
      quote: row.quote,
      actualYuan: row.actual_yuan as Decimal,
      statedPct: row.stated_pct as Decimal,
      readings: [...(read?.readings ?? [])],
      sentence: read?.sentence ?? { zh: "", en: "" },
      state: row.state as StatementState,
      chosen: row.chosen as ReadingName | null,
      decisions: decisions.get(row.id) ?? [],
      version: row.version,
      abilities: abilitiesOf(statedCompletionPolicy, actorOf(tx), { state: row.state }),
    };
  });
}

async function decisionsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, View["decisions"]>> {
  const rows = await tx
    .selectFrom("project_completion_decision")
    .select(["statement_id", "reading", "reason", "decided_on", "by_name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where(sql<boolean>`statement_id = any(${ids}::uuid[])`)
    .orderBy("ordinal")
    .execute();
  const found = new Map<string, View["decisions"]>();
  for (const row of rows) {
    const one = { reading: row.reading as ReadingName, reason: row.reason, on: row.decided_on as LocalDate, by: row.by_name };
    found.set(row.statement_id, [...(found.get(row.statement_id) ?? []), one]);
  }
  return found;
}

/** Percentages that can be read in two ways: no card shows them as they stand, whether a reading was chosen or not. */
export async function ambiguousObservations(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("project_stated_completion")
    .select("rate_observation_id as id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "<>", "WITHDRAWN")
    .execute();
  return new Set(rows.map((row) => row.id));
}
