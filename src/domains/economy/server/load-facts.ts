import { sql } from "kysely";
import { type FigureSource, Settledness } from "#domains/economy/contract/report-card.ts";
import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { type DocumentTitle, findDocumentTitles } from "#domains/intelligence/server/api.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { FactEvidence } from "#kernel/server/fact-shapes.ts";
import { countEvidence, firstEvidenceOf } from "#kernel/server/facts.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Row = {
  id: string;
  indicator: string;
  code: string | null;
  value: string;
  unit: string;
  approximation: AcceptedFact["approximation"];
  period: string | null;
  basis: AcceptedFact["basis"];
  region: string | null;
  yoy_pct: string | null;
  growth_base: AcceptedFact["growthBase"];
  comparison: AcceptedFact["comparison"];
  calibre: string | null;
  origin: string;
  origin_id: string | null;
};

/** Far above what one region reports in two years; a guard for memory, not a page. */
const MOST = 200_000;
/** A card carries the first rows of a figure; the others are opened page by page. */
const ROWS_ON_CARD = 50;

/** Accepted facts about these regions from the year before `year` to its end: a card, what it compares itself with, and its series. */
export async function loadAcceptedFacts(tx: Tx, regions: readonly string[], year: number): Promise<AcceptedFact[]> {
  const { rows } = await sql<Row>`
    select id, indicator, code, value, unit, approximation, period, basis, region, yoy_pct, growth_base, comparison, calibre, origin, origin_id
    from fact_current
    where zone_id = ${actorOf(tx).zoneId}::uuid and region = any(${regions}::text[]) and status = 'accepted'
      and scope = 'region' and kind = 'actual' and period >= ${String(year - 1)} and period < ${String(year + 1)}
    order by id limit ${MOST}`.execute(tx);
  return withSources(tx, rows);
}

/** All accepted figures of one indicator, for its series. */
export async function loadSeriesFacts(tx: Tx, regions: readonly string[], code: string): Promise<AcceptedFact[]> {
  const { rows } = await sql<Row>`
    select id, indicator, code, value, unit, approximation, period, basis, region, yoy_pct, growth_base, comparison, calibre, origin, origin_id
    from fact_current
    where zone_id = ${actorOf(tx).zoneId}::uuid and region = any(${regions}::text[]) and code = ${code} and status = 'accepted'
      and scope = 'region' and kind = 'actual'
    order by id limit ${MOST}`.execute(tx);
  return withSources(tx, rows);
}

async function withSources(tx: Tx, rows: readonly Row[]): Promise<AcceptedFact[]> {
  const ids = rows.map((row) => row.id);
  const evidence = await firstEvidenceOf(tx, ids, ROWS_ON_CARD);
  const totals = await countEvidence(
    tx,
    ids.filter((id) => (evidence.get(id)?.length ?? 0) === ROWS_ON_CARD),
  );
  const documents = await loadDocumentTitles(tx, rows);
  return rows.map((row) => {
    const pieces = evidence.get(row.id) ?? [];
    return {
      observationId: row.id,
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
      scope: "region",
      kind: "actual",
      calibre: row.calibre,
      settledness: settlednessOf(pieces),
      source: sourceOf(row, pieces, documents, totals.get(row.id)),
    };
  });
}

/** Titles of the documents that facts come from, to be shown beside their quotes. */
export const loadDocumentTitles = (
  tx: Tx,
  rows: readonly { readonly origin: string; readonly origin_id: string | null }[],
): Promise<ReadonlyMap<string, DocumentTitle>> =>
  findDocumentTitles(
    tx,
    rows.flatMap((row) => (row.origin === "document" || row.origin === "model" ? (row.origin_id ?? []) : [])),
  );

function sourceOf(
  row: Row,
  evidence: readonly FactEvidence[],
  documents: ReadonlyMap<string, DocumentTitle>,
  total: number | undefined,
): FigureSource {
  const document = row.origin_id === null ? undefined : documents.get(row.origin_id);
  const spans = evidence.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
  if (document !== undefined && spans.length > 0) {
    return {
      kind: "document",
      documentId: document.id,
      title: document.title,
      published: document.published === null ? null : (findLocalDate(document.published) ?? null),
      quote: [...new Set(evidence.map((piece) => piece.quote))].join(""),
      spans,
      start: Math.min(...spans.map((span) => span.start)),
      end: Math.max(...spans.map((span) => span.end)),
    };
  }
  const rows = evidence.map((piece, place) => ({ id: textOf(piece, "row") ?? `${row.id}:${place}`, label: piece.quote }));
  return {
    kind: "rows",
    dataset: (evidence[0] && textOf(evidence[0], "dataset")) ?? row.origin_id ?? row.origin,
    title: document?.title ?? titleOf(evidence) ?? row.indicator,
    rows: rows.length > 0 ? rows : [{ id: row.id, label: row.indicator }],
    ...(total === undefined ? {} : { total, observationId: row.id }),
    note: null,
  };
}

/** What stands beside evidence that is not a span of text: the name of a file and a row, or a dataset, its title and a row; how settled the figure is. */
const locatorOf = (piece: FactEvidence | undefined): Readonly<Record<string, unknown>> => (piece?.locator ?? {}) as Record<string, unknown>;
const textOf = (piece: FactEvidence | undefined, name: "file" | "title" | "dataset" | "row"): string | undefined => {
  const value = locatorOf(piece)[name];
  return typeof value === "string" ? value : undefined;
};
const titleOf = ([first]: readonly FactEvidence[]): string | undefined => textOf(first, "title") ?? textOf(first, "file");
const settlednessOf = (evidence: readonly FactEvidence[]): Settledness =>
  Settledness.safeParse(locatorOf(evidence[0])["settledness"]).data ?? "unknown";
