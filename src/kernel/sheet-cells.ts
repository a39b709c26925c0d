import { add, compare, type Decimal, findDecimal, multiply, ZERO } from "#kernel/decimal.ts";
import { DayInReach, type LocalDate } from "#kernel/local-date.ts";
import { gridTexts } from "#kernel/sheet-texts.ts";
import { say, type Text } from "#kernel/texts.ts";

export type SheetColumn = {
  readonly key: string;
  readonly head: Text;
  /** What others head it with. */
  readonly alias?: readonly string[];
  readonly required: boolean;
  readonly expected: Text;
};
export type SheetCells = Readonly<Record<string, { readonly text: string; readonly error?: string } | undefined>>;

/** Reads the cells of one row by its columns; every bad cell becomes one sentence: where, what, what was expected. */
export class RowReader {
  readonly problems: Text[] = [];
  readonly #row: number;
  readonly #cells: SheetCells;
  readonly #columns: readonly SheetColumn[];

  constructor(row: number, cells: SheetCells, columns: readonly SheetColumn[]) {
    this.#row = row;
    this.#cells = cells;
    this.#columns = columns;
  }

  /** Undefined for an empty cell, and for one that `reader` does not understand, which is then a problem. */
  read<Value>(key: string, reader: (text: string) => Value | undefined): Value | undefined {
    const column = this.#columns.find((one) => one.key === key);
    if (column === undefined) return undefined;
    const cell = this.#cells[key];
    const found = cell?.text.trim() ?? "";
    if (cell?.error !== undefined) this.#complain(column, "sheet.formula-error", cell.error);
    else if (found === "") {
      if (column.required) this.#complain(column, "sheet.empty-cell", "");
    } else {
      const value = reader(found);
      if (value === undefined) this.#complain(column, "sheet.not-that", found.slice(0, 40));
      return value;
    }
    return undefined;
  }

  /** A cell that another one asks for: empty, it is a problem. */
  demand(key: string): void {
    const column = this.#columns.find((one) => one.key === key);
    if (column !== undefined && (this.#cells[key]?.text.trim() ?? "") === "") this.#complain(column, "sheet.empty-cell", "");
  }

  #complain(column: SheetColumn, code: keyof typeof gridTexts, found: string): void {
    const inLanguage = (language: "zh" | "en") =>
      say(gridTexts["sheet.bad-cell"], language, {
        row: this.#row,
        column: column.head[language],
        problem: say(gridTexts[code], language, { found }),
        expected: column.expected[language],
      });
    this.problems.push({ zh: inLanguage("zh"), en: inLanguage("en") });
  }
}

export const upTo = (most: number) => (found: string) => (found.length <= most ? found : undefined);

const TEN_THOUSAND = "10000" as Decimal;
const LONGEST_AMOUNT = 15;

/** 万元 as written, with or without separators; in 元, 0 or more. */
export function readAmount(text: string): Decimal | undefined {
  const written = findDecimal(text.replace(/[,，\s]/g, "").replace(/万元$/, ""));
  if (written === undefined || compare(written, ZERO) < 0 || written.length > LONGEST_AMOUNT) return undefined;
  return add(multiply(written, TEN_THOUSAND), ZERO);
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

export function readDay(text: string): LocalDate | undefined {
  const [, year, month = "", date = ""] = DAY.exec(text.replace(/\s/g, "")) ?? [];
  return year === undefined ? undefined : DayInReach.safeParse(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`).data;
}

const MONTH = /^(\d{4})[-/.年](\d{1,2})月?(?:-01)?$/;

/** `2026-06` from 2026-06, 2026年6月, 2026/6, or the first day that a spreadsheet makes of it. */
export function readMonth(text: string): string | undefined {
  const [, year, month = ""] = MONTH.exec(text.replace(/\s/g, "")) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return `${year}-${month.padStart(2, "0")}`;
}

/** Sentences of one row as one. */
export const joined = (problems: readonly Text[]): Text => ({
  zh: `${problems.map((one) => one.zh).join("；")}。`,
  en: `${problems.map((one) => one.en).join("; ")}.`,
});
