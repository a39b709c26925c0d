import type { ImportColumn } from "#domains/registry/contract/import-columns.ts";
import { type Decimal, findDecimal, shift } from "#kernel/decimal.ts";
import { readDay } from "#kernel/sheet-cells.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";
import { say, type Text } from "#kernel/texts.ts";

/** One sentence about one cell: where, what, what was expected; `instead` where the plain "will not do" says too little. */
export function cellProblem(row: number, column: ImportColumn, found: string, instead?: Text): Text {
  const sentence = (language: "zh" | "en") =>
    say(gridTexts["sheet.bad-cell"], language, {
      row,
      column: column.head[language],
      problem:
        instead?.[language] ??
        say(gridTexts[found === "" ? "sheet.empty-cell" : "sheet.not-that"], language, { found: found.slice(0, 40) }),
      expected: column.expected[language],
    });
  return { zh: sentence("zh"), en: sentence("en") };
}

const MONEY = /^(?:人民币|RMB|[¥￥])?\s*(-?[\d,，.\s]+?)\s*(亿元|亿|万元|万|千元|元)?(?:整)?\s*(?:人民币|RMB|CNY)?$/i;
const FOREIGN = /美元|港元|港币|欧元|日元|英镑|USD|HKD|EUR|JPY|GBP/i;
const LONGEST = 18;

/** An amount in 元; the cell's own unit comes before the heading's. `foreign` for another currency, undefined for no amount. */
export function readMoney(text: string, scale: number): Decimal | "foreign" | undefined {
  if (FOREIGN.test(text)) return "foreign";
  const [, digits, unit] = MONEY.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = findDecimal(digits.replace(/[,，\s]/g, ""));
  if (value === undefined) return undefined;
  const places = unit === undefined ? scale : unit.startsWith("亿") ? 8 : unit.startsWith("万") ? 4 : unit === "千元" ? 3 : 0;
  const amount = places === 0 ? value : shift(value, places);
  const [before = "", behind = ""] = amount.replace("-", "").split(".");
  return before.length > LONGEST || behind.length > 2 ? roundedToFen(amount, before.length) : amount;
}

/** More than two places behind the point are of no meaning in 元; more than 18 before it are no amount. */
function roundedToFen(amount: Decimal, before: number): Decimal | undefined {
  return before > LONGEST ? undefined : findDecimal(amount.replace(/(\.\d{2})\d+$/, "$1"));
}

/** As `readDay`, and also the eight digits that registers write. */
export const readDayOfRegister = (text: string) => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return readDay(year === undefined ? text.replace(/[T ]\d{2}:\d{2}.*$/, "") : `${year}-${month}-${day}`);
};

export const readCount = (text: string): number | undefined => {
  const [, digits] = /^([\d,，]{1,11})\s*人?$/.exec(text) ?? [];
  const count = digits === undefined ? Number.NaN : Number(digits.replace(/[,，]/g, ""));
  return Number.isInteger(count) && count <= 10_000_000 ? count : undefined;
};

export const readList = (text: string): readonly string[] =>
  text
    .split(/[；;、|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

export const readPercent = (text: string): Decimal | undefined => {
  const value = findDecimal(text.replace(/[%％\s,，]/g, ""));
  if (value === undefined) return undefined;
  const cut = findDecimal(value.replace(/(\.\d{2})\d+$/, "$1"));
  return cut !== undefined &&
    cut.replace(/^-/, "").split(".")[0]?.length !== undefined &&
    (cut.replace(/^-/, "").split(".")[0] ?? "").length <= 7
    ? cut
    : undefined;
};
