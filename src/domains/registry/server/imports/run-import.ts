import { sql } from "kysely";
import { v5 } from "uuid";
import { z } from "zod";
import type { ColumnMapping, ImportFormat, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { FIND_DUPLICATES } from "#domains/registry/server/duplicates/find-duplicates.ts";
import { beginFirstFilling, endFirstFilling, INDEX_PARTS } from "#domains/registry/server/imports/first-filling.ts";
import { addCounts, getImport, type Heading, type ImportRow } from "#domains/registry/server/imports/import-store.ts";
import { knownCodes } from "#domains/registry/server/imports/known-codes.ts";
import { type ImportProblem, PREPARE, type Prepared } from "#domains/registry/server/imports/prepare-batch.ts";
import { readRows } from "#domains/registry/server/imports/read-rows.ts";
import { BEGINNING, type Position, type Source } from "#domains/registry/server/imports/source.ts";
import { AppError } from "#kernel/app-error.ts";
import type { JobHandler, RunningJob } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";

export const RUN_IMPORT = "registry.import";
const Payload = z.object({ importId: z.uuid() });
const Cursor = z.object({ offset: z.number(), row: z.number() });

/**
 * Reads the kept file batch by batch; each batch commits with its place, so that a reading that broke off goes on there. While the database
 * takes one batch in, the next is read and prepared: what is in memory is two batches, whatever the size of the file.
 */
export const runImport: JobHandler = async (job) => {
  const { importId } = Payload.parse(job.payload);
  const row = await job.read((tx) => getImport(tx, importId));
  const source = sourceOf(row);
  const from = Cursor.safeParse(job.cursor).data ?? BEGINNING;
  if (from === BEGINNING) await job.step(async (tx) => begin(tx, row));
  try {
    await readAll(job, row, source, from);
  } catch (error) {
    if (error instanceof AppError && error.kind !== "unavailable") await job.step(async (tx) => fail(tx, importId, error));
    // Also where it broke off: it goes on with them, slower, and nobody searches without. After a kill the next run puts them back.
    await putBackIndexes(job).catch(() => {});
    throw error;
  }
  await putBackIndexes(job);
  await job.step(async (tx) => finish(tx, row));
  const done = await job.read((tx) => getImport(tx, importId));
  return {
    state: done.state,
    rows: Number(done.rows_read),
    added: Number(done.added),
    changed: Number(done.changed),
    unchanged: Number(done.unchanged),
    refused: Number(done.refused),
    warned: Number(done.warned),
    progressPct: 100,
  };
};

async function readAll(job: RunningJob, row: ImportRow, source: Source, from: Position): Promise<void> {
  const known = await job.read(knownCodes);
  const mapping = row.mapping as ColumnMapping;
  const prepare = PREPARE[row.subject as ImportSubject](source.headings, mapping, known);
  const told = { sourceId: sourceIdOf(row), asOf: row.as_of };
  let pending: Promise<void> = Promise.resolve();
  try {
    for await (const batch of readRows(job.store, job.actor.zoneId, source, from)) {
      const prepared = prepare(batch.rows);
      await pending;
      pending = job.step(async (tx) => {
        await keepBatch(tx, row, prepared, told, progressOf(source, batch.position));
        return { cursor: batch.position, done: batch.position.row, message: row.file_name };
      });
      pending.catch(() => {});
    }
  } finally {
    await pending;
  }
}

async function keepBatch(
  tx: Tx,
  row: ImportRow,
  prepared: Prepared,
  told: { sourceId: string; asOf: string },
  progressPct: number,
): Promise<void> {
  if (row.dry_run) await sql`savepoint dry_run`.execute(tx);
  const merged = await prepared.merge(tx, told);
  if (row.dry_run) await sql`rollback to savepoint dry_run`.execute(tx);
  const problems = [...prepared.problems, ...merged.problems];
  await keepProblems(tx, row, problems);
  const of = (refused: boolean) => new Set(problems.filter((one) => one.refused === refused).map((one) => one.row)).size;
  await addCounts(tx, row.id, { rows: prepared.rows, ...merged, refused: of(true), warned: of(false), progressPct });
}

async function keepProblems(tx: Tx, row: ImportRow, problems: readonly ImportProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const ordinals = new Map<number, number>();
  const lines = problems.map((one) => {
    const ordinal = (ordinals.get(one.row) ?? 0) + 1;
    ordinals.set(one.row, ordinal);
    return {
      row_number: one.row,
      ordinal,
      refused: one.refused,
      name: one.name.slice(0, 120),
      identifier: one.identifier.slice(0, 60),
      problem: one.problem,
    };
  });
  await sql`insert into enterprise_import_refusal (zone_id, import_id, run, row_number, ordinal, refused, name, identifier, problem)
    select ${row.zone_id}::uuid, ${row.id}::uuid, ${row.run}::integer, row_number, ordinal, refused, name, identifier, problem
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as t(row_number bigint, ordinal smallint, refused boolean, name text, identifier text, problem jsonb)`.execute(tx);
}

/** An import has one source, however often it is run. */
const sourceIdOf = (row: Pick<ImportRow, "id">): string => v5("source", row.id);

/** Each part in a transaction of its own, all at once; when one fails the others are waited for. */
async function putBackIndexes(job: RunningJob): Promise<void> {
  const parts = INDEX_PARTS.map((part) =>
    job.step(async (tx) => {
      await endFirstFilling(tx, part);
      return {};
    }),
  );
  await Promise.allSettled(parts);
  await Promise.all(parts);
}

async function begin(tx: Tx, row: ImportRow) {
  await tx
    .updateTable("enterprise_import")
    .set({ state: "RUNNING", rows_read: 0, added: 0, changed: 0, unchanged: 0, refused: 0, warned: 0, progress_pct: 0, failure: null })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .execute();
  if (!row.dry_run)
    await tx
      .insertInto("register_source")
      .values({
        id: sourceIdOf(row),
        kind: "import",
        name: row.source,
        file_name: row.file_name,
        as_of: row.as_of,
        recorded_at: recordedAt(tx),
      })
      .onConflict((on) => on.column("id").doNothing())
      .execute();
  if (!row.dry_run && row.subject === "enterprises") await beginFirstFilling(tx, Number(row.bytes));
  return { cursor: BEGINNING, done: 0, message: row.file_name };
}

/** Statistics first: the next search is planned by them. */
async function finish(tx: Tx, row: ImportRow) {
  if (!row.dry_run) await analyse(tx, row.subject as ImportSubject);
  const counted = await getImport(tx, row.id);
  await tx
    .updateTable("enterprise_import")
    .set({ state: row.dry_run ? "CHECKED" : "DONE", progress_pct: 100, finished_at: recordedAt(tx) })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .execute();
  const { rows_read: rows, added, changed, refused } = counted;
  appendToJournal(tx, {
    operation: "registry.importEnterprises",
    subject: `enterprise-import:${row.id}`,
    after: { file: row.file_name, hash: row.file_hash, source: row.source, dryRun: row.dry_run, rows, added, changed, refused },
  });
  if (!row.dry_run && row.subject === "enterprises") {
    await enqueueUnlessQueued(tx, { kind: FIND_DUPLICATES, title: { zh: "查找疑似重复的企业", en: "Look for duplicates" }, payload: {} });
    await emitEvent(tx, "registry.enterprises-imported", { importId: row.id });
  }
  return { done: Number(rows), message: row.file_name };
}

/** What each subject fills, and what is told beside it. */
const TABLES: Readonly<Record<ImportSubject, readonly string[]>> = {
  enterprises: ["enterprise", "enterprise_qualification", "enterprise_finance", "enterprise_name"],
  ties: ["enterprise_tie"],
  finances: ["enterprise_finance"],
  products: ["enterprise_product"],
};

async function analyse(tx: Tx, subject: ImportSubject): Promise<void> {
  const tables = TABLES[subject];
  const { rows } = await sql<{ may: boolean }>`select case when current_setting('server_version_num')::integer >= 170000
    then bool_and(has_table_privilege(name, 'MAINTAIN')) else false end may from unnest(${tables}::text[]) name`.execute(tx);
  if (rows[0]?.may) await sql.raw(`analyze ${tables.join(", ")}`).execute(tx);
}

async function fail(tx: Tx, id: string, { code, params }: AppError) {
  await tx
    .updateTable("enterprise_import")
    .set({ state: "FAILED", failure: JSON.stringify({ code, params }), finished_at: recordedAt(tx) })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .execute();
  return {};
}

const progressOf = (source: Source, { offset }: Position): number =>
  source.format === "xlsx" ? 50 : Math.min(99, Math.floor((offset * 100) / Math.max(1, source.bytes)));

function sourceOf(row: ImportRow): Source {
  const headings = row.headings as unknown as readonly (Heading & { readonly headRow?: number })[];
  return {
    hash: row.file_hash,
    bytes: Number(row.bytes),
    name: row.file_name,
    format: row.format as ImportFormat,
    encoding: row.encoding as Source["encoding"],
    separator: row.separator,
    headings: headings.map(({ heading }) => heading),
    headRow: headings[0]?.headRow ?? 1,
  };
}
