import type { GanttMilestone } from "#domains/projects/contract/course-operations.ts";
import type { Milestone } from "#domains/projects/contract/project.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/**
 * A piece of a project's line. `plan`: construction as planned; `actual`: as it went, up to the day that is looked at; `before`: from the
 * signing to the start; `overdue`: from the planned day of a milestone that has not been reached until the day that is looked at.
 */
export type GanttBar = {
  readonly kind: "plan" | "actual" | "before" | "overdue";
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Still going on at the end. */
  readonly open: boolean;
};

const MAIN: readonly Milestone[] = ["land", "start", "complete", "produce"];

export function ganttBars(milestones: readonly GanttMilestone[], asOf: LocalDate): readonly GanttBar[] {
  const of = (kind: Milestone) => milestones.find((one) => one.kind === kind);
  const [signed, start, complete] = [of("sign")?.actualOn, of("start"), of("complete")];
  const bars: GanttBar[] = [];
  const begun = start?.actualOn ?? null;
  const add = (kind: GanttBar["kind"], from: LocalDate, to: LocalDate, open: boolean) => {
    if (from < to) bars.push({ kind, from, to, open });
  };
  if (signed) add("before", signed, begun ?? asOf, begun === null);
  if (start?.plannedOn && complete?.plannedOn) add("plan", start.plannedOn, complete.plannedOn, false);
  if (begun) add("actual", begun, complete?.actualOn ?? asOf, !complete?.actualOn);
  const overdue = overdueMilestone(milestones, asOf);
  if (overdue?.plannedOn) add("overdue", overdue.plannedOn, asOf, true);
  return bars;
}

/** The main milestone that is overdue longest: planned before the day, and not reached. */
export function overdueMilestone(milestones: readonly GanttMilestone[], asOf: LocalDate): GanttMilestone | undefined {
  return milestones
    .filter(({ kind, plannedOn, actualOn }) => MAIN.includes(kind) && plannedOn !== null && actualOn === null && plannedOn < asOf)
    .sort((one, other) => ((one.plannedOn ?? "") < (other.plannedOn ?? "") ? -1 : 1))[0];
}

/** The next main milestone that is still to come. */
export const nextMilestone = (milestones: readonly GanttMilestone[]): GanttMilestone | undefined =>
  MAIN.map((kind) => milestones.find((one) => one.kind === kind)).find((one) => one !== undefined && one.actualOn === null);
