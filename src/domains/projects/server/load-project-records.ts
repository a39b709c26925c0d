import { type Expression, type SqlBool, sql } from "kysely";
import type { KeyLevel, Milestone, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import type {
  ActualDate,
  MonthReport,
  PlannedDate,
  ProjectRecord,
  ProjectStep,
  StatEntry,
  YearPlan,
} from "#domains/projects/rules/project-record.ts";
import { findAllKept, findKept, keptOr, WORTH_KEEPING } from "#domains/projects/server/kept-records.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Which projects; everything of the zone when nothing is said. `course`: without plans of investment, reports and statistics. */
export type ProjectChoice = { readonly ids?: readonly string[]; readonly only?: "course" };

type Parts = {
  readonly steps: Map<string, ProjectStep[]>;
  readonly plans: Map<string, PlannedDate[]>;
  readonly actuals: Map<string, ActualDate[]>;
  readonly yearPlans: Map<string, YearPlan[]>;
  readonly reports: Map<string, MonthReport[]>;
  readonly statEntries: Map<string, StatEntry[]>;
};

/**
 * Projects with all that was ever recorded of their course, each part by one query, in the order of recording, kind by kind.
 * @throws AppError never: ids that are not there are left out.
 */
export async function loadProjectRecords(tx: Tx, choice: ProjectChoice = {}): Promise<readonly ProjectRecord[]> {
  const { ids, only } = choice;
  if (ids !== undefined) return (await findKept(tx, ids)) ?? readChosen(tx, ids, choice);
  // A large zone's are kept whole: who asks for less has no use for another copy.
  return only === undefined ? keptOr(tx, () => readRecords(tx)) : ((await findAllKept(tx)) ?? readRecords(tx, choice));
}

/** So many that the zone is a large one: it is read whole and kept, and the next who asks finds it. */
async function readChosen(tx: Tx, ids: readonly string[], choice: ProjectChoice): Promise<readonly ProjectRecord[]> {
  if (ids.length < WORTH_KEEPING || choice.only !== undefined) return readRecords(tx, choice);
  const all = await keptOr(tx, () => readRecords(tx));
  const wanted = new Set(ids);
  return all.filter(({ id }) => wanted.has(id));
}

/** From the tables, whatever is kept. */
export async function readRecords(tx: Tx, choice: ProjectChoice = {}): Promise<readonly ProjectRecord[]> {
  const projects = await tx
    .selectFrom("project")
    .select(["id", "code", "name", "enterprise_name", "category", "level", "signed_on", "planned_total_yuan"])
    .where((by) => within(by.ref("id"), choice))
    .orderBy("code")
    .execute();
  if (projects.length === 0) return [];
  const parts = await loadParts(tx, choice);
  return projects.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    enterprise: row.enterprise_name,
    category: row.category as ProjectCategory,
    level: row.level as KeyLevel,
    signedOn: row.signed_on as LocalDate,
    plannedTotalYuan: decimal(row.planned_total_yuan),
    steps: parts.steps.get(row.id) ?? [],
    plans: parts.plans.get(row.id) ?? [],
    actuals: parts.actuals.get(row.id) ?? [],
    yearPlans: parts.yearPlans.get(row.id) ?? [],
    reports: parts.reports.get(row.id) ?? [],
    statEntries: parts.statEntries.get(row.id) ?? [],
  }));
}

const within = (column: Expression<string>, { ids }: ProjectChoice): Expression<SqlBool> =>
  ids === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${column} = any(${ids}::uuid[])`;

async function loadParts(tx: Tx, choice: ProjectChoice): Promise<Parts> {
  const zone = actorOf(tx).zoneId;
  const steps = await tx
    .selectFrom("project_step")
    .select(["project_id", "move", "from_stage", "to_stage", "happened_on", "recorded_on"])
    .where("zone_id", "=", zone)
    .where((by) => within(by.ref("project_id"), choice))
    .orderBy("project_id")
    .orderBy("ordinal")
    .execute();
  const plans = await tx
    .selectFrom("project_milestone_plan")
    .select(["project_id", "kind", "planned_on", "effective_on"])
    .where("zone_id", "=", zone)
    .where((by) => within(by.ref("project_id"), choice))
    .orderBy("project_id")
    .orderBy("kind")
    .orderBy("ordinal")
    .execute();
  const actuals = await tx
    .selectFrom("project_milestone_actual")
    .select(["project_id", "kind", "actual_on", "recorded_on"])
    .where("zone_id", "=", zone)
    .where((by) => within(by.ref("project_id"), choice))
    .orderBy("project_id")
    .orderBy("kind")
    .orderBy("ordinal")
    .execute();
  const yearPlans =
    choice.only === "course"
      ? []
      : await tx
          .selectFrom("project_investment_plan")
          .select(["project_id", "year", "annual_yuan", sql<string[]>`months_yuan::text[]`.as("months"), "effective_on"])
          .where("zone_id", "=", zone)
          .where((by) => within(by.ref("project_id"), choice))
          .orderBy("project_id")
          .orderBy("year")
          .orderBy("revision")
          .execute();
  const reports =
    choice.only === "course"
      ? []
      : await tx
          .selectFrom("project_report")
          .select(["project_id", "month", "invested_yuan", "reported_on"])
          .where("zone_id", "=", zone)
          .where((by) => within(by.ref("project_id"), choice))
          .orderBy("project_id")
          .orderBy("id")
          .execute();
  const statEntries =
    choice.only === "course"
      ? []
      : await tx
          .selectFrom("project_stat_entry")
          .select(["project_id", "entered_on", "recorded_on"])
          .where("zone_id", "=", zone)
          .where((by) => within(by.ref("project_id"), choice))
          .orderBy("project_id")
          .orderBy("ordinal")
          .execute();
  return {
    steps: byProject(steps, (row) => ({
      move: row.move,
      from: row.from_stage as ProjectStage | null,
      to: row.to_stage as ProjectStage,
      on: row.happened_on as LocalDate,
      recordedOn: row.recorded_on as LocalDate,
    })),
    plans: byProject(plans, (row) => ({
      kind: row.kind as Milestone,
      plannedOn: row.planned_on as LocalDate | null,
      effectiveOn: row.effective_on as LocalDate,
    })),
    actuals: byProject(actuals, (row) => ({
      kind: row.kind as Milestone,
      actualOn: row.actual_on as LocalDate | null,
      recordedOn: row.recorded_on as LocalDate,
    })),
    yearPlans: byProject(yearPlans, (row) => ({
      year: row.year,
      annualYuan: decimal(row.annual_yuan),
      monthsYuan: row.months.map(decimal),
      effectiveOn: row.effective_on as LocalDate,
    })),
    reports: byProject(reports, (row) => ({
      month: row.month.slice(0, 7),
      investedYuan: row.invested_yuan === null ? null : decimal(row.invested_yuan),
      reportedOn: row.reported_on as LocalDate,
    })),
    statEntries: byProject(statEntries, (row) => ({
      enteredOn: row.entered_on as LocalDate | null,
      recordedOn: row.recorded_on as LocalDate,
    })),
  };
}

function byProject<Row extends { readonly project_id: string }, Part>(rows: readonly Row[], part: (row: Row) => Part): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  for (const row of rows) {
    const parts = found.get(row.project_id);
    if (parts === undefined) found.set(row.project_id, [part(row)]);
    else parts.push(part(row));
  }
  return found;
}
