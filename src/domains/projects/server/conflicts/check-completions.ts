import { v7 } from "uuid";
import { z } from "zod";
import { DOCUMENT_WITHDRAWN, DocumentEvent } from "#domains/intelligence/contract/intelligence-events.ts";
import { findDocumentTitles, sentencesAround } from "#domains/intelligence/server/api.ts";
import { pairCompletions, type SaidFigure, type StatedPair } from "#domains/projects/rules/pair-completions.ts";
import { type CompletionRow, completionsOfDocument } from "#domains/projects/server/conflicts/completion-store.ts";
import { WRITTEN_BY, withdrawWritten } from "#domains/projects/server/conflicts/write-reading.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Fact } from "#kernel/server/fact-shapes.ts";
import { evidenceOf, listFacts } from "#kernel/server/facts.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";

const CHECK = "projects.check-completions";
const MOST_FIGURES = 5000;

/** Finds what an accepted document says of the completion of a plan in words that can be read in two ways; what it says no more is withdrawn. */
export async function checkCompletions(
  tx: Tx,
  documentId: string,
  today: LocalDate,
): Promise<{ readonly found: number; readonly gone: number }> {
  const facts = await listFacts(tx, { originId: documentId, status: ["accepted"], limit: MOST_FIGURES });
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const pairs = pairCompletions(await saidFigures(tx, facts));
  const there = await completionsOfDocument(tx, documentId);
  const keyOf = (rate: string, amount: string) => `${rate} ${amount}`;
  const known = new Map(there.map((row) => [keyOf(row.rate_observation_id, row.amount_observation_id), row]));
  const standing = new Set(pairs.map(({ rate, amount }) => keyOf(rate.id, amount.id)));
  const fresh = pairs.filter(({ rate, amount }) => !known.has(keyOf(rate.id, amount.id)));
  await insertPairs(tx, documentId, fresh, byId, today);
  const back = there.filter((row) => row.state === "WITHDRAWN" && standing.has(keyOf(row.rate_observation_id, row.amount_observation_id)));
  for (const row of back) await setState(tx, row, "NEEDS_REVIEW");
  const gone = there.filter((row) => row.state !== "WITHDRAWN" && !standing.has(keyOf(row.rate_observation_id, row.amount_observation_id)));
  for (const row of gone) {
    await withdrawWritten(tx, row.written);
    await setState(tx, row, "WITHDRAWN");
  }
  const found = fresh.length + back.length;
  if (found + gone.length > 0) {
    appendToJournal(tx, { operation: CHECK, subject: `document:${documentId}`, after: { found, gone: gone.length } });
    await emitEvent(tx, "projects.completion-stated", { documentId, found, gone: gone.length });
  }
  return { found, gone: gone.length };
}

async function saidFigures(tx: Tx, facts: readonly Fact[]): Promise<readonly SaidFigure[]> {
  const evidence = await evidenceOf(
    tx,
    facts.map((fact) => fact.id),
  );
  return facts
    .filter(({ rule }) => rule !== WRITTEN_BY)
    .map((fact) => {
      const pieces = evidence.get(fact.id) ?? [];
      const { id, indicator, value, unit } = fact;
      return {
        id,
        indicator,
        value,
        unit,
        quote: pieces.map(({ quote }) => quote).join(""),
        start: pieces[0]?.start ?? null,
        end: pieces.at(-1)?.end ?? null,
      };
    });
}

async function insertPairs(
  tx: Tx,
  documentId: string,
  pairs: readonly StatedPair[],
  facts: ReadonlyMap<string, Fact>,
  today: LocalDate,
): Promise<void> {
  if (pairs.length === 0) return;
  const document = (await findDocumentTitles(tx, [documentId])).get(documentId);
  const places = pairs.map(({ rate, amount }) => ({ documentId, start: amount.start ?? 0, end: rate.end ?? 0 }));
  const sentences = await sentencesAround(tx, places);
  await tx
    .insertInto("project_stated_completion")
    .values(
      pairs.map(({ rate, amount, subject, actualYuan, statedPct }, place) => ({
        zone_id: actorOf(tx).zoneId,
        id: v7(),
        document_id: documentId,
        document_title: document?.title ?? "",
        published: document?.published ?? null,
        rate_observation_id: rate.id,
        amount_observation_id: amount.id,
        region: facts.get(rate.id)?.region ?? facts.get(amount.id)?.region ?? null,
        period: facts.get(rate.id)?.period ?? facts.get(amount.id)?.period ?? null,
        subject,
        wording: `${rate.indicator}${statedPct}%`,
        quote: (sentences[place] || `${amount.quote}、${rate.quote}`).slice(0, 1000),
        span_start: amount.start,
        span_end: rate.end,
        actual_yuan: actualYuan,
        stated_pct: statedPct,
        found_on: today,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const setState = (tx: Tx, row: CompletionRow, state: "NEEDS_REVIEW" | "WITHDRAWN") =>
  tx
    .updateTable("project_stated_completion")
    .set({ state, chosen: null, written: [], version: row.version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", row.id)
    .execute();

/** One document's figures, or those that a rule accepted in several documents. */
const FiguresAccepted = z.object({ documentId: z.uuid().optional(), observationIds: z.array(z.uuid()).default([]) });

export const completionSubscribers: Readonly<Record<string, EventSubscriber>> = {
  "projects.completions-accepted": {
    kind: "intelligence.figures-accepted",
    handle: async (event, tx) => {
      const { documentId, observationIds } = FiguresAccepted.parse(event.payload);
      const facts = documentId === undefined && observationIds.length > 0 ? await listFacts(tx, { ids: observationIds }) : [];
      const documents = new Set(documentId === undefined ? facts.flatMap(({ originId }) => originId ?? []) : [documentId]);
      const today = await businessDayOf(tx);
      for (const id of documents) await checkCompletions(tx, id, today);
    },
  },
  "projects.completions-withdrawn": {
    kind: DOCUMENT_WITHDRAWN,
    handle: async (event, tx) => {
      await checkCompletions(tx, DocumentEvent.parse(event.payload).documentId, await businessDayOf(tx));
    },
  },
};
