import type { CaseDue, CaseState, ClockView } from "#domains/approvals/contract/case.ts";
import type { Matter, ReviewNode } from "#domains/approvals/contract/matter.ts";
import { type CaseCourse, papersOn, type ReviewRecord } from "#domains/approvals/rules/case-course.ts";
import { type ClockReading, type ClockRecord, type ClockRule, type Due, readClock } from "#kernel/clock.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

export const SUPPLEMENT_SOURCE = "行政许可法第三十二条第一款第四项";
/** The result is handed over within ten workdays of the decision. */
export const DELIVERY = { length: 10, source: "行政许可法第四十四条" } as const;

export const clockRuleOf = ({ legal, promised, pauses }: Pick<Matter, "legal" | "promised" | "pauses">): ClockRule => ({
  legal,
  promised,
  pauses,
});

/** The clock begins with the acceptance and is met by the decision. Waiting for the applicant lies before it and is not counted. */
export const clockRecordOf = (course: CaseCourse, startedOn: LocalDate): ClockRecord => ({
  startedOn,
  metOn: course.decidedOn ?? course.endedOn,
  pauses: course.pauses,
  extensions:
    course.extension === null || course.matter.extension === null ? [] : [{ ...course.extension, source: course.matter.extension.source }],
  holders: course.reviews.flatMap(({ openedOn, department }) => (openedOn === null ? [] : [{ from: openedOn, who: department }])),
});

/** Null before acceptance: no limit runs yet. */
export function readCaseClock(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): ClockReading | null {
  const { acceptedOn } = course;
  if (acceptedOn === null || acceptedOn > asOf) return null;
  return readClock(clockRuleOf(course.matter), clockRecordOf(course, acceptedOn), calendar, asOf);
}

export const viewClock = (reading: ClockReading, unit: ClockView["unit"]): ClockView => ({
  state: reading.state,
  elapsed: reading.elapsed,
  remaining: reading.remaining,
  unit,
  legalDueOn: reading.legal.day,
  legalProvisional: reading.legal.provisional,
  promisedDueOn: reading.promised?.day ?? null,
  promisedProvisional: reading.promised?.provisional ?? false,
  late: reading.late,
  promiseBroken: reading.promiseBroken,
  pausedFor: reading.pausedFor,
  pauseEndsAtLatest: reading.pauseEndsAtLatest,
});

/** Until when the one supplement notice may be given; afterwards the case is deemed accepted. Null before submission. */
export function supplementDue(course: CaseCourse, calendar: WorkCalendar): Due | null {
  const from = papersOn(course);
  return from === null ? null : addWorkdays(calendar, from, course.matter.supplementWithin);
}

/**
 * Until when a deferred material may come: no later than the promised handling limit (handbook §5 容缺), the legal one where none is promised.
 * So it moves with that limit through pauses and an extension. Null before acceptance.
 */
export function deferralDue(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): Due | null {
  const reading = readCaseClock(course, calendar, pauseHorizon(course, calendar, asOf));
  return reading === null ? null : (reading.promised ?? reading.legal);
}

export const deliveryDue = (decidedOn: LocalDate, calendar: WorkCalendar): Due => addWorkdays(calendar, decidedOn, DELIVERY.length);

/** A department's own limit stands still while the case does. */
export function readNodeClock(
  node: Pick<ReviewNode, "limit">,
  review: Pick<ReviewRecord, "openedOn" | "closedOn">,
  course: Pick<CaseCourse, "pauses" | "matter">,
  calendar: WorkCalendar,
  asOf: LocalDate,
): ClockReading | null {
  if (review.openedOn === null || review.openedOn > asOf) return null;
  const rule: ClockRule = { legal: node.limit, promised: null, pauses: course.matter.pauses };
  const pauses = course.pauses.filter(({ to }) => to === null || review.openedOn === null || to > review.openedOn);
  return readClock(rule, { startedOn: review.openedOn, metOn: review.closedOn, pauses, extensions: [], holders: [] }, calendar, asOf);
}

/** The limit that runs in the present state: the notice, the case's own, or the delivery. The desk sorts and counts by it. */
export type RunningDue = { readonly legal: LocalDate; readonly promised: LocalDate; readonly provisional: boolean };

/** Whose limit runs in a state. */
export const DUE_KINDS: Readonly<Partial<Record<CaseState, CaseDue["kind"]>>> = {
  SUBMITTED: "notice",
  SUPPLEMENT: "supplement",
  ACCEPTED: "handling",
  REVIEWING: "handling",
  SUSPENDED: "handling",
  DECIDED: "delivery",
};

export function viewDue(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): CaseDue | null {
  const kind = DUE_KINDS[course.state];
  const due = runningDue(course, calendar, asOf);
  if (kind === undefined || due === null) return null;
  return {
    kind,
    on: due.promised,
    provisional: due.provisional,
    workdaysLeft: workdaysBetween(calendar, asOf, due.promised).count,
  };
}

export function runningDue(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): RunningDue | null {
  const one = (due: Due | null): RunningDue | null =>
    due === null ? null : { legal: due.day, promised: due.day, provisional: due.provisional };
  switch (course.state) {
    case "SUBMITTED":
      return one(supplementDue(course, calendar));
    case "SUPPLEMENT":
      return course.supplement?.dueOn == null ? null : one({ day: course.supplement.dueOn, provisional: false });
    case "ACCEPTED":
    case "REVIEWING":
    case "SUSPENDED": {
      const reading = readCaseClock(course, calendar, pauseHorizon(course, calendar, asOf));
      if (reading === null) return null;
      return {
        legal: reading.legal.day,
        promised: reading.promised?.day ?? reading.legal.day,
        provisional: reading.legal.provisional || (reading.promised?.provisional ?? false),
      };
    }
    case "DECIDED":
      return course.decidedOn === null ? null : one(deliveryDue(course.decidedOn, calendar));
    default:
      return null;
  }
}

/** A pause whose end is known moves the due day at once; one without an end moves it day by day. */
function pauseHorizon(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): LocalDate {
  const until = pausedUntil(course, calendar);
  return until !== null && until > asOf ? until : asOf;
}

/** The last day on which the running pause may last: its end, or the longest that its reason allows. Null when none runs or no end is known. */
export function pausedUntil({ state, pauses, matter }: CaseCourse, calendar: WorkCalendar): LocalDate | null {
  const last = state === "SUSPENDED" ? pauses.at(-1) : undefined;
  if (last === undefined) return null;
  const latest = latestEnd(matter, last, calendar);
  if (last.to === null || latest === null) return last.to ?? latest;
  return last.to < latest ? last.to : latest;
}

/** The last day of a pause that is over though the case is suspended still; null while it lasts, and while that day is provisional. */
export function pauseOver(course: CaseCourse, calendar: WorkCalendar, today: LocalDate): LocalDate | null {
  const until = pausedUntil(course, calendar);
  if (until === null || until >= today) return null;
  const last = course.pauses.at(-1);
  const longest = last === undefined ? null : longestPause(course.matter, last, calendar);
  return last?.to === until || longest?.provisional === false ? until : null;
}

/** Workdays in `(from, to]` on which the clock stood still: nobody is waited for on them. */
export function pausedWorkdays(
  { pauses, matter }: Pick<CaseCourse, "pauses" | "matter">,
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
): number {
  return pauses.reduce((count, pause) => {
    const begin = addDays(pause.from, -1);
    const [end = to] = [pause.to ?? to, latestEnd(matter, pause, calendar) ?? to, to].sort();
    const start = begin > from ? begin : from;
    return start < end ? count + workdaysBetween(calendar, start, end).count : count;
  }, 0);
}

/** The last day of a pause by the longest length of its reason; null where no length is fixed. */
export function latestEnd(
  matter: Pick<Matter, "pauses">,
  pause: { readonly reason: string; readonly from: LocalDate },
  calendar: WorkCalendar,
): LocalDate | null {
  return longestPause(matter, pause, calendar)?.day ?? null;
}

function longestPause(
  matter: Pick<Matter, "pauses">,
  pause: { readonly reason: string; readonly from: LocalDate },
  calendar: WorkCalendar,
): Due | null {
  const most = matter.pauses.find(({ reason }) => reason === pause.reason)?.most ?? null;
  if (most === null) return null;
  // The first day counts: a pause of at most three workdays from a Monday ends on Wednesday.
  return addWorkdays(calendar, addDays(pause.from, -1), most);
}
