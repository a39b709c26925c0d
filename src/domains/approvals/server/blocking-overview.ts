import { sql } from "kysely";
import type { Blocking, CaseState } from "#domains/approvals/contract/case.ts";
import { alertOf, type CaseAlert, DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import { pausedUntil, type RunningDue, runningDue } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, courseAsOf } from "#domains/approvals/rules/case-course.ts";
import { waitedWorkdays, waitingOf } from "#domains/approvals/rules/who-is-blocking.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { dayAsked } from "#domains/approvals/server/day-asked.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { loadCourses } from "#domains/approvals/server/load-courses.ts";
import { versionKey } from "#domains/approvals/server/matter-store.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

const MOST_NAMED = 50;

type Group = { readonly who: string; readonly name: string; readonly ids: Set<string>; late: number; longest: number };

/** On whom the open cases wait, as of any day: of today as it stands with each case, of another day from the courses as they stood then. */
export const blockingOverview: CaseHandlers["blockingOverview"] = async ({ asOf: asked }, { tx, today }) => {
  const asOf = dayAsked(asked, today);
  const calendar = await loadCalendar(tx);
  const near = nearUntil(DEFAULT_ALERT, calendar, asOf);
  const groups = new Map<string, Group>();
  for (const { id, waits, alert } of asOf === today
    ? await standingNow(tx, calendar, near, today)
    : await standingOn(tx, calendar, near, asOf)) {
    const late = alert === "late" || alert === "over";
    for (const { who, name, workdays } of waits) {
      const key = `${who} ${name}`;
      const group = groups.get(key) ?? { who, name, ids: new Set<string>(), late: 0, longest: 0 };
      group.ids.add(id);
      if (late) group.late += 1;
      group.longest = Math.max(group.longest, workdays);
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

type Wait = { readonly who: string; readonly name: string; readonly since: LocalDate | null; readonly workdays: number };
type Standing = { readonly id: string; readonly waits: readonly Wait[]; readonly alert: CaseAlert };

const openOn = (tx: Tx, asOf: LocalDate) =>
  tx
    .selectFrom("approval_case")
    .where("approval_case.zone_id", "=", actorOf(tx).zoneId)
    .where("submitted_on", "<=", asOf)
    .where((of) => of.or([of("delivered_on", "is", null), of("delivered_on", ">", asOf)]))
    .where((of) => of.or([of("ended_on", "is", null), of("ended_on", ">", asOf)]))
    .orderBy("number");

/** By the courses of a day. Of today the due day is the one that stands with the case, as on the desk. */
export async function standingOn(
  tx: Tx,
  calendar: WorkCalendar,
  near: LocalDate,
  asOf: LocalDate,
  today?: LocalDate,
): Promise<readonly Standing[]> {
  const rows = await openOn(tx, asOf).selectAll().execute();
  const courses = await loadCourses(tx, rows);
  return rows.flatMap((row) => {
    const course = courses.get(row.id);
    if (course === undefined) return [];
    const then = courseAsOf(course, asOf);
    const due = asOf === today ? storedDue(row) : runningDue(then, calendar, asOf);
    const alert = alertOf({ state: then.state, due, pausedUntil: pausedUntil(then, calendar) }, near, asOf);
    return [{ id: row.id, waits: waitsOf(then, calendar, asOf), alert }];
  });
}

/** By what was reckoned with the last step of each case and stands in its row: a few queries, however many cases there are. */
export async function standingNow(tx: Tx, calendar: WorkCalendar, near: LocalDate, today: LocalDate): Promise<readonly Standing[]> {
  const rows = await openOn(tx, today)
    .select([
      "id",
      "state",
      "enterprise_name",
      "waits_for",
      "waits_since",
      "legal_due_on",
      "promised_due_on",
      "due_provisional",
      "paused_until",
    ])
    .select(["matter_code", "matter_version"])
    .execute();
  const departments = await departmentsOf(tx);
  const stood = Map.groupBy(await openPauses(tx), ({ case_id }) => case_id);
  const until = workdaysUntil(calendar, today);
  const asked = Map.groupBy(await openReviews(tx), ({ case_id }) => case_id);
  return rows.flatMap((row): Standing[] => {
    const who = row.waits_for as Blocking["who"];
    if (who === "nobody") return [];
    const alert = alertOf(
      { state: row.state as CaseState, due: storedDue(row), pausedUntil: row.paused_until as LocalDate | null },
      near,
      today,
    );
    const since = row.waits_since as LocalDate | null;
    const pauses = (stood.get(row.id) ?? []).map(({ from_day, to_day }) => ({
      from: from_day as LocalDate,
      to: (to_day ?? row.paused_until ?? today) as LocalDate,
    }));
    const workdays = (from: LocalDate | null): number =>
      from === null ? 0 : until(from) - pauses.reduce((count, pause) => count + overlap(pause, from, today, calendar), 0);
    if (who !== "department") {
      const name = who === "applicant" ? row.enterprise_name : (departments.get(versionKey(row.matter_code, row.matter_version)) ?? "");
      return [{ id: row.id, waits: [{ who, name, since, workdays: workdays(since) }], alert }];
    }
    // In the order in which they were opened: the first of a department is the one since which it is waited for.
    const first = new Map<string, LocalDate | null>();
    for (const { department_name: name, opened_on: on } of asked.get(row.id) ?? [])
      if (!first.has(name)) first.set(name, on as LocalDate | null);
    return [{ id: row.id, waits: [...first].map(([name, on]) => ({ who, name, since: on, workdays: workdays(on) })), alert }];
  });
}

/** Workdays of a pause among those in `(from, to]`. */
function overlap(
  pause: { readonly from: LocalDate; readonly to: LocalDate },
  from: LocalDate,
  to: LocalDate,
  calendar: WorkCalendar,
): number {
  const begin = addDays(pause.from, -1);
  const start = begin > from ? begin : from;
  const end = pause.to < to ? pause.to : to;
  return start < end ? workdaysBetween(calendar, start, end).count : 0;
}

/** Of the cases that are open: how long the clock of each stood still. */
const openPauses = (tx: Tx) =>
  tx
    .selectFrom("approval_pause as pause")
    .innerJoin("approval_case as filed", (join) =>
      join.onRef("filed.zone_id", "=", "pause.zone_id").onRef("filed.id", "=", "pause.case_id"),
    )
    .select(["pause.case_id", "pause.from_day", "pause.to_day"])
    .where("pause.zone_id", "=", actorOf(tx).zoneId)
    .where("filed.delivered_on", "is", null)
    .where("filed.ended_on", "is", null)
    .execute();

const openReviews = (tx: Tx) =>
  tx
    .selectFrom("approval_review")
    .select(["case_id", "department_name", "opened_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "=", "open")
    .orderBy("opened_on")
    .orderBy("node")
    .execute();

async function departmentsOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("approval_matter")
    .select(["code", "version", sql<string>`content->>'department'`.as("department")])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .execute();
  return new Map(rows.map((row) => [versionKey(row.code, row.version), row.department]));
}

type StoredDue = Pick<CaseTableRow, "legal_due_on" | "promised_due_on" | "due_provisional">;

const storedDue = (row: StoredDue): RunningDue | null =>
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

/** Each department waits since its own review began. */
function waitsOf(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): readonly Wait[] {
  const { who, names, since } = waitingOf(course, calendar, asOf);
  if (who === "nobody") return [];
  return names.map((name) => {
    const from = who === "department" ? openedFor(course, name) : since;
    return { who, name, since: from, workdays: from === null ? 0 : waitedWorkdays(course, calendar, from, asOf) };
  });
}

const openedFor = ({ reviews }: CaseCourse, department: string): LocalDate | null =>
  reviews
    .flatMap((review) => (review.state === "open" && review.department === department && review.openedOn !== null ? [review.openedOn] : []))
    .sort()[0] ?? null;
