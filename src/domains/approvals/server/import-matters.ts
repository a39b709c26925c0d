import { sql } from "kysely";
import type { z } from "zod";
import { approvalErrorTexts } from "#domains/approvals/contract/approval-texts.ts";
import { Matter } from "#domains/approvals/contract/matter.ts";
import { matterColumns, matterTemplateNames } from "#domains/approvals/contract/matter-columns.ts";
import type { MatterImportRow } from "#domains/approvals/contract/matter-operations.ts";
import { matterTexts } from "#domains/approvals/contract/matter-texts.ts";
import { readMatterRow } from "#domains/approvals/rules/read-matter-row.ts";
import { addMatterVersion, loadSurroundings, type MatterHandlers, type NewMatterVersion } from "#domains/approvals/server/set-matter.ts";
import { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import { sayProblems } from "#kernel/input-problems.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { columnsTemplate, readColumns } from "#kernel/server/read-columns.ts";
import { joined } from "#kernel/sheet-cells.ts";
import { say, type Text } from "#kernel/texts.ts";

type ImportRow = z.input<typeof MatterImportRow>;
type Read = { readonly row: number } & ({ readonly matter: Matter } | { readonly problem: Text; readonly code: string | null });

const MOST_MATTERS = 2000;

/** Row by row: a bad row is refused alone. A matter may name the result of one that stands in another row. A dry run keeps nothing. */
export const importMatters: MatterHandlers["importMatters"] = async ({ dryRun, effectiveOn, reason }, context) => {
  const { tx, today } = context;
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const found = isJson(file) ? readJson(file) : await readSheet(file);
  if (found.length > MOST_MATTERS) throw new AppError("approvals.too-many-matters", "too-large", { most: MOST_MATTERS });
  const known = await loadSurroundings(tx);
  const beside = found.flatMap((one) => ("matter" in one ? [[one.matter.code, { hasResult: one.matter.result !== null }] as const] : []));
  const surroundings = { ...known, matters: new Map([...known.matters, ...beside]) };
  await sql`savepoint whole_import`.execute(tx);
  const rows: ImportRow[] = [];
  const imported: string[] = [];
  const seen = new Map<string, number>();
  for (const one of found) {
    if (!("matter" in one)) {
      rows.push({ row: one.row, ok: false, problem: one.problem, code: one.code, version: null });
      continue;
    }
    const twin = seen.get(one.matter.code);
    if (twin !== undefined) {
      const problem = sentence("approvals.matter-twice", { code: one.matter.code, row: twin });
      rows.push({ row: one.row, ok: false, problem, code: one.matter.code, version: null });
      continue;
    }
    seen.set(one.matter.code, one.row);
    const kept = await keepRow(tx, { matter: one.matter, effectiveOn, reason, today, surroundings });
    if ("problem" in kept) rows.push({ row: one.row, ok: false, problem: kept.problem, code: one.matter.code, version: null });
    else {
      rows.push({ row: one.row, ok: true, problem: null, code: one.matter.code, version: dryRun ? null : kept.version });
      imported.push(one.matter.code);
    }
  }
  if (dryRun) await sql`rollback to savepoint whole_import`.execute(tx);
  else if (imported.length > 0) {
    context.journal({
      subject: "matter-import",
      after: { file: file.name, rows: imported.length, effectiveOn },
      detail: { reason },
      items: imported.map((code) => ({ code })),
    });
    await context.emit("approvals.matters-imported", { count: imported.length, effectiveOn });
  }
  return { rows, imported: dryRun ? 0 : imported.length, refused: rows.filter(({ ok }) => !ok).length };
};

export const matterTemplate: MatterHandlers["matterTemplate"] = (_, { language }) =>
  columnsTemplate(matterColumns, matterTemplateNames, language);

/** In a place of its own that is given up when the row cannot stand. */
async function keepRow(tx: Tx, given: NewMatterVersion): Promise<{ readonly version: number } | { readonly problem: Text }> {
  await sql`savepoint imported_row`.execute(tx);
  try {
    const { version } = await addMatterVersion(tx, given);
    await sql`release savepoint imported_row`.execute(tx);
    return { version: version.version };
  } catch (error) {
    await sql`rollback to savepoint imported_row`.execute(tx);
    if (!(error instanceof AppError)) throw error;
    return { problem: { zh: sentenceOf(error, approvalErrorTexts, "zh"), en: sentenceOf(error, approvalErrorTexts, "en") } };
  }
}

async function readSheet(file: UploadedFile): Promise<readonly Read[]> {
  return (await readColumns(file, matterColumns)).map(({ row, cells }): Read => {
    const reading = readMatterRow(row, cells);
    return reading.ok
      ? { row, matter: reading.matter }
      : { row, problem: joined(reading.problems), code: cells["code"]?.text.trim().slice(0, 60) || null };
  });
}

const sentence = (code: keyof typeof matterTexts, params: Readonly<Record<string, string | number>>): Text => ({
  zh: say(matterTexts[code], "zh", params),
  en: say(matterTexts[code], "en", params),
});

const isJson = ({ name, bytes }: UploadedFile): boolean => /\.json$/i.test(name) || bytes[0] === 0x5b || bytes[0] === 0x7b;

/** Matters whole, with form, conditions, pauses and graph: a list, or an object with `matters`. Rows are counted from 1. */
function readJson({ bytes }: UploadedFile): readonly Read[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\ufeff/, ""));
  } catch {
    throw new AppError("approvals.matters-json", "invalid");
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { readonly matters?: unknown } | null)?.matters;
  if (!Array.isArray(list)) throw new AppError("approvals.matters-json", "invalid");
  return list.map((item: unknown, place): Read => {
    const row = place + 1;
    const read = Matter.safeParse(item);
    if (read.success) return { row, matter: read.data };
    const params = { row, problems: sayProblems(read.error, "zh"), problemsEn: sayProblems(read.error, "en") };
    const code = (item as { readonly code?: unknown } | null)?.code;
    return {
      row,
      problem: sentence("approvals.matter-shape", params),
      code: typeof code === "string" ? code.slice(0, 60) : null,
    };
  });
}
