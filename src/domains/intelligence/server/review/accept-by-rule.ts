import type { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { acceptanceRules, findAcceptanceRule } from "#domains/intelligence/rules/review/acceptance-rules.ts";
import { settleDocument } from "#domains/intelligence/server/documents/document-store.ts";
import { findOpenConflicts } from "#domains/intelligence/server/review/list-conflicts.ts";
import { figureOf } from "#domains/intelligence/server/review/present-proposals.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Fact } from "#kernel/server/fact-shapes.ts";
import { decideFacts, listFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;
const MOST = 10_000;

export const listAcceptanceRules = async () => ({
  items: acceptanceRules.map(({ name, title, description }) => ({ name, title, description })),
});

/** Accepts what a named rule vouches for; each decision carries the rule's name. */
export async function acceptByRule({ rule: name, documentId, dryRun }: InputOf<Operations["acceptByRule"]>, context: OperationContext) {
  const { tx } = context;
  const rule = findAcceptanceRule(name);
  if (!rule) throw new AppError("intelligence.no-such-rule", "not-found", { rule: name });
  const open = await listFacts(tx, { status: ["proposed"], limit: MOST, ...(documentId === undefined ? {} : { originId: documentId }) });
  const disputed = new Set((await findOpenConflicts(tx, { documentId })).flatMap((conflict) => conflict.facts.map((fact) => fact.id)));
  const vouched = open.filter(
    (fact) => fact.originId !== null && rule.accepts({ figure: figureOf(fact, []), inConflict: disputed.has(fact.id) }),
  );
  if (!dryRun && vouched.length > 0) await accept(vouched, name, context);
  return { accepted: vouched.length, left: open.length - vouched.length };
}

async function accept(facts: readonly Fact[], rule: string, context: OperationContext): Promise<void> {
  await decideFacts(
    context.tx,
    facts.map((fact) => ({ observationId: fact.id, decision: "accept", rule, seen: fact.decisions })),
  );
  const documents = [...new Set(facts.flatMap((fact) => fact.originId ?? []))];
  for (const id of documents) await settleDocument(context.tx, id, context.now);
  context.journal({
    subject: `rule:${rule}`,
    after: { accepted: facts.length, documents: documents.length },
    items: facts.map((fact) => fact.id),
  });
  await context.emit("intelligence.figures-accepted", { rule, observationIds: facts.slice(0, 1000).map((fact) => fact.id) });
}
