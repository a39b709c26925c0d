import { z } from "zod";
import { Approximation } from "#kernel/approximation.ts";
import { Decimal } from "#kernel/decimal.ts";
import { Instant } from "#kernel/local-date.ts";
import { Period } from "#kernel/period.ts";

/** Where a fact stands: the words of a document by their offsets (UTF-16, half open), or rows of a table named in `quote`. */
export const FactSource = z.object({
  source: z.string().min(1).max(200),
  quote: z.string().max(2000),
  spans: z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })),
  rule: z.string().max(100),
  confidence: z.number().min(0).max(1),
});
export type FactSource = z.infer<typeof FactSource>;

export const FactStatus = z.enum(["proposed", "accepted", "rejected"]);
export type FactStatus = z.infer<typeof FactStatus>;

/** 初步数, 核实数, 修订数: a later one takes the place of an earlier one without contradicting it. */
export const FactRevision = z.enum(["preliminary", "verified", "revised"]);
export type FactRevision = z.infer<typeof FactRevision>;

/** One reported figure with everything that makes it comparable, and all places that report it. */
export const Fact = z.object({
  id: z.string().min(1).max(100),
  indicator: z.string().min(1).max(200),
  /** Code of the catalogue when the name is certain. */
  code: z.string().max(100).nullable(),
  value: Decimal,
  unit: z.string().max(20),
  approximation: Approximation,
  period: Period.nullable(),
  basis: z.enum(["cumulative", "single", "point", "unknown"]),
  region: z.string().max(100).nullable(),
  /** What the figure covers where the same name covers several: 区属, 全口径, 注册地. */
  calibre: z.string().max(100).nullable(),
  yoyPct: Decimal.nullable(),
  growthBase: z.enum(["last-year", "last-year-end", "last-period"]).nullable(),
  scope: z.enum(["region", "company", "project"]),
  kind: z.enum(["actual", "target"]),
  status: FactStatus,
  revision: FactRevision,
  recordedAt: Instant,
  provenance: z.array(FactSource).min(1),
});
export type Fact = z.infer<typeof Fact>;
