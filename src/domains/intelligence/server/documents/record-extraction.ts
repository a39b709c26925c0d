import { sql } from "kysely";
import { v7 } from "uuid";
import type { Extraction, Figure } from "#domains/intelligence/contract/extraction.ts";
import { FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import type { LexiconWord } from "#domains/intelligence/rules/review/apply-lexicon.ts";
import { isSameStory, outlineOf } from "#domains/intelligence/rules/review/story-likeness.ts";
import { decideFindings, listFindings } from "#domains/intelligence/server/review/finding-store.ts";
import type { Tx } from "#kernel/server/database.ts";
import { decideFacts, listFacts, observeFacts } from "#kernel/server/facts.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type Recorded = { readonly figures: number; readonly projects: number; readonly organisations: number; readonly findings: number };

const ROWS_A_STATEMENT = 500;
const MOST_FINDINGS = 10_000;

/** Puts what was found into the review queue: figures as facts of the kernel, the rest as findings; nothing counts before it is decided. */
export async function recordExtraction(tx: Tx, documentId: string, extraction: Extraction): Promise<Recorded> {
  const { zoneId, id: recordedBy } = actorOf(tx);
  await observeFacts(
    tx,
    extraction.figures.map((figure) => observationOf(figure, documentId)),
  );
  const findings = [
    ...extraction.projects.map((content) => ({ type: "project", content })),
    ...extraction.organisations.map((content) => ({ type: "organisation", content })),
    ...extraction.policies.map((content) => ({ type: "policy", content })),
    ...extraction.mechanisms.map((content) => ({ type: "mechanism", content })),
  ];
  const rows = findings.map(({ type, content }, ordinal) => ({
    zone_id: zoneId,
    id: v7(),
    document_id: documentId,
    ordinal,
    type,
    content: JSON.stringify(content),
    recorded_by: recordedBy,
    recorded_at: recordedAt(tx),
  }));
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    await tx
      .insertInto("finding")
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  return {
    figures: extraction.figures.length,
    projects: extraction.projects.length,
    organisations: extraction.organisations.length,
    findings: rows.length,
  };
}

const observationOf = (figure: Figure, documentId: string) => ({
  indicator: figure.indicator,
  code: figure.code,
  value: figure.value,
  unit: figure.unit,
  approximation: figure.approximation,
  period: figure.period,
  basis: figure.basis,
  region: figure.region,
  yoyPct: figure.yoyPct,
  growthBase: figure.growthBase,
  comparison: figure.comparison,
  scope: figure.scope,
  kind: figure.kind,
  calibre: null,
  repeated: figure.repeated,
  origin: figure.rule.startsWith("model:") ? ("model" as const) : ("document" as const),
  originId: documentId,
  article: figure.article,
  rule: figure.rule,
  confidence: Math.round(figure.confidence * 100) / 100,
  evidence: figure.spans.map((span, place) => ({ quote: place === 0 ? figure.quote : "", start: span.start, end: span.end })),
});

/** Accepts everything that a document proposed, in the actor's name: for sources that are trusted as a whole. @returns how many. */
export async function acceptEverything(tx: Tx, documentId: string): Promise<number> {
  const figures = await listFacts(tx, { originId: documentId, status: ["proposed"], limit: MOST_FINDINGS });
  await decideFacts(
    tx,
    figures.map(({ id }) => ({ observationId: id, decision: "accept", rule: "accept-all" })),
  );
  const findings = await listFindings(tx, { documentId, status: ["proposed"] });
  await decideFindings(
    tx,
    findings.map(({ id, decisions }) => ({ findingId: id, seen: decisions, decision: "accept", rule: "accept-all" })),
  );
  if (findings.length > 0) await emitEvent(tx, FINDINGS_ACCEPTED, { documentId });
  return figures.length + findings.length;
}

/** Joins the document to the story that others have told before, or makes one when it meets its first twin. */
export async function joinStory(tx: Tx, documentId: string, text: string): Promise<void> {
  const { zoneId } = actorOf(tx);
  const outline = outlineOf(text);
  const marks = [...outline];
  if (marks.length === 0) return;
  const near = await tx
    .selectFrom("document_mark as m")
    .innerJoin("document as d", (join) => join.onRef("d.zone_id", "=", "m.zone_id").onRef("d.id", "=", "m.document_id"))
    .select((is) => ["m.document_id", "d.story_id", is.fn.countAll<string>().as("shared")])
    .where("m.zone_id", "=", zoneId)
    .where("m.mark", "=", sql<string>`any(${marks}::bigint[])`)
    .where("d.state", "!=", "withdrawn")
    .groupBy(["m.document_id", "d.story_id"])
    .orderBy("shared", "desc")
    .limit(5)
    .execute();
  await tx
    .insertInto("document_mark")
    .values(marks.map((mark) => ({ zone_id: zoneId, mark, document_id: documentId })))
    .execute();
  for (const candidate of near) {
    const theirs = await tx
      .selectFrom("document_mark")
      .select("mark")
      .where("zone_id", "=", zoneId)
      .where("document_id", "=", candidate.document_id)
      .execute();
    if (!isSameStory(outline, new Set(theirs.map((row) => Number(row.mark))))) continue;
    const storyId = candidate.story_id ?? v7();
    await tx
      .updateTable("document")
      .set({ story_id: storyId })
      .where("zone_id", "=", zoneId)
      .where("id", "in", [documentId, candidate.document_id])
      .execute();
    return;
  }
}

export async function readLexicon(tx: Tx): Promise<readonly LexiconWord[]> {
  const rows = await tx
    .selectFrom("lexicon_entry")
    .select(["kind", "words", "meaning"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .execute();
  return rows.map((row) => ({ kind: row.kind as LexiconWord["kind"], words: row.words, meaning: row.meaning }));
}
