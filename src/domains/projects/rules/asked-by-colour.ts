import type { Colour, ColourRule } from "#domains/projects/contract/colour.ts";
import type { CancelReason, SupervisionKind } from "#domains/projects/contract/supervision-operations.ts";
import { lastClosedMonth, lastDayOf, previousMonth } from "#domains/projects/rules/months.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, type WorkCalendar } from "#kernel/work-calendar.ts";

/** What is opened on a day: a letter waits for its issue, the others go out by themselves. */
export type AskedFor = {
  readonly kind: SupervisionKind;
  readonly issueBy: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly provisional: boolean;
};

/** Blue: a reminder. Yellow: a written plan in 5 working days. Red: a supervision letter within 2 (handbook §4). */
export function askedByColour(colour: Colour, { actions }: ColourRule, calendar: WorkCalendar, today: LocalDate): readonly AskedFor[] {
  if (colour === "blue") return [{ kind: "reminder", issueBy: null, issuedOn: today, dueOn: null, provisional: false }];
  if (colour === "yellow") {
    const due = addWorkdays(calendar, today, actions.planWorkdays);
    return [{ kind: "plan", issueBy: null, issuedOn: today, dueOn: due.day, provisional: due.provisional }];
  }
  if (colour === "red") return [toBeIssued("letter", actions, calendar, today)];
  return [];
}

/**
 * So many yellow cutoffs in a row (handbook §4: two) are handled as red. Cutoffs are monthly: today's yellow is that of the newest closed
 * month, and the light has to have stood at yellow, without turning, since the cutoff of so many months before. A light that came on at
 * a cutoff and went out when the report came in is no second yellow.
 */
export const isRepeatedYellow = (since: LocalDate, { actions }: ColourRule, today: LocalDate): boolean => {
  let month = lastClosedMonth(today);
  for (let back = 1; back < actions.escalateAfterYellows; back += 1) month = previousMonth(month);
  return since <= lastDayOf(month);
};

/** What is opened for them. */
export const askedByYellows = ({ actions }: ColourRule, calendar: WorkCalendar, today: LocalDate): AskedFor =>
  toBeIssued("escalation", actions, calendar, today);

function toBeIssued(kind: SupervisionKind, actions: ColourRule["actions"], calendar: WorkCalendar, today: LocalDate): AskedFor {
  const due = addWorkdays(calendar, today, actions.letterWorkdays);
  return { kind, issueBy: due.day, issuedOn: null, dueOn: null, provisional: due.provisional };
}

/** While one of these is not closed, the project is not asked for another of the kind: the first still has to be answered. */
export const ONE_AT_A_TIME: readonly SupervisionKind[] = ["letter", "escalation", "plan"];

/** Under which colours that which was not issued yet still has its cause. Nothing else waits for an issue. */
const CAUSED_BY: Readonly<Partial<Record<SupervisionKind, readonly Colour[]>>> = {
  letter: ["red"],
  escalation: ["yellow", "red"],
};

/** Why an item that was not issued lapses under the present colour; undefined while it still has its cause. */
export function lapsesBecause(kind: SupervisionKind, colour: Colour | undefined): CancelReason | undefined {
  const causes = CAUSED_BY[kind];
  if (causes === undefined) return undefined;
  if (colour === undefined) return "no-longer-supervised";
  return causes.includes(colour) ? undefined : "colour-cleared";
}
