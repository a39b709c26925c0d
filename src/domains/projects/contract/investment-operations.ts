import { z } from "zod";
import { KeyLevel, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import { ProjectImportRow } from "#domains/projects/contract/register-operations.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, Instant, LocalDate } from "#kernel/local-date.ts";

const Id = z.uuid();
const MB = 1_048_576;
/** To the fen. */
const Yuan = Decimal.refine((amount) => /^\d{1,15}(\.\d{1,2})?$/.test(amount), { error: "projects.amount-not-negative" });
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const Year = z.number().int().min(2000).max(2100);

export const MOST_PHOTOS = 6;
export const MOST_PAPERS = 6;

/** What is said of one photo. Time and place come from the picture, and are given only where the sender leaves them in. */
export const PhotoNote = z.object({
  caption: z.string().trim().max(100).default(""),
  takenAt: Instant.optional(),
  longitude: z.number().min(70).max(140).optional(),
  latitude: z.number().min(0).max(60).optional(),
});
export type PhotoNote = z.infer<typeof PhotoNote>;

/** What is said of one document that proves a month's amount: an invoice, a payment, the supervisor's sheet. */
export const PaperNote = z.object({ number: z.string().trim().max(80).default(""), note: z.string().trim().max(200).default("") });
export type PaperNote = z.infer<typeof PaperNote>;

/** A rate with its denominator named: against the annual plan, or against what the plan foresees up to the month (序时). */
export const Completion = z.object({
  denominator: z.enum(["annual", "phased"]),
  planYuan: Decimal,
  actualYuan: Decimal,
  ratePct: Decimal.nullable(),
});

export const MonthLine = z.object({
  month: Month,
  plannedYuan: Decimal.nullable(),
  investedYuan: Decimal.nullable(),
  cumulativePlannedYuan: Decimal.nullable(),
  cumulativeInvestedYuan: Decimal,
});

export const ReportView = z.object({
  id: Id,
  month: Month,
  investedYuan: Decimal.nullable(),
  progress: z.string(),
  difficulties: z.string(),
  reportedOn: LocalDate,
  by: z.string(),
  /** Why it takes the place of an earlier report of that month. */
  revisionReason: z.string().nullable(),
  photos: z.array(
    z.object({
      id: Id,
      caption: z.string(),
      takenAt: Instant.nullable(),
      longitude: z.number().nullable(),
      latitude: z.number().nullable(),
    }),
  ),
  papers: z.array(z.object({ id: Id, name: z.string(), number: z.string(), note: z.string() })),
});

export const InvestmentView = z.object({
  year: Year,
  plannedTotalYuan: Decimal,
  annualPlanYuan: Decimal.nullable(),
  months: z.array(MonthLine),
  completion: z.array(Completion),
  investedInAllYuan: Decimal,
  statEnteredOn: LocalDate.nullable(),
  statCode: z.string(),
  reports: z.array(ReportView),
});

const InvestedProject = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  category: ProjectCategory,
  level: KeyLevel,
  stage: ProjectStage,
  plannedTotalYuan: Decimal,
});

const InvestmentGroup = z.object({
  category: ProjectCategory.nullable(),
  level: KeyLevel.nullable(),
  projects: z.number().int(),
  completion: z.array(Completion),
});

/** A project whose report of the month is due, with where it stands, so that a photo's place can be compared. */
export const DueReport = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  enterprise: z.string(),
  stage: ProjectStage,
  owner: z.string().nullable(),
  lead: z.string().nullable(),
  mine: z.boolean(),
  reported: z.boolean(),
  lastMonth: Month.nullable(),
  lastReportedOn: LocalDate.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});

export const investmentOperations = defineOperations({
  setInvestmentPlan: {
    kind: "command",
    path: "/api/projects/:id/investment-plan",
    permission: "projects.work",
    idempotency: "key",
    summary: { zh: "编制年度投资计划", en: "Set the investment plan of a year" },
    input: z.object({ id: Id, year: Year, monthsYuan: z.array(Yuan).length(12), reason: z.string().trim().max(300).default("") }),
    output: InvestmentView,
  },
  reportMonth: {
    kind: "command",
    path: "/api/projects/:id/report",
    permission: "projects.report",
    idempotency: "key",
    summary: { zh: "上报月度进度", en: "Report the progress of a month" },
    input: z.object({
      id: Id,
      month: Month,
      investedYuan: Yuan.optional(),
      progress: z.string().trim().max(1000).default(""),
      difficulties: z.string().trim().max(1000).default(""),
      /** Needed when the month was reported already: reports are revised, never overwritten. */
      revisionReason: z.string().trim().min(2).max(300).optional(),
      /** What is said of each photo, in the order of the files; empty when nothing is. */
      photos: z.array(PhotoNote).max(MOST_PHOTOS).default([]),
      /** One line for each document; among the files the documents come after the photos. */
      papers: z.array(PaperNote).max(MOST_PAPERS).default([]),
    }),
    output: InvestmentView,
    upload: { maxFiles: MOST_PHOTOS + MOST_PAPERS, maxBytes: 15 * MB, optional: true },
  },
  enterStatistics: {
    kind: "command",
    path: "/api/projects/:id/statistics-entry",
    permission: "projects.statistics",
    idempotency: "key",
    summary: { zh: "登记入库", en: "Enter into the statistics database" },
    input: z.object({
      id: Id,
      enteredOn: DayInReach.nullable(),
      statCode: z.string().trim().max(60).default(""),
      files: z.array(z.string().trim().min(1).max(120)).max(20).default([]),
    }),
    output: InvestmentView,
  },
  projectInvestment: {
    kind: "query",
    path: "/api/projects/:id/investment",
    permission: "projects.read",
    summary: { zh: "项目投资", en: "Investment of a project" },
    input: z.object({ id: Id, year: Year.optional(), asOf: DayInReach.optional() }),
    output: InvestmentView,
  },
  investmentOverview: {
    kind: "query",
    path: "/api/projects/investment",
    command: "projects investment",
    permission: "projects.read",
    summary: { zh: "投资计划完成情况", en: "Completion of the investment plan" },
    input: z.object({ asOf: DayInReach.optional(), category: ProjectCategory.optional(), level: KeyLevel.optional() }),
    output: z.object({
      asOf: LocalDate,
      year: Year,
      through: Month,
      completion: z.array(Completion),
      /** The same by category and by key level, best level first; each of the two adds up to the whole. */
      groups: z.array(InvestmentGroup),
      rows: z.array(
        InvestedProject.extend({
          annualPlanYuan: Decimal,
          phasedPlanYuan: Decimal,
          actualYuan: Decimal,
          /** Against the annual plan, and against what is planned up to the month. */
          annualPct: Decimal.nullable(),
          phasedPct: Decimal.nullable(),
        }),
      ),
      /** Alive and without a plan for the year: they are in no denominator. */
      withoutPlan: z.number().int(),
      lacking: z.array(InvestedProject),
    }),
  },
  reportsDue: {
    kind: "query",
    path: "/api/projects/reports-due",
    command: "projects reports-due",
    permission: "projects.read",
    summary: { zh: "当月谁还没有报", en: "Who has not reported the month" },
    input: z.object({
      /** Mine only: owned, led, or worked on in a task force. */
      mine: z.boolean().default(false),
      /** Only those that were not reported. */
      missing: z.boolean().default(false),
      /** Words of the name, the enterprise or the code. */
      q: z.string().trim().max(60).optional(),
      asOf: DayInReach.optional(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      asOf: LocalDate,
      /** The month that is over: its report is due. */
      month: Month,
      due: z.number().int(),
      reported: z.number().int(),
      /** Not reported first. */
      items: z.array(DueReport),
    }),
  },
  investmentTemplate: {
    kind: "query",
    path: "/api/projects/investment/template",
    permission: "projects.work",
    summary: { zh: "投资计划与月报模板", en: "Template for plans and monthly reports" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importInvestment: {
    kind: "command",
    path: "/api/projects/investment/import",
    permission: "projects.work",
    idempotency: "key",
    summary: { zh: "导入投资计划与月报", en: "Import plans and monthly reports" },
    input: z.object({ dryRun: z.boolean().default(false), revisionReason: z.string().trim().min(2).max(300).optional() }),
    output: z.object({ rows: z.array(ProjectImportRow), imported: z.number().int(), refused: z.number().int() }),
    upload: { maxFiles: 1, maxBytes: 20 * MB },
  },
  downloadPhoto: {
    kind: "query",
    path: "/api/projects/photos/:photoId",
    permission: "projects.read",
    summary: { zh: "查看现场照片", en: "See a photo of the site" },
    input: z.object({ photoId: Id }),
    output: FileReply,
    file: "shown",
  },
  downloadThumbnail: {
    kind: "query",
    path: "/api/projects/photos/:photoId/thumbnail",
    permission: "projects.read",
    summary: { zh: "查看现场照片的缩略图", en: "See the small picture of a photo" },
    input: z.object({ photoId: Id }),
    output: FileReply,
    file: "shown",
  },
});
