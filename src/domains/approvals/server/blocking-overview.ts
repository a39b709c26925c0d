import { alertOf, DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import { pausedUntil, type RunningDue, runningDue } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, courseAsOf } from "#domains/approvals/rules/case-course.ts";
import { waitingOf } from "#domains/approvals/rules/who-is-blocking.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { dayAsked } from "#domains/approvals/server/day-asked.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { loadCourses } from "#domains/approvals/server/load-courses.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

const MOST_NAMED = 50;

type Group = { readonly who: string; readonly name: string; readonly ids: Set<string>; late: number; longest: number };

/** On whom the open cases wait, as of any day: the courses are read as they stood then. */
export const blockingOverview: CaseHandlers["blockingOverview"] = async ({ asOf: asked }, { tx, today }) => {
  const asOf = dayAsked(asked, today);
  const rows = await tx
    .selectFrom("approval_case")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("submitted_on", "<=", asOf)
    .where((of) => of.or([of("delivered_on", "is", null), of("delivered_on", ">", asOf)]))
    .where((of) => of.or([of("ended_on", "is", null), of("ended_on", ">", asOf)]))
    .execute();
  const calendar = await loadCalendar(tx);
  const near = nearUntil(DEFAULT_ALERT, calendar, asOf);
  const workdays = workdaysUntil(calendar, asOf);
  const groups = new Map<string, Group>();
  const courses = await loadCourses(tx, rows);
  for (const row of rows) {
    const course = courses.get(row.id);
    if (course === undefined) continue;
    const then = courseAsOf(course, asOf);
    // Of today the due day stands in the row; of another day it is read from the course of that day.
    const due = asOf === today ? storedDue(row) : runningDue(then, calendar, asOf);
    const alert = alertOf({ state: then.state, due, pausedUntil: pausedUntil(then, calendar) }, near, asOf);
    const late = alert === "late" || alert === "over";
    for (const { who, name, since } of waitsOf(then, calendar, asOf)) {
      const key = `${who} ${name}`;
      const group = groups.get(key) ?? { who, name, ids: new Set<string>(), late: 0, longest: 0 };
      group.ids.add(row.id);
      if (late) group.late += 1;
      if (since !== null) group.longest = Math.max(group.longest, workdays(since));
      groups.set(key, group);
    }
  }
  return {
    asOf,
    items: [...groups.values()]
      .map(({ who, name, ids, late, longest }) => ({
        who,
        name,
        cases: ids.size,
        late,
        longestWorkdays: longest,
        caseIds: [...ids].slice(0, MOST_NAMED),
      }))
      .sort((one, other) => other.late - one.late || other.cases - one.cases || one.name.localeCompare(other.name, "zh")),
  };
};

const storedDue = (row: CaseTableRow): RunningDue | null =>
  row.legal_due_on === null
    ? null
    : {
        legal: row.legal_due_on as LocalDate,
        promised: (row.promised_due_on ?? row.legal_due_on) as LocalDate,
        provisional: row.due_provisional,
      };

/** Many cases wait since the same day: each is counted once. */
function workdaysUntil(calendar: WorkCalendar, asOf: LocalDate): (since: LocalDate) => number {
  const known = new Map<LocalDate, number>();
  return (since) => {
    const count = known.get(since) ?? (since < asOf ? workdaysBetween(calendar, since, asOf).count : 0);
    known.set(since, count);
    return count;
  };
}

type Wait = { readonly who: string; readonly name: string; readonly since: LocalDate | null };

/** Each department waits since its own review began. */
function waitsOf(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): readonly Wait[] {
  const { who, names, since } = waitingOf(course, calendar, asOf);
  if (who === "nobody") return [];
  return names.map((name) => ({ who, name, since: who === "department" ? openedFor(course, name) : since }));
}

const openedFor = ({ reviews }: CaseCourse, department: string): LocalDate | null =>
  reviews
    .flatMap((review) => (review.state === "open" && review.department === department && review.openedOn !== null ? [review.openedOn] : []))
    .sort()[0] ?? null;
