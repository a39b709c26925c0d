import type { CaseDue, CaseRow, ClockView } from "#domains/approvals/contract/case.ts";
import { clockWords } from "#domains/approvals/web/desk-texts.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

/** Counted days: used, promised and allowed by law. `most` is the length of the bar. */
export type ClockBar = { readonly elapsed: number; readonly promised: number | null; readonly legal: number; readonly most: number };

/** What was promised in days of the clock, from where it stands today and how far away its due day is. */
export function clockBar(clock: ClockView, calendar: WorkCalendar, today: LocalDate): ClockBar {
  const legal = Math.max(0, clock.elapsed + clock.remaining);
  const ahead = (due: LocalDate) => (clock.unit === "day" ? daysBetween(today, due) : workdaysBetween(calendar, today, due).count);
  const promised =
    clock.promisedDueOn === null || clock.state === "met" ? null : Math.min(legal, Math.max(0, clock.elapsed + ahead(clock.promisedDueOn)));
  return { elapsed: clock.elapsed, promised, legal, most: Math.max(legal, clock.elapsed, 1) };
}

type Said = { readonly text: Text; readonly count?: number; readonly reason?: string; readonly day?: LocalDate };

const DUES = {
  notice: [clockWords.notice, clockWords.noticeOver],
  supplement: [clockWords.supplement, clockWords.supplementOver],
  delivery: [clockWords.delivery, clockWords.deliveryOver],
} as const;

/** A limit beside the case's own: what is to be done until which day, or by how much that is over. Undefined while its own clock runs. */
export function sayDue(due: CaseDue | null, today: LocalDate): Said | undefined {
  if (due === null || due.kind === "handling") return undefined;
  const [ahead, over] = DUES[due.kind];
  return due.on < today ? { text: over, day: due.on, count: -due.workdaysLeft } : { text: ahead, day: due.on };
}

/** The clock in a few words: what is left, or by how much it is over. */
export function sayClock(clock: ClockView | null, bar: ClockBar | undefined, alert: CaseRow["alert"]): Said {
  if (clock === null || clock.state === "not-started") return { text: clockWords.notStarted };
  if (clock.state === "met") {
    if (clock.late) return { text: clockWords.metLate };
    return { text: clock.promiseBroken ? clockWords.metBeyondPromise : clockWords.metInTime };
  }
  const day = clock.unit === "day";
  if (clock.late || alert === "over") return { text: day ? clockWords.overLawDays : clockWords.overLaw, count: Math.abs(clock.remaining) };
  if (clock.state === "paused") return { text: clockWords.paused, reason: clock.pausedFor ?? "" };
  const promised = bar?.promised ?? null;
  if (clock.promiseBroken) {
    if (promised === null) return { text: clockWords.overPromiseSome };
    return { text: day ? clockWords.overPromiseDays : clockWords.overPromise, count: clock.elapsed - promised };
  }
  const left = promised === null ? clock.remaining : promised - clock.elapsed;
  if (left <= 0) return { text: clockWords.today };
  return { text: day ? clockWords.leftDays : clockWords.left, count: left };
}
