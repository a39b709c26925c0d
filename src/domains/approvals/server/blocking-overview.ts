import { alertOf, DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import { pausedUntil, runningDue } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, courseAsOf } from "#domains/approvals/rules/case-course.ts";
import { waitingOf } from "#domains/approvals/rules/who-is-blocking.ts";
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
  const asOf = asked ?? today;
  const rows = await tx
    .selectFrom("approval_case")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("submitted_on", "<=", asOf)
    .where((of) => of.or([of("delivered_on", "is", null), of("delivered_on", ">", asOf)]))
    .where((of) => of.or([of("ended_on", "is", null), of("ended_on", ">", asOf)]))
    .execute();
  const calendar = await loadCalendar(tx);
  const groups = new Map<string, Group>();
  for (const [id, course] of await loadCourses(tx, rows)) count(groups, id, courseAsOf(course, asOf), calendar, asOf);
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

function count(groups: Map<string, Group>, id: string, course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): void {
  const waiting = waitingOf(course, calendar, asOf);
  if (waiting.who === "nobody") return;
  const due = runningDue(course, calendar, asOf);
  const alert = alertOf(
    { state: course.state, due, pausedUntil: pausedUntil(course, calendar) },
    nearUntil(DEFAULT_ALERT, calendar, asOf),
    asOf,
  );
  for (const name of waiting.names) {
    const key = `${waiting.who} ${name}`;
    const group = groups.get(key) ?? { who: waiting.who, name, ids: new Set<string>(), late: 0, longest: 0 };
    const since = waiting.who === "department" ? openedFor(course, name) : waiting.since;
    group.ids.add(id);
    if (alert === "late" || alert === "over") group.late += 1;
    if (since !== null && since < asOf) group.longest = Math.max(group.longest, workdaysBetween(calendar, since, asOf).count);
    groups.set(key, group);
  }
}

/** Each department waits since its own review began. */
const openedFor = ({ reviews }: CaseCourse, department: string): LocalDate | null =>
  reviews
    .flatMap((review) => (review.state === "open" && review.department === department && review.openedOn !== null ? [review.openedOn] : []))
    .sort()[0] ?? null;
