import { lastClosedMonth, type Month } from "#domains/projects/rules/months.ts";
import { type ProjectRecord, reportsUpTo, yearPlanOf } from "#domains/projects/rules/project-record.ts";
import { type Decimal, divide, multiply, subtract, sum, ZERO } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** Plan and actual of one year as far as the last month that is over on a day. All amounts in 元. */
export type YearToDate = {
  readonly year: number;
  readonly through: Month;
  readonly annualPlan: Decimal;
  /** What the monthly plan foresees for January … `through`: the time-phased plan 序时计划. */
  readonly phasedPlan: Decimal;
  readonly actual: Decimal;
};

/** Undefined when no plan of the year was in force on that day. In January the year before is still the one that is over. */
export const yearToDate = (project: ProjectRecord, asOf: LocalDate): YearToDate | undefined =>
  standingThrough(project, lastClosedMonth(asOf), asOf);

/** The same as far as a given month, with the plans and reports of a later day: a month's reports come when it is over. */
export function standingThrough(project: ProjectRecord, through: Month, asOf: LocalDate): YearToDate | undefined {
  const year = Number(through.slice(0, 4));
  const plan = yearPlanOf(project, year, asOf);
  if (plan === undefined) return undefined;
  const months = Number(through.slice(5));
  return {
    year,
    through,
    annualPlan: plan.annualYuan,
    phasedPlan: sum(plan.monthsYuan.slice(0, months)),
    actual: investedIn(project, year, through, asOf),
  };
}

/** Reported investment of the months of a year up to and including `through`, as reported by `asOf`. */
export function investedIn(project: ProjectRecord, year: number, through: Month, asOf: LocalDate): Decimal {
  const amounts: Decimal[] = [];
  for (const [month, { investedYuan }] of reportsUpTo(project, asOf)) {
    if (investedYuan !== null && Number(month.slice(0, 4)) === year && month <= through) amounts.push(investedYuan);
  }
  return sum(amounts);
}

/** Everything that was reported since the signing. */
export const investedInAll = (project: ProjectRecord, asOf: LocalDate): Decimal =>
  sum([...reportsUpTo(project, asOf).values()].flatMap(({ investedYuan }) => investedYuan ?? []));

const HUNDRED = "100" as Decimal;
const PLACES = 2;

/** Percent with two places; undefined for an empty denominator. */
export const percentOf = (part: Decimal, whole: Decimal): Decimal | undefined =>
  whole === ZERO ? undefined : divide(multiply(part, HUNDRED), whole, PLACES);

/** (cumulative plan − cumulative actual) ÷ annual plan, in percentage points: handbook §4. Undefined without a plan. */
export const progressGap = ({ annualPlan, phasedPlan, actual }: YearToDate): Decimal | undefined =>
  percentOf(subtract(phasedPlan, actual), annualPlan);

/** Which plan a completion rate is measured against: it is stated with every rate, for the two differ by half a year (handbook §4). */
export type Denominator = "annual" | "phased";
export type CompletionRate = {
  readonly denominator: Denominator;
  readonly plan: Decimal;
  readonly actual: Decimal;
  readonly ratePct: Decimal | null;
};

export const completionRate = ({ annualPlan, phasedPlan, actual }: YearToDate, denominator: Denominator): CompletionRate => {
  const plan = denominator === "annual" ? annualPlan : phasedPlan;
  return { denominator, plan, actual, ratePct: percentOf(actual, plan) ?? null };
};

/** “超年度计划投资143.91%” says either that the rate is 143.91 %, or that the plan was exceeded by as much. Both readings are kept (handbook §4). */
export type RateReading = { readonly reading: "rate" | "exceeds-by"; readonly ratePct: Decimal; readonly impliedPlan: Decimal };

/** The plan that each reading implies, with two places. @param actual in any unit of money: the plan comes out in the same. */
export function readAmbiguousRate(actual: Decimal, statedPct: Decimal): readonly [RateReading, RateReading] {
  const exceeded = sum([statedPct, HUNDRED]);
  return [
    { reading: "rate", ratePct: statedPct, impliedPlan: divide(multiply(actual, HUNDRED), statedPct, PLACES) },
    { reading: "exceeds-by", ratePct: exceeded, impliedPlan: divide(multiply(actual, HUNDRED), exceeded, PLACES) },
  ];
}
