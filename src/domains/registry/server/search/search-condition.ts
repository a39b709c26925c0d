import { type RawBuilder, sql } from "kysely";
import type { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";
import { coreName, nameKey } from "#domains/registry/rules/enterprise-name.ts";
import {
  classToken,
  controllerToken,
  LISTED_TOKEN,
  pairsOf,
  productKey,
  productToken,
  qualificationToken,
  regionToken,
} from "#domains/registry/rules/tokens.ts";
import { enterpriseId } from "#domains/registry/server/enterprise-id.ts";
import type { LabelKind } from "#domains/registry/server/labels.ts";
import { cutQuery } from "#domains/registry/server/product-words.ts";
import type { Frequencies } from "#domains/registry/server/search/token-frequencies.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type Condition = {
  /** Each holds of every result; `e` is the enterprise. */
  readonly parts: readonly RawBuilder<unknown>[];
  /** Holds of every result too, and costs a look at another table: asked of `e.id` in the order of the result, until a page is full. */
  readonly late: readonly RawBuilder<unknown>[];
  /** The share of the register that results are expected to be, by tokens; ranges are not in it. */
  readonly share: number;
  /** Few rows by nature: an identifier, or the zone's book. */
  readonly narrow: boolean;
  readonly ranges: readonly Range[];
  /** The name that is asked for, where it is one word and nothing else: names that begin with it come first in the order of names. */
  readonly beginning: string | undefined;
};

/** Twice the same: as an index has it, and as it is asked of rows that were found by something rarer. */
export type Range = { readonly indexed: RawBuilder<unknown>; readonly plain: RawBuilder<unknown> };

/** What indexes are made of: the same expression here and there (db/migrations/…-registry-enterprises.sql). */
export const CAPITAL = sql.raw("coalesce(e.capital_yuan, -1)");
export const REVENUE = sql.raw("coalesce(e.revenue_yuan, -1)");
export const GROWTH = sql.raw("coalesce(e.revenue_growth_pct, -1000000)");
export const EMPLOYEES = sql.raw("coalesce(e.employees, -1)");
export const FOUNDED = sql.raw("coalesce(e.founded_on, '0001-01-01'::date)");

/** @throws AppError `registry.query-too-short`, `registry.range-reversed` */
export function conditionOf(filter: EnterpriseFilter, today: LocalDate, zoneId: string, frequencies: Frequencies): Condition {
  requireRanges(filter);
  const parts: RawBuilder<unknown>[] = [sql`e.merged_into is null`];
  let share = 1;
  let narrow = false;
  const tokens = filterTokens(filter);
  if (tokens.length > 0) {
    parts.push(sql`e.tokens @> ${tokens}::text[]`);
    for (const token of tokens) share *= frequencies.of(token);
  }
  const words = (filter.q ?? "").split(/[\s,，、]+/).filter((one) => one !== "");
  const beginning = words.length === 1 && words[0] !== undefined ? coreName(nameKey(words[0])) : undefined;
  for (const word of words) {
    const asked = wordCondition(word, frequencies);
    parts.push(asked.part);
    share *= asked.share;
    narrow ||= asked.narrow;
  }
  if (filter.status !== undefined) parts.push(sql`e.status = ${filter.status}`);
  const late = filter.qualification === undefined ? [] : [validOn(filter.qualification, today)];
  if (filter.book !== undefined || filter.liaisonId !== undefined) {
    parts.push(inBook(filter, today, zoneId));
    narrow = true;
  }
  if (filter.chainNode !== undefined) {
    parts.push(labelled("chain", filter.chainNode, today, zoneId));
    narrow = true;
  }
  return { parts, late, share, narrow, ranges: rangesOf(filter, today), beginning };
}

function filterTokens(filter: EnterpriseFilter): readonly string[] {
  const tokens: string[] = [];
  if (filter.region !== undefined) tokens.push(regionToken(filter.region));
  if (filter.classCode !== undefined) tokens.push(classToken(classPrefix(filter.classCode)));
  if (filter.qualification !== undefined) tokens.push(qualificationToken(filter.qualification));
  if (filter.controller !== undefined) tokens.push(controllerToken(filter.controller));
  if (filter.listed === true) tokens.push(LISTED_TOKEN);
  return tokens;
}

/** A letter with one digit names no division: it is asked for as the letter. */
const classPrefix = (code: string): string => {
  const upper = code.toUpperCase();
  return upper.length === 2 ? upper.slice(0, 1) : upper;
};

type Asked = { readonly part: RawBuilder<unknown>; readonly share: number; readonly narrow: boolean };

/** A word is part of a name, or names a product; a code, or the beginning of one, is looked up as such. */
function wordCondition(word: string, frequencies: Frequencies): Asked {
  const code = normaliseUscc(word);
  if (isUscc(code)) return { part: sql`e.id = ${enterpriseId("uscc", code)}::uuid`, share: 0, narrow: true };
  if (/^\d{6}$/.test(word)) return { part: sql`(${codeBeginning(word)} or e.stock_code = ${word})`, share: 0, narrow: true };
  if (/^\d[0-9A-Z]{5,17}$/i.test(word)) return { part: codeBeginning(word.toUpperCase()), share: 0, narrow: true };
  const core = coreName(nameKey(word));
  if (core.length < 2) throw new AppError("registry.query-too-short", "invalid", { word: word.slice(0, 20) });
  const pairs = pairsOf(core);
  const cut = cutQuery(productKey(word));
  const products = cut.length === 0 ? [productToken(productKey(word))] : cut.map(productToken);
  const least = (tokens: readonly string[]) => Math.min(...tokens.map((token) => frequencies.of(token)));
  // All pairs may be there and stand apart: then the name says so. Other names have no key of their own and are taken by their pairs.
  const inName =
    pairs.length === 1
      ? sql`e.tokens @> ${pairs}::text[]`
      : sql`(e.tokens @> ${pairs}::text[] and (strpos(e.name_key, ${core}) > 0 or (select true from enterprise_name n where n.enterprise_id = e.id limit 1)))`;
  return {
    part: sql`(${inName} or e.tokens @> ${products}::text[])`,
    share: Math.min(1, least(pairs) + least(products)),
    narrow: false,
  };
}

const codeBeginning = (beginning: string): RawBuilder<unknown> =>
  sql`e.identifier >= ${beginning} and e.identifier < ${`${beginning}\u{10ffff}`}`;

/** As a question to each row in turn: joined, it would read every qualification of that kind. */
const validOn = (kind: string, day: LocalDate): RawBuilder<unknown> =>
  sql`coalesce((select true from enterprise_qualification q where q.enterprise_id = e.id and q.kind = ${kind}
    and (q.valid_from is null or q.valid_from <= ${day}::date) and (q.valid_to is null or q.valid_to >= ${day}::date) limit 1), false)`;

function inBook({ book, liaisonId }: EnterpriseFilter, day: LocalDate, zoneId: string): RawBuilder<unknown> {
  const kind = book === undefined ? sql`` : sql` and b.kind = ${book}`;
  const liaison = liaisonId === undefined ? sql`` : sql` and b.liaison_id = ${liaisonId}::uuid`;
  // An entry may stand at a row that was merged into another since.
  return sql`e.id in (select coalesce(m.merged_into, m.id) from enterprise_book b join enterprise m on m.id = b.enterprise_id where b.zone_id = ${zoneId}::uuid${kind}${liaison}
    and b.from_on <= ${day}::date and (b.to_on is null or b.to_on >= ${day}::date))`;
}

/** A label may stand at a row that was merged into another since. */
const labelled = (kind: LabelKind, value: string, day: LocalDate, zoneId: string): RawBuilder<unknown> =>
  sql`e.id in (select coalesce(m.merged_into, m.id) from enterprise_label l join enterprise m on m.id = l.enterprise_id
    where l.zone_id = ${zoneId}::uuid and l.kind = ${kind} and l.value = ${value} and (l.until_on is null or l.until_on > ${day}::date))`;

/** Nothing lies between an end and a beginning behind it: whoever asks has mistaken one for the other. */
function requireRanges(filter: EnterpriseFilter): void {
  const ranges: readonly (readonly [string | number | undefined, string | number | undefined])[] = [
    [filter.capitalFrom, filter.capitalTo],
    [filter.revenueFrom, filter.revenueTo],
    [filter.growthFrom, filter.growthTo],
    [filter.employeesFrom, filter.employeesTo],
    [filter.ageFrom, filter.ageTo],
    [filter.foundedFrom, filter.foundedTo],
  ];
  for (const [from, to] of ranges) {
    if (from === undefined || to === undefined) continue;
    // Days compare as they are written, everything else as a number.
    const reversed = Number.isNaN(Number(from)) ? from > to : Number(from) > Number(to);
    if (reversed) throw new AppError("registry.range-reversed", "invalid", { from, to });
  }
}

function rangesOf(filter: EnterpriseFilter, today: LocalDate): readonly Range[] {
  const founded = foundedRange(filter, today);
  return [
    ...range(CAPITAL, "capital_yuan", filter.capitalFrom, filter.capitalTo, "0", "numeric"),
    ...range(REVENUE, "revenue_yuan", filter.revenueFrom, filter.revenueTo, "-1", "numeric"),
    ...range(GROWTH, "revenue_growth_pct", filter.growthFrom, filter.growthTo, "-999999", "numeric"),
    ...range(EMPLOYEES, "employees", filter.employeesFrom, filter.employeesTo, "0", "integer"),
    ...range(FOUNDED, "founded_on", founded.from, founded.to, "0001-01-02", "date"),
  ];
}

/** An end alone leaves out what nothing is known of: in the index unknown stands below the least. */
function range(
  expression: RawBuilder<unknown>,
  column: string,
  from: string | number | undefined,
  to: string | number | undefined,
  least: string,
  type: string,
): readonly Range[] {
  if (from === undefined && to === undefined) return [];
  const cast = sql.raw(type);
  const between = (of: RawBuilder<unknown>) => {
    const lower = sql`${of} >= ${String(from ?? least)}::${cast}`;
    return to === undefined ? lower : sql`${lower} and ${of} <= ${String(to)}::${cast}`;
  };
  return [{ indexed: between(expression), plain: between(sql.raw(`e.${column}`)) }];
}

/** Age in whole years, on the day: three years old is whoever was founded up to this day three years ago, and after the day four years ago. */
function foundedRange(filter: EnterpriseFilter, today: LocalDate): { readonly from: string | undefined; readonly to: string | undefined } {
  const latest = [filter.foundedTo, filter.ageFrom === undefined ? undefined : yearsBefore(today, filter.ageFrom)];
  const earliest = [filter.foundedFrom, filter.ageTo === undefined ? undefined : dayAfter(yearsBefore(today, filter.ageTo + 1))];
  const ends = (days: readonly (string | undefined)[]) => days.filter((day) => day !== undefined).sort();
  return { from: ends(earliest).at(-1), to: ends(latest)[0] };
}

/** The same day of an earlier year; 29 February becomes the 28th. */
function yearsBefore(day: LocalDate, years: number): string {
  const year = String(Math.max(1, Number(day.slice(0, 4)) - years)).padStart(4, "0");
  return day.endsWith("02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
