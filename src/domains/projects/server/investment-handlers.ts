import { v7 } from "uuid";
import type { z } from "zod";
import { investmentColumns, investmentTemplateNames } from "#domains/projects/contract/investment-columns.ts";
import type { Completion, InvestmentView, investmentOperations, ReportView } from "#domains/projects/contract/investment-operations.ts";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { completionRate, type Denominator, investedInAll, type YearToDate, yearToDate } from "#domains/projects/rules/investment.ts";
import { lastClosedMonth, lastDayOf } from "#domains/projects/rules/months.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { reportsUpTo, stageOn, statEnteredOn, yearPlanOf } from "#domains/projects/rules/project-record.ts";
import { importInvestment } from "#domains/projects/server/import-investment.ts";
import { keepPlan, keepReport, keepStatEntry } from "#domains/projects/server/keep-investment.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { getProject } from "#domains/projects/server/project-store.ts";
import { recolourProjects } from "#domains/projects/server/recolour.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { type Decimal, sum, ZERO } from "#kernel/decimal.ts";
import { type Instant, type LocalDate, yearOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { keepFile } from "#kernel/server/files.ts";
import type { OperationContext, UploadedFile } from "#kernel/server/operation-context.ts";
import { columnsTemplate } from "#kernel/server/read-columns.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type InvestmentHandlers = HandlersOf<typeof investmentOperations, OperationContext>;
const MOST_PHOTO_BYTES = 15 * 1_048_576;
const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic"];
const DENOMINATORS: readonly Denominator[] = ["annual", "phased"];

const setInvestmentPlan: InvestmentHandlers["setInvestmentPlan"] = async ({ id, year, monthsYuan, reason }, context) => {
  const { tx, today } = context;
  const row = await getProject(tx, id);
  requireDecision(projectPolicy.edit(actorOf(tx), { stage: row.stage as ProjectStage }));
  const annual = await keepPlan(tx, row, { year, monthsYuan, reason }, today);
  context.journal({ subject: `project:${id}`, after: { investmentPlan: year, annual }, detail: { reason } });
  await recolourProjects(tx, today, [id]);
  await context.emit("projects.plan-set", { projectId: id, year });
  return view(tx, id, year, today);
};

const reportMonth: InvestmentHandlers["reportMonth"] = async (input, context) => {
  const { tx, today } = context;
  const { id, month } = input;
  const row = await getProject(tx, id);
  requireDecision(projectPolicy.report(actorOf(tx), { stage: row.stage as ProjectStage }));
  if (input.investedYuan === undefined && input.progress === "" && context.files.length === 0)
    throw new AppError("projects.empty-report", "invalid");
  const { reportId, before } = await keepReport(
    tx,
    row,
    {
      month,
      investedYuan: input.investedYuan ?? null,
      progress: input.progress,
      difficulties: input.difficulties,
      revisionReason: input.revisionReason ?? null,
      longitude: input.longitude ?? null,
      latitude: input.latitude ?? null,
    },
    today,
  );
  for (const file of context.files) await keepPhoto(context, id, reportId, file, input);
  context.journal({
    subject: `project:${id}`,
    before: before === undefined ? undefined : { report: month, invested: before },
    after: { report: month, invested: input.investedYuan ?? null, photos: context.files.length },
    detail: { revisionReason: input.revisionReason ?? null },
  });
  await recolourProjects(tx, today, [id]);
  await context.emit("projects.month-reported", { projectId: id, reportId, month });
  return view(tx, id, Number(month.slice(0, 4)), today);
};

type WhereAndWhen = {
  readonly takenAt?: string | undefined;
  readonly longitude?: number | undefined;
  readonly latitude?: number | undefined;
};

async function keepPhoto(
  { tx, store, today, actor }: OperationContext,
  projectId: string,
  reportId: string,
  file: UploadedFile,
  at: WhereAndWhen,
) {
  const kept = await keepFile(tx, store, file.bytes, { maxBytes: MOST_PHOTO_BYTES, types: PHOTO_TYPES });
  await tx
    .insertInto("project_photo")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      project_id: projectId,
      report_id: reportId,
      file_hash: kept.hash,
      taken_at: at.takenAt ?? null,
      longitude: at.longitude?.toFixed(6) ?? null,
      latitude: at.latitude?.toFixed(6) ?? null,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

const enterStatistics: InvestmentHandlers["enterStatistics"] = async ({ id, enteredOn, statCode, files }, context) => {
  const { tx, today } = context;
  const row = await getProject(tx, id);
  await keepStatEntry(tx, row, { enteredOn, statCode, files }, today);
  context.journal({ subject: `project:${id}`, after: { statisticsEntry: enteredOn, statCode } });
  await recolourProjects(tx, today, [id]);
  await context.emit("projects.statistics-entered", { projectId: id, enteredOn });
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
  investmentTemplate: (_, { language }) => columnsTemplate(investmentColumns, investmentTemplateNames, language),
  importInvestment,
  setInvestmentPlan,
  reportMonth,
  enterStatistics,
  projectInvestment,
  investmentOverview,
  downloadPhoto,
};
