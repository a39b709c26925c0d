import { z } from "zod";
import { Approximation, Basis, ComparisonWith, Span } from "#domains/intelligence/contract/extraction.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

/** A sentence in both languages, as data that travels with the record. */
export const BothLanguages = z.object({ zh: z.string(), en: z.string() });

/** 初步数, 最终核实数, 修订数: how settled a figure is. `unknown` where the source does not say. */
export const Settledness = z.enum(["preliminary", "verified", "revised", "unknown"]);
export type Settledness = z.infer<typeof Settledness>;

/** Which enterprises and which prices a figure counts. `unknown` where the source does not say. */
export const Calibre = z.string().max(120);

export const DocumentSource = z.object({
  kind: z.literal("document"),
  documentId: z.string(),
  title: z.string(),
  published: LocalDate.nullable(),
  quote: z.string(),
  spans: z.array(Span).min(1),
  /** First character of the first span and last of the last: the one range that the quote stands in. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type DocumentSource = z.infer<typeof DocumentSource>;

/** A figure computed from rows, or typed into a spreadsheet: the rows are its proof. */
export const RowsSource = z.object({
  kind: z.literal("rows"),
  dataset: z.string(),
  title: z.string(),
  /** The first of them; `total` says how many there are where that is more. */
  rows: z.array(z.object({ id: z.string(), label: z.string() })).min(1),
  total: z.number().int().optional(),
  /** Whose rows they are, where there are more. */
  observationId: z.string().optional(),
  note: z.string().nullable(),
});
export type RowsSource = z.infer<typeof RowsSource>;

export const FigureSource = z.discriminatedUnion("kind", [DocumentSource, RowsSource]);
export type FigureSource = z.infer<typeof FigureSource>;

/** The figure beside a wider region: stated as points in the source, implied by arithmetic, or read from that region's own fact. */
export const Comparison = z.object({
  with: ComparisonWith,
  region: z.string().nullable(),
  points: z.string().nullable(),
  growthPct: z.string().nullable(),
  origin: z.enum(["stated", "fact"]),
});
export type Comparison = z.infer<typeof Comparison>;

export const LastYear = z.object({
  period: z.string(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  yoyPct: z.string().nullable(),
  observationId: z.string(),
});
export type LastYear = z.infer<typeof LastYear>;

export const FigureStatus = z.enum(["accepted", "conflict"]);

export const ReportCardFigure = z.object({
  /** Stable inside a card, so that checks and pictures can point at it: the code, or the words where there is none. */
  id: z.string(),
  code: z.string().nullable(),
  /** The official Chinese name, or the words of the source where the catalogue has none. */
  indicator: z.string(),
  indicatorEn: z.string().nullable(),
  /** Exact decimal in `unit`; null where only the growth was published. */
  value: z.string().nullable(),
  unit: z.string().nullable(),
  yoyPct: z.string().nullable(),
  growthBase: z.enum(["last-year", "last-year-end", "last-period"]).nullable(),
  approximation: Approximation,
  basis: Basis,
  calibre: Calibre.nullable(),
  settledness: Settledness,
  period: z.string(),
  region: z.string(),
  comparisons: z.array(Comparison),
  lastYear: LastYear.nullable(),
  sources: z.array(FigureSource).min(1),
  /** Every observation that was joined into this figure; the first opens it. */
  observationId: z.string(),
  observationIds: z.array(z.string()).min(1),
  status: FigureStatus,
});
export type ReportCardFigure = z.infer<typeof ReportCardFigure>;

/** Two accepted facts of one key that say different things: shown, and left out until a person decides. */
export const FigureConflict = z.object({
  key: z.string(),
  code: z.string().nullable(),
  indicator: z.string(),
  about: z.enum(["level", "growth"]),
  sides: z
    .array(
      z.object({
        observationIds: z.array(z.string()).min(1),
        value: z.string(),
        unit: z.string(),
        settledness: Settledness,
        sources: z.array(FigureSource).min(1),
      }),
    )
    .min(2),
});
export type FigureConflict = z.infer<typeof FigureConflict>;

export const CheckSeverity = z.enum(["error", "warning"]);

/** `ok: null` means that it cannot be said: a figure that the check needs is not there. */
export const Check = z.object({
  name: z.string(),
  title: BothLanguages,
  ok: z.boolean().nullable(),
  severity: CheckSeverity,
  detail: BothLanguages,
  /** Ids of the figures that it looked at. */
  figures: z.array(z.string()),
});
export type Check = z.infer<typeof Check>;

export const MissingIndicator = z.object({ code: z.string(), indicator: z.string(), indicatorEn: z.string() });
export type MissingIndicator = z.infer<typeof MissingIndicator>;

/** What a card says: computed from facts, frozen at every step of the life cycle. */
export const ReportCardContent = z.object({
  figures: z.array(ReportCardFigure),
  conflicts: z.array(FigureConflict),
  checks: z.array(Check),
  missing: z.array(MissingIndicator),
  /** Other names of the region under which figures are known, kept apart: 西部(重庆)科学城核心区 beside 重庆高新区. */
  relatedRegions: z.array(z.object({ region: z.string(), figures: z.number().int() })),
});
export type ReportCardContent = z.infer<typeof ReportCardContent>;

export const ReportCardState = z.enum(["DRAFT", "CHECKED", "APPROVED", "PUBLISHED", "REVISED", "WITHDRAWN"]);
export type ReportCardState = z.infer<typeof ReportCardState>;

/** The responsible person and department under whose name the card goes out. */
export const Signer = z.object({ name: z.string().trim().min(1).max(60), department: z.string().trim().min(2).max(60) });
export type Signer = z.infer<typeof Signer>;

/** One step of the life cycle, who took it, and what was said: the comment on the checks, the reason of a return, revision or withdrawal. */
export const ReportCardStep = z.object({
  edition: z.number().int(),
  move: z.string(),
  from: ReportCardState.nullable(),
  to: ReportCardState,
  at: Instant,
  by: z.string(),
  byName: z.string(),
  reason: z.string().nullable(),
});
export type ReportCardStep = z.infer<typeof ReportCardStep>;

export const ReportCard = ReportCardContent.extend({
  id: z.uuid(),
  region: z.string(),
  period: z.string(),
  title: z.string(),
  titleEn: z.string(),
  state: ReportCardState,
  /** 1 for the first card of a region and period, one more for each revision: the number that the public sees. */
  edition: z.number().int().min(1),
  /** Optimistic lock, sent back with every command; counts each step and edit. */
  version: z.number().int().min(1),
  signer: Signer.nullable(),
  /** The whole card is said to be preliminary (初步数). */
  preliminary: z.boolean(),
  /** Observations that a statistician left out of this card. */
  excluded: z.array(z.string()),
  publishedAt: Instant.nullable(),
  /** The facts have changed since the figures were frozen. */
  stale: z.boolean(),
  /** What is missing before the next step, as codes of contract/economy-texts.ts. */
  needs: z.array(z.string()),
  history: z.array(ReportCardStep),
  abilities: Abilities,
});
export type ReportCard = z.infer<typeof ReportCard>;

export const ArtefactKind = z.enum(["docx", "pdf", "svg", "png", "csv", "json"]);
export type ArtefactKind = z.infer<typeof ArtefactKind>;

/** Where a figure stands in open data; rows of a table have no place in a text. */
const PlainSource = z.object({
  document: z.string(),
  quote: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
});

/** The plain shape for scripts: `report-card --json`, open data, the JSON artefact. */
export const PlainReportCard = z.object({
  region: z.string(),
  period: z.string(),
  state: ReportCardState,
  edition: z.number().int(),
  title: z.string(),
  signer: Signer.nullable(),
  published_at: z.string().nullable(),
  figures: z.array(
    z.object({
      indicator: z.string(),
      code: z.string().nullable(),
      value: z.string(),
      unit: z.string(),
      yoy_pct: z.string().nullable(),
      basis: Basis,
      calibre: z.string().nullable(),
      settledness: Settledness,
      observation: z.string(),
      source: PlainSource,
      more_sources: z.array(PlainSource),
    }),
  ),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean().nullable(), detail: z.string() })),
  missing: z.array(z.string()),
  conflicts: z.array(z.object({ indicator: z.string(), values: z.array(z.string()) })),
});
export type PlainReportCard = z.infer<typeof PlainReportCard>;
