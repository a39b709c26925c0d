import { basisWords, settlednessWords } from "#domains/economy/contract/card-words.ts";
import { sheetColumns } from "#domains/economy/contract/sheet-columns.ts";
import { SAMPLE_SEED, type SampleFact, sampleFacts, sampleFactsOfYear } from "./indicators.ts";

export type SampleFile = { readonly name: string; readonly bytes: Uint8Array };
type Settledness = keyof typeof settlednessWords;

/** A filled-in template as CSV: the heads of its columns, a fact a row. A growth published alone leaves the value empty. */
function asSpreadsheet(name: string, facts: readonly SampleFact[], settledness: Settledness, note: string): SampleFile {
  const cellsOf = (fact: SampleFact): Readonly<Partial<Record<(typeof sheetColumns)[number]["key"], string>>> => ({
    indicator: fact.indicator,
    region: fact.region,
    period: fact.period,
    ...(fact.unit === "%" ? {} : { value: fact.value, unit: fact.unit }),
    ...(fact.yoyPct === null ? {} : { growth: fact.yoyPct }),
    basis: basisWords[fact.basis].zh,
    settledness: settlednessWords[settledness].zh,
    note,
  });
  const lines = [
    sheetColumns.map((column) => column.head.zh),
    ...facts.map((fact) => sheetColumns.map((column) => cellsOf(fact)[column.key] ?? "")),
  ];
  return { name, bytes: new TextEncoder().encode(`\ufeff${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`) };
}

/** The statistics office's files: two settled years, and the first quarter of the running one. */
export const sampleSpreadsheet = (year: 2024 | 2025 | 2026, seed: number = SAMPLE_SEED): SampleFile =>
  asSpreadsheet(
    `云岭高新区主要指标-${year}.csv`,
    sampleFactsOfYear(year, seed),
    year === 2024 ? "verified" : "preliminary",
    year === 2024 ? "2024年年报核定" : `${year}年定报`,
  );

/** What the verification of the half year changed in the first half of 2025: two indicators, by tenths of a 亿元 upwards. */
const REVISED = [
  ["tax", 2n],
  ["service-revenue", 3n],
] as const;

const tenths = (value: string): bigint => BigInt(value.replace(".", ""));
const printTenths = (value: bigint): string => `${value / 10n}.${value % 10n}`;

/** The revised rows; growth on the level of the year before, which stays. */
export function sampleRevision(seed: number = SAMPLE_SEED): readonly SampleFact[] {
  const facts = sampleFacts(seed).filter((fact) => fact.region === "云岭高新区");
  const find = (code: string, period: string) => facts.find((fact) => fact.code === code && fact.period === period);
  return REVISED.flatMap(([code, more]) => {
    const [now, before] = [find(code, "2025H1"), find(code, "2024H1")];
    if (now === undefined || before === undefined) return [];
    const value = tenths(now.value) + more;
    const base = tenths(before.value);
    const growth = ((value - base) * 1000n + base / 2n) / base;
    return [{ ...now, value: printTenths(value), yoyPct: printTenths(growth) }];
  });
}

export const sampleRevisionSpreadsheet = (seed: number = SAMPLE_SEED): SampleFile =>
  asSpreadsheet("云岭高新区2025年上半年指标修订.csv", sampleRevision(seed), "revised", "2025年半年报核定后修订");
