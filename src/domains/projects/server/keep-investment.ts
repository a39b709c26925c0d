import { v7 } from "uuid";
import { investedInAll } from "#domains/projects/rules/investment.ts";
import { monthOf } from "#domains/projects/rules/months.ts";
import { type ProjectRecord, reportsUpTo, yearPlanOf } from "#domains/projects/rules/project-record.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import type { ProjectTableRow } from "#domains/projects/server/project-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { compare, type Decimal, sum } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type NewYearPlan = { readonly year: number; readonly monthsYuan: readonly Decimal[]; readonly reason: string };

/** @returns the annual plan in 元. @throws AppError `projects.plan-reason` for a second plan of a year without a reason, `projects.plan-above-total`. */
export async function keepPlan(
  tx: Tx,
  row: ProjectTableRow,
  { year, monthsYuan, reason }: NewYearPlan,
  today: LocalDate,
): Promise<Decimal> {
  const before = await tx
    .selectFrom("project_investment_plan")
    .select((by) => by.fn.max("revision").as("last"))
    .where("zone_id", "=", row.zone_id)
    .where("project_id", "=", row.id)
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  if (before.last !== null && reason === "") throw new AppError("projects.plan-reason", "invalid", { year });
  const annual = sum(monthsYuan);
  if (compare(annual, row.planned_total_yuan as Decimal) > 0)
    throw new AppError("projects.plan-above-total", "invalid", { annual, total: row.planned_total_yuan });
  const first = `${year}-01-01` as LocalDate;
  await tx
    .insertInto("project_investment_plan")
    .values({
      zone_id: row.zone_id,
      project_id: row.id,
      year,
      revision: (before.last ?? 0) + 1,
      annual_yuan: annual,
      months_yuan: [...monthsYuan],
      // The first plan of a year holds from January on; a later revision from its own day, so that history is not repainted.
      effective_on: before.last === null && first < today ? first : today,
      reason,
      by: actorOf(tx).id,
    })
    .execute();
  return annual;
}

export type NewReport = {
  /** `2026-06`. */
  readonly month: string;
  readonly investedYuan: Decimal | null;
  readonly progress: string;
  readonly difficulties: string;
  readonly revisionReason: string | null;
};

/**
 * Appends the report of a month; an earlier one of that month stays, and is revised with a reason.
 * @param known the project with its reports where the caller has them, so that thousands of rows ask nothing again.
 * @returns its id, and what stood before: undefined when the month had not been reported.
 * @throws AppError `projects.month-in-future`, `projects.month-before-signing`, `projects.month-reported`, `projects.invested-above-total`
 */
export async function keepReport(
  tx: Tx,
  row: ProjectTableRow,
  report: NewReport,
  today: LocalDate,
  known?: ProjectRecord,
): Promise<{ readonly reportId: string; readonly before: string | null | undefined }> {
  const actor = actorOf(tx);
  const { month } = report;
  if (month > monthOf(today)) throw new AppError("projects.month-in-future", "invalid", { month, now: monthOf(today) });
  if (month < monthOf(row.signed_on as LocalDate))
    throw new AppError("projects.month-before-signing", "invalid", { month, signed: row.signed_on });
  const mayBeThere = known === undefined || known.reports.some((one) => one.month === month);
  const earlier = mayBeThere ? await findReport(tx, row, month) : undefined;
  if (earlier !== undefined && report.revisionReason === null) throw new AppError("projects.month-reported", "conflict", { month });
  if (report.investedYuan !== null) requireWithinTotal(row, known ?? (await getRecord(tx, row.id)), month, report.investedYuan);
  const reportId = v7();
  await tx
    .insertInto("project_report")
    .values({
      zone_id: row.zone_id,
      id: reportId,
      project_id: row.id,
      month: `${month}-01`,
      // A revision that speaks of progress only keeps the amount that stood.
      invested_yuan: report.investedYuan ?? earlier?.invested_yuan ?? null,
      progress: report.progress,
      difficulties: report.difficulties,
      reported_on: today,
      revises: earlier?.id ?? null,
      revision_reason: earlier === undefined ? null : report.revisionReason,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  return { reportId, before: earlier?.invested_yuan };
}

const EVER = "9999-12-31" as LocalDate;

const findReport = (tx: Tx, row: ProjectTableRow, month: string) =>
  tx
    .selectFrom("project_report")
    .select(["id", "invested_yuan"])
    .where("zone_id", "=", row.zone_id)
    .where("project_id", "=", row.id)
    .where("month", "=", `${month}-01`)
    .orderBy("id", "desc")
    .executeTakeFirst();

async function getRecord(tx: Tx, id: string): Promise<ProjectRecord> {
  const [record] = await loadProjectRecords(tx, { ids: [id] });
  if (record === undefined) throw new AppError("projects.no-such-project", "not-found");
  return record;
}

/** More invested than was ever planned is bad input, unless the registered total is raised first (handbook §4). */
function requireWithinTotal(row: ProjectTableRow, record: ProjectRecord, month: string, amount: Decimal): void {
  const others = [...reportsUpTo(record, EVER)].flatMap(([one, report]) =>
    one === month || report.investedYuan === null ? [] : [report.investedYuan],
  );
  const total = sum([...others, amount]);
  if (compare(total, row.planned_total_yuan as Decimal) > 0)
    throw new AppError("projects.invested-above-total", "invalid", { invested: total, total: row.planned_total_yuan });
}

/**
 * A total that is changed still covers what was invested and what was planned for any year (handbook §4).
 * @throws AppError `projects.invested-above-total`, `projects.plan-above-total`
 */
export async function requireTotalHolds(tx: Tx, projectId: string, total: Decimal, today: LocalDate): Promise<void> {
  const record = await getRecord(tx, projectId);
  const invested = investedInAll(record, EVER);
  if (compare(invested, total) > 0) throw new AppError("projects.invested-above-total", "conflict", { invested, total });
  for (const year of new Set(record.yearPlans.map((plan) => plan.year))) {
    const annual = yearPlanOf(record, year, today)?.annualYuan;
    if (annual !== undefined && compare(annual, total) > 0) throw new AppError("projects.plan-above-total", "conflict", { annual, total });
  }
}

export type NewStatEntry = { readonly enteredOn: LocalDate | null; readonly statCode: string; readonly files: readonly string[] };

/** 入库; null takes an entry back. @throws AppError `projects.date-in-future`, `projects.before-last-step` */
export async function keepStatEntry(
  tx: Tx,
  row: ProjectTableRow,
  { enteredOn, statCode, files }: NewStatEntry,
  today: LocalDate,
): Promise<void> {
  if (enteredOn !== null && enteredOn > today) throw new AppError("projects.date-in-future", "invalid", { date: enteredOn, today });
  if (enteredOn !== null && enteredOn < row.signed_on)
    throw new AppError("projects.before-last-step", "invalid", { date: enteredOn, last: row.signed_on });
  const { last } = await tx
    .selectFrom("project_stat_entry")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", row.zone_id)
    .where("project_id", "=", row.id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("project_stat_entry")
    .values({
      zone_id: row.zone_id,
      project_id: row.id,
      ordinal: (last ?? 0) + 1,
      entered_on: enteredOn,
      stat_code: statCode,
      files: [...files],
      recorded_on: today,
      by: actorOf(tx).id,
    })
    .execute();
}
