import type { ResolutionState } from "#domains/projects/contract/dispatch.ts";
import { addDays, type LocalDate, weekday } from "#kernel/local-date.ts";

export type BurningResolution = {
  readonly madeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: ResolutionState;
  readonly closedOn: LocalDate | null;
  /** In the order in which they were granted. */
  readonly extensions: readonly { readonly from: LocalDate; readonly on: LocalDate }[];
};

export type BurnWeek = {
  readonly from: LocalDate;
  readonly made: number;
  readonly closed: number;
  readonly open: number;
  readonly overdue: number;
};

const WEEK = 7;
const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekday(day) + WEEK - 1) % WEEK));

/** The due date that a resolution had on a day: an extension granted later does not make it punctual then. */
const dueThen = ({ dueOn, extensions }: BurningResolution, day: LocalDate): LocalDate =>
  extensions.find(({ on }) => on > day)?.from ?? dueOn;

/** Open and overdue resolutions at the end of each of the last weeks; the present week ends today. */
export function burnDown(resolutions: readonly BurningResolution[], asOf: LocalDate, weeks: number): readonly BurnWeek[] {
  const last = mondayOf(asOf);
  return Array.from({ length: weeks }, (_, place) => {
    const from = addDays(last, (place + 1 - weeks) * WEEK);
    const sunday = addDays(from, WEEK - 1);
    const end = sunday < asOf ? sunday : asOf;
    const within = (day: LocalDate | null): boolean => day !== null && day >= from && day <= end;
    const standing = resolutions.filter(({ madeOn, closedOn }) => madeOn <= end && (closedOn === null || closedOn > end));
    return {
      from,
      made: resolutions.filter(({ madeOn }) => within(madeOn)).length,
      closed: resolutions.filter(({ closedOn }) => within(closedOn)).length,
      open: standing.length,
      overdue: standing.filter((one) => dueThen(one, end) < end).length,
    };
  });
}
