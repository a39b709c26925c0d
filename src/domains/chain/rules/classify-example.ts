import type { ClassifyReason } from "#domains/chain/rules/classify-reason.ts";

/** What enterprises are placed on: an industry of a classification, or a node of the zone's chain. `ancestors`: the nearest first. */
export type ClassifyClass = {
  readonly code: string;
  readonly name: string;
  readonly ancestors: readonly string[];
  /** Words that belong to it, such as the product words of a node. */
  readonly words?: readonly string[];
};

/** An enterprise whose place a person has confirmed. `share`: of revenue, 0 to 1, where known. */
export type ClassifyExample = {
  readonly id: string;
  readonly code: string;
  readonly names: readonly string[];
  readonly products: readonly { readonly text: string; readonly share: number | null }[];
};

/** An enterprise to be placed, its products in the order in which it names them; the name may be empty. */
export type ClassifyQuery = { readonly name: string; readonly products: readonly string[] };

/** `score`: share of belief, 0 to 1; over all classes they add up to one. */
export type RankedClass = { readonly code: string; readonly name: string; readonly score: number; readonly reason: ClassifyReason };

/** Chosen by cross-validation on listed companies; what each is worth stands in docs/classification.md. */
export const classifyOptions = {
  /** The n-th product counts n to the minus this: enterprises name their main products first. */
  orderFall: 0.5,
  /** A company's name beside its products, as words of the same language. */
  nameAmongProducts: 0.4,
  /** The same name as a sign of its own kind: what companies of a branch like to be called. */
  nameByItself: 0.2,
  /** An example of a class speaks this much for its sisters, and for its cousins. */
  forKin: [0.2, 0.15] as readonly number[],
  /** Likeness of the products, and of the name, to the name of the class itself. */
  productsLikeClass: 0.5,
  nameLikeClass: 0.5,
  ridge: 0.4,
  rounds: 6,
  /** Belief grows with the third power of the score, over a floor: so it agrees with how often it is right, from a tenth to nine tenths. */
  sharpness: 3,
  floor: 0.01,
  /** Added to the floor, divided by the number of examples: a handful of them is not to be believed as much as thousands. */
  doubt: 0.5,
};
export type ClassifyOptions = typeof classifyOptions;
