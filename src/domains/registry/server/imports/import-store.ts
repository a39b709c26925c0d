import { sql } from "kysely";
import type { ColumnMapping, ImportState, ImportSubject, ImportView } from "#domains/registry/contract/import-operations.ts";
import { missingColumns } from "#domains/registry/rules/column-mapping.ts";
import { importPolicy } from "#domains/registry/rules/registry-policy.ts";
import { AppError, type ErrorParams } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Heading = { readonly heading: string; readonly values: readonly string[] };

/** The row with what its job has become: a job that was cancelled, or gave up, says so here. */
export const importQuery = (tx: Tx) =>
  tx
    .selectFrom("enterprise_import as i")
    .leftJoin("job as j", (join) => join.onRef("j.zone_id", "=", "i.zone_id").onRef("j.id", "=", "i.job_id"))
    .selectAll("i")
    .select(["j.state as job_state", "j.failure as job_failure"])
    .where("i.zone_id", "=", actorOf(tx).zoneId);
export type ImportRow = Awaited<ReturnType<ReturnType<typeof importQuery>["execute"]>>[number];

/** @throws AppError `registry.no-such-import` */
export async function getImport(tx: Tx, id: string): Promise<ImportRow> {
  const row = await importQuery(tx).where("i.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-import", "not-found");
  return row;
}

const OPEN: readonly string[] = ["QUEUED", "RUNNING"];

export function stateOf(row: Pick<ImportRow, "state" | "job_state">): ImportState {
  if (OPEN.includes(row.state) && row.job_state === "cancelled") return "CANCELLED";
  if (OPEN.includes(row.state) && row.job_state === "failed") return "FAILED";
  return row.state as ImportState;
}

type Sentence = (refusal: { readonly code: string; readonly params: ErrorParams }) => string;

export function presentImport(row: ImportRow, actor: Actor, sentenceOf: Sentence): ImportView {
  const mapping = row.mapping as ColumnMapping;
  const state = stateOf(row);
  const failure = (row.failure ?? row.job_failure) as { readonly code: string; readonly params: ErrorParams } | null;
  return {
    id: row.id,
    subject: row.subject as ImportSubject,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    format: row.format as ImportView["format"],
    encoding: row.encoding as ImportView["encoding"],
    separator: row.separator,
    headings: (row.headings as unknown as readonly Heading[]).map(({ heading, values }) => ({
      heading,
      values: [...values],
      column: mapping[heading] ?? null,
    })),
    mapping,
    missing: missingColumns(mapping, row.subject as ImportSubject).map((column) => column.key),
    source: row.source,
    asOf: row.as_of as LocalDate,
    state,
    dryRun: row.dry_run,
    jobId: row.job_id,
    rows: Number(row.rows_read),
    added: Number(row.added),
    changed: Number(row.changed),
    unchanged: Number(row.unchanged),
    refused: Number(row.refused),
    warned: Number(row.warned),
    progressPct: row.progress_pct,
    failure: failure === null || state === "DONE" ? null : sentenceOf(failure),
    createdAt: row.created_at as unknown as Instant,
    createdBy: row.created_by,
    finishedAt: row.finished_at as unknown as Instant | null,
    version: row.version,
    abilities: abilitiesOf(importPolicy, actor, { state }),
  };
}

export type Counted = {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warned: number;
  readonly progressPct: number;
};

/** What one batch adds to the counts, in the batch's own transaction. */
export async function addCounts(tx: Tx, id: string, counted: Counted): Promise<void> {
  await sql`update enterprise_import set state = 'RUNNING', rows_read = rows_read + ${counted.rows}, added = added + ${counted.added},
      changed = changed + ${counted.changed}, unchanged = unchanged + ${counted.unchanged}, refused = refused + ${counted.refused},
      warned = warned + ${counted.warned}, progress_pct = ${counted.progressPct}
    where zone_id = ${actorOf(tx).zoneId} and id = ${id}`.execute(tx);
}
