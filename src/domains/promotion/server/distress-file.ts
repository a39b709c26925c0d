import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import Papa from "papaparse";
import { distressTexts, distressWords } from "#domains/promotion/contract/distress-texts.ts";
import type { StatementItem } from "#domains/promotion/contract/statement.ts";
import type { AnnualStatement, StatementHistory } from "#domains/promotion/rules/distress-statements.ts";
import { AppError } from "#kernel/app-error.ts";
import { say, type Text } from "#kernel/texts.ts";

/** Names of the items in published tables of annual statements, without their unit. */
const NAMES: Readonly<Record<string, StatementItem>> = {
  主营业务收入: "revenue",
  营业收入: "revenue",
  主营业务利润: "mainProfit",
  营业利润: "operatingProfit",
  投资收益: "investmentIncome",
  营业外收支净额: "nonOperating",
  利润总额: "totalProfit",
  净利润: "netProfit",
  "净利润(扣除非经常性损益后)": "deductedProfit",
  扣非净利润: "deductedProfit",
  经营活动产生的现金流量净额: "operatingCash",
  现金及现金等价物净增加额: "cashChange",
  总资产: "assets",
  流动资产: "currentAssets",
  总负债: "liabilities",
  流动负债: "currentLiabilities",
  股东权益不含少数股东权益: "equity",
  净资产收益率加权: "returnOnEquity",
};
/** Everything is brought to 万元. */
const UNITS: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4, "%": 1 };
const NEEDED: readonly StatementItem[] = ["netProfit", "assets", "liabilities"];

const MEGABYTE = 1_048_576;
const LARGEST_FILE = 256 * MEGABYTE;

export type DistressFile = { readonly histories: readonly StatementHistory[]; readonly refused: readonly Text[] };

/** Annual statements from a CSV file, plain or gzip, UTF-8 or GB18030; rows that cannot be read are left out with a sentence each. */
export async function readDistressFile(path: string): Promise<DistressFile> {
  const name = basename(path);
  const text = decode(await unpack(await load(path, name), name));
  if (text.includes("\0")) throw new AppError("distress.not-a-sheet", "invalid", { name });
  const { data } = Papa.parse<string[]>(text);
  const head =
    data[0]?.map((cell) =>
      cell
        .replace(/^\ufeff/, "")
        .replace(/[（]/g, "(")
        .replace(/[）]/g, ")")
        .trim(),
    ) ?? [];
  return readRows(data, columnsOf(head, name), head);
}

async function load(path: string, name: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw new AppError("distress.too-large", "too-large", { name, megabytes: LARGEST_FILE / MEGABYTE });
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("distress.unreadable", "not-found", { name: path });
  }
}

async function unpack(bytes: Buffer, name: string): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: LARGEST_FILE });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw tooLarge
      ? new AppError("distress.too-large", "too-large", { name, megabytes: LARGEST_FILE / MEGABYTE })
      : new AppError("distress.cut-off", "invalid", { name });
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

type Columns = {
  readonly code: number;
  readonly day: number;
  readonly items: readonly { readonly place: number; readonly item: StatementItem; readonly factor: number }[];
};

function columnsOf(head: readonly string[], name: string): Columns {
  const items = head.flatMap((cell, place) => {
    const [, said = "", unit = "万元"] = /^(.*?)(?:\((元|万元|亿元|%)\))?$/.exec(cell) ?? [];
    const item = Object.hasOwn(NAMES, said) ? NAMES[said] : undefined;
    return item === undefined ? [] : [{ place, item, factor: UNITS[unit] ?? 1 }];
  });
  const [code, day] = [head.indexOf("stock_code"), head.indexOf("report_date")];
  const lacking = [
    ...(code < 0 ? ["stock_code"] : []),
    ...(day < 0 ? ["report_date"] : []),
    ...NEEDED.filter((needed) => !items.some(({ item }) => item === needed)).map(
      (needed) => Object.keys(NAMES).find((known) => NAMES[known] === needed) ?? needed,
    ),
  ];
  if (lacking.length > 0) throw new AppError("distress.no-columns", "invalid", { name, columns: lacking });
  return { code, day, items };
}

const YEAR_END = /^(\d{4})(?:[-/.年]?12[-/.月]?31日?|年|年度)?$/;
const OTHER_DAY = /^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/;
const NUMBER = /^[-−]?\d{1,18}(?:\.\d{1,10})?(?:[eE][+-]?\d{1,2})?$/;
const EMPTY: readonly string[] = ["", "-", "--", "NaN", "nan", "null", "None"];

function readRows(data: readonly string[][], columns: Columns, head: readonly string[]): DistressFile {
  const byCode = new Map<string, { readonly row: number; readonly statement: AnnualStatement }[]>();
  const refused: Text[] = [];
  for (const [place, cells] of data.entries()) {
    if (place === 0 || cells.every((cell) => cell.trim() === "")) continue;
    const row = place + 1;
    const reading = readRow(cells, row, columns, head);
    if (reading === undefined) continue;
    if ("problem" in reading) {
      refused.push(reading.problem);
      continue;
    }
    const { code, statement } = reading;
    const kept = byCode.get(code) ?? [];
    const first = kept.find((one) => one.statement.year === statement.year);
    if (first !== undefined) refused.push(sentence("distress.repeated", { row, code, year: statement.year, first: first.row }));
    else byCode.set(code, [...kept, { row, statement }]);
  }
  const histories = [...byCode].map(([code, kept]) => ({
    code,
    years: kept.map(({ statement }) => statement).sort((one, other) => one.year - other.year),
  }));
  return { histories, refused };
}

/** Undefined for a report of another day than the end of a year: those are not annual. */
function readRow(
  cells: readonly string[],
  row: number,
  columns: Columns,
  head: readonly string[],
): { readonly code: string; readonly statement: AnnualStatement } | { readonly problem: Text } | undefined {
  if (cells.length < head.length) return { problem: sentence("distress.short-row", { row, found: cells.length, expected: head.length }) };
  const [code = "", day = ""] = [cells[columns.code]?.trim(), cells[columns.day]?.trim()];
  if (code === "" || code.length > 40) return bad(row, "stock_code", code, distressWords.code);
  const [, year] = YEAR_END.exec(day) ?? [];
  if (year === undefined) return OTHER_DAY.test(day) ? undefined : bad(row, "report_date", day, distressWords.day);
  const values: Partial<Record<StatementItem, number | null>> = {};
  for (const { place, item, factor } of columns.items) {
    const cell = cells[place]?.trim().replaceAll(",", "") ?? "";
    if (!EMPTY.includes(cell) && !NUMBER.test(cell)) return bad(row, head[place] ?? "", cell, distressWords.number);
    values[item] = EMPTY.includes(cell) ? (values[item] ?? null) : Number(cell.replace("−", "-")) * factor;
  }
  return { code, statement: { ...NOTHING, ...values, year: Number(year) } };
}

const NOTHING: Omit<AnnualStatement, "year"> = {
  revenue: null,
  mainProfit: null,
  operatingProfit: null,
  investmentIncome: null,
  nonOperating: null,
  totalProfit: null,
  netProfit: null,
  deductedProfit: null,
  operatingCash: null,
  cashChange: null,
  assets: null,
  currentAssets: null,
  liabilities: null,
  currentLiabilities: null,
  equity: null,
  returnOnEquity: null,
};

const bad = (row: number, column: string, found: string, expected: Text): { readonly problem: Text } => ({
  problem: {
    zh: say(distressTexts["distress.bad-row"], "zh", { row, column, found: found.slice(0, 40), expected: expected.zh }),
    en: say(distressTexts["distress.bad-row"], "en", { row, column, found: found.slice(0, 40), expected: expected.en }),
  },
});

const sentence = (code: keyof typeof distressTexts, params: Readonly<Record<string, unknown>>): Text => ({
  zh: say(distressTexts[code], "zh", params),
  en: say(distressTexts[code], "en", params),
});
