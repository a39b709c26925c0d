import type { z } from "zod";
import type { Completion, InvestmentView, ReportView } from "#domains/projects/contract/investment-operations.ts";
import { completionRate, type Denominator, investedInAll, type YearToDate, yearToDate } from "#domains/projects/rules/investment.ts";
import { lastDayOf } from "#domains/projects/rules/months.ts";
import { reportsUpTo, statEnteredOn, yearPlanOf } from "#domains/projects/rules/project-record.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { getProject } from "#domains/projects/server/project-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { type Decimal, sum, ZERO } from "#kernel/decimal.ts";
import { type Instant, type LocalDate, yearOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const DENOMINATORS: readonly Denominator[] = ["annual", "phased"];

/** Plan, reports and completion of one project in a year, as known on a day. */
export async function viewInvestment(tx: Tx, id: string, year: number, asOf: LocalDate): Promise<z.input<typeof InvestmentView>> {
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

/** The rate against both denominators, each named. */
export const completions = (standing: YearToDate): z.input<typeof Completion>[] =>
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
    .select(["id", "report_id", "caption", "taken_at", "longitude", "latitude"])
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .orderBy("id")
    .execute();
  const papers = await tx
    .selectFrom("project_evidence")
    .select(["id", "report_id", "number", "note", "file_name"])
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .where("report_id", "is not", null)
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
      .map((photo) => ({
        id: photo.id,
        caption: photo.caption,
        takenAt: photo.taken_at as Instant | null,
        longitude: photo.longitude === null ? null : Number(photo.longitude),
        latitude: photo.latitude === null ? null : Number(photo.latitude),
      })),
    papers: papers
      .filter((paper) => paper.report_id === row.id)
      .map((paper) => ({ id: paper.id, name: paper.file_name ?? "", number: paper.number, note: paper.note })),
  }));
}
