import { STATEMENT_ITEMS, type Statement, type StatementItem, statementItemWords } from "#domains/promotion/contract/statement.ts";
import { statementColumns, statementRowTexts } from "#domains/promotion/contract/statement-columns.ts";
import { compare, type Decimal, findDecimal, isNegative, negate, shift } from "#kernel/decimal.ts";
import { RowReader, type SheetCells, upTo } from "#kernel/sheet-cells.ts";
import { say, type Text } from "#kernel/texts.ts";

export type StatementRow = { readonly enterprise: string; readonly source: string; readonly statement: Statement };
export type StatementRowReading =
  | { readonly ok: true; readonly given: StatementRow }
  | { readonly ok: false; readonly problems: readonly Text[] };

/** Reads one year of one enterprise. An empty cell stays unknown; a row whose parts exceed their whole is refused as a whole. */
export function readStatementRow(row: number, given: SheetCells, sourceOfFile?: string): StatementRowReading {
  const silent = sourceOfFile !== undefined && (given["source"]?.text.trim() ?? "") === "";
  const cells = silent ? { ...given, source: { text: sourceOfFile } } : given;
  const reader = new RowReader(row, cells, statementColumns);
  const enterprise = reader.read("enterprise", upTo(120));
  const year = reader.read("year", readYear);
  const items = Object.fromEntries(
    STATEMENT_ITEMS.map((item) => [item, reader.read(item, item === "returnOnEquity" ? readSigned : readTenThousands) ?? null]),
  ) as Record<StatementItem, Decimal | null>;
  const source = reader.read("source", upTo(200));
  const problems = [...reader.problems, ...contradictions(row, items)];
  if (problems.length > 0 || enterprise === undefined || year === undefined || source === undefined) return { ok: false, problems };
  return { ok: true, given: { enterprise, source, statement: { year, ...items } } };
}

const readYear = (found: string): number | undefined => {
  const [, year] = /^(199\d|20\d{2})(?:年|年度|-12-31)?$/.exec(found) ?? [];
  return year === undefined ? undefined : Number(year);
};

const LONGEST = 20;

/** `1,234.5`, `-1234.5`, and `(1,234.5)` as accountants write a loss. */
function readSigned(found: string): Decimal | undefined {
  const plain = found
    .replace(/[,，\s]/g, "")
    .replace(/^−/, "-")
    .replace(/%$/, "");
  const [, loss] = /^[(（](\d+(?:\.\d+)?)[)）]$/.exec(plain) ?? [];
  const value = findDecimal(loss ?? plain);
  if (value === undefined || value.length > LONGEST) return undefined;
  return loss === undefined ? value : negate(value);
}

/** 万元 as written, in 元. */
function readTenThousands(found: string): Decimal | undefined {
  const value = readSigned(found.replace(/万元$/, ""));
  return value === undefined ? undefined : shift(value, 4);
}

const PARTS: readonly (readonly [part: StatementItem, whole: StatementItem])[] = [
  ["currentAssets", "assets"],
  ["currentLiabilities", "liabilities"],
];
const NEVER_NEGATIVE: readonly StatementItem[] = ["assets", "currentAssets", "liabilities", "currentLiabilities"];

function contradictions(row: number, items: Readonly<Record<StatementItem, Decimal | null>>): readonly Text[] {
  const negative = NEVER_NEGATIVE.filter((item) => isNegative(items[item] ?? ("0" as Decimal))).map((part) =>
    saidOf("statement.negative", { row, part }),
  );
  const larger = PARTS.filter(([part, whole]) => {
    const [small, large] = [items[part], items[whole]];
    return small !== null && large !== null && compare(small, large) > 0;
  }).map(([part, whole]) => saidOf("statement.part-over-whole", { row, part, whole }));
  return [...negative, ...larger];
}

function saidOf(
  code: keyof typeof statementRowTexts,
  { row, part, whole }: { row: number; part: StatementItem; whole?: StatementItem },
): Text {
  const inLanguage = (language: "zh" | "en"): string =>
    say(statementRowTexts[code], language, {
      row,
      part: statementItemWords[part][language],
      whole: whole === undefined ? "" : statementItemWords[whole][language],
    });
  return { zh: inLanguage("zh"), en: inLanguage("en") };
}
