import type ExcelJS from "exceljs";
import { listColumns, listFileName } from "#domains/projects/contract/list-columns.ts";
import { categoryWords, keyLevelWords, stageWords } from "#domains/projects/contract/project.ts";
import type { ProjectRow } from "#domains/projects/contract/register-operations.ts";
import { chooseProjects, rowViews } from "#domains/projects/server/choose-projects.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { type Decimal, shift } from "#kernel/decimal.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import type { Language } from "#kernel/texts.ts";

/** More projects than a zone has; a sheet of more is of no use to anybody. */
const MOST_ROWS = 20_000;
const TEN_THOUSAND_YUAN = 4;

/** The list that stands on the page, as a file: same filter, same day, in the order of the codes. */
export const exportProjects: RegisterHandlers["exportProjects"] = async ({ format, ...filter }, { tx, today, language }) => {
  const asOf = filter.asOf ?? today;
  const query = await chooseProjects(tx, filter, today);
  const rows = await query.selectAll().orderBy("code").orderBy("id").limit(MOST_ROWS).execute();
  const lines = (await rowViews(tx, rows, asOf)).map((row) => cellsOf(row as ProjectRow, language));
  const name = `${listFileName[language]}-${asOf}`;
  return format === "csv"
    ? { name: `${name}.csv`, mime: "text/csv; charset=utf-8", bytes: csvOf(lines, language) }
    : {
        name: `${name}.xlsx`,
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes: await sheetOf(lines, language),
      };
};

type Cells = Readonly<Record<(typeof listColumns)[number]["key"], string>>;

const cellsOf = (row: ProjectRow, language: Language): Cells => ({
  code: row.code,
  name: row.name,
  enterprise: row.enterprise,
  category: categoryWords[row.category][language],
  level: keyLevelWords[row.level][language],
  industry: row.industry,
  amount: shift(row.plannedTotalYuan, -TEN_THOUSAND_YUAN),
  stage: stageWords[row.stage][language],
  signed: row.signedOn,
  startPlanned: row.startPlannedOn ?? "",
  started: row.startedOn ?? "",
  completePlanned: row.completePlannedOn ?? "",
  completed: row.completedOn ?? "",
  owner: row.owner ?? "",
});

function csvOf(lines: readonly Cells[], language: Language): Uint8Array<ArrayBuffer> {
  const head = listColumns.map((column) => column.head[language]);
  return csvFile(
    head,
    lines.map((cells) => listColumns.map(({ key }) => cells[key])),
  );
}

async function sheetOf(lines: readonly Cells[], language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const sheet = workbook.addWorksheet(listFileName[language], { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = listColumns.map(({ key, head, width }) => ({ key, header: head[language], width }));
  sheet.getRow(1).font = { bold: true };
  for (const cells of lines) sheet.addRow({ ...cells, amount: numberOf(cells.amount as Decimal) });
  return Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A spreadsheet keeps 15 digits: an amount that has no more goes in as a number, so that it can be summed; a longer one stays text. */
const numberOf = (amount: Decimal): number | string => (amount.replace(/[-.]/g, "").length <= 15 ? Number(amount) : amount);
