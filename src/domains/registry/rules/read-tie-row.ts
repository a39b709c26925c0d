import { TieKind, tieWords } from "#domains/registry/contract/enterprise.ts";
import type { ImportColumn } from "#domains/registry/contract/import-columns.ts";
import type { ColumnMapping } from "#domains/registry/contract/import-operations.ts";
import { findColumn } from "#domains/registry/rules/column-mapping.ts";
import { cellProblem, readDayOfRegister, readPercent } from "#domains/registry/rules/read-cells.ts";
import { compare, type Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

export type TieDraftRow = {
  from: string;
  to: string;
  kind: TieKind;
  share: Decimal | null;
  strength: number;
  evidence: string;
  asOf: LocalDate | null;
};
export type TieReading =
  | { readonly ok: true; readonly draft: TieDraftRow }
  | { readonly ok: false; readonly from: string; readonly to: string; readonly problems: readonly Text[] };

const SPELLINGS: readonly (readonly [RegExp, TieKind])[] = [
  [/供货|供应|客户|采购|配套/, "supply"],
  [/投资|持股|参股|控股|股东/, "investment"],
  [/集团|母公司|子公司/, "group"],
  [/地址/, "address"],
  [/高管|董事|监事|法定代表/, "officer"],
];
const ORDINARY_STRENGTH = 50;

/** Ties whose two ends mean the same are written one way only, so that one tie is one row. */
export const hasDirection = (kind: string): boolean => kind === "supply" || kind === "investment";

/** A reader for one file of ties. Which enterprise an end is, is for the register to say. */
export function tieRowReader(headings: readonly string[], mapping: ColumnMapping, today: LocalDate) {
  const places = new Map<string, number>();
  headings.forEach((heading, place) => {
    const key = mapping[heading];
    if (key !== undefined) places.set(key, place);
  });
  return (row: number, cells: readonly string[]): TieReading => {
    const problems: Text[] = [];
    const read = <Value>(key: string, understand: (text: string) => Value | undefined): Value | undefined => {
      const column = findColumn(key, "ties") as ImportColumn;
      const text = (cells[places.get(key) ?? -1] ?? "").trim();
      if (text === "") {
        if (column.required) problems.push(cellProblem(row, column, ""));
        return undefined;
      }
      const value = understand(text);
      if (value === undefined) problems.push(cellProblem(row, column, text));
      return value;
    };
    const end = (text: string) => (text.length >= 2 && text.length <= 120 ? text : undefined);
    const from = read("from", end) ?? "";
    const to = read("to", end) ?? "";
    const kind = read("kind", kindOf);
    const share = read("share", shareOf) ?? null;
    const strength = read("strength", strengthOf) ?? (share === null ? ORDINARY_STRENGTH : strengthOfShare(share));
    const evidence = read("evidence", (text) => (text.length <= 500 ? text : undefined)) ?? "";
    const asOf = read("asOf", (text) => notAfter(today, readDayOfRegister(text))) ?? null;
    if (problems.length > 0 || kind === undefined) return { ok: false, from, to, problems };
    return { ok: true, draft: { from, to, kind, share, strength, evidence, asOf } };
  };
}

/** What is told of a day to come could never be told anew. */
const notAfter = (today: LocalDate, day: LocalDate | undefined): LocalDate | undefined =>
  day !== undefined && day <= today ? day : undefined;

const kindOf = (text: string): TieKind | undefined =>
  TieKind.options.find((kind) => kind === text.toLowerCase() || tieWords[kind].zh === text || tieWords[kind].en === text) ??
  SPELLINGS.find(([pattern]) => pattern.test(text))?.[1];

function shareOf(text: string): Decimal | undefined {
  const share = readPercent(text);
  return share !== undefined && !share.startsWith("-") && compare(share, "100" as Decimal) <= 0 ? share : undefined;
}

function strengthOf(text: string): number | undefined {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 100 ? value : undefined;
}

/** Whoever holds more can do more: half of the scale for any share, the other half by its size. */
const strengthOfShare = (share: Decimal): number => ORDINARY_STRENGTH + Math.floor(Number(share.split(".")[0]) / 2);
