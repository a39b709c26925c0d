import { basisWords, growthBaseWords, settlednessWords } from "#domains/economy/contract/card-words.ts";
import { findIndicatorMetadata } from "#domains/economy/contract/indicator-metadata.ts";
import type { Settledness } from "#domains/economy/contract/report-card.ts";
import { type SheetColumn, sheetColumns, sheetTexts } from "#domains/economy/contract/sheet-columns.ts";
import { findComparable } from "#domains/economy/rules/comparable-value.ts";
import { bothLanguages } from "#domains/economy/rules/print-number.ts";
import type { Basis, Figure } from "#domains/intelligence/contract/extraction.ts";
import { findIndicator, type Indicator, indicators } from "#domains/intelligence/contract/indicators.ts";
import { type Decimal, findDecimal } from "#kernel/decimal.ts";
import { parsePeriodText } from "#kernel/period-text.ts";
import { say, type Text } from "#kernel/texts.ts";
import { findUnit } from "#kernel/unit.ts";

/** A cell as text; `error` where the sheet itself says that it failed. */
export type SheetCell = { readonly text: string; readonly error?: string };
export type SheetRow = { readonly row: number; readonly cells: Readonly<Partial<Record<SheetColumn["key"], SheetCell>>> };

/** A figure of one row, ready to be recorded. */
export type SheetFigure = Pick<Figure, "indicator" | "value" | "unit" | "basis" | "yoyPct" | "growthBase"> & {
  readonly code: string;
  readonly region: string;
  readonly period: string;
  readonly calibre: string | null;
  readonly settledness: Settledness;
  readonly note: string;
};

export type RowReading = { readonly ok: true; readonly figure: SheetFigure } | { readonly ok: false; readonly problems: readonly Text[] };

const codeByName = new Map(
  indicators.flatMap(({ code, name, aliases }) => [code, name.zh, name.en.toLowerCase(), ...aliases].map((word) => [word, code] as const)),
);

/** Reads one row; every bad cell becomes one sentence, and a row with any is refused alone. */
export function readFigureRow(row: SheetRow, ownRegion: string): RowReading {
  const problems: Text[] = [];
  const reader = new CellReader(row, problems);
  const indicator = reader.read("indicator", (text) => findIndicatorByName(text));
  const period = reader.read("period", readDatedPeriod);
  const value = reader.read("value", readNumber);
  const growth = reader.read("growth", readNumber);
  const unit = reader.read("unit", (text) => (findUnit(text) === undefined ? undefined : text)) ?? usualUnit(indicator);
  const growthBase = reader.read("growthBase", (text) => keyOfWord(growthBaseWords, text));
  const basis = reader.read("basis", (text) => keyOfWord(basisWords, text));
  const settledness = reader.read("settledness", (text) => keyOfWord(settlednessWords, text));
  const calibre = reader.read("calibre", (text) => (text.length <= 40 ? text : undefined));
  const note = reader.read("note", (text) => (text.length <= 300 ? text : undefined));
  if (value === undefined && growth === undefined && problems.length === 0)
    problems.push(reader.sentence("value", sheetTexts["sheet.neither-value-nor-growth"]));
  if (indicator !== undefined && value !== undefined && !unitFits(indicator, unit))
    problems.push(reader.sentence("unit", sheetTexts["sheet.unit-family"], { found: unit }));
  if (problems.length > 0 || indicator === undefined || period === undefined) return { ok: false, problems };
  return {
    ok: true,
    figure: {
      code: indicator.code,
      indicator: value === undefined ? `${indicator.name.zh}增速` : indicator.name.zh,
      region: reader.text("region") || ownRegion,
      period,
      value: value ?? growth ?? "",
      unit: value === undefined ? "%" : unit,
      yoyPct: growth ?? null,
      growthBase: growth === undefined ? null : (growthBase ?? "last-year"),
      basis: basis ?? usualBasis(indicator),
      calibre: calibre ?? null,
      settledness: settledness ?? "unknown",
      note: note ?? "",
    },
  };
}

class CellReader {
  readonly #row: SheetRow;
  readonly #problems: Text[];
  constructor(row: SheetRow, problems: Text[]) {
    this.#row = row;
    this.#problems = problems;
  }

  text(key: SheetColumn["key"]): string {
    return this.#row.cells[key]?.text.trim() ?? "";
  }

  /** The meaning of a cell, or undefined with a sentence about it where one was needed or the words make no sense. */
  read<Value>(key: SheetColumn["key"], meaning: (text: string) => Value | undefined): Value | undefined {
    const { error } = this.#row.cells[key] ?? {};
    const text = this.text(key);
    if (error !== undefined) return this.#refuse(key, sheetTexts["sheet.formula-error"], error);
    if (text === "") return columnOf(key).required ? this.#refuse(key, sheetTexts["sheet.empty-cell"], "") : undefined;
    return meaning(text) ?? this.#refuse(key, sheetTexts["sheet.not-that"], text);
  }

  #refuse(key: SheetColumn["key"], problem: Text, found: string): undefined {
    this.#problems.push(this.sentence(key, problem, { found: found.slice(0, 40) }));
    return undefined;
  }

  sentence(key: SheetColumn["key"], problem: Text, params: Readonly<Record<string, string>> = {}): Text {
    const { head, expected } = columnOf(key);
    return bothLanguages((language) =>
      say(sheetTexts["sheet.bad-cell"], language, {
        row: this.#row.row,
        column: head[language],
        problem: say(problem, language, params),
        expected: expected[language],
      }),
    );
  }
}

const columnOf = (key: SheetColumn["key"]): SheetColumn => {
  const column = sheetColumns.find((one) => one.key === key);
  if (column === undefined) throw new RangeError(`no such column: ${key}`);
  return column;
};

function findIndicatorByName(text: string): Indicator | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  const code = codeByName.get(plain) ?? codeByName.get(plain.toLowerCase()) ?? codeByName.get(plain.replace(/\s/g, ""));
  return code === undefined ? undefined : findIndicator(code);
}

function readDatedPeriod(text: string): string | undefined {
  const found = parsePeriodText(text, null)?.period;
  return found === undefined || found.startsWith("?") ? undefined : found;
}

/** `1,343.8` as people type it; full-width digits and signs as they come out of some input methods. */
function readNumber(text: string): Decimal | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/^[+＋]/, "")
    .replace(/−/g, "-");
  if (/,/.test(plain) && !/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return undefined;
  return findDecimal(plain.replace(/,/g, ""));
}

const keyOfWord = <Key extends string>(words: Readonly<Record<Key, Text>>, text: string): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => key === text || words[key].zh === text || words[key].en.toLowerCase() === text.toLowerCase());

const usualUnit = (indicator: Indicator | undefined): string =>
  indicator === undefined ? "" : (findIndicatorMetadata(indicator.code)?.unit ?? "");

/** Entities, people, platforms and balances are counted on a day. */
const usualBasis = ({ code }: Indicator): Basis => (findIndicatorMetadata(code)?.basis.zh.startsWith("期末") ? "point" : "cumulative");

/** Money is not counted in 户, nor firms in 亿元. */
function unitFits({ family, code }: Indicator, unit: string): boolean {
  const given = findComparable("1", unit)?.unit;
  const usual = findComparable("1", findIndicatorMetadata(code)?.unit ?? "")?.unit;
  if (given === undefined || usual === undefined) return false;
  if (family === "money") return findUnit(unit)?.kind === "money" || given === usual;
  if (family === "capacity" || family === "energy") return true;
  return given === usual || (family === "percent" && given === "%");
}
