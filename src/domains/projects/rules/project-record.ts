import type { KeyLevel, Milestone, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** A step of the lifecycle: true from `on`, known from `recordedOn`. */
export type ProjectStep = {
  readonly move: string;
  readonly from: ProjectStage | null;
  readonly to: ProjectStage;
  readonly on: LocalDate;
  readonly recordedOn: LocalDate;
};

export type PlannedDate = { readonly kind: Milestone; readonly plannedOn: LocalDate | null; readonly effectiveOn: LocalDate };
export type ActualDate = { readonly kind: Milestone; readonly actualOn: LocalDate | null; readonly recordedOn: LocalDate };
/** Twelve monthly amounts in 元, January first. */
export type YearPlan = {
  readonly year: number;
  readonly annualYuan: Decimal;
  readonly monthsYuan: readonly Decimal[];
  readonly effectiveOn: LocalDate;
};
/** `month` is `2026-06`. */
export type MonthReport = { readonly month: string; readonly investedYuan: Decimal | null; readonly reportedOn: LocalDate };
export type StatEntry = { readonly enteredOn: LocalDate | null; readonly recordedOn: LocalDate };

/**
 * A project with everything that was ever said of its course, in the order in which it was recorded. All rules read this shape, so that
 * a list, a rate or a colour of a past day is the same function with another day.
 */
export type ProjectRecord = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly enterprise: string;
  readonly category: ProjectCategory;
  readonly level: KeyLevel;
  readonly signedOn: LocalDate;
  readonly plannedTotalYuan: Decimal;
  readonly steps: readonly ProjectStep[];
  readonly plans: readonly PlannedDate[];
  readonly actuals: readonly ActualDate[];
  readonly yearPlans: readonly YearPlan[];
  readonly reports: readonly MonthReport[];
  readonly statEntries: readonly StatEntry[];
};

/**
 * Was it known on a day? What was entered later was not, and a past day is not painted anew by it (handbook §4). What came with the project
 * into the register, such as the dates that a list of projects brings along, counts from its own day: before that nothing was known at all.
 */
const knownOn = ({ steps }: ProjectRecord, recordedOn: LocalDate, asOf: LocalDate): boolean =>
  recordedOn <= asOf || recordedOn <= (steps[0]?.recordedOn ?? recordedOn);

/** The stage on a day, as it was known then; undefined before it was signed. */
export function stageOn(project: ProjectRecord, asOf: LocalDate): ProjectStage | undefined {
  let stage: ProjectStage | undefined;
  for (const step of project.steps) if (step.on <= asOf && knownOn(project, step.recordedOn, asOf)) stage = step.to;
  return stage;
}

/** The day on which a milestone was reached, as far as `asOf` and as it was known then; of several entries the last counts. */
export function actualOf(project: ProjectRecord, kind: Milestone, asOf: LocalDate): LocalDate | null {
  let found: LocalDate | null = null;
  for (const actual of project.actuals) if (actual.kind === kind && knownOn(project, actual.recordedOn, asOf)) found = actual.actualOn;
  return found !== null && found <= asOf ? found : null;
}

/** The date that was planned for a milestone on a day. */
export function plannedOf(project: ProjectRecord, kind: Milestone, asOf: LocalDate): LocalDate | null {
  let found: LocalDate | null = null;
  for (const plan of project.plans) if (plan.kind === kind && plan.effectiveOn <= asOf) found = plan.plannedOn;
  return found;
}

/** The plan of a year that was in force on a day. */
export function yearPlanOf(project: ProjectRecord, year: number, asOf: LocalDate): YearPlan | undefined {
  let found: YearPlan | undefined;
  for (const plan of project.yearPlans) if (plan.year === year && plan.effectiveOn <= asOf) found = plan;
  return found;
}

/** Entered into the statistics database on a day, as it was known then, or not. */
export function statEnteredOn(project: ProjectRecord, asOf: LocalDate): LocalDate | null {
  const last = project.statEntries.findLast((entry) => knownOn(project, entry.recordedOn, asOf))?.enteredOn ?? null;
  return last !== null && last <= asOf ? last : null;
}

/** Of each month the report that counted on a day: the newest reported by then. */
export function reportsUpTo(project: ProjectRecord, asOf: LocalDate): ReadonlyMap<string, MonthReport> {
  const kept = monthMaps.get(project.reports);
  if (kept?.asOf === asOf) return kept.byMonth;
  const byMonth = new Map<string, MonthReport>();
  for (const report of project.reports) if (report.reportedOn <= asOf) byMonth.set(report.month, report);
  monthMaps.set(project.reports, { asOf, byMonth });
  return byMonth;
}

/** A colour asks for the months of one day several times; a list of reports is never changed, so its last answer stands. */
const monthMaps = new WeakMap<readonly MonthReport[], { readonly asOf: LocalDate; readonly byMonth: ReadonlyMap<string, MonthReport> }>();

export const lastReportedOn = (project: ProjectRecord, asOf: LocalDate): LocalDate | null => {
  let last: LocalDate | null = null;
  for (const { reportedOn } of project.reports) if (reportedOn <= asOf && (last === null || reportedOn > last)) last = reportedOn;
  return last;
};
