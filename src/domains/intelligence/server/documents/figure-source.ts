import type { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { namesOf } from "#domains/intelligence/server/review/present-proposals.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { provenanceOf } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;
const AROUND = 160;

/** Markup and runs of white space are not worth reading around a quote. */
const readable = (text: string): string => text.replace(/<[^<>]{0,2000}>/g, "").replace(/\s+/g, " ");

/** Of rows their title, of a sheet its file and row. */
function titleOf(locator: unknown): string | undefined {
  if (!locator) return undefined;
  const { title } = locator as { readonly title?: unknown };
  return typeof title === "string" ? title : JSON.stringify(locator);
}

/** The sentence that proves a figure, with its place in the document and what stands around it: one call from any figure. */
export async function figureSource({ observationId }: InputOf<Operations["figureSource"]>, { tx, actor }: OperationContext) {
  const { fact, evidence, history } = await provenanceOf(tx, observationId);
  const document =
    fact.originId === null
      ? undefined
      : await tx
          .selectFrom("document")
          .select(["id", "title", "medium", "published"])
          .where("zone_id", "=", actor.zoneId)
          .where("id", "=", fact.originId)
          .executeTakeFirst();
  const text = document
    ? await tx
        .selectFrom("document_text")
        .select("original")
        .where("zone_id", "=", actor.zoneId)
        .where("document_id", "=", document.id)
        .executeTakeFirst()
    : undefined;
  const spans = evidence.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
  const [first] = spans;
  const last = spans.at(-1);
  const decided = history.at(-1);
  return {
    documentId: document?.id ?? null,
    documentTitle: document?.title ?? titleOf(evidence[0]?.locator) ?? fact.origin,
    medium: document?.medium ?? null,
    published: (document?.published ?? null) as LocalDate | null,
    quote: fact.origin === "rows" ? "" : evidence.map((piece) => piece.quote).join(""),
    spans,
    rows: fact.origin === "rows" ? evidence.length : 0,
    before: text && first ? readable(text.original.slice(Math.max(0, first.start - AROUND), first.start)).slice(-AROUND) : "",
    after: text && last ? readable(text.original.slice(last.end, last.end + AROUND * 2)).slice(0, AROUND) : "",
    rule: fact.rule,
    confidence: fact.confidence,
    decidedBy: decided ? ((await namesOf(tx, [decided.decidedBy])).get(decided.decidedBy) ?? decided.decidedBy) : null,
    decidedAt: (decided?.decidedAt ?? null) as Instant | null,
  };
}
