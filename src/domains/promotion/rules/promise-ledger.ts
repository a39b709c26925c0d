import type { PromiseLine, PromiseMetric, PromiseState } from "#domains/promotion/contract/promise.ts";
import type { PromiseTotal } from "#domains/promotion/contract/promise-operations.ts";
import { compare, type Decimal, divide, multiply, sum, whole, ZERO } from "#kernel/decimal.ts";
import { daysBetween, type LocalDate, yearOf } from "#kernel/local-date.ts";

/** What was promised, in one revision. Amounts in 元, land in 亩. */
export type Promised = {
  readonly investment: readonly { readonly year: number; readonly yuan: Decimal }[];
  readonly startOn: LocalDate | null;
  readonly produceOn: LocalDate | null;
  readonly fullYear: number | null;
  readonly outputYuan: Decimal | null;
  readonly taxYuan: Decimal | null;
  readonly jobs: number | null;
  readonly landMu: Decimal | null;
  readonly taxPerMuYuan: Decimal | null;
};

/** What became known, in the order in which it did; null takes an entry back. */
export type Actual = {
  readonly metric: PromiseMetric;
  readonly year: number | null;
  readonly amount: Decimal | null;
  readonly reachedOn: LocalDate | null;
  readonly origin: "projects" | "hand";
  readonly recordedOn: LocalDate;
  readonly note: string;
};

const HUNDRED = "100" as Decimal;
const percent = (part: Decimal, of: Decimal): Decimal | null => (of === ZERO ? null : divide(multiply(part, HUNDRED), of, 1));

/** Of one measure and year the last entry that was known by the day. */
function lastOf(actuals: readonly Actual[], metric: PromiseMetric, year: number | null, asOf: LocalDate): Actual | undefined {
  let found: Actual | undefined;
  for (const actual of actuals)
    if (actual.metric === metric && (year === null || actual.year === year) && actual.recordedOn <= asOf) found = actual;
  return found === undefined || (found.amount === null && found.reachedOn === null) ? undefined : found;
}

/** Promise against actual, line by line, as of a day. What is not known is shown as not known, never as nothing. */
export function promiseLines(promised: Promised, actuals: readonly Actual[], asOf: LocalDate): readonly PromiseLine[] {
  const amount = (metric: PromiseMetric, year: number | null, due: number | null, value: Decimal | null): readonly PromiseLine[] => {
    if (value === null) return [];
    const actual = lastOf(actuals, metric, year, asOf);
    const come = actual?.amount ?? null;
    return [
      {
        metric,
        year,
        promised: value,
        actual: come,
        promisedOn: null,
        actualOn: null,
        pct: come === null ? null : percent(come, value),
        daysLate: null,
        state: amountState(value, come, due, asOf),
        ...knownBy(actual),
      },
    ];
  };
  const day = (metric: "start" | "produce", promisedOn: LocalDate | null): readonly PromiseLine[] => {
    if (promisedOn === null) return [];
    const actual = lastOf(actuals, metric, null, asOf);
    const reached = actual?.reachedOn ?? null;
    const until = reached ?? asOf;
    return [
      {
        metric,
        year: null,
        promised: null,
        actual: null,
        promisedOn,
        actualOn: reached,
        pct: null,
        daysLate: reached === null && asOf <= promisedOn ? null : daysBetween(promisedOn, until),
        state: dayState(promisedOn, reached, asOf),
        ...knownBy(actual),
      },
    ];
  };
  const { fullYear } = promised;
  const lasting = fullYear === null ? [] : yearsFrom(fullYear, yearOf(asOf));
  const byYear = (metric: PromiseMetric, value: Decimal | null): readonly PromiseLine[] =>
    fullYear === null ? amount(metric, null, null, value) : lasting.flatMap((year) => amount(metric, year, year, value));
  return [
    ...[...promised.investment]
      .sort((one, other) => one.year - other.year)
      .flatMap(({ year, yuan }) => amount("investment", year, year, yuan)),
    ...day("start", promised.startOn),
    ...day("produce", promised.produceOn),
    ...byYear("output", promised.outputYuan),
    ...byYear("tax", promised.taxYuan),
    ...byYear("jobs", promised.jobs === null ? null : whole(promised.jobs)),
    ...byYear("tax-per-mu", promised.taxPerMuYuan),
    ...amount("land", null, null, promised.landMu),
  ];
}

/** From the promised year on each year that has begun, and the promised year itself while it lies ahead. */
const MOST_YEARS = 10;
const yearsFrom = (first: number, now: number): readonly number[] =>
  now <= first ? [first] : Array.from({ length: Math.min(now - first + 1, MOST_YEARS) }, (_, place) => first + place);

const knownBy = (actual: Actual | undefined): Pick<PromiseLine, "origin" | "knownOn" | "note"> => ({
  origin: actual?.origin ?? null,
  knownOn: actual?.recordedOn ?? null,
  note: actual?.note ?? "",
});

/** A year's promise is judged when the year is over; without a year it is only compared. */
function amountState(promised: Decimal, actual: Decimal | null, due: number | null, asOf: LocalDate): PromiseState {
  const reached = actual !== null && compare(actual, promised) >= 0;
  if (reached) return "kept";
  if (due === null) return actual === null ? "ahead" : "running";
  const now = yearOf(asOf);
  if (due > now) return "ahead";
  if (due === now) return "running";
  return actual === null ? "no-data" : "short";
}

function dayState(promisedOn: LocalDate, reached: LocalDate | null, asOf: LocalDate): PromiseState {
  if (reached !== null) return reached <= promisedOn ? "kept" : "late";
  return asOf <= promisedOn ? "ahead" : "late";
}

export const isBroken = ({ state }: PromiseLine): boolean => state === "short" || state === "late" || state === "no-data";
const isKept = ({ state }: PromiseLine): boolean => state === "kept";
export const countLines = (lines: readonly PromiseLine[]) => ({
  kept: lines.filter(isKept).length,
  broken: lines.filter(isBroken).length,
});

const TOTALLED: readonly PromiseMetric[] = ["investment", "start", "produce", "output", "tax", "jobs", "tax-per-mu"];

/** Lines that are due by the day. A year that runs is compared with nothing: half of it is not yet over. */
const isDue = ({ state }: PromiseLine): boolean => state !== "ahead" && state !== "running";

/** Over all promises: what was due by the day and what came of it. Dates are counted, amounts summed. */
export function promiseTotals(all: readonly { readonly lead: string; readonly lines: readonly PromiseLine[] }[]): readonly PromiseTotal[] {
  return TOTALLED.flatMap((metric) => {
    const lines = all.flatMap(({ lead, lines: own }) =>
      own.filter((line) => line.metric === metric && isDue(line)).map((line) => ({ lead, line })),
    );
    if (lines.length === 0) return [];
    const dated = metric === "start" || metric === "produce";
    const kept = lines.filter(({ line }) => isKept(line)).length;
    const summable = lines.filter(({ line }) => line.actual !== null);
    const promised = dated ? whole(lines.length) : sum(summable.map(({ line }) => line.promised ?? ZERO));
    const actual = dated ? whole(kept) : sum(summable.map(({ line }) => line.actual ?? ZERO));
    return [
      {
        metric,
        leads: new Set(lines.map(({ lead }) => lead)).size,
        promised,
        actual,
        pct: percent(actual, promised),
        kept,
        short: lines.filter(({ line }) => line.state === "short" || line.state === "late").length,
        noData: lines.filter(({ line }) => line.state === "no-data").length,
      },
    ];
  });
}
