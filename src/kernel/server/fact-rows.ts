import type { Fact, FactOrigin, FactStatus, NewObservation, ObservedFigure } from "#kernel/server/fact-shapes.ts";

/** An observation joined with its last decision, as the database gives it. */
export type FactRow = {
  id: string;
  indicator: string;
  code: string | null;
  value: string;
  unit: string;
  approximation: ObservedFigure["approximation"];
  period: string | null;
  basis: ObservedFigure["basis"];
  region: string | null;
  yoy_pct: string | null;
  growth_base: ObservedFigure["growthBase"];
  comparison: ObservedFigure["comparison"];
  scope: ObservedFigure["scope"];
  kind: ObservedFigure["kind"];
  calibre: string | null;
  repeated: boolean;
  origin: FactOrigin;
  origin_id: string | null;
  article: number | null;
  rule: string;
  confidence: string;
  corrects: string | null;
  enterprise_id: string | null;
  department_id: string | null;
  recorded_at: string;
  recorded_by: string;
  decision: string | null;
  ordinal: number | null;
  correction_id: string | null;
  decided_by: string | null;
  decided_at: string | null;
  decision_rule: string | null;
  reason: string | null;
};

const STATUS: Readonly<Record<string, FactStatus>> = {
  accept: "accepted",
  reject: "rejected",
  correct: "corrected",
  withdraw: "withdrawn",
};

export const factOf = (row: FactRow): Fact => ({
  id: row.id,
  indicator: row.indicator,
  code: row.code,
  value: row.value,
  unit: row.unit,
  approximation: row.approximation,
  period: row.period,
  basis: row.basis,
  region: row.region,
  yoyPct: row.yoy_pct,
  growthBase: row.growth_base,
  comparison: row.comparison,
  scope: row.scope,
  kind: row.kind,
  calibre: row.calibre,
  repeated: row.repeated,
  origin: row.origin,
  originId: row.origin_id,
  article: row.article,
  rule: row.rule,
  confidence: Number(row.confidence),
  corrects: row.corrects,
  enterpriseId: row.enterprise_id,
  departmentId: row.department_id,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  status: STATUS[row.decision ?? ""] ?? "proposed",
  decisions: row.ordinal ?? 0,
  correctedBy: row.correction_id,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  decisionRule: row.decision_rule,
  reason: row.reason,
});

export const rowOf = (
  observation: NewObservation & { readonly id: string; readonly corrects: string | null },
  zoneId: string,
  recordedBy: string,
  at: string,
) => ({
  zone_id: zoneId,
  id: observation.id,
  indicator: observation.indicator,
  code: observation.code ?? null,
  value: observation.value,
  unit: observation.unit,
  approximation: observation.approximation ?? "exact",
  period: observation.period ?? null,
  basis: observation.basis ?? "unknown",
  region: observation.region ?? null,
  yoy_pct: observation.yoyPct ?? null,
  growth_base: observation.growthBase ?? null,
  comparison: observation.comparison ? JSON.stringify(observation.comparison) : null,
  scope: observation.scope ?? "region",
  kind: observation.kind ?? "actual",
  calibre: observation.calibre ?? null,
  repeated: observation.repeated ?? false,
  origin: observation.origin,
  origin_id: observation.originId ?? null,
  article: observation.article ?? null,
  rule: observation.rule ?? "",
  confidence: String(observation.confidence ?? 1),
  corrects: observation.corrects,
  enterprise_id: observation.enterpriseId ?? null,
  department_id: observation.departmentId ?? null,
  recorded_at: at,
  recorded_by: recordedBy,
});
