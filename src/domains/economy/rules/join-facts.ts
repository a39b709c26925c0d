import type { FigureConflict, FigureSource } from "#domains/economy/contract/report-card.ts";
import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { agrees, type Comparable, findComparable } from "#domains/economy/rules/comparable-value.ts";
import { compatible } from "#kernel/approximation.ts";
import { compare } from "#kernel/decimal.ts";

/** One statement of a fact: its level, or its growth. */
export type Statement = {
  readonly fact: AcceptedFact;
  readonly value: string;
  readonly unit: string;
  readonly approximation: AcceptedFact["approximation"];
  readonly comparable: Comparable;
};

export function findStatement(
  fact: AcceptedFact,
  value: string,
  unit: string,
  approximation: AcceptedFact["approximation"],
): Statement | undefined {
  const comparable = findComparable(value, unit);
  return comparable === undefined ? undefined : { fact, value, unit, approximation, comparable };
}

/** Statements that can all be true of one number; the first speaks for them. */
export type Agreement = readonly [Statement, ...Statement[]];

/**
 * Sorts statements of one key into agreements, the most exact first. One agreement is a figure with all its provenance, two are a conflict.
 * A preliminary value (初步数) gives way to a verified or revised one.
 */
export function joinStatements(statements: readonly Statement[]): readonly Agreement[] {
  const agreements: [Statement, ...Statement[]][] = [];
  for (const statement of [...statements].sort(moreExactFirst)) {
    const home = agreements.find(([first]) => saySame(first, statement));
    if (home === undefined) agreements.push([statement]);
    else home.push(statement);
  }
  const settled = agreements.filter((agreement) =>
    agreement.some(({ fact }) => fact.settledness === "revised" || fact.settledness === "verified"),
  );
  const open = agreements.filter((agreement) => agreement.every(({ fact }) => fact.settledness === "preliminary"));
  if (settled.length > 0) return agreements.filter((agreement) => !open.includes(agreement));
  return agreements;
}

function saySame(left: Statement, right: Statement): boolean {
  if (left.comparable.unit !== right.comparable.unit) return false;
  if (agrees(left.comparable, right.comparable)) return true;
  return compatible(
    { value: left.comparable.base, approximation: left.approximation },
    { value: right.comparable.base, approximation: right.approximation },
  );
}

function moreExactFirst(left: Statement, right: Statement): number {
  const [leftRank, rightRank] = [left, right].map(({ approximation }) => (approximation === "exact" ? 0 : 1)) as [number, number];
  return (
    leftRank - rightRank ||
    compare(left.comparable.tolerance, right.comparable.tolerance) ||
    left.fact.observationId.localeCompare(right.fact.observationId)
  );
}

/** Every place once, however often it was read. */
export function sourcesOf(facts: readonly AcceptedFact[]): FigureSource[] {
  const seen = new Map<string, FigureSource>();
  for (const { source } of facts) seen.set(keyOfSource(source), source);
  return [...seen.values()];
}

const keyOfSource = (source: FigureSource): string =>
  source.kind === "document"
    ? `${source.documentId}:${source.start}:${source.end}:${source.quote}`
    : `${source.dataset}:${source.rows.map((row) => row.id).join(",")}`;

export const conflictOf = (
  key: string,
  code: string | null,
  indicator: string,
  about: FigureConflict["about"],
  agreements: readonly Agreement[],
): FigureConflict => ({
  key,
  code,
  indicator,
  about,
  sides: agreements.map((agreement) => ({
    observationIds: [...new Set(agreement.map(({ fact }) => fact.observationId))],
    value: agreement[0].value,
    unit: agreement[0].unit,
    settledness: agreement[0].fact.settledness,
    sources: sourcesOf(agreement.map(({ fact }) => fact)),
  })),
});
