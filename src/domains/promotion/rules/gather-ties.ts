import type { Tie } from "#domains/promotion/rules/introduction-paths.ts";

/** Ties of some enterprises; `more` names those that have more than was asked for. */
export type TiesOf<T extends Tie> = { readonly ties: readonly T[]; readonly more: ReadonlySet<string> };

export type Gather<T extends Tie> = {
  readonly target: string;
  readonly introducers: ReadonlySet<string>;
  /** Ties of the introducers, by whoever is at the other end. */
  readonly known: ReadonlyMap<string, readonly T[]>;
  /** One question for all of them together. */
  readonly tiesOf: (ids: readonly string[]) => Promise<TiesOf<T>>;
};

/**
 * Every tie that a path of three can run along, level by level from both ends: what the target's neighbours know is asked for in two questions,
 * and whom the introducers know is known already. Whoever has too many ties is not asked further, and is named.
 */
export async function gatherTies<T extends Tie>({
  target,
  introducers,
  known,
  tiesOf,
}: Gather<T>): Promise<{
  readonly ties: readonly T[];
  readonly hubs: readonly string[];
}> {
  const first = await tiesOf([target]);
  const neighbours = otherEnds(first.ties, new Set([target])).filter((id) => !introducers.has(id));
  const second = neighbours.length === 0 ? { ties: [], more: new Set<string>() } : await tiesOf(neighbours);
  const asked = new Set([target, ...neighbours]);
  const reached = [...asked, ...otherEnds(second.ties, asked)];
  const ties = new Set<T>([...first.ties, ...second.ties]);
  for (const id of reached) for (const tie of known.get(id) ?? []) ties.add(tie);
  return { ties: [...ties], hubs: [...first.more, ...second.more] };
}

function otherEnds<T extends Tie>(ties: readonly T[], without: ReadonlySet<string>): string[] {
  const ends = new Set<string>();
  for (const { from, to } of ties) {
    if (!without.has(from)) ends.add(from);
    if (!without.has(to)) ends.add(to);
  }
  return [...ends];
}
