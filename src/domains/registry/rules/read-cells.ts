import type { ImportColumn } from "#domains/registry/contract/import-columns.ts";
import { type Decimal, findDecimal, shift } from "#kernel/decimal.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";
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

const MONEY = /^(?:人民币|RMB|[¥￥])?\s*(-?[\d,，.\s]+?)\s*(亿元|亿|百万元|百万|万元|万|千元|元)?(?:整)?\s*(?:人民币|RMB|CNY)?$/i;
const FOREIGN = /美元|港元|港币|欧元|日元|英镑|USD|HKD|EUR|JPY|GBP/i;
const LONGEST = 18;

/** An amount in 元; the cell's own unit comes before the heading's. `foreign` for another currency, undefined for no amount. */
export function readMoney(text: string, scale: number): Decimal | "foreign" | undefined {
  if (FOREIGN.test(text)) return "foreign";
  const [, digits, unit] = MONEY.exec(text) ?? [];
  if (digits === undefined) return undefined;
  // A comma parts thousands and nothing else: 1,5 may be one and a half.
  if (!/^-?\d+(\.\d*)?$|^-?\d{1,3}([,，\s]\d{3})+(\.\d*)?$/.test(digits)) return undefined;
  const value = findDecimal(digits.replace(/[,，\s]/g, "").replace(/\.$/, ""));
  if (value === undefined) return undefined;
  const places =
    unit === undefined
      ? scale
      : unit.startsWith("亿")
        ? 8
        : unit.startsWith("百万")
          ? 6
          : unit.startsWith("万")
            ? 4
            : unit === "千元"
              ? 3
              : 0;
  const amount = places === 0 ? value : shift(value, places);
  const [before = "", behind = ""] = amount.replace("-", "").split(".");
  return before.length > LONGEST || behind.length > 2 ? roundedToFen(amount, before.length) : amount;
}

/** More than two places behind the point are of no meaning in 元; more than 18 before it are no amount. */
function roundedToFen(amount: Decimal, before: number): Decimal | undefined {
  return before > LONGEST ? undefined : findDecimal(amount.replace(/(\.\d{2})\d+$/, "$1"));
}

const DAY = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/;

/** Any day that was, also the eight digits that registers write: an enterprise may be older than the days for which clocks are reckoned. */
export function readDayOfRegister(text: string): LocalDate | undefined {
  const plain = text.replace(/[T ]\d{2}:\d{2}.*$/, "").replace(/\s/g, "");
  if (/^\d+$/.test(plain) && plain.length !== 8) return undefined;
  const [, year, month = "", day = ""] = DAY.exec(plain) ?? [];
  return year === undefined ? undefined : findLocalDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

export const readCount = (text: string): number | undefined => {
  const [, digits] = /^(\d{1,8}|\d{1,3}(?:[,，]\d{3})+)\s*人?$/.exec(text) ?? [];
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
