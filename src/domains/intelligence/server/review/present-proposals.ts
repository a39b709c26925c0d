import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import type { Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import { listFindings, type StoredFinding } from "#domains/intelligence/server/review/finding-store.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Fact, FactEvidence } from "#kernel/server/fact-shapes.ts";
import { evidenceOf, listFacts } from "#kernel/server/facts.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST = 10_000;

/** Everything that a document proposed, in the order of the text; a correction stands in place of what it corrects, under the first one's id. */
export async function listProposals(tx: Tx, documentId: string, conflictOf: (observationId: string) => string | null): Promise<Proposal[]> {
  const facts = await listFacts(tx, { originId: documentId, limit: MOST });
  const evidence = await evidenceOf(
    tx,
    facts.map((fact) => fact.id),
  );
  const findings = await listFindings(tx, { documentId });
  const names = await namesOf(
    tx,
    [...facts, ...findings].flatMap((one) => one.decidedBy ?? []),
  );
  const figures = facts
    .filter((fact) => fact.corrects === null)
    .map(
      (fact): Proposal => ({
        type: "figure",
        id: fact.id,
        ...decisionOf(fact, names),
        conflictId: conflictOf(fact.id),
        finding: figureOf(latest(fact, facts), evidence.get(fact.id) ?? []),
      }),
    );
  const others = findings.filter((finding) => finding.corrects === null).map((finding) => proposalOf(finding, findings, names));
  const place = (proposal: Proposal): number => proposal.finding.article * 1e9 + (proposal.finding.spans[0]?.start ?? 0);
  return [...figures, ...others].toSorted((one, other) => place(one) - place(other));
}

const decisionOf = (
  one: { status: Proposal["status"]; decidedBy: string | null; decidedAt: string | null; reason: string | null },
  names: ReadonlyMap<string, string>,
) => ({
  status: one.status,
  decidedBy: one.decidedBy === null ? null : (names.get(one.decidedBy) ?? one.decidedBy),
  decidedAt: one.decidedAt as Instant | null,
  reason: one.reason,
});

function latest(fact: Fact, facts: readonly Fact[]): Fact {
  const correction = facts.find((candidate) => candidate.corrects === fact.id);
  return correction ? latest(correction, facts) : fact;
}

export function figureOf(fact: Fact, evidence: readonly FactEvidence[]): Figure {
  return {
    quote: evidence[0]?.quote ?? "",
    spans: evidence.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }])),
    confidence: fact.confidence,
    rule: fact.rule,
    article: fact.article ?? 0,
    indicator: fact.indicator,
    code: fact.code,
    value: fact.value,
    unit: fact.unit,
    approximation: fact.approximation,
    period: fact.period,
    basis: fact.basis,
    region: fact.region,
    yoyPct: fact.yoyPct,
    growthBase: fact.growthBase,
    comparison: fact.comparison as Figure["comparison"],
    scope: fact.scope,
    kind: fact.kind,
    repeated: fact.repeated,
  };
}

function proposalOf(finding: StoredFinding, findings: readonly StoredFinding[], names: ReadonlyMap<string, string>): Proposal {
  const correction = findings.find((candidate) => candidate.corrects === finding.id);
  const content = correction?.content ?? finding.content;
  return { type: finding.type, id: finding.id, ...decisionOf(finding, names), conflictId: null, finding: content } as Proposal;
}

export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(personIds)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["id", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
