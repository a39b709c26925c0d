import type { Text } from "#kernel/texts.ts";

/** What is compared of two leads. */
export type Comparable = {
  readonly id: string;
  readonly nameKey: string;
  readonly partyKey: string;
  readonly partyNameKey: string;
  readonly party: string;
  readonly projectName: string;
};

export type Likeness = { readonly score: number; readonly reasons: readonly ({ readonly code: string } & Text)[] };

/** Below this two names of one party's projects are two projects. */
const SIMILAR = 0.6;
const SHORTEST_NAME = 4;

/**
 * Why two leads may be one project (handbook §3, bad input: one investor under two names; one project at two fairs). Undefined when nothing
 * speaks for it. A person joins them; nothing here does.
 */
export function likenessOf(one: Comparable, other: Comparable): Likeness | undefined {
  const sameParty = one.partyKey === other.partyKey;
  const sameName = one.nameKey === other.nameKey;
  const reasons: Likeness["reasons"][number][] = [];
  if (sameParty && one.party !== other.party && one.partyKey.startsWith("name:"))
    reasons.push({
      code: "same-party",
      zh: `投资方还没有代码，名称去掉组织形式后相同：${one.party}／${other.party}`,
      en: `Investors without a code whose names are one without their legal form: ${one.party} / ${other.party}`,
    });
  else if (sameParty) reasons.push({ code: "same-party", zh: `投资方相同：${one.party}`, en: `The same investor: ${one.party}` });
  else if (one.partyNameKey === other.partyNameKey)
    reasons.push({
      code: "same-party-name",
      zh: `投资方名称相同而标识不同：${one.party}`,
      en: `Investors of one name with different identifiers: ${one.party}`,
    });
  if (sameName)
    reasons.push({
      code: "same-name",
      zh: `项目名称去掉空格、括号和“项目”等字后相同：${one.projectName}`,
      en: `The names are one without spaces, brackets and the word for project: ${one.projectName}`,
    });
  const near = sameName ? 1 : similarity(one.nameKey, other.nameKey);
  if (!sameName && near >= SIMILAR)
    reasons.push({
      code: "similar-name",
      zh: `项目名称相近（${Math.round(near * 100)}%）：${one.projectName}／${other.projectName}`,
      en: `Similar names (${Math.round(near * 100)} %): ${one.projectName} / ${other.projectName}`,
    });
  if (sameName && sameParty) return { score: 100, reasons };
  if (sameParty && near >= SIMILAR) return { score: Math.round(50 + near * 40), reasons };
  const sameInvestorName = one.partyNameKey === other.partyNameKey;
  if (sameInvestorName && near >= SIMILAR) return { score: Math.round(45 + near * 40), reasons };
  // Two teams wrote one project down under two names of its investor.
  if (sameName && one.nameKey.length >= SHORTEST_NAME) return { score: 60, reasons };
  return undefined;
}

/** Share of pairs of characters that two names have in common (Dice). 1 for equal names, 0 for nothing in common. */
function similarity(one: string, other: string): number {
  const left = pairsOf(one);
  const right = pairsOf(other);
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of right) {
    const here = counts.get(pair) ?? 0;
    if (here === 0) continue;
    common += 1;
    counts.set(pair, here - 1);
  }
  return (2 * common) / (left.length + right.length);
}

const pairsOf = (text: string): readonly string[] => {
  const characters = [...text];
  return characters.slice(0, -1).map((character, place) => character + (characters[place + 1] ?? ""));
};

/** Only leads that share a key or the beginning of a name are compared with each other, so that ten thousand are no hundred million pairs. */
export function findDuplicates<Lead extends Comparable>(
  leads: readonly Lead[],
  isApart: (one: string, other: string) => boolean,
): readonly { readonly one: Lead; readonly other: Lead; readonly likeness: Likeness }[] {
  const groups = [
    Map.groupBy(leads, (lead) => lead.partyKey),
    Map.groupBy(leads, (lead) => `n:${lead.partyNameKey}`),
    Map.groupBy(leads, (lead) => `k:${lead.nameKey}`),
  ];
  const seen = new Set<string>();
  const found: { readonly one: Lead; readonly other: Lead; readonly likeness: Likeness }[] = [];
  for (const group of groups.flatMap((map) => [...map.values()])) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        const pair = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (isApart(one.id, other.id)) continue;
        const likeness = likenessOf(one, other);
        if (likeness !== undefined) found.push({ one, other, likeness });
      }
    }
  }
  return found.sort((left, right) => right.likeness.score - left.likeness.score || (left.one.id < right.one.id ? -1 : 1));
}
