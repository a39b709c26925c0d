import type ExcelJS from "exceljs";
import { sql } from "kysely";
import type { z } from "zod";
import { type ProjectColumn, projectColumns, templateTexts } from "#domains/projects/contract/project-columns.ts";
import { projectErrorTexts } from "#domains/projects/contract/project-texts.ts";
import type { ProjectImportRow } from "#domains/projects/contract/register-operations.ts";
import { type ProjectCells, type ReachedDates, readProjectRow } from "#domains/projects/rules/read-project-row.ts";
import { appendActual, appendStep } from "#domains/projects/server/project-store.ts";
import { addProject, type RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { AppError } from "#kernel/app-error.ts";
import { sentenceOf } from "#kernel/error-sentence.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext, UploadedFile } from "#kernel/server/operation-context.ts";
import { readGrid } from "#kernel/server/read-grid.ts";
import type { Text } from "#kernel/texts.ts";

const MOST_ROWS = 20_000;
const HEAD_WITHIN_ROWS = 10;
type ImportRow = z.input<typeof ProjectImportRow>;

/** Row by row: a bad row is refused alone with its sentence, the good ones beside it are kept. A dry run keeps none. */
export const importProjects: RegisterHandlers["importProjects"] = async ({ dryRun }, context) => {
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const rows: ImportRow[] = [];
  const imported: string[] = [];
  await sql`savepoint whole_import`.execute(context.tx);
  for (const { row, cells } of await readRows(file)) {
    const reading = readProjectRow(row, cells);
    const name = cells.name?.text.trim().slice(0, 120) || null;
    if (!reading.ok) {
      rows.push({ row, ok: false, problem: joined(reading.problems), name, code: null });
      continue;
    }
    const kept = await keepRow(context, reading.draft, reading.reached);
    rows.push({ row, ok: kept.ok, problem: kept.ok ? null : kept.problem, name, code: kept.ok && !dryRun ? kept.code : null });
    if (kept.ok) imported.push(kept.id);
  }
  if (dryRun) await sql`rollback to savepoint whole_import`.execute(context.tx);
  else if (imported.length > 0) {
    context.journal({
      subject: "project-import",
      after: { file: file.name, rows: imported.length },
      items: imported.map((id) => ({ id })),
    });
    await context.emit("projects.imported", { count: imported.length });
  }
  return { rows, imported: dryRun ? 0 : imported.length, refused: rows.filter((row) => !row.ok).length };
};

type Kept = { readonly ok: true; readonly id: string; readonly code: string } | { readonly ok: false; readonly problem: Text };

/** In a place of its own that is given up when the row cannot stand, so that one bad row does not undo the others. */
async function keepRow({ tx, today }: OperationContext, draft: Parameters<typeof addProject>[1], reached: ReachedDates): Promise<Kept> {
  await sql`savepoint imported_row`.execute(tx);
  try {
    const { id, code } = await addProject(tx, draft, today);
    await keepReached(tx, id, draft.signedOn, reached, today);
    await sql`release savepoint imported_row`.execute(tx);
    return { ok: true, id, code };
  } catch (error) {
    await sql`rollback to savepoint imported_row`.execute(tx);
    if (!(error instanceof AppError)) throw error;
    return { ok: false, problem: { zh: sentenceOf(error, projectErrorTexts, "zh"), en: sentenceOf(error, projectErrorTexts, "en") } };
  }
}

/** What was reached before the project came into this register: entered as known today, true from its day on, without the gates' evidence. */
async function keepReached(tx: Tx, id: string, signedOn: LocalDate, reached: ReachedDates, today: LocalDate): Promise<void> {
  const course = [
    ["start", "startConstruction", "BUILDING"],
    ["complete", "completeWorks", "COMPLETED"],
    ["produce", "startProduction", "PRODUCING"],
  ] as const;
  let before: { readonly stage: "SIGNED" | "BUILDING" | "COMPLETED" | "PRODUCING"; readonly on: LocalDate } = {
    stage: "SIGNED",
    on: signedOn,
  };
  for (const [kind, move, to] of course) {
    const on = reached[kind];
    if (on === undefined) continue;
    if (on < before.on) throw new AppError("projects.before-last-step", "invalid", { date: on, last: before.on });
    if (on > today) throw new AppError("projects.date-in-future", "invalid", { date: on, today });
    await appendStep(tx, id, { move, from: before.stage, to, on, reason: null, recordedOn: today });
    await appendActual(tx, id, { kind, on, recordedOn: today, note: "" });
    before = { stage: to, on };
  }
  if (before.stage !== "SIGNED") await tx.updateTable("project").set({ stage: before.stage }).where("id", "=", id).execute();
}

type Row = { readonly row: number; readonly cells: ProjectCells };

async function readRows(file: UploadedFile): Promise<readonly Row[]> {
  const grid = await readGrid(file, { mostRows: MOST_ROWS + HEAD_WITHIN_ROWS, dates: "day" });
  const place = grid.slice(0, HEAD_WITHIN_ROWS).findIndex(({ cells }) => {
    const columns = columnsIn(cells);
    return columns.has("name") && columns.has("enterprise");
  });
  const head = grid[place];
  if (head === undefined) throw new AppError("projects.no-head", "invalid");
  const columns = columnsIn(head.cells);
  return grid.slice(place + 1).flatMap(({ row, cells }): Row[] => {
    const named = [...columns].flatMap(([key, column]) => (cells[column] === undefined ? [] : [[key, cells[column]] as const]));
    return named.every(([, cell]) => cell.text.trim() === "" && cell.error === undefined)
      ? []
      : [{ row, cells: Object.fromEntries(named) }];
  });
}

function columnsIn(cells: readonly { readonly text: string }[]): ReadonlyMap<ProjectColumn["key"], number> {
  const found = new Map<ProjectColumn["key"], number>();
  const plain = (words: string): string => words.replace(/[*＊\s]/g, "").toLowerCase();
  cells.forEach((cell, place) => {
    const column = projectColumns.find(({ head }) => plain(head.zh) === plain(cell.text) || plain(head.en) === plain(cell.text));
    if (column !== undefined && !found.has(column.key)) found.set(column.key, place);
  });
  return found;
}

const joined = (problems: readonly Text[]): Text => ({
  zh: `${problems.map((one) => one.zh).join("；")}。`,
  en: `${problems.map((one) => one.en).join("; ")}.`,
});

export const projectsTemplate: RegisterHandlers["projectsTemplate"] = async (_, { language }) => {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const sheet = workbook.addWorksheet(templateTexts.sheet[language], { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = projectColumns.map(({ key, head, required, width }) => ({
    key,
    header: `${head[language]}${required ? "*" : ""}`,
    width,
  }));
  sheet.getRow(1).font = { bold: true };
  const help = workbook.addWorksheet(templateTexts.help[language]);
  help.columns = [
    { header: templateTexts.column[language], width: 24 },
    { header: "", width: 10 },
    { header: templateTexts.what[language], width: 70 },
  ];
  help.getRow(1).font = { bold: true };
  for (const { head, required, expected } of projectColumns)
    help.addRow([head[language], (required ? templateTexts.required : templateTexts.optional)[language], expected[language]]);
  const bytes = Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return {
    name: templateTexts.file[language],
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes,
  };
};
