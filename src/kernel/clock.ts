import { addDays, type LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, dayKind, firstWorkdayFrom, type WorkCalendar } from "#kernel/work-calendar.ts";

/** How long, counted in what, and whence. Day 1 is the day after the start (handbook §0). */
export type Limit = { readonly length: number; readonly unit: "workday" | "day"; readonly source: string };

/** Time that the law does not count, by reason. `most` is the longest one pause may last, in workdays; null where no length is fixed. */
export type PauseRule = { readonly reason: string; readonly most: number | null; readonly source: string };

export type ClockRule = {
  readonly legal: Limit;
  /** What was promised publicly: never longer than the law allows. */
  readonly promised: Limit | null;
  readonly pauses: readonly PauseRule[];
};

/** Both days included; `to` is null while it lasts. `notice` is the written notice to the applicant. */
export type Pause = { readonly reason: string; readonly from: LocalDate; readonly to: LocalDate | null; readonly notice: string | null };

/** More time, granted on a day: 10 workdays by the head of the authority. Counted from its day on, for the limits that still ran on it. */
export type Extension = { readonly length: number; readonly grantedOn: LocalDate; readonly source: string };

/** Who has it from a day on: a person, window or department. */
export type Holder = { readonly from: LocalDate; readonly who: string };

export type ClockRecord = {
  readonly startedOn: LocalDate;
  readonly metOn: LocalDate | null;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly holders: readonly Holder[];
};

export type ClockState = "not-started" | "running" | "paused" | "overdue" | "met";
export type Due = { readonly day: LocalDate; readonly provisional: boolean };

export type ClockReading = {
  readonly state: ClockState;
  /** Counted days in the unit of the legal limit, pauses left out, until `asOf` or until it was met. */
  readonly elapsed: number;
  /** Counted days left until the legal due day; negative when late. */
  readonly remaining: number;
  readonly legal: Due;
  readonly promised: Due | null;
  /** Met or still open after its due day. */
  readonly late: boolean;
  readonly promiseBroken: boolean;
  readonly pausedFor: string | null;
  /** The last day of the running pause when its reason has a longest length. */
  readonly pauseEndsAtLatest: LocalDate | null;
  readonly heldBy: string | null;
};

/**
 * Not counted in an administrative licence's limit. `most` is null where the law names no length; a zone may promise one.
 * The hearing is held within 20 days (workdays by article 82) of the request.
 */
export const LICENCE_PAUSES: readonly PauseRule[] = [
  { reason: "听证", most: 20, source: "行政许可法第四十五条、第四十七条" },
  ...["招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"].map((reason) => ({ reason, most: null, source: "行政许可法第四十五条" })),
];

/** An ordinary licence: 20 workdays, 10 more with the head's approval. */
export const ORDINARY_LICENCE: ClockRule = {
  legal: { length: 20, unit: "workday", source: "行政许可法第四十二条第一款" },
  promised: null,
  pauses: LICENCE_PAUSES,
};

export const LICENCE_EXTENSION = { length: 10, source: "行政许可法第四十二条第一款" } as const;

type Stretch = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly open: boolean;
  readonly latest: LocalDate | null;
};

/** What was known on `asOf`: later pauses, ends, extensions and holders are left out, so a past day reads as it did then. */
export function readClock(rule: ClockRule, record: ClockRecord, calendar: WorkCalendar, asOf: LocalDate): ClockReading {
  const pauses = stretchesOf(rule, record, calendar, asOf);
  const metOn = record.metOn !== null && record.metOn <= asOf ? record.metOn : null;
  const known = record.extensions.filter(({ grantedOn }) => grantedOn <= asOf);
  const counter = { calendar, pauses, startedOn: record.startedOn };
  const { due: legal, more } = extendedDue(counter, rule.legal, known);
  const promised = rule.promised === null ? null : extendedDue(counter, rule.promised, known).due;
  const until = metOn ?? asOf;
  const elapsed = countDays(counter, rule.legal.unit, record.startedOn, until);
  const running = pauses.find(({ from, to, open }) => open && from <= asOf && asOf <= to);
  const late = until > legal.day;
  return {
    state: stateOf(record.startedOn > asOf, metOn !== null, late, running !== undefined),
    elapsed,
    remaining: late
      ? 0 - countDays({ ...counter, pauses: [] }, rule.legal.unit, legal.day, until)
      : Math.max(0, rule.legal.length + more - elapsed),
    legal,
    promised,
    late,
    promiseBroken: promised !== null && until > promised.day,
    pausedFor: metOn === null ? (running?.reason ?? null) : null,
    pauseEndsAtLatest: metOn === null ? (running?.latest ?? null) : null,
    heldBy: holderOn(record.holders, asOf),
  };
}

function stateOf(early: boolean, met: boolean, late: boolean, paused: boolean): ClockState {
  if (early) return "not-started";
  if (met) return "met";
  if (late) return "overdue";
  return paused ? "paused" : "running";
}

/** A pause without an end, or whose end lies ahead, lasts until today; none lasts longer than its reason allows: then the clock runs again. */
function stretchesOf(rule: ClockRule, { startedOn, pauses }: ClockRecord, calendar: WorkCalendar, asOf: LocalDate): readonly Stretch[] {
  return pauses
    .filter(({ from }) => from <= asOf)
    .map(({ reason, from, to }) => {
      const open = to === null || to >= asOf;
      const most = rule.pauses.find((allowed) => allowed.reason === reason)?.most ?? null;
      const latest = most === null ? null : addWorkdays(calendar, addDays(from, -1), most).day;
      const asked = to === null || to > asOf ? asOf : to;
      return {
        reason,
        from: from <= startedOn ? addDays(startedOn, 1) : from,
        to: latest !== null && latest < asked ? latest : asked,
        open,
        latest,
      };
    });
}

type Counter = { readonly calendar: WorkCalendar; readonly pauses: readonly Stretch[]; readonly startedOn: LocalDate };

const isPaused = ({ pauses }: Counter, day: LocalDate): boolean => pauses.some(({ from, to }) => from <= day && day <= to);

/** More time counts for a limit that still ran when it was granted: one that had run out already stays broken. */
function extendedDue(
  counter: Counter,
  limit: Limit,
  extensions: readonly Extension[],
): { readonly due: Due /** Days added. */; readonly more: number } {
  let more = 0;
  let due = dueDay(counter, limit, more);
  for (const { length, grantedOn } of extensions.toSorted((one, other) => (one.grantedOn < other.grantedOn ? -1 : 1))) {
    if (grantedOn > due.day) break;
    more += length;
    due = dueDay(counter, limit, more);
  }
  return { due, more };
}

/** The last counted day of the limit. Calendar-day limits that end on a rest day end on the next workday (民法典第二百零三条). */
function dueDay(counter: Counter, { length, unit }: Limit, more: number): Due {
  let day = counter.startedOn;
  let provisional = false;
  for (let left = length + more; left > 0; ) {
    day = addDays(day, 1);
    const kind = dayKind(counter.calendar, day);
    provisional ||= unit === "workday" && kind.provisional;
    if ((unit === "day" || kind.workday) && !isPaused(counter, day)) left -= 1;
  }
  if (unit === "workday") return { day, provisional };
  const moved = firstWorkdayFrom(counter.calendar, day);
  return { day: moved.day, provisional: moved.provisional };
}

/** Counted days in `(from, to]`. */
function countDays(counter: Counter, unit: Limit["unit"], from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if ((unit === "day" || dayKind(counter.calendar, day).workday) && !isPaused(counter, day)) count += 1;
  }
  return count;
}

/** The last to take it by `asOf`; on one day the later entry wins. */
function holderOn(holders: readonly Holder[], asOf: LocalDate): string | null {
  let found: Holder | null = null;
  for (const holder of holders) if (holder.from <= asOf && (found === null || holder.from >= found.from)) found = holder;
  return found?.who ?? null;
}

export type PauseProblem = {
  readonly because:
    | "clock.pause-reason"
    | "clock.pause-backwards"
    | "clock.pause-overlaps"
    | "clock.pause-before-start"
    | "clock.pause-without-notice";
  readonly pause: Pause;
};

/** What forbids a new pause: a reason the rule does not know, an end before its start, no written notice, another pause on the same days. */
export function checkPause(rule: ClockRule, record: ClockRecord, pause: Pause): PauseProblem | undefined {
  if (!rule.pauses.some(({ reason }) => reason === pause.reason)) return { because: "clock.pause-reason", pause };
  if (pause.from <= record.startedOn) return { because: "clock.pause-before-start", pause };
  if (pause.to !== null && pause.to < pause.from) return { because: "clock.pause-backwards", pause };
  if (pause.notice === null || pause.notice.trim() === "") return { because: "clock.pause-without-notice", pause };
  const overlaps = record.pauses.some(
    (other) => (other.to === null || pause.from <= other.to) && (pause.to === null || other.from <= pause.to),
  );
  return overlaps ? { because: "clock.pause-overlaps", pause } : undefined;
}
