import { Colour, type ColourReason, type ColourRule } from "#domains/projects/contract/colour.ts";
import { type Milestone, milestoneWords, type ProjectStage } from "#domains/projects/contract/project.ts";
import { progressGap, yearToDate } from "#domains/projects/rules/investment.ts";
import { lastClosedMonth, lastDayOf, monthOf, monthsBetween, monthsSince, wholeMonthsSince } from "#domains/projects/rules/months.ts";
import {
  actualOf,
  lastReportedOn,
  type ProjectRecord,
  plannedOf,
  reportsUpTo,
  stageOn,
  statEnteredOn,
} from "#domains/projects/rules/project-record.ts";
import { REPORTING_STAGES } from "#domains/projects/rules/reporting.ts";
import { compare, type Decimal, whole } from "#kernel/decimal.ts";
import { type Ladder, readLadder, worstOf } from "#kernel/ladder.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";

/** A colour with every dimension that was looked at; the reasons are those that are not green, worst first. */
export type ColourReading = {
  readonly colour: Colour;
  readonly reasons: readonly ColourReason[];
  readonly dimensions: readonly ColourReason[];
};

/** Supervised from the signing until production; production itself, 达产 and 上规 are followed as milestones after that. */
const SUPERVISED: readonly ProjectStage[] = ["SIGNED", "LAND", "BUILDING", "COMPLETED", "PRODUCING", "SUSPENDED"];
/** The start has a ladder of its own, in months; signing is where a project begins. */
const FOLLOWED: readonly Milestone[] = [
  "land",
  "permit",
  "element-land",
  "element-power",
  "element-water",
  "element-gas",
  "element-fire",
  "complete",
  "produce",
  "full-capacity",
  "above-scale",
];

/** The colour of a project on a day by one version of the rule; undefined for a project that is not supervised then. */
export function readColour(project: ProjectRecord, rule: ColourRule, asOf: LocalDate): ColourReading | undefined {
  const stage = stageOn(project, asOf);
  if (stage === undefined || !SUPERVISED.includes(stage)) return undefined;
  const dimensions =
    stage === "SUSPENDED"
      ? [suspended(rule)]
      : [
          progress(project, rule, asOf),
          milestone(project, rule, asOf),
          start(project, stage, rule, asOf),
          statEntry(project, rule, asOf),
          REPORTING_STAGES.includes(stage) ? silence(project, rule, asOf) : undefined,
        ].filter((reason) => reason !== undefined);
  // Green says that something was looked at and found well.
  if (!dimensions.some(({ dimension }) => dimension !== "stat-entry")) return undefined;
  const worst = worstOf(
    Colour.options,
    dimensions.map((reason) => ({ ...reason, band: reason.colour })),
  );
  const reasons = dimensions.filter((reason) => reason.colour !== "green").sort(worstFirst);
  return { colour: worst?.colour ?? "green", reasons, dimensions };
}

const worstFirst = (one: ColourReason, other: ColourReason): number =>
  Colour.options.indexOf(other.colour) - Colour.options.indexOf(one.colour);

/** Of a rule that `ColourRule` has let through: its bands are colours. */
const bandOf = (ladder: Ladder, value: Decimal): Colour => readLadder(ladder, value).band as Colour;

function progress(project: ProjectRecord, rule: ColourRule, asOf: LocalDate): ColourReason | undefined {
  const standing = yearToDate(project, asOf);
  const gap = standing && progressGap(standing);
  if (gap === undefined) return undefined;
  const behind = compare(gap, "0" as Decimal) > 0;
  const size = gap.startsWith("-") ? gap.slice(1) : gap;
  return {
    dimension: "progress",
    colour: bandOf(rule.progress, gap),
    value: gap,
    subject: standing?.through ?? null,
    zh: behind ? `进度缺口${size}个百分点` : gap === "0" ? "进度与序时计划持平" : `进度超序时计划${size}个百分点`,
    en: behind
      ? `progress is ${size} percentage points behind plan`
      : gap === "0"
        ? "progress is as planned"
        : `progress is ${size} percentage points ahead of plan`,
  };
}

function milestone(project: ProjectRecord, rule: ColourRule, asOf: LocalDate): ColourReason | undefined {
  let oldest: { readonly kind: Milestone; readonly days: number } | undefined;
  let followed = false;
  for (const kind of FOLLOWED) {
    const planned = plannedOf(project, kind, asOf);
    if (planned === null) continue;
    followed = true;
    const days = actualOf(project, kind, asOf) === null ? daysBetween(planned, asOf) : 0;
    if (days > 0 && (oldest === undefined || days > oldest.days)) oldest = { kind, days };
  }
  if (!followed) return undefined;
  if (oldest === undefined)
    return {
      dimension: "milestone",
      colour: bandOf(rule.milestone, whole(0)),
      value: whole(0),
      subject: null,
      zh: "没有逾期节点",
      en: "no milestone is overdue",
    };
  const { kind, days } = oldest;
  return {
    dimension: "milestone",
    colour: bandOf(rule.milestone, whole(days)),
    value: whole(days),
    subject: kind,
    zh: `里程碑（${milestoneWords[kind].zh}）逾期${days}天`,
    en: `the milestone “${milestoneWords[kind].en}” is ${days} days overdue`,
  };
}

/** Counted in months from the planned month; before it, and once started, there is nothing to say. */
function start(project: ProjectRecord, stage: ProjectStage, rule: ColourRule, asOf: LocalDate): ColourReason | undefined {
  const planned = plannedOf(project, "start", asOf);
  if (planned === null || actualOf(project, "start", asOf) !== null || (stage !== "SIGNED" && stage !== "LAND")) return undefined;
  const months = monthsBetween(monthOf(planned), monthOf(asOf));
  if (months < 0)
    return {
      dimension: "start",
      colour: "green",
      value: whole(months),
      subject: planned,
      zh: "未到计划开工月",
      en: "the planned month of start has not come",
    };
  return {
    dimension: "start",
    colour: bandOf(rule.start, whole(months)),
    value: whole(months),
    subject: planned,
    zh: months === 0 ? "本月应开工，尚未开工" : `超过计划开工月${months}个月未开工`,
    en: months === 0 ? "due to start this month, not started" : `not started ${months} months after the planned month`,
  };
}

function statEntry(project: ProjectRecord, rule: ColourRule, asOf: LocalDate): ColourReason | undefined {
  const started = actualOf(project, "start", asOf);
  if (started === null || compare(project.plannedTotalYuan, rule.statThresholdYuan) < 0) return undefined;
  if (statEnteredOn(project, asOf) !== null)
    return {
      dimension: "stat-entry",
      colour: "green",
      value: null,
      subject: null,
      zh: "已入库",
      en: "entered into the statistics database",
    };
  const months = monthsSince(started, asOf);
  const wholeMonths = wholeMonthsSince(started, asOf);
  const over = compare(months, whole(wholeMonths)) > 0;
  return {
    dimension: "stat-entry",
    colour: bandOf(rule.statEntry, months),
    value: months,
    subject: started,
    zh: wholeMonths === 0 ? "已开工，尚未入库" : `开工${over ? "超过" : "满"}${wholeMonths}个月未入库`,
    en:
      wholeMonths === 0
        ? "started, not yet in the statistics database"
        : `not in the statistics database ${over ? "more than " : ""}${wholeMonths} months after the start`,
  };
}

/** `2026-06` in official words. */
const sayMonth = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** No report by the cutoff is never green. A project signed in the month of the cutoff need not have reported yet. */
function silence(project: ProjectRecord, rule: ColourRule, asOf: LocalDate): ColourReason | undefined {
  const month = lastClosedMonth(asOf);
  if (project.signedOn > lastDayOf(month) || monthOf(project.signedOn) === month) return undefined;
  const reported = reportsUpTo(project, asOf).has(month);
  return {
    dimension: "silence",
    colour: reported ? "green" : rule.silence,
    value: null,
    subject: month,
    zh: `${sayMonth(month)}${reported ? "已报月报" : "未报月报，无数据"}`,
    en: reported ? `${month} was reported` : `no report for ${month}`,
  };
}

const suspended = (rule: ColourRule): ColourReason => ({
  dimension: "state",
  colour: rule.suspended,
  value: null,
  subject: null,
  zh: "项目停建",
  en: "the project is suspended",
});

/** The second light: how old the last report is. A project that nobody reports on is not well because it is green. */
export type Freshness = {
  readonly state: "fresh" | "stale" | "missing";
  readonly days: number | null;
  readonly lastReportedOn: LocalDate | null;
};

export function readFreshness(project: ProjectRecord, rule: ColourRule, asOf: LocalDate): Freshness {
  const last = lastReportedOn(project, asOf);
  if (last === null) return { state: "missing", days: null, lastReportedOn: null };
  const days = daysBetween(last, asOf);
  const { staleAfterDays, missingAfterDays } = rule.freshness;
  return { state: days > missingAfterDays ? "missing" : days > staleAfterDays ? "stale" : "fresh", days, lastReportedOn: last };
}
