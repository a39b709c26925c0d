import type { ChainNode } from "#domains/chain/contract/chain.ts";
import type { Candidate } from "#domains/chain/contract/placement.ts";
import { learn } from "#domains/chain/rules/classify.ts";
import type { ClassifyExample } from "#domains/chain/rules/classify-example.ts";
import type { Learned } from "#domains/chain/rules/propose-placements.ts";
import { loadExamples } from "#domains/chain/server/placement-store.ts";
import type { Tx } from "#kernel/server/database.ts";

/** From so many confirmed enterprises of known products on, likeness to them says something of its own. */
const LEAST_EXAMPLES = 20;
/** A belief below it is a guess among many nodes. */
const LEAST_BELIEF = 0.3;
/** What a certain belief gives: less than a product that is the node's own, for it is learned from what persons placed before. */
const MOST_POINTS = 0.5;
const MOST_NODES = 2;

export type Likeness = (candidate: Candidate) => readonly Learned[];

/** How like an enterprise is to those that persons have confirmed on the zone's own nodes; silent while there are too few. */
export async function likenessToConfirmed(tx: Tx, nodes: readonly ChainNode[]): Promise<Likeness> {
  const known = new Set(nodes.map(({ code }) => code));
  const examples = (await loadExamples(tx)).filter(({ code, products }) => known.has(code) && products.length > 0);
  if (examples.length < LEAST_EXAMPLES) return () => [];
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const ancestorsOf = (code: string): readonly string[] => {
    const above: string[] = [];
    for (let node = byCode.get(byCode.get(code)?.parent ?? ""); node && !above.includes(node.code); node = byCode.get(node.parent ?? ""))
      above.push(node.code);
    return above;
  };
  const model = learn(
    examples.map((example): ClassifyExample => ({ ...example, products: example.products.map((text) => ({ text, share: null })) })),
    nodes.map(({ code, name, products }) => ({ code, name, ancestors: ancestorsOf(code), words: products })),
  );
  return ({ name, products, segments }) => {
    const words = [...products, ...segments];
    if (words.length === 0) return [];
    return model
      .rank({ name, products: words }, MOST_NODES)
      .filter(({ score }) => score >= LEAST_BELIEF)
      .flatMap(({ code, score, reason: { like } }): Learned[] =>
        like.length === 0 ? [] : [{ node: code, points: Math.round(score * MOST_POINTS * 100) / 100, like: like.join("、") }],
      );
  };
}
