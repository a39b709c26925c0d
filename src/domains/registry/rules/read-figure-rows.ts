import type { ImportColumn } from "#domains/registry/contract/import-columns.ts";
import type { ColumnMapping, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { findColumn, scaleOf } from "#domains/registry/rules/column-mapping.ts";
import { tidyName } from "#domains/registry/rules/enterprise-name.ts";
import { cellProblem, readCount, readDayOfRegister, readMoney, readPercent } from "#domains/registry/rules/read-cells.ts";
import type { YearFigures } from "#domains/registry/rules/read-enterprise-row.ts";
import { compare, type Decimal, findDecimal, isNegative, shift } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** One year of an enterprise, which is named as the file names it. */
export type FinanceDraft = { readonly enterprise: string; readonly year: number; readonly figures: YearFigures };
export type ProductDraft = {
  readonly enterprise: string;
  readonly product: string;
  readonly segment: string;
  readonly sharePct: Decimal | null;
  readonly revenueYuan: Decimal | null;
  readonly year: number | null;
};
export type FigureReading<Draft> =
  | { readonly ok: true; readonly draft: Draft; readonly warnings: readonly Text[] }
  | { readonly ok: false; readonly enterprise: string; readonly problems: readonly Text[] };

type Cells = {
  readonly problems: Text[];
  readonly warnings: Text[];
  /** What a cell says; undefined where it is empty, or will not do, which is noted. */
  read<Value>(key: string, understand: (text: string, scale: number) => Value | Warned | undefined): Value | undefined;
};
/** Taken without this cell. */
type Warned = { readonly instead: Text };
const isWarned = (value: unknown): value is Warned => typeof value === "object" && value !== null && "instead" in value;

function cellsReader(headings: readonly string[], mapping: ColumnMapping, subject: ImportSubject) {
  const places = new Map<string, { readonly place: number; readonly scale: number; readonly column: ImportColumn }>();
  headings.forEach((heading, place) => {
    const key = mapping[heading];
    const column = key === undefined ? undefined : findColumn(key, subject);
    if (key !== undefined && column !== undefined) places.set(key, { place, scale: scaleOf(heading), column });
  });
  return (row: number, cells: readonly string[]): Cells => {
    const problems: Text[] = [];
    const warnings: Text[] = [];
    return {
      problems,
      warnings,
      read(key, understand) {
        const at = places.get(key);
        const column = at?.column ?? findColumn(key, subject);
        const text = (cells[at?.place ?? -1] ?? "").trim();
        if (column === undefined || text === "" || text === "-" || text === "--") {
          if (column?.required) problems.push(cellProblem(row, column, ""));
          return undefined;
        }
        const value = understand(text, at?.scale ?? 0);
        if (value === undefined) problems.push(cellProblem(row, column, text));
        else if (isWarned(value)) warnings.push(cellProblem(row, column, text, value.instead));
        else return value;
        return undefined;
      },
    };
  };
}

const FOREIGN: Warned = { instead: { zh: "为外币，未折算，没有采用", en: "is in a foreign currency and was left out" } };
const NO_SHARE: Warned = { instead: { zh: "不是占比，没有采用", en: "is no share and was left out" } };

const named = (text: string) => (text.length >= 2 && text.length <= 120 ? text : undefined);
const signed = (text: string, scale: number) => {
  const value = readMoney(text, scale);
  return value === "foreign" ? FOREIGN : value;
};
const unsigned = (text: string, scale: number) => {
  const value = signed(text, scale);
  return typeof value === "string" && isNegative(value) ? undefined : value;
};

/** A year, or the day with which it ends: figures of half a year are no year's. */
const wholeYear = (text: string, today: LocalDate): number | undefined => {
  const day = readDayOfRegister(text);
  return day === undefined || day.endsWith("-12-31") ? anyYear(text, today) : undefined;
};
const anyYear = (text: string, today: LocalDate): number | undefined => {
  const year = Number((readDayOfRegister(text) ?? /^(\d{4})(?:年|年度|年报)?$/.exec(text)?.[1])?.slice(0, 4));
  return year >= 1950 && year <= Number(today.slice(0, 4)) ? year : undefined;
};

export function financeRowReader(headings: readonly string[], mapping: ColumnMapping, today: LocalDate) {
  const cellsOf = cellsReader(headings, mapping, "finances");
  return (row: number, cells: readonly string[]): FigureReading<FinanceDraft> => {
    const { read, problems, warnings } = cellsOf(row, cells);
    const enterprise = read("enterprise", named) ?? "";
    const year = read("year", (text) => wholeYear(text, today));
    const told = {
      revenue: read("revenue", signed),
      profit: read("profit", signed),
      assets: read("assets", unsigned),
      liabilities: read("liabilities", unsigned),
      tax: read("tax", signed),
      research: read("research", unsigned),
      employees: read("employees", readCount),
    };
    if (problems.length > 0 || year === undefined) return { ok: false, enterprise, problems };
    const figures: YearFigures = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
    // A row without a figure says nothing of its year.
    if (Object.keys(figures).length === 0) return { ok: false, enterprise, problems: warnings.length > 0 ? warnings : [noFigure(row)] };
    return { ok: true, draft: { enterprise, year, figures }, warnings };
  };
}

const noFigure = (row: number): Text => ({ zh: `第 ${row} 行：这一年没有任何数字`, en: `Row ${row}: it has no figure of its year` });

const HUNDRED = "100" as Decimal;
const share = (value: Decimal | undefined) =>
  value !== undefined && !isNegative(value) && compare(value, HUNDRED) <= 0 ? value : NO_SHARE;

export function productRowReader(headings: readonly string[], mapping: ColumnMapping, today: LocalDate) {
  const cellsOf = cellsReader(headings, mapping, "products");
  return (row: number, cells: readonly string[]): FigureReading<ProductDraft> => {
    const { read, problems, warnings } = cellsOf(row, cells);
    const enterprise = read("enterprise", named) ?? "";
    const product = read("product", (text) => (text.length <= 120 ? tidyName(text) || undefined : undefined)) ?? "";
    const segment = read("segment", (text) => (text.length <= 60 ? text : undefined)) ?? "";
    const percent = read("share", (text) => share(readPercent(text)));
    const ratio = read("ratio", (text) => {
      const value = findDecimal(text);
      return share(value === undefined ? undefined : readPercent(shift(value, 2)));
    });
    const revenueYuan = read("revenue", signed) ?? null;
    const year = read("year", (text) => anyYear(text, today)) ?? null;
    if (problems.length > 0) return { ok: false, enterprise, problems };
    return { ok: true, draft: { enterprise, product, segment, sharePct: percent ?? ratio ?? null, revenueYuan, year }, warnings };
  };
}
