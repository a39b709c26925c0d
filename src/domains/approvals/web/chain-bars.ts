import type { LocalDate } from "#kernel/local-date.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

type Link = {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly workdays: number | null;
  readonly pausedWorkdays: number;
  readonly plannedWorkdays: number | null;
};

/** In working days since the first link began. What was suspended stands behind what was counted. */
export type ChainBar = {
  readonly start: number;
  readonly counted: number;
  readonly paused: number;
  readonly planned: number | null;
  readonly lasts: boolean;
};

export type ChainBars = { readonly bars: readonly (ChainBar | null)[]; readonly most: number };

/** Where each link stands among the others; null for one that has not begun. */
export function chainBars(links: readonly Link[], calendar: WorkCalendar): ChainBars {
  const first = links
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(0);
  const bars = links.map(({ from, to, workdays, pausedWorkdays, plannedWorkdays }): ChainBar | null => {
    if (!first || from === null || workdays === null) return null;
    const start = workdaysBetween(calendar, first, from).count;
    return {
      start,
      counted: workdays,
      paused: pausedWorkdays,
      planned: plannedWorkdays === null ? null : start + plannedWorkdays,
      lasts: to === null,
    };
  });
  const ends = bars.flatMap((bar) => (bar ? [bar.start + bar.counted + bar.paused, bar.planned ?? 0] : []));
  return { bars, most: Math.max(1, ...ends) };
}

/** Between a bar, the mark of its plan and its number. */
const GAP = 6;

/** Where the number of a bar begins: behind the bar, and behind the mark of its plan where that would run through the number. */
export const labelAt = (barEnd: number, plan: number | null, width: number): number =>
  plan !== null && plan > barEnd - GAP && plan < barEnd + 2 * GAP + width ? Math.max(barEnd, plan) + GAP : barEnd + GAP;
