import { sql } from "kysely";
import { v7 } from "uuid";
import { z } from "zod";
import { columnsOf, importTemplateNames } from "#domains/registry/contract/import-columns.ts";
import type { ColumnMapping, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { findColumn } from "#domains/registry/rules/column-mapping.ts";
import type { ImportHandlers } from "#domains/registry/server/handler-shapes.ts";
import { getImport, importQuery, presentImport } from "#domains/registry/server/imports/import-store.ts";
import { importEnterprises, runImportNow } from "#domains/registry/server/imports/receive-import.ts";
import { IdMark, makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { AppError } from "#kernel/app-error.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import { columnsTemplate } from "#kernel/server/read-columns.ts";
import type { Text } from "#kernel/texts.ts";

const MOST_DOWNLOADED = 100_000;
const RefusalMark = z.object({ row: z.string(), ordinal: z.number().int() });

const listRefusedRows: ImportHandlers["listRefusedRows"] = async ({ importId, refused, cursor, limit }, { tx, actor }) => {
  const { run } = await getImport(tx, importId);
  const after = readMark(cursor, RefusalMark);
  let query = tx
    .selectFrom("enterprise_import_refusal")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("import_id", "=", importId)
    .where("run", "=", run)
    .orderBy("row_number")
    .orderBy("ordinal")
    .limit(limit + 1);
  if (refused !== undefined) query = query.where("refused", "=", refused);
  if (after !== undefined) query = query.where(sql<boolean>`(row_number, ordinal) > (${after.row}::bigint, ${after.ordinal}::smallint)`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      row: Number(row.row_number),
      refused: row.refused,
      name: row.name,
      identifier: row.identifier,
      problem: row.problem as unknown as Text,
    })),
    next: rows.length > limit && last !== undefined ? makeMark({ row: String(last.row_number), ordinal: last.ordinal }) : null,
    total: null,
  };
};

const HEAD: readonly Text[] = [
  { zh: "行", en: "Row" },
  { zh: "结果", en: "Result" },
  { zh: "名称", en: "Name" },
  { zh: "代码", en: "Code" },
  { zh: "说明", en: "Problem" },
];
const RESULT = { refused: { zh: "未导入", en: "refused" }, warned: { zh: "已导入，请核对", en: "taken, please verify" } } as const;

const downloadRefusedRows: ImportHandlers["downloadRefusedRows"] = async ({ importId }, { tx, actor, language }) => {
  const { run, file_name: name } = await getImport(tx, importId);
  const rows = await tx
    .selectFrom("enterprise_import_refusal")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("import_id", "=", importId)
    .where("run", "=", run)
    .orderBy("row_number")
    .orderBy("ordinal")
    .limit(MOST_DOWNLOADED)
    .execute();
  const lines = rows.map((row) => [
    String(row.row_number),
    RESULT[row.refused ? "refused" : "warned"][language],
    row.name,
    row.identifier,
    (row.problem as unknown as Text)[language],
  ]);
  const base = name.replace(/\.\w+$/, "");
  return {
    name: language === "zh" ? `${base}-未导入的行.csv` : `${base}-refused.csv`,
    mime: "text/csv; charset=utf-8",
    bytes: csvFile(
      HEAD.map((head) => head[language]),
      lines,
    ),
  };
};

const saveMapping: ImportHandlers["saveMapping"] = async ({ name, subject, mapping }, { tx, actor, now, journal }) => {
  for (const key of Object.values(mapping))
    if (findColumn(key, subject) === undefined) throw new AppError("registry.import-no-such-column", "invalid", { column: key });
  const row = await tx
    .insertInto("import_mapping")
    .values({ zone_id: actor.zoneId, id: v7(), name, subject, mapping: JSON.stringify(mapping), saved_by: actor.name, saved_at: now })
    .onConflict((on) =>
      on.columns(["zone_id", "subject", "name"]).doUpdateSet({ mapping: JSON.stringify(mapping), saved_by: actor.name, saved_at: now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  journal({ subject: `import-mapping:${row.id}`, after: { name, mapping } });
  return presentMapping(row);
};

const presentMapping = (row: { id: string; name: string; subject: string; mapping: unknown; saved_by: string; saved_at: unknown }) => ({
  id: row.id,
  name: row.name,
  subject: row.subject as ImportSubject,
  mapping: row.mapping as ColumnMapping,
  savedBy: row.saved_by,
  savedAt: String(row.saved_at),
});

export const importHandlers: ImportHandlers = {
  importEnterprises,
  runImport: runImportNow,
  openImport: async ({ importId }, { tx, actor, sentenceOf }) => presentImport(await getImport(tx, importId), actor, sentenceOf),
  listImports: async ({ cursor, limit, state }, { tx, actor, sentenceOf }) => {
    const after = readMark(cursor, IdMark);
    let query = importQuery(tx)
      .orderBy("i.id", "desc")
      .limit(limit + 1);
    if (state !== undefined) query = query.where("i.state", "=", state);
    if (after !== undefined) query = query.where("i.id", "<", after.id);
    const rows = await query.execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => presentImport(row, actor, sentenceOf)),
      next: rows.length > limit && last !== undefined ? makeMark({ id: last.id }) : null,
      total: null,
    };
  },
  listRefusedRows,
  downloadRefusedRows,
  importTemplate: ({ subject }, { language }) => columnsTemplate(columnsOf(subject), importTemplateNames[subject], language),
  listMappings: async ({ subject }, { tx, actor }) => {
    let query = tx.selectFrom("import_mapping").selectAll().where("zone_id", "=", actor.zoneId).orderBy("name").limit(200);
    if (subject !== undefined) query = query.where("subject", "=", subject);
    return { items: (await query.execute()).map(presentMapping) };
  },
  saveMapping,
  removeMapping: async ({ mappingId }, { tx, actor, journal }) => {
    const removed = await tx
      .deleteFrom("import_mapping")
      .where("zone_id", "=", actor.zoneId)
      .where("id", "=", mappingId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw new AppError("registry.no-such-mapping", "not-found");
    journal({ subject: `import-mapping:${mappingId}`, after: { removed: true } });
    return { ok: true };
  },
};
