import type { LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import type { LeadClockRules, LeadLimit } from "#domains/promotion/contract/lead-rules.ts";
import type { LeadClock, LeadClockName } from "#domains/promotion/contract/lead-view.ts";
import { addDays, daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, firstWorkdayFrom, type ReckonedDay, type WorkCalendar } from "#kernel/work-calendar.ts";

/** What the clocks of a lead are read from. */
export type LeadCourse = {
  readonly stage: LeadStage;
  readonly status: LeadStatus;
  /** When the stage began, or the lead was taken up again in it. */
  readonly stageSince: LocalDate;
  /** When somebody first had it in hands; null while it never left its pool. */
  readonly firstOwnedOn: LocalDate | null;
  readonly ownedSince: LocalDate | null;
  readonly answeredOn: LocalDate | null;
  readonly judgedOn: LocalDate | null;
  readonly toldOn: LocalDate | null;
  readonly firstTouchedOn: LocalDate | null;
  readonly touchedOn: LocalDate | null;
  /** What the last entry said would be next. */
  readonly nextOn: LocalDate | null;
};

/** From the first contact until the decision the party is reported on; before and after others do. */
const SIGNED: readonly LeadStage[] = ["SIGNED", "LANDED"];
const REPORTED: readonly LeadStage[] = ["CONTACTED", "NEGOTIATING", "PROPOSAL", "DILIGENCE", "DECISION"];

/** The clocks of a lead as of a day, in the order in which they begin. A lead that is out of its course has none that runs. */
export function leadClocks(course: LeadCourse, rules: LeadClockRules, calendar: WorkCalendar, asOf: LocalDate): readonly LeadClock[] {
  // From the signature on the contract speaks.
  const runs = course.status === "ACTIVE" && !SIGNED.includes(course.stage);
  const until = (name: LeadClockName, startedOn: LocalDate, { day, provisional }: ReckonedDay, metOn: LocalDate | null, source: string) => {
    const met = metOn !== null && metOn <= asOf ? metOn : null;
    if (startedOn > asOf || (met === null && !runs)) return [];
    const last = met ?? asOf;
    const late = last > day;
    return [{ name, startedOn, dueOn: day, metOn: met, late, daysLate: late ? daysBetween(day, last) : 0, provisional, source }];
  };
  const clock = (name: LeadClockName, startedOn: LocalDate, limit: LeadLimit, metOn: LocalDate | null): readonly LeadClock[] =>
    until(name, startedOn, dueOf(calendar, startedOn, limit), metOn, limit.source);
  const { firstOwnedOn, ownedSince, judgedOn, touchedOn, nextOn } = course;
  const reported = REPORTED.includes(course.stage);
  const since = touchedOn === null || touchedOn < course.stageSince ? course.stageSince : touchedOn;
  const { silence } = rules;
  // Silence and an agreed day are plain days of the calendar: a rest day is no excuse for the one and was known for the other.
  const plain = (day: LocalDate): ReckonedDay => ({ day, provisional: false });
  return [
    // A target that lies in a pool asks nothing of anybody yet.
    ...(firstOwnedOn === null ? [] : clock("answer", firstOwnedOn, rules.answer, course.answeredOn)),
    ...(firstOwnedOn === null ? [] : clock("judge", firstOwnedOn, rules.judge, judgedOn)),
    ...(judgedOn === null ? [] : clock("tell", judgedOn, rules.tell, course.toldOn)),
    ...(ownedSince === null ? [] : clock("first-contact", ownedSince, rules.firstContact, contactSince(course, ownedSince))),
    ...(reported && touchedOn !== null ? clock("report", since, rules.report, null) : []),
    ...(silence.stages.includes(course.stage)
      ? until("silence", since, plain(addDays(since, silence.parkDays)), null, silence.source)
      : []),
    ...(nextOn !== null && reported ? until("next-step", nextOn, plain(nextOn), null, AGREED) : []),
  ];
}

const AGREED = "上次对接约定";

/** A lead that was in contact already when it came into these hands needs no first contact; otherwise the first entry since. */
function contactSince({ firstTouchedOn, touchedOn }: LeadCourse, ownedSince: LocalDate): LocalDate | null {
  if (firstTouchedOn === null) return null;
  if (firstTouchedOn <= ownedSince) return touchedOn !== null && touchedOn >= ownedSince ? touchedOn : ownedSince;
  return firstTouchedOn;
}

/** Day 1 is the day after (handbook §0); calendar days that end on a rest day end on the next workday. */
function dueOf(calendar: WorkCalendar, startedOn: LocalDate, { length, unit }: LeadLimit) {
  return unit === "workday" ? addWorkdays(calendar, startedOn, length) : firstWorkdayFrom(calendar, addDays(startedOn, length));
}

/** Of the open clocks the one that falls due first. */
export const nextDue = (clocks: readonly LeadClock[]): LeadClock | undefined =>
  clocks
    .filter(({ metOn }) => metOn === null)
    .reduce<LeadClock | undefined>((first, clock) => (first === undefined || clock.dueOn < first.dueOn ? clock : first), undefined);

/** How long nobody has said anything of it: days since the last entry or since the stage began. */
export function silentDays({ touchedOn, stageSince }: LeadCourse, asOf: LocalDate): number {
  const since = touchedOn === null || touchedOn < stageSince ? stageSince : touchedOn;
  return Math.max(0, daysBetween(since, asOf));
}

export type Silence = "none" | "warn" | "park";

/** Handbook §3: NEGOTIATING without an entry for 30 days is warned of, for 60 days parked. */
export function silenceOf(course: LeadCourse, { silence }: LeadClockRules, asOf: LocalDate): Silence {
  if (course.status !== "ACTIVE" || !silence.stages.includes(course.stage)) return "none";
  const days = silentDays(course, asOf);
  return days >= silence.parkDays ? "park" : days >= silence.warnDays ? "warn" : "none";
}
