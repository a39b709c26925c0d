import type { z } from "zod";
import type { CaseRow } from "#domains/approvals/contract/case.ts";
import { alertOf, DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import { pausedUntil, readCaseClock, runningDue, viewClock, viewDue } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { whoIsBlocking } from "#domains/approvals/rules/who-is-blocking.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { loadCourses } from "#domains/approvals/server/load-courses.ts";
import { type ProjectRef, projectRefs } from "#domains/projects/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export type RowSurroundings = {
  readonly calendar: WorkCalendar;
  readonly today: LocalDate;
  readonly projects: ReadonlyMap<string, ProjectRef>;
  readonly packages: ReadonlyMap<string, string>;
};

/** One line of a list: the clock, the alert and the sentence come from the steps, as of today. */
export function rowOf(
  row: CaseTableRow,
  course: CaseCourse,
  { calendar, today, projects, packages }: RowSurroundings,
): z.input<typeof CaseRow> {
  const reading = readCaseClock(course, calendar, today);
  const { matter } = course;
  return {
    id: row.id,
    number: row.number,
    matterCode: row.matter_code,
    matterName: matter.name,
    stage: matter.stage,
    enterprise: row.enterprise_name,
    title: row.title,
    project: row.project_id === null ? null : (projects.get(row.project_id) ?? null),
    packageNumber: row.package_id === null ? null : (packages.get(row.package_id) ?? null),
    state: course.state,
    decision: course.decision,
    submittedOn: course.submittedOn,
    acceptedOn: course.acceptedOn,
    clock: reading === null ? null : viewClock(reading, matter.legal.unit),
    due: viewDue(course, calendar, today),
    alert: alertOf(
      { state: course.state, due: runningDue(course, calendar, today), pausedUntil: pausedUntil(course, calendar) },
      nearUntil(DEFAULT_ALERT, calendar, today),
      today,
    ),
    blocking: whoIsBlocking(course, calendar, today),
    department: matter.department,
  };
}

/** The lines of a page, in its order: every part by one query, however many cases. */
export async function rowsOf(tx: Tx, rows: readonly CaseTableRow[], today: LocalDate): Promise<z.input<typeof CaseRow>[]> {
  const courses = await loadCourses(tx, rows);
  const surroundings = await surroundingsOf(tx, rows, today);
  return rows.flatMap((row) => {
    const course = courses.get(row.id);
    return course === undefined ? [] : [rowOf(row, course, surroundings)];
  });
}

export async function surroundingsOf(tx: Tx, rows: readonly CaseTableRow[], today: LocalDate): Promise<RowSurroundings> {
  return {
    calendar: await loadCalendar(tx),
    today,
    projects: await projectRefs(
      tx,
      rows.map((row) => row.project_id),
    ),
    packages: await packageNumbers(
      tx,
      rows.map((row) => row.package_id),
    ),
  };
}

async function packageNumbers(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.selectFrom("approval_package").select(["id", "number"]).where("id", "in", wanted).execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}
