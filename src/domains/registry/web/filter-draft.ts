import type { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";
import { filterTexts } from "#domains/registry/web/search-texts.ts";
import { type Decimal, findDecimal, shift } from "#kernel/decimal.ts";
import type { Text } from "#kernel/texts.ts";

/** A range as a person writes it; amounts of money in 万元. */
export type RangeDraft = { readonly from: string; readonly to: string };
export type RangeName = "capital" | "revenue" | "growth" | "employees" | "age" | "founded";
export type FilterDraft = Readonly<Record<RangeName, RangeDraft>>;

type Range = { readonly name: RangeName; readonly label: Text; readonly kind: "money" | "percent" | "count" | "day" };
export const RANGES: readonly Range[] = [
  { name: "capital", label: filterTexts.capital, kind: "money" },
  { name: "revenue", label: filterTexts.revenue, kind: "money" },
  { name: "growth", label: filterTexts.growth, kind: "percent" },
  { name: "employees", label: filterTexts.employees, kind: "count" },
  { name: "age", label: filterTexts.age, kind: "count" },
  { name: "founded", label: filterTexts.founded, kind: "day" },
];

const YUAN_IN_TEN_THOUSAND = 4;

const shown = (value: unknown, kind: Range["kind"]): string => {
  if (value === undefined) return "";
  return kind === "money" ? shift(value as Decimal, -YUAN_IN_TEN_THOUSAND) : String(value);
};

export const draftOfFilter = (filter: EnterpriseFilter): FilterDraft =>
  Object.fromEntries(
    RANGES.map(({ name, kind }) => [name, { from: shown(filter[`${name}From`], kind), to: shown(filter[`${name}To`], kind) }]),
  ) as FilterDraft;

/** As it stands in the address; undefined for what is no number. */
function written(text: string, kind: Range["kind"]): string | undefined {
  const plain = text.replaceAll(",", "").trim();
  if (plain === "" || kind === "day") return plain;
  const number = findDecimal(plain);
  if (number === undefined || (kind !== "percent" && number.startsWith("-"))) return undefined;
  if (kind === "money") return shift(number, YUAN_IN_TEN_THOUSAND);
  return kind === "count" && number.includes(".") ? undefined : number;
}

type Reading = { readonly ok: true; readonly words: Readonly<Record<string, string>> } | { readonly ok: false; readonly wrong: Text };

/** The ranges for the address, or the first that is no number. */
export function readDraft(draft: FilterDraft): Reading {
  const words: Record<string, string> = {};
  for (const { name, label, kind } of RANGES) {
    const from = written(draft[name].from, kind);
    const to = written(draft[name].to, kind);
    if (from === undefined || to === undefined) return { ok: false, wrong: label };
    words[`${name}From`] = from;
    words[`${name}To`] = to;
  }
  return { ok: true, words };
}
