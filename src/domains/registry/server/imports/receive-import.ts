import { v7 } from "uuid";
import type { ColumnMapping, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { findColumn, missingColumns, suggestMapping } from "#domains/registry/rules/column-mapping.ts";
import { importPolicy } from "#domains/registry/rules/registry-policy.ts";
import type { ImportHandlers } from "#domains/registry/server/handler-shapes.ts";
import { getImport, presentImport, stateOf } from "#domains/registry/server/imports/import-store.ts";
import { inspectFile } from "#domains/registry/server/imports/inspect-file.ts";
import { RUN_IMPORT } from "#domains/registry/server/imports/run-import.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enterFile } from "#kernel/server/files.ts";
import { resumeJob } from "#kernel/server/jobs.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

const MIME = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const importEnterprises: ImportHandlers["importEnterprises"] = async (input, context) => {
  const { tx, actor, store, kept, now, today } = context;
  const [file] = kept;
  // What is told of a day to come could not be replaced by anything told before it.
  if (input.asOf !== undefined && input.asOf > today) throw new AppError("registry.date-in-future", "invalid", { date: input.asOf, today });
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const { source, values } = await inspectFile(store, actor.zoneId, file, input);
  const told = input.mapping ?? (input.mappingId === undefined ? undefined : await savedMapping(tx, input.mappingId));
  const mapping = checkMapping(told ?? suggestMapping(source.headings, input.subject), source.headings, input.subject);
  await enterFile(tx, { hash: file.hash, size: file.size, mime: MIME[source.format] });
  const id = v7();
  await tx
    .insertInto("enterprise_import")
    .values({
      zone_id: actor.zoneId,
      id,
      subject: input.subject,
      file_name: file.name,
      file_hash: file.hash,
      bytes: file.size,
      format: source.format,
      encoding: source.encoding,
      separator: source.separator,
      headings: JSON.stringify(
        source.headings.map((heading, place) => ({ heading, values: values[place] ?? [], headRow: source.headRow })),
      ),
      mapping: JSON.stringify(mapping),
      source: input.source,
      as_of: input.asOf ?? today,
      state: "RECEIVED",
      dry_run: input.dryRun,
      created_at: now,
      created_by: actor.name,
    })
    .execute();
  context.journal({
    subject: `enterprise-import:${id}`,
    after: { file: file.name, hash: file.hash, source: input.source, subject: input.subject },
  });
  const missing = missingColumns(mapping, input.subject);
  if (input.hold) return presentImport(await getImport(tx, id), actor, context.sentenceOf);
  if (missing.length > 0)
    throw new AppError("registry.import-missing-columns", "invalid", { columns: missing.map((column) => column.head[context.language]) });
  await queue(context, id, input.dryRun);
  return presentImport(await getImport(tx, id), actor, context.sentenceOf);
};

/** Run what waits, run for real what was checked, or go on where it broke off. */
export const runImportNow: ImportHandlers["runImport"] = async ({ importId, version, mapping: given, dryRun }, context) => {
  const { tx, actor } = context;
  const row = await getImport(tx, importId);
  if (row.version !== version) throw new AppError("registry.changed-meanwhile", "conflict");
  const state = stateOf(row);
  const may = importPolicy.run(actor, { state });
  if (!may.allowed) throw new AppError("registry.import-running", "conflict");
  const subject = row.subject as ImportSubject;
  const headings = (row.headings as unknown as readonly { readonly heading: string }[]).map(({ heading }) => heading);
  const mapping = given === undefined ? (row.mapping as ColumnMapping) : checkMapping(given, headings, subject);
  const missing = missingColumns(mapping, subject);
  if (missing.length > 0)
    throw new AppError("registry.import-missing-columns", "invalid", { columns: missing.map((column) => column.head[context.language]) });
  const goesOn =
    row.job_id !== null && ["failed", "cancelled"].includes(row.job_state ?? "") && row.dry_run === dryRun && given === undefined;
  if (goesOn) {
    await resumeJob(tx, row.job_id as string);
    await change(tx, importId, { state: "QUEUED", failure: null });
  } else {
    await change(tx, importId, { mapping: JSON.stringify(mapping) });
    await queue(context, importId, dryRun);
  }
  context.journal({ subject: `enterprise-import:${importId}`, after: { dryRun, goesOn } });
  return presentImport(await getImport(tx, importId), actor, context.sentenceOf);
};

async function queue(context: OperationContext, id: string, dryRun: boolean): Promise<void> {
  const { file_name: name, run } = await getImport(context.tx, id);
  const jobId = await context.enqueue(
    RUN_IMPORT,
    { zh: `导入 ${name}`.slice(0, 100), en: `Import ${name}`.slice(0, 100) },
    { importId: id },
  );
  await change(context.tx, id, { state: "QUEUED", dry_run: dryRun, job_id: jobId, run: run + 1, failure: null });
}

async function change(tx: Tx, id: string, set: Readonly<Record<string, unknown>>): Promise<void> {
  await tx
    .updateTable("enterprise_import")
    .set((by) => ({ ...set, version: by("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

async function savedMapping(tx: Tx, id: string): Promise<ColumnMapping> {
  const row = await tx.selectFrom("import_mapping").select("mapping").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-mapping", "not-found");
  return row.mapping as ColumnMapping;
}

/** Of the headings that the file has; each column of ours once. @throws AppError `registry.import-no-such-column`, `registry.import-column-twice` */
function checkMapping(given: ColumnMapping, headings: readonly string[], subject: ImportSubject): ColumnMapping {
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const heading of headings) {
    const key = Object.hasOwn(given, heading) ? given[heading] : undefined;
    if (key === undefined || key === "") continue;
    const column = findColumn(key, subject);
    if (column === undefined) throw new AppError("registry.import-no-such-column", "invalid", { column: key });
    if (taken.has(key)) throw new AppError("registry.import-column-twice", "invalid", { column: column.head.zh });
    taken.add(key);
    mapping[heading] = key;
  }
  return mapping;
}
