import type { Milestone } from "#domains/projects/contract/project.ts";
import { addDays, daysBetween, type LocalDate } from "#kernel/local-date.ts";

/** The order in which a project lives; construction elements and permits stand before the completion that needs them. */
const COURSE: readonly (readonly Milestone[])[] = [
  ["sign"],
  ["land"],
  ["permit", "element-land"],
  ["start"],
  ["element-power", "element-water", "element-gas", "element-fire"],
  ["complete"],
  ["produce"],
  ["full-capacity", "above-scale"],
];
const rankOf = (kind: Milestone): number => COURSE.findIndex((kinds) => kinds.includes(kind));

export type Planned = { readonly kind: Milestone; readonly plannedOn: LocalDate };
export type OutOfOrder = { readonly earlier: Planned; readonly later: Planned };

/** The main stages only: site works may begin before a permit, and a permit may come on the day of the start. */
const MAIN: readonly Milestone[] = ["sign", "land", "start", "complete", "produce", "full-capacity"];

/** The first two planned dates that contradict the course; equal dates are allowed (same-day signing and start occurred). */
export function findOutOfOrder(plan: readonly Planned[]): OutOfOrder | undefined {
  const main = plan.filter(({ kind }) => MAIN.includes(kind)).sort((one, other) => rankOf(one.kind) - rankOf(other.kind));
  for (const [place, later] of main.entries()) {
    const earlier = main[place - 1];
    if (earlier && earlier.plannedOn > later.plannedOn) return { earlier, later };
  }
  for (const [before, after] of BESIDE) {
    const [earlier, later] = [plan.find(({ kind }) => kind === before), plan.find(({ kind }) => kind === after)];
    if (earlier && later && earlier.plannedOn > later.plannedOn) return { earlier, later };
  }
  return undefined;
}

const BEFORE_COMPLETION: readonly Milestone[] = ["permit", "element-land", "element-power", "element-water", "element-gas", "element-fire"];

/** What stands beside the main stages: not before the signing, not after the completion that needs it; 上规 not before production. */
const BESIDE: readonly (readonly [Milestone, Milestone])[] = [
  ...BEFORE_COMPLETION.flatMap((kind) => [["sign", kind] as const, [kind, "complete"] as const]),
  ["sign", "above-scale"],
  ["produce", "above-scale"],
];

export type Push = { readonly kind: Milestone; readonly from: LocalDate; readonly to: LocalDate };

/**
 * What a new date of one milestone pushes: everything later in the course that is still open, by the same number of days.
 * Nothing is pulled forward when a date comes earlier.
 */
export function pushesOf(open: readonly Planned[], moved: Planned, to: LocalDate): readonly Push[] {
  const days = daysBetween(moved.plannedOn, to);
  if (days <= 0) return [];
  return open
    .filter(({ kind }) => rankOf(kind) > rankOf(moved.kind))
    .sort((one, other) => rankOf(one.kind) - rankOf(other.kind))
    .map(({ kind, plannedOn }) => ({ kind, from: plannedOn, to: addDays(plannedOn, days) }));
}
