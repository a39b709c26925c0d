import { v7 } from "uuid";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import { FINDINGS_ACCEPTED } from "#domains/intelligence/contract/intelligence-events.ts";
import type {
  Correction,
  intelligenceOperations,
  Proposal,
  ReviewDecision,
} from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentPolicy } from "#domains/intelligence/rules/intelligence-policy.ts";
import { presentDocument, settleDocument } from "#domains/intelligence/server/documents/document-store.ts";
import { correctFinding, decideFindings, listFindings, type StoredFinding } from "#domains/intelligence/server/review/finding-store.ts";
import { listProposals, namesOf } from "#domains/intelligence/server/review/present-proposals.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import { Period } from "#kernel/period.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Fact, ObservedFigure } from "#kernel/server/fact-shapes.ts";
import { correctFacts, decideFacts, listFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Operations = typeof intelligenceOperations;

/** A reviewer's decisions on one document. If somebody else has decided one of them meanwhile, none is taken and the reviewer is told who. */
export async function decide({ documentId, decisions }: InputOf<Operations["decide"]>, context: OperationContext) {
  const { tx, actor } = context;
  const { state } = await presentDocument(tx, actor, documentId);
  const allowed = documentPolicy.review(actor, { state });
  if (!allowed.allowed) throw new AppError(allowed.because, "conflict");
  const ids = decisions.map((decision) => decision.proposalId);
  const facts = new Map(
    (await listFacts(tx, { ids, limit: ids.length })).filter((fact) => fact.originId === documentId).map((fact) => [fact.id, fact]),
  );
  const findings = new Map(
    (await listFindings(tx, { ids })).filter((finding) => finding.documentId === documentId).map((finding) => [finding.id, finding]),
  );
  await refuseDecided(tx, [...facts.values(), ...findings.values()]);
  try {
    for (const given of decisions) {
      const fact = facts.get(given.proposalId);
      const finding = findings.get(given.proposalId);
      if (fact) await decideFigure(tx, fact, given);
      else if (finding) await decideOther(tx, finding, given);
      else throw new AppError("record.not-found", "not-found");
    }
  } catch (error) {
    // Somebody decided between our look and our decision: what was committed meanwhile says who.
    if (error instanceof AppError && error.code === "fact.already-decided") {
      const lost = { ids: [String(error.params["id"])] };
      await refuseDecided(tx, [...(await listFacts(tx, lost)), ...(await listFindings(tx, lost))]);
    }
    throw error;
  }
  await settleDocument(tx, documentId, context.now);
  context.journal({
    subject: `document:${documentId}`,
    before: { state },
    after: { decisions: decisions.length },
    items: decisions.map(({ proposalId, ...after }) => ({
      id: proposalId,
      before: wordsOf(facts.get(proposalId) ?? findings.get(proposalId)),
      after,
    })),
  });
  const accepted = decisions.filter((given) => given.decision !== "reject" && facts.has(given.proposalId)).map((given) => given.proposalId);
  if (accepted.length > 0) await context.emit("intelligence.figures-accepted", { documentId, observationIds: accepted });
  const named = decisions.filter((given) => given.decision !== "reject" && findings.has(given.proposalId)).map((given) => given.proposalId);
  if (named.length > 0) await context.emit(FINDINGS_ACCEPTED, { documentId });
  const proposals = await listProposals(tx, documentId, () => null);
  return {
    proposals: proposals.filter((proposal: Proposal) => ids.includes(proposal.id)),
    document: await presentDocument(tx, actor, documentId),
  };
}

/** What a finding said before the decision, for the journal. */
function wordsOf(found: Fact | StoredFinding | undefined): Readonly<Record<string, unknown>> | null {
  if (!found) return null;
  if (!("indicator" in found)) return { status: found.status, type: found.type, content: found.content };
  const { status, indicator, code, value, unit, period, region, yoyPct } = found;
  return { status, indicator, code, value, unit, period, region, yoyPct };
}

async function refuseDecided(tx: Tx, found: readonly (Fact | StoredFinding)[]): Promise<void> {
  const decided = found.find((one) => one.status !== "proposed");
  if (!decided) return;
  const by = decided.decidedBy === null ? undefined : (await namesOf(tx, [decided.decidedBy])).get(decided.decidedBy);
  throw new AppError("intelligence.decided", "conflict", { by: by ?? decided.decidedBy ?? "", status: decided.status, id: decided.id });
}

async function decideFigure(tx: Tx, fact: Fact, given: ReviewDecision): Promise<void> {
  if (given.decision !== "correct") {
    const reason = given.decision === "reject" ? given.reason : undefined;
    await decideFacts(tx, [
      { observationId: fact.id, decision: given.decision, seen: fact.decisions, ...(reason === undefined ? {} : { reason }) },
    ]);
    return;
  }
  const changes = figureChanges(given.correction);
  await correctFacts(tx, [
    { observationId: fact.id, changes, seen: fact.decisions, ...(given.reason === undefined ? {} : { reason: given.reason }) },
  ]);
  await learn(tx, fact, changes);
}

/** @throws AppError when the corrected value or period cannot be read, or the indicator is not in the catalogue. */
function figureChanges({
  indicator,
  code,
  value,
  unit,
  approximation,
  period,
  basis,
  region,
  yoyPct,
  growthBase,
  scope,
  kind,
}: Correction): Partial<ObservedFigure> {
  const wrong = [value, yoyPct].find((number) => typeof number === "string" && !/^-?\d{1,20}(\.\d{1,10})?$/.test(number));
  if (typeof wrong === "string") throw new AppError("intelligence.correction-value", "invalid", { value: wrong.slice(0, 40) });
  if (typeof period === "string" && !Period.safeParse(period).success)
    throw new AppError("intelligence.correction-period", "invalid", { period: period.slice(0, 40) });
  if (code && !findIndicator(code)) throw new AppError("intelligence.correction-code", "invalid", { code: code.slice(0, 40) });
  const changes = { indicator, code, value, unit, approximation, period, basis, region, yoyPct, growthBase, scope, kind };
  return Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined)) as Partial<ObservedFigure>;
}

/** An indicator that a correction gave its code goes into the zone's lexicon, and is known in what is read from now on. */
async function learn(tx: Tx, fact: Fact, changes: Partial<ObservedFigure>): Promise<void> {
  if (!changes.code || changes.code === fact.code) return;
  const { zoneId, id: addedBy } = actorOf(tx);
  await tx
    .insertInto("lexicon_entry")
    .values({
      zone_id: zoneId,
      id: v7(),
      kind: "indicator",
      words: fact.indicator.slice(0, 100),
      meaning: changes.code,
      source: `correction:${fact.id}`,
      added_by: addedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function decideOther(tx: Tx, finding: StoredFinding, given: ReviewDecision): Promise<void> {
  if (given.decision === "correct") {
    const { name, company, investmentYuan, stage, amountYuan, region: place } = given.correction;
    const changes = Object.fromEntries(
      Object.entries({ name, company, investmentYuan, stage, amountYuan, place }).filter(([, change]) => change !== undefined),
    );
    const wrong = [investmentYuan, amountYuan].find((number) => typeof number === "string" && !/^\d{1,20}(\.\d{1,4})?$/.test(number));
    if (typeof wrong === "string") throw new AppError("intelligence.correction-value", "invalid", { value: wrong.slice(0, 40) });
    await correctFinding(tx, finding, { ...(finding.content as object), ...changes }, given.reason);
    return;
  }
  await decideFindings(tx, [
    {
      findingId: finding.id,
      seen: finding.decisions,
      decision: given.decision,
      reason: given.decision === "reject" ? given.reason : undefined,
    },
  ]);
  if (given.decision === "reject" && finding.type === "organisation") await learnNoise(tx, finding, given.reason);
}

/** Only a mention that was rejected with the reason "noise" (非机构) is never proposed again: a rejection alone may be about this document. */
async function learnNoise(tx: Tx, finding: StoredFinding, reason: string | undefined): Promise<void> {
  const name = (finding.content as { name?: string }).name;
  if (!name || !reason || !/^(非机构|不是机构|noise)/.test(reason)) return;
  const { zoneId, id: addedBy } = actorOf(tx);
  await tx
    .insertInto("lexicon_entry")
    .values({ zone_id: zoneId, id: v7(), kind: "noise", words: name.slice(0, 100), source: `correction:${finding.id}`, added_by: addedBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
