import type ExcelJS from "exceljs";
import { controllerWords, type EnterpriseRow, identifierWords, statusWords } from "#domains/registry/contract/enterprise.ts";
import type { SearchHandlers } from "#domains/registry/server/handler-shapes.ts";
import { findIds } from "#domains/registry/server/search/find-enterprises.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import { shift } from "#kernel/decimal.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import type { Language, Text } from "#kernel/texts.ts";

/** A sheet of more is of no use to anybody, and a register that leaves the house in one piece is a risk. */
const MOST_ROWS = 20_000;
const AT_ONCE = 2_000;
const FILE: Text = { zh: "企业检索结果", en: "enterprises" };

type Column = {
  readonly head: Text;
  readonly width: number;
  readonly number?: true;
  readonly read: (row: EnterpriseRow, language: Language) => string;
};
const tenThousands = (amount: EnterpriseRow["capitalYuan"]): string => (amount === null ? "" : shift(amount, -4));

const COLUMNS: readonly Column[] = [
  { head: { zh: "企业名称", en: "Name" }, width: 36, read: (row) => row.name },
  { head: { zh: "代码", en: "Code" }, width: 22, read: (row) => row.identifier },
  { head: { zh: "代码种类", en: "Kind of code" }, width: 16, read: (row, language) => identifierWords[row.identifierKind][language] },
  { head: { zh: "登记状态", en: "Status" }, width: 10, read: (row, language) => statusWords[row.status][language] },
  { head: { zh: "行政区划", en: "Region" }, width: 20, read: (row) => row.region ?? row.regionCode ?? "" },
  { head: { zh: "行业代码", en: "Class" }, width: 10, read: (row) => row.classCode ?? "" },
  { head: { zh: "行业", en: "Industry" }, width: 24, read: (row) => row.className ?? "" },
  { head: { zh: "成立日期", en: "Founded on" }, width: 14, read: (row) => row.foundedOn ?? "" },
  { head: { zh: "注册资本（万元）", en: "Capital (10,000 yuan)" }, width: 16, number: true, read: (row) => tenThousands(row.capitalYuan) },
  { head: { zh: "从业人数", en: "Employees" }, width: 10, number: true, read: (row) => String(row.employees ?? "") },
  { head: { zh: "营业收入（万元）", en: "Revenue (10,000 yuan)" }, width: 16, number: true, read: (row) => tenThousands(row.revenueYuan) },
  { head: { zh: "收入年度", en: "Year" }, width: 10, read: (row) => String(row.revenueYear ?? "") },
  {
    head: { zh: "控制类型", en: "Controller" },
    width: 12,
    read: (row, language) => (row.controller === null ? "" : controllerWords[row.controller][language]),
  },
  { head: { zh: "主要产品", en: "Products" }, width: 40, read: (row) => row.products.join("；") },
  { head: { zh: "证券代码", en: "Stock code" }, width: 12, read: (row) => row.stockCode ?? "" },
];

/** The search as it stands, in its order. How many rows left the house, by which question, stands in the journal. */
export const exportEnterprises: SearchHandlers["exportEnterprises"] = async (
  { format, sort, ...filter },
  { tx, today, language, journal },
) => {
  const rows: EnterpriseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await findIds(tx, { filter, sort, limit: Math.min(AT_ONCE, MOST_ROWS - rows.length), cursor }, today);
    rows.push(...(await listRows(tx, page.ids, today)));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
  journal({ subject: "enterprise-export", after: { rows: rows.length, complete: cursor === undefined, filter, sort, format } });
  const name = `${FILE[language]}-${today}`;
  const lines = rows.map((row) => COLUMNS.map((column) => column.read(row, language)));
  const head = COLUMNS.map((column) => column.head[language]);
  return format === "csv"
    ? { name: `${name}.csv`, mime: "text/csv; charset=utf-8", bytes: csvFile(head, lines) }
    : {
        name: `${name}.xlsx`,
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes: await sheetOf(head, lines, language),
      };
};

async function sheetOf(
  head: readonly string[],
  lines: readonly (readonly string[])[],
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const sheet = workbook.addWorksheet(FILE[language], { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ width }, place) => ({ header: head[place] ?? "", width }));
  sheet.getRow(1).font = { bold: true };
  for (const line of lines)
    sheet.addRow(line.map((text, place) => (COLUMNS[place]?.number && text !== "" && text.length <= 15 ? Number(text) : text)));
  return Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
