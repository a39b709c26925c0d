import { v7 } from "uuid";
import type { z } from "zod";
import type { Completion, InvestmentView, investmentOperations, ReportView } from "#domains/projects/contract/investment-operations.ts";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { completionRate, type Denominator, investedInAll, type YearToDate, yearToDate } from "#domains/projects/rules/investment.ts";
import { lastClosedMonth, lastDayOf, monthOf } from "#domains/projects/rules/months.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { type ProjectRecord, reportsUpTo, stageOn, statEnteredOn, yearPlanOf } from "#domains/projects/rules/project-record.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { getProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { compare, type Decimal, sum, ZERO } from "#kernel/decimal.ts";
import { type Instant, type LocalDate, yearOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { keepFile } from "#kernel/server/files.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type InvestmentHandlers = HandlersOf<typeof investmentOperations, OperationContext>;
const MOST_PHOTO_BYTES = 15 * 1_048_576;
const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic"];
const DENOMINATORS: readonly Denominator[] = ["annual", "phased"];

const setInvestmentPlan: InvestmentHandlers["setInvestmentPlan"] = async ({ id, year, monthsYuan, reason }, context) => {
  const { tx, today } = context;
  const row = await getProject(tx, id);
  requireDecision(projectPolicy.edit(actorOf(tx), { stage: row.stage as ProjectStage }));
  const zone = actorOf(tx).zoneId;
  const before = await tx
    .selectFrom("project_investment_plan")
    .select((by) => by.fn.max("revision").as("last"))
    .where("zone_id", "=", zone)
    .where("project_id", "=", id)
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
      zone_id: zone,
      project_id: id,
      year,
      revision: (before.last ?? 0) + 1,
      annual_yuan: annual,
      months_yuan: [...monthsYuan],
      // A plan made early in its year holds from January on; a later revision from its own day, so that history is not repainted.
      effective_on: before.last === null && first < today ? first : today,
      reason,
      by: actorOf(tx).id,
    })
    .execute();
  context.journal({ subject: `project:${id}`, after: { investmentPlan: year, annual }, detail: { reason } });
  await recolourProjects(tx, today, [id]);
  return view(tx, id, year, today);
};

const reportMonth: InvestmentHandlers["reportMonth"] = async (input, context) => {
  const { tx, today } = context;
  const { id, month } = input;
  const actor = actorOf(tx);
  const row = await getProject(tx, id);
  requireDecision(projectPolicy.report(actor, { stage: row.stage as ProjectStage }));
  if (month > monthOf(today)) throw new AppError("projects.month-in-future", "invalid", { month, now: monthOf(today) });
  if (month < monthOf(row.signed_on as LocalDate))
    throw new AppError("projects.month-before-signing", "invalid", { month, signed: row.signed_on });
  if (input.investedYuan === undefined && input.progress === "" && context.files.length === 0)
    throw new AppError("projects.empty-report", "invalid");
  const earlier = await tx
    .selectFrom("project_report")
    .select(["id", "invested_yuan"])
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", id)
    .where("month", "=", `${month}-01`)
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (earlier !== undefined && input.revisionReason === undefined) throw new AppError("projects.month-reported", "conflict", { month });
  await requireWithinTotal(tx, row, input.month, input.investedYuan ?? null);
  const reportId = v7();
  await tx
    .insertInto("project_report")
    .values({
      zone_id: actor.zoneId,
      id: reportId,
      project_id: id,
      month: `${month}-01`,
      // A revision that speaks of progress only keeps the amount that stood.
      invested_yuan: input.investedYuan ?? earlier?.invested_yuan ?? null,
      progress: input.progress,
      difficulties: input.difficulties,
      reported_on: today,
      revises: earlier?.id ?? null,
      revision_reason: earlier === undefined ? null : (input.revisionReason ?? null),
      longitude: input.longitude?.toFixed(6) ?? null,
      latitude: input.latitude?.toFixed(6) ?? null,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  for (const file of context.files) {
    const kept = await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_PHOTO_BYTES, types: PHOTO_TYPES });
    await tx
      .insertInto("project_photo")
      .values({
        zone_id: actor.zoneId,
        id: v7(),
        project_id: id,
        report_id: reportId,
        file_hash: kept.hash,
        taken_at: input.takenAt ?? null,
        longitude: input.longitude?.toFixed(6) ?? null,
        latitude: input.latitude?.toFixed(6) ?? null,
        recorded_on: today,
        by: actor.id,
        by_name: actor.name,
      })
      .execute();
  }
  context.journal({
    subject: `project:${id}`,
    before: earlier === undefined ? undefined : { report: month, invested: earlier.invested_yuan },
    after: { report: month, invested: input.investedYuan ?? null, photos: context.files.length },
    detail: { revisionReason: input.revisionReason ?? null },
  });
  await recolourProjects(tx, today, [id]);
  await context.emit("projects.month-reported", { projectId: id, reportId, month });
  return view(tx, id, Number(month.slice(0, 4)), today);
};

/** More invested than was ever planned is bad input, unless the registered total is raised first (handbook §4). */
async function requireWithinTotal(
  tx: Tx,
  row: { readonly id: string; readonly planned_total_yuan: string },
  month: string,
  amount: Decimal | null,
): Promise<void> {
  if (amount === null) return;
  const [record] = await loadProjectRecords(tx, { ids: [row.id] });
  const others = [...reportsUpTo(record as ProjectRecord, "9999-12-31" as LocalDate)].flatMap(([one, report]) =>
    one === month || report.investedYuan === null ? [] : [report.investedYuan],
  );
  const total = sum([...others, amount]);
  if (compare(total, row.planned_total_yuan as Decimal) > 0)
    throw new AppError("projects.invested-above-total", "invalid", { invested: total, total: row.planned_total_yuan });
}

const enterStatistics: InvestmentHandlers["enterStatistics"] = async ({ id, enteredOn, statCode, files }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const row = await getProject(tx, id);
  if (enteredOn !== null && enteredOn > today) throw new AppError("projects.date-in-future", "invalid", { date: enteredOn, today });
  if (enteredOn !== null && enteredOn < row.signed_on)
    throw new AppError("projects.before-last-step", "invalid", { date: enteredOn, last: row.signed_on });
  const { last } = await tx
    .selectFrom("project_stat_entry")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("project_id", "=", id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("project_stat_entry")
    .values({
      zone_id: actor.zoneId,
      project_id: id,
      ordinal: (last ?? 0) + 1,
      entered_on: enteredOn,
      stat_code: statCode,
      files: [...files],
      recorded_on: today,
      by: actor.id,
    })
    .execute();
  context.journal({ subject: `project:${id}`, after: { statisticsEntry: enteredOn, statCode } });
  await recolourProjects(tx, today, [id]);
  return view(tx, id, yearOf(today), today);
};

const projectInvestment: InvestmentHandlers["projectInvestment"] = ({ id, year, asOf }, { tx, today }) =>
  view(tx, id, year ?? yearOf(asOf ?? today), asOf ?? today);

async function view(tx: Tx, id: string, year: number, asOf: LocalDate): Promise<z.input<typeof InvestmentView>> {
  const row = await getProject(tx, id);
  const [record] = await loadProjectRecords(tx, { ids: [id] });
  if (record === undefined) throw new AppError("projects.no-such-project", "not-found");
  const plan = yearPlanOf(record, year, asOf);
  const reports = reportsUpTo(record, asOf);
  let planned = ZERO;
  let invested = ZERO;
  const months = Array.from({ length: 12 }, (_, place) => {
    const month = `${year}-${String(place + 1).padStart(2, "0")}`;
    const plannedYuan = plan?.monthsYuan[place] ?? null;
    const investedYuan = reports.get(month)?.investedYuan ?? null;
    planned = sum([planned, plannedYuan ?? ZERO]);
    invested = sum([invested, investedYuan ?? ZERO]);
    return {
      month,
      plannedYuan,
      investedYuan,
      cumulativePlannedYuan: plan === undefined ? null : planned,
      cumulativeInvestedYuan: invested,
    };
  });
  const standing = yearToDate(record, year < yearOf(asOf) ? lastDayOf(`${year}-12`) : asOf);
  const stat = await tx
    .selectFrom("project_stat_entry")
    .select("stat_code")
    .where("zone_id", "=", row.zone_id)
    .where("project_id", "=", id)
    .orderBy("ordinal", "desc")
    .executeTakeFirst();
  return {
    year,
    plannedTotalYuan: record.plannedTotalYuan,
    annualPlanYuan: plan?.annualYuan ?? null,
    months,
    completion: standing === undefined || standing.year !== year ? [] : completions(standing),
    investedInAllYuan: investedInAll(record, asOf),
    statEnteredOn: statEnteredOn(record, asOf),
    statCode: stat?.stat_code ?? "",
    reports: await reportViews(tx, id, asOf),
  };
}

const completions = (standing: YearToDate): z.input<typeof Completion>[] =>
  DENOMINATORS.map((denominator) => {
    const { plan, actual, ratePct } = completionRate(standing, denominator);
    return { denominator, planYuan: plan, actualYuan: actual, ratePct };
  });

async function reportViews(tx: Tx, projectId: string, asOf: LocalDate): Promise<z.input<typeof ReportView>[]> {
  const zone = actorOf(tx).zoneId;
  const rows = await tx
    .selectFrom("project_report")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .where("reported_on", "<=", asOf)
    .orderBy("id", "desc")
    .limit(60)
    .execute();
  const photos = await tx
    .selectFrom("project_photo")
    .select(["id", "report_id", "caption", "taken_at"])
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    month: row.month.slice(0, 7),
    investedYuan: row.invested_yuan as Decimal | null,
    progress: row.progress,
    difficulties: row.difficulties,
    reportedOn: row.reported_on as LocalDate,
    by: row.by_name,
    revisionReason: row.revision_reason,
    photos: photos
      .filter((photo) => photo.report_id === row.id)
      .map((photo) => ({ id: photo.id, caption: photo.caption, takenAt: photo.taken_at as Instant | null })),
  }));
}

const investmentOverview: InvestmentHandlers["investmentOverview"] = async ({ asOf: asked, category, level }, { tx, today }) => {
  const asOf = asked ?? today;
  const through = lastClosedMonth(asOf);
  const records = (await loadProjectRecords(tx)).filter((record) => {
    const stage = stageOn(record, asOf);
    return (
      stage !== undefined &&
      stage !== "TERMINATED" &&
      (category === undefined || record.category === category) &&
      (level === undefined || record.level === level)
    );
  });
  const standings = records.flatMap((record) => {
    const standing = yearToDate(record, asOf);
    return standing === undefined ? [] : [{ record, standing }];
  });
  const total: YearToDate = {
    year: Number(through.slice(0, 4)),
    through,
    annualPlan: sum(standings.map(({ standing }) => standing.annualPlan)),
    phasedPlan: sum(standings.map(({ standing }) => standing.phasedPlan)),
    actual: sum(standings.map(({ standing }) => standing.actual)),
  };
  return {
    asOf,
    year: total.year,
    through,
    completion: completions(total),
    rows: standings.map(({ record, standing }) => ({
      id: record.id,
      code: record.code,
      name: record.name,
      annualPlanYuan: standing.annualPlan,
      phasedPlanYuan: standing.phasedPlan,
      actualYuan: standing.actual,
    })),
    withoutPlan: records.length - standings.length,
  };
};

const downloadPhoto: InvestmentHandlers["downloadPhoto"] = async ({ photoId }, { tx, store }) => {
  const zone = actorOf(tx).zoneId;
  const row = await tx
    .selectFrom("project_photo as photo")
    .innerJoin("file", (join) => join.onRef("file.zone_id", "=", "photo.zone_id").onRef("file.hash", "=", "photo.file_hash"))
    .select(["file.mime", "file.hash"])
    .where("photo.zone_id", "=", zone)
    .where("photo.id", "=", photoId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-file", "not-found");
  return { name: `photo.${row.mime.split("/")[1] ?? "jpg"}`, mime: row.mime, bytes: Uint8Array.from(await store.get(zone, row.hash)) };
};

export const investmentHandlers: InvestmentHandlers = {
  setInvestmentPlan,
  reportMonth,
  enterStatistics,
  projectInvestment,
  investmentOverview,
  downloadPhoto,
};
