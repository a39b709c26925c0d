import type { FigureConflict, FigureSource } from "#domains/economy/contract/report-card.ts";
import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { agrees, type Comparable, findComparable } from "#domains/economy/rules/comparable-value.ts";
import { compatible } from "#kernel/approximation.ts";
import { compare } from "#kernel/decimal.ts";

/** What a fact says about one thing: its level, or its growth. */
export type Saying = Pick<AcceptedFact, "value" | "unit" | "approximation"> & { readonly fact: AcceptedFact };

/** One value in the same words and of the same standing, with all facts that give it. */
export type Statement = Pick<AcceptedFact, "value" | "unit" | "approximation" | "settledness"> & {
  readonly facts: readonly [AcceptedFact, ...AcceptedFact[]];
  readonly comparable: Comparable;
};

/** Statements that can all be true of one number; the first speaks for them. */
export type Agreement = readonly [Statement, ...Statement[]];

/**
 * Sorts what is said of one key into agreements, the most exact first. One agreement is a figure with all its provenance, two are a conflict.
 * A preliminary value (初步数) gives way to a verified one (核实数), and both to a revised one (修订数).
 */
export function joinSayings(sayings: readonly Saying[]): readonly Agreement[] {
  const agreements: [Statement, ...Statement[]][] = [];
  for (const statement of gatherStatements(sayings).sort(moreExactFirst)) {
    const home = agreements.find(([first]) => saySame(first, statement));
    if (home === undefined) agreements.push([statement]);
    else home.push(statement);
  }
  const latest = Math.max(-1, ...agreements.flatMap((agreement) => agreement.map(rankOf)));
  return agreements.filter((agreement) =>
    agreement.some((statement) => statement.settledness === "unknown" || rankOf(statement) === latest),
  );
}

/** 初步数, 核实数, 修订数 follow each other; of one whose standing is not known nobody can say that it is outdated. */
const RANKS = { unknown: -1, preliminary: 0, verified: 1, revised: 2 } as const satisfies Record<AcceptedFact["settledness"], number>;
const rankOf = ({ settledness }: Statement): number => RANKS[settledness];

/** Hundreds of places repeat a figure word for word: numbers are compared once for each wording. What is no number is left out. */
function gatherStatements(sayings: readonly Saying[]): Statement[] {
  const groups = new Map<string, { readonly said: Saying; readonly facts: [AcceptedFact, ...AcceptedFact[]] }>();
  for (const said of sayings) {
    const wording = `${said.value} ${said.unit} ${said.approximation} ${said.fact.settledness}`;
    const group = groups.get(wording);
    if (group === undefined) groups.set(wording, { said, facts: [said.fact] });
    else group.facts.push(said.fact);
  }
  return [...groups.values()].flatMap(({ said: { value, unit, approximation, fact }, facts }) => {
    const comparable = findComparable(value, unit);
    return comparable === undefined ? [] : { value, unit, approximation, settledness: fact.settledness, facts, comparable };
  });
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
    leftRank - rightRank || compare(left.comparable.tolerance, right.comparable.tolerance) || firstId(left).localeCompare(firstId(right))
  );
}

const firstId = ({ facts }: Statement): string =>
  facts.reduce((least, { observationId }) => (observationId < least ? observationId : least), facts[0].observationId);

/** In the order of recording, which is the order of the ids. */
export const factsOf = (agreement: Agreement | undefined): AcceptedFact[] =>
  (agreement ?? []).flatMap(({ facts }) => [...facts].sort((left, right) => (left.observationId < right.observationId ? -1 : 1)));

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
    observationIds: [...new Set(factsOf(agreement).map(({ observationId }) => observationId))],
    value: agreement[0].value,
    unit: agreement[0].unit,
    settledness: agreement[0].settledness,
    sources: sourcesOf(factsOf(agreement)),
  })),
});
