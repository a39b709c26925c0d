import { columnsOf, type ImportColumn } from "#domains/registry/contract/import-columns.ts";
import type { ColumnMapping, ImportSubject } from "#domains/registry/contract/import-operations.ts";

/** A heading without what it may be written with: stars, spaces, a unit in brackets. */
const plain = (heading: string): string =>
  heading
    .normalize("NFKC")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, "")
    .replace(/[*\s]/g, "")
    .toLowerCase()
    .replace(/(_(wan|million|thousand|cny|rmb|yuan))+$/, "");

const YEAR = /(?:^|[^\d])((?:19|20)\d{2})(?:年度|年)?(?!\d)/;

/** What a heading of a file most likely is of ours: `2023年营业收入（万元）` is `revenue:2023`. */
export function columnFor(heading: string, subject: ImportSubject): string | undefined {
  const columns = columnsOf(subject);
  const whole = plain(heading);
  const found = columns.find((column) => namesOf(column).includes(whole));
  const year = YEAR.exec(heading.normalize("NFKC").replace(/\s/g, ""))?.[1];
  if (found !== undefined) return found.yearly && year !== undefined ? `${found.key}:${year}` : found.key;
  if (year === undefined) return undefined;
  const without = whole.replace(new RegExp(`${year}(?:年度|年)?`), "").replace(/^[_-]|[_-]$/g, "");
  const yearly = columns.find((column) => column.yearly && namesOf(column).includes(without));
  return yearly === undefined ? undefined : `${yearly.key}:${year}`;
}

const namesOf = (column: ImportColumn): readonly string[] =>
  [column.key, column.head.zh, column.head.en, ...column.alias].map((name) => plain(name));

/** The first heading wins where two would be the same column. */
export function suggestMapping(headings: readonly string[], subject: ImportSubject): ColumnMapping {
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const heading of headings) {
    const key = columnFor(heading, subject);
    if (key === undefined || taken.has(key)) continue;
    taken.add(key);
    mapping[heading] = key;
  }
  return mapping;
}

/** A column of ours by the key of a mapping, which may carry a year. */
export function findColumn(key: string, subject: ImportSubject): ImportColumn | undefined {
  const [name = "", year] = key.split(":");
  const found = columnsOf(subject).find((column) => column.key === name);
  return year === undefined ? found : found?.yearly && /^(19|20)\d{2}$/.test(year) ? found : undefined;
}

/** Columns that a file must have and that nothing in the mapping is. */
export const missingColumns = (mapping: ColumnMapping, subject: ImportSubject): readonly ImportColumn[] =>
  columnsOf(subject).filter((column) => column.required && !Object.values(mapping).includes(column.key));

/** How many places an amount of this heading is to be moved to be in 元: 万元 unless the heading says another unit. */
export function scaleOf(heading: string): number {
  const [, unit] = /[(（[]\s*(?:人民币)?\s*(亿元|百万元|万元|千元|元|亿|百万|万)\s*[)）\]]/.exec(heading) ?? [];
  if (unit === undefined) return ENGLISH_UNITS.find(([pattern]) => pattern.test(heading))?.[1] ?? 4;
  return unit.startsWith("亿") ? 8 : unit.startsWith("百万") ? 6 : unit.startsWith("万") ? 4 : unit.startsWith("千") ? 3 : 0;
}

const ENGLISH_UNITS: readonly (readonly [RegExp, number])[] = [
  [/10,?000|_wan\b/i, 4],
  [/billion/i, 9],
  [/million/i, 6],
  [/thousand/i, 3],
  [/yuan$/i, 0],
];
