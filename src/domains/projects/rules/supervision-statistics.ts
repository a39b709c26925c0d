import { type Decimal, divide, sum, whole } from "#kernel/decimal.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";

/** One recorded change of a project's colour. */
export type RecordedColour = {
  readonly projectId: string;
  readonly asOf: LocalDate;
  readonly colour: string;
  readonly falseAlarm: boolean;
};
/** A letter or escalation that was issued. */
export type IssuedLetter = {
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly repliedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

/** `2026Q2`. */
export type Quarter = string;
export const quarterOf = (day: LocalDate): Quarter => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** A time in red: until the day on which another colour was recorded, or still red. */
export type RedSpell = { readonly from: LocalDate; readonly to: LocalDate | null; readonly falseAlarm: boolean };

/** @param changes of all projects, each project's in the order of recording. */
export function redSpells(changes: readonly RecordedColour[]): readonly RedSpell[] {
  const byProject = Map.groupBy(changes, (change) => change.projectId);
  return [...byProject.values()].flatMap((course) =>
    course.flatMap((change, place) =>
      change.colour === "red" ? [{ from: change.asOf, to: course[place + 1]?.asOf ?? null, falseAlarm: change.falseAlarm }] : [],
    ),
  );
}

/** The middle one; of an even number half the sum of the two in the middle. Undefined for none. */
export function medianOf(days: readonly number[]): Decimal | undefined {
  const sorted = [...days].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 || low === undefined ? whole(high) : divide(sum([whole(low), whole(high)]), whole(2), 1);
}

export type QuarterStatistics = {
  readonly quarter: Quarter;
  readonly turnedRed: number;
  readonly falseAlarms: number;
  readonly cleared: number;
  readonly medianDays: Decimal | null;
  readonly letters: number;
  readonly repliedInTime: number;
  readonly repliedLate: number;
  readonly closed: number;
};

/**
 * Each quarter in which something was recorded, newest first. A red counts in the quarter in which it came, its clearing in the one in which
 * it went; false alarms were never cleared, for there was nothing to clear. A letter counts in the quarter of its issue.
 */
export function supervisionByQuarter(spells: readonly RedSpell[], letters: readonly IssuedLetter[]): readonly QuarterStatistics[] {
  const quarters = new Set([
    ...spells.flatMap(({ from, to }) => [quarterOf(from), ...(to === null ? [] : [quarterOf(to)])]),
    ...letters.map(({ issuedOn }) => quarterOf(issuedOn)),
  ]);
  return [...quarters]
    .sort()
    .reverse()
    .map((quarter) => {
      const came = spells.filter(({ from }) => quarterOf(from) === quarter);
      const went = spells.flatMap(({ from, to, falseAlarm }) =>
        to === null || falseAlarm || quarterOf(to) !== quarter ? [] : [daysBetween(from, to)],
      );
      const issued = letters.filter(({ issuedOn }) => quarterOf(issuedOn) === quarter);
      const replied = issued.filter(({ repliedOn }) => repliedOn !== null);
      const late = replied.filter(({ repliedOn, dueOn }) => dueOn !== null && repliedOn !== null && repliedOn > dueOn);
      return {
        quarter,
        turnedRed: came.length,
        falseAlarms: came.filter(({ falseAlarm }) => falseAlarm).length,
        cleared: went.length,
        medianDays: medianOf(went) ?? null,
        letters: issued.length,
        repliedInTime: replied.length - late.length,
        repliedLate: late.length,
        closed: issued.filter(({ closedOn }) => closedOn !== null).length,
      };
    });
}
