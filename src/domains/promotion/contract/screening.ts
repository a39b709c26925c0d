import { z } from "zod";
import {
  Controller,
  type EnterpriseStatus,
  QualificationKind,
  QualificationLevel,
  TieKind,
} from "#domains/registry/contract/enterprise.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

/** The five terms of handbook §3. Each is measured as one whole number: growth in percent, the others from 0 to 100. */
export const Measure = z.enum(["fit", "growth", "signals", "linkage", "innovation"]);
export type Measure = z.infer<typeof Measure>;
export const MEASURES = Measure.options;

/** Dated things that are known of an enterprise. The last two are no signs of expansion: they may exclude. */
export const SignalKind = z.enum([
  "new-plant",
  "capacity",
  "financing",
  "listing",
  "site-search",
  "recruitment",
  "document-project",
  "dishonest",
  "penalty",
]);
export type SignalKind = z.infer<typeof SignalKind>;
export const ADVERSE = ["dishonest", "penalty"] as const satisfies readonly SignalKind[];
export const ExpansionKind = SignalKind.exclude(ADVERSE);
export type ExpansionKind = z.infer<typeof ExpansionKind>;

/** What keeps an enterprise out of a ranking, whatever its points; it is listed all the same, with the reason. */
export const VetoKind = z.enum(["dishonest", "penalty", "not-active", "resident"]);
export type VetoKind = z.infer<typeof VetoKind>;

const Points = z.number().min(0).max(100).multipleOf(0.1);
const Share = z.number().int().min(0).max(100);
const Source = z.string().trim().min(2).max(200);

/** Between two marks points rise evenly; below the first and above the last they stay. */
export const ScoreTerm = z
  .object({
    marks: z
      .array(z.object({ at: z.number().int().min(-100).max(1000), points: Points }))
      .min(2)
      .max(12),
    source: Source,
  })
  .refine(
    ({ marks }) =>
      marks.every((mark, place) => {
        const before = marks[place - 1];
        return before === undefined || (mark.at > before.at && mark.points >= before.points);
      }),
    { error: "promotion.marks-order", path: ["marks"] },
  );
export type ScoreTerm = z.infer<typeof ScoreTerm>;

const Most = z.number().int().min(0).max(10);

/** How each measure is made from what the register and the zone know. Shares are of 100. */
export const MeasureRules = z.object({
  fit: z.object({
    classExact: Share,
    classGroup: Share,
    classDivision: Share,
    productSame: Share,
    productWithin: Share,
    /** For each further product that matches, at most so many. */
    more: Share,
    moreMost: Most,
    source: Source,
  }),
  /** Growth of a year that lies further back is not known any more. */
  growth: z.object({ yearsOld: z.number().int().min(1).max(10), source: Source }),
  signals: z
    .object({
      kinds: z.record(ExpansionKind, Share),
      /** A sign counts in full for so many months, by half until so many, and then no more. */
      fullMonths: z.number().int().min(1).max(60),
      halfMonths: z.number().int().min(1).max(120),
      source: Source,
    })
    .refine(({ fullMonths, halfMonths }) => fullMonths <= halfMonths, { error: "promotion.months-order", path: ["halfMonths"] }),
  linkage: z.object({ kinds: z.record(TieKind, Share), more: Share, moreMost: Most, source: Source }),
  innovation: z.object({
    kinds: z
      .array(z.object({ kind: QualificationKind, level: QualificationLevel.nullable(), points: Share }))
      .min(1)
      .max(100),
    more: Share,
    moreMost: Most,
    source: Source,
  }),
});
export type MeasureRules = z.infer<typeof MeasureRules>;

/** A scoring table: data, version by version. The last marks of the terms together make 100. */
export const ScoringContent = z
  .object({
    terms: z.object({ fit: ScoreTerm, growth: ScoreTerm, signals: ScoreTerm, linkage: ScoreTerm, innovation: ScoreTerm }),
    measures: MeasureRules,
    vetoes: z
      .array(z.object({ kind: VetoKind, source: Source }))
      .max(VetoKind.options.length)
      .refine((vetoes) => new Set(vetoes.map(({ kind }) => kind)).size === vetoes.length, { error: "promotion.veto-twice" }),
  })
  .refine(({ terms }) => Math.round(Object.values(terms).reduce((all, { marks }) => all + (marks.at(-1)?.points ?? 0) * 10, 0)) === 1000, {
    error: "promotion.points-together",
    path: ["terms"],
  });
export type ScoringContent = z.infer<typeof ScoringContent>;

export const ScoringVersion = z.object({
  version: z.number().int(),
  effectiveOn: LocalDate,
  content: ScoringContent,
  reason: z.string(),
  changedOn: LocalDate,
  changedBy: z.string(),
});
export type ScoringVersion = z.infer<typeof ScoringVersion>;

const Amount = Decimal.refine((amount) => !amount.startsWith("-") && amount.length <= 20, { error: "promotion.not-negative" });
const Count = z.number().int().min(0).max(10_000_000);
const RegionCode = z.string().regex(/^\d{2}(\d{2}){0,2}$/);
const ClassPrefix = z.string().regex(/^[A-T]\d{0,4}$/);
/** Which enterprises of the register are looked at. Ends of ranges belong to them; who lacks a figure is outside its range. */
export const PoolFilter = z.object({
  /** First digits of codes of divisions: 50, 5001, 500112. */
  regions: z.array(RegionCode).max(40).optional(),
  /** Divisions that are left out, in the same manner: the zone's own city. */
  notRegions: z.array(RegionCode).max(40).optional(),
  /** GB/T 4754: C, C39, C3973. */
  classes: z.array(ClassPrefix).max(40).optional(),
  capitalFrom: Amount.optional(),
  capitalTo: Amount.optional(),
  revenueFrom: Amount.optional(),
  revenueTo: Amount.optional(),
  employeesFrom: Count.optional(),
  employeesTo: Count.optional(),
  foundedFrom: LocalDate.optional(),
  foundedTo: LocalDate.optional(),
  controllers: z.array(Controller).max(6).optional(),
  listed: z.boolean().optional(),
  /** Any of them, valid on the day. */
  qualifications: z.array(QualificationKind).max(12).optional(),
  /** Only those with so much fit at least. */
  fitFrom: z.number().int().min(0).max(100).optional(),
});
export type PoolFilter = z.infer<typeof PoolFilter>;

const Words = z.object({ zh: z.string(), en: z.string() });

/** One thing that a term rests on, in words, with its source and age. */
export const Finding = z.object({
  text: Words,
  /** What it gave of the measure; null where it is told only. */
  gave: z.number().int().nullable(),
  on: LocalDate.nullable(),
  source: z.string(),
  /** The document that says so, to be opened. */
  document: z.uuid().optional(),
});
export type Finding = z.infer<typeof Finding>;

export const TargetTerm = z.object({
  measure: Measure,
  /** Null while it cannot be said. */
  value: z.number().int().nullable(),
  /** Points; null while it cannot be said, between `least` and `most`. */
  points: z.number().nullable(),
  least: z.number(),
  most: z.number(),
  findings: z.array(Finding),
  /** What would have to be known. */
  missing: Words.nullable(),
});
export type TargetTerm = z.infer<typeof TargetTerm>;

export const TargetScore = z.object({
  /** Points that are certain, and what it may come to once everything is known. Equal when nothing is missing. */
  known: z.number(),
  possible: z.number(),
  terms: z.array(TargetTerm),
  missing: z.array(Measure),
});
export type TargetScore = z.infer<typeof TargetScore>;

export const TargetVeto = z.object({ kind: VetoKind, text: Words, on: LocalDate.nullable(), source: z.string() });
export type TargetVeto = z.infer<typeof TargetVeto>;

export const measureWords: Readonly<Record<Measure, Text>> = {
  fit: { zh: "产业链契合", en: "Chain fit" },
  growth: { zh: "成长性", en: "Growth" },
  signals: { zh: "扩张信号", en: "Signs of expansion" },
  linkage: { zh: "关联度", en: "Ties to residents" },
  innovation: { zh: "创新力", en: "Innovation" },
};

export const signalWords: Readonly<Record<SignalKind, Text>> = {
  "new-plant": { zh: "拟建新厂", en: "New plant planned" },
  capacity: { zh: "扩大产能", en: "Capacity extended" },
  financing: { zh: "完成融资", en: "Round of financing" },
  listing: { zh: "筹备上市", en: "Preparing to list" },
  "site-search": { zh: "考察选址", en: "Looking for a site" },
  recruitment: { zh: "批量招聘", en: "Hiring in numbers" },
  "document-project": { zh: "文件所载项目", en: "Project in a document" },
  dishonest: { zh: "失信被执行人", en: "Dishonest debtor" },
  penalty: { zh: "重大行政处罚", en: "Grave administrative penalty" },
};

export const vetoWords: Readonly<Record<VetoKind, Text>> = {
  dishonest: { zh: "列入失信被执行人名单", en: "Listed as a dishonest debtor" },
  penalty: { zh: "有未了结的重大行政处罚", en: "A grave administrative penalty stands" },
  "not-active": { zh: "不在存续状态", en: "Not active in the register" },
  resident: { zh: "已是在园企业", en: "Resident already" },
};

export const EXCLUDED_STATUSES: readonly EnterpriseStatus[] = ["suspended", "revoked", "deregistered"];
