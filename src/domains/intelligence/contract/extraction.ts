import { z } from "zod";

/** Places are character offsets (UTF-16) into the stored original text of a document: half open, `start` ≤ `end`. */
export const Span = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });
export type Span = z.infer<typeof Span>;

/** What every finding carries: the source's own words, where they stand, how sure the rule is, and which rule it was. */
export const Evidence = z.object({
  /** The shortest piece of the original that proves the finding, markup removed, damage left in. */
  quote: z.string(),
  /** One span usually; several when a caption or a page break stands between. */
  spans: z.array(Span).min(1),
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  /** Index of the article of the document in which it was found. */
  article: z.number().int().min(0),
});
export type Evidence = z.infer<typeof Evidence>;

export const Scope = z.enum(["region", "company", "project"]);
export type Scope = z.infer<typeof Scope>;
export const FigureKind = z.enum(["actual", "target"]);
export type FigureKind = z.infer<typeof FigureKind>;
/** Cumulative from the start of the year, one month or quarter alone, or a level on a day. */
export const Basis = z.enum(["cumulative", "single", "point", "unknown"]);
export type Basis = z.infer<typeof Basis>;
export const Approximation = z.enum(["exact", "near", "over", "about", "at-least", "at-most"]);
export type Approximation = z.infer<typeof Approximation>;

export const ComparisonWith = z.enum(["city", "province", "nation"]);

/** A reported number. Decimals are strings, exact. */
export const Figure = Evidence.extend({
  /** Name in the words of the text, simplified, with what makes it specific ("专班制项目在建率"). */
  indicator: z.string(),
  /** Code of the catalogue when the name is certain, otherwise null. */
  code: z.string().nullable(),
  value: z.string(),
  /** As written, simplified: 亿元, 户, 家次, %, 个百分点. */
  unit: z.string(),
  approximation: Approximation,
  /** `2023`, `2023H1`, `2022Q1`, `2016Q1-Q3`, `2021-06`, `2021-01..2021-07`; `?H1`, `?-06` when the year is not known; null: not stated. */
  period: z.string().nullable(),
  basis: Basis,
  /** Zone, district, city or company that the figure is about, as written, simplified. */
  region: z.string().nullable(),
  yoyPct: z.string().nullable(),
  /** The base when it is not the same period of last year ("较去年年底"). */
  growthBase: z.enum(["last-year", "last-year-end", "last-period"]).nullable(),
  /** Difference from a wider region in percentage points, with its sign. */
  comparison: z.object({ with: ComparisonWith, points: z.string() }).nullable(),
  scope: Scope,
  kind: FigureKind,
  /** Headline, box or summary that repeats a figure of the body: joined, not counted twice. */
  repeated: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;

export const ProjectStage = z.enum(["签约", "落户", "拟建", "启动", "开工", "在建", "扩建", "竣工", "投产"]);
export type ProjectStage = z.infer<typeof ProjectStage>;

export const ProjectFinding = Evidence.extend({
  name: z.string(),
  company: z.string().nullable(),
  /** 元, exact. */
  investmentYuan: z.string().nullable(),
  stage: ProjectStage.nullable(),
  place: z.string().nullable(),
});
export type ProjectFinding = z.infer<typeof ProjectFinding>;

export const OrganisationKind = z.enum(["company", "government", "university", "institute", "bank", "media", "park", "other"]);
export const OrganisationFinding = Evidence.extend({ name: z.string(), kind: OrganisationKind });
export type OrganisationFinding = z.infer<typeof OrganisationFinding>;

export const PolicyFinding = Evidence.extend({ name: z.string(), amountYuan: z.string().nullable() });
export type PolicyFinding = z.infer<typeof PolicyFinding>;

/** A named way of working: 专班制, 四色督办, 链长制, 一件事. */
export const MechanismFinding = Evidence.extend({ name: z.string() });
export type MechanismFinding = z.infer<typeof MechanismFinding>;

export const Article = z.object({
  title: z.string(),
  /** The zone, district, city or company that it is about by default. */
  region: z.string().nullable(),
  /** `YYYY-MM-DD` when the text or its page says so. */
  published: z.string().nullable(),
  medium: z.string().nullable(),
  /** Cleaned text of this article. */
  text: z.string(),
  /** Spans of the original that the article rests on, in order. */
  spans: z.array(Span),
});
export type Article = z.infer<typeof Article>;

/** What was cut from the original, and why: shown greyed beside it. */
export const Cut = Span.extend({
  reason: z.enum(["navigation", "links", "advertising", "spam", "caption", "credit", "pinyin", "markup", "script"]),
});
export type Cut = z.infer<typeof Cut>;

export const Extraction = z.object({
  articles: z.array(Article),
  cuts: z.array(Cut),
  figures: z.array(Figure),
  projects: z.array(ProjectFinding),
  organisations: z.array(OrganisationFinding),
  policies: z.array(PolicyFinding),
  mechanisms: z.array(MechanismFinding),
});
export type Extraction = z.infer<typeof Extraction>;
