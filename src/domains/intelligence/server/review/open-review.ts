import type { Article, Cut } from "#domains/intelligence/contract/extraction.ts";
import type { intelligenceOperations, ReviewDesk } from "#domains/intelligence/contract/intelligence-operations.ts";
import { presentDocument } from "#domains/intelligence/server/documents/document-store.ts";
import { findOpenConflicts } from "#domains/intelligence/server/review/list-conflicts.ts";
import { listProposals } from "#domains/intelligence/server/review/present-proposals.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;

export async function openReview({ id }: InputOf<Operations["openReview"]>, context: OperationContext): Promise<ReviewDesk> {
  const { tx, actor } = context;
  const document = await presentDocument(tx, actor, id);
  const text = await tx
    .selectFrom("document_text")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("document_id", "=", id)
    .executeTakeFirst();
  const conflicts = text ? await findOpenConflicts(tx, { documentId: id }) : [];
  const conflictOf = new Map(conflicts.flatMap((conflict) => conflict.facts.map((fact) => [fact.id, conflict.id] as const)));
  return {
    document,
    original: text?.original ?? "",
    articles: (text?.articles ?? []) as unknown as Article[],
    cuts: (text?.cuts ?? []) as unknown as Cut[],
    proposals: text ? await listProposals(tx, id, (observationId) => conflictOf.get(observationId) ?? null) : [],
  };
}

/** The oldest that waits, or the one after the given; and how much waits in all. */
export async function nextForReview({ after }: InputOf<Operations["nextForReview"]>, { tx, actor }: OperationContext) {
  const waiting = tx.selectFrom("document").where("zone_id", "=", actor.zoneId).where("state", "=", "review");
  const given =
    after === undefined
      ? undefined
      : await tx
          .selectFrom("document")
          .select(["received_at", "id"])
          .where("zone_id", "=", actor.zoneId)
          .where("id", "=", after)
          .executeTakeFirst();
  const next = await waiting
    .select("id")
    .$if(given !== undefined, (query) =>
      query.where((is) =>
        is.or([
          is("received_at", ">", given?.received_at ?? ""),
          is.and([is("received_at", "=", given?.received_at ?? ""), is("id", ">", given?.id ?? "")]),
        ]),
      ),
    )
    .orderBy("received_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  const documents = await waiting.select((is) => is.fn.countAll<string>().as("n")).executeTakeFirstOrThrow();
  return { id: next?.id ?? null, backlog: { documents: Number(documents.n), proposals: await countOpen({ tx, actor }) } };
}

/** Findings that wait for a decision, over all documents that are not withdrawn. */
export async function countOpen({ tx, actor }: Pick<OperationContext, "tx" | "actor">): Promise<number> {
  const facts = await tx
    .selectFrom("fact_observation as o")
    .select((is) => is.fn.countAll<string>().as("n"))
    .where("o.zone_id", "=", actor.zoneId)
    .where("o.origin", "in", ["document", "model"])
    .where("o.corrects", "is", null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("fact_decision as d")
            .select("d.ordinal")
            .whereRef("d.zone_id", "=", "o.zone_id")
            .whereRef("d.observation_id", "=", "o.id"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  const findings = await tx
    .selectFrom("finding as f")
    .select((is) => is.fn.countAll<string>().as("n"))
    .where("f.zone_id", "=", actor.zoneId)
    .where("f.corrects", "is", null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("finding_decision as d")
            .select("d.ordinal")
            .whereRef("d.zone_id", "=", "f.zone_id")
            .whereRef("d.finding_id", "=", "f.id"),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(facts.n) + Number(findings.n);
}
