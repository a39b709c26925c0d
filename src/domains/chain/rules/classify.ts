import { type ClassifyReason, reasonOf } from "#domains/chain/rules/classify-reason.ts";
import { fitRidge } from "#domains/chain/rules/classify-ridge.ts";
import { plainIndustry, plainName, tellingName, termsOf } from "#domains/chain/rules/product-terms.ts";
import {
  beside,
  innerProduct,
  type Piece,
  type SparseVector,
  scaled,
  sum,
  type TermSpace,
  termSpace,
  unit,
} from "#domains/chain/rules/product-vectors.ts";

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
/** Products in the order in which the enterprise names them, the main one first. */
export type ClassifyQuery = { readonly name: string; readonly products: readonly string[] };
export type Ranked = { readonly code: string; readonly name: string; readonly score: number; readonly reason: ClassifyReason };
export type ClassifyModel = { readonly rank: (query: ClassifyQuery, most?: number) => readonly Ranked[] };

/** Chosen by cross-validation on listed companies (docs/classification.md); the bench prints what each is worth. */
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
  /** Turns scores into shares of belief; chosen so that they agree with how often they are right. */
  temperature: 0.06,
};
export type ClassifyOptions = typeof classifyOptions;

type Evidence = { readonly products: SparseVector; readonly name: SparseVector; readonly all: SparseVector };

/** Learns from confirmed examples; their order does not matter. Works with a few dozen; with none it ranks by the names of the classes. */
export function learn(
  given: readonly ClassifyExample[],
  classes: readonly ClassifyClass[],
  options: ClassifyOptions = classifyOptions,
): ClassifyModel {
  const examples = usable(given).toSorted((one, other) =>
    one.id === other.id ? (one.code < other.code ? -1 : 1) : one.id < other.id ? -1 : 1,
  );
  const ranked = rankable(classes, examples);
  const { space, nameSpace } = spacesOf(examples, ranked);

  const evidenceOf = (products: readonly string[], names: readonly string[]): Evidence => {
    const own = unit(space.vector(piecesOf(products, options.orderFall)));
    const telling = names.map((text): Piece => ({ text: tellingName(text), weight: 1 }));
    const name = unit(space.vector(telling));
    const among = unit(own.square > 0 ? sum(own, scaled(name, options.nameAmongProducts)) : name);
    const alone = scaled(unit(nameSpace.vector(telling)), Math.sqrt(options.nameByItself));
    return { products: own, name, all: beside(among, space.size, alone) };
  };
  const vectors = examples.map((example) => evidenceOf(bySize(example.products), example.names).all);
  const targets = targetsOf(ranked, options.forKin);
  const rows = examples.map(({ code }, index) => ({
    vector: vectors[index] as SparseVector,
    target: targets.get(code) as Float64Array,
  }));
  const scoresOf = fitRidge(rows, { ...options, terms: space.size + nameSpace.size, classes: ranked.length });
  const classVectors = ranked.map((one) => unit(space.vector(wordsOf(one).map((text) => ({ text, weight: 1 })))));
  const counts = ranked.map(({ code }) => examples.filter((example) => example.code === code).length);
  const ofClass = ranked.map(({ code }) => examples.flatMap((example, index) => (example.code === code ? [index] : [])));

  const rank = ({ name, products }: ClassifyQuery, most = 3): readonly Ranked[] => {
    const evidence = evidenceOf(products, name === "" ? [] : [name]);
    const scores = scoresOf(evidence.all).map(
      (score, index) =>
        score +
        options.productsLikeClass * innerProduct(evidence.products, classVectors[index] as SparseVector) +
        options.nameLikeClass * innerProduct(evidence.name, classVectors[index] as SparseVector),
    );
    const beliefs = beliefsOf(scores, counts, evidence.all.value.length > 0 ? options.temperature : null);
    return ranked
      .map((one, index) => ({ index, one, score: beliefs[index] ?? 0 }))
      .toSorted((first, second) => second.score - first.score || (first.one.code < second.one.code ? -1 : 1))
      .slice(0, most)
      .map(({ index, one, score }) => ({
        code: one.code,
        name: one.name,
        score,
        reason: reasonOf(
          { name, products },
          {
            ofProduct: (text) => speaksFor(unit(space.vector([{ text, weight: 1 }])), index),
            ofName: () => speaksFor(evidence.name, index),
            nearest: () =>
              nearestOf(
                evidence.all,
                (ofClass[index] ?? []).map((at) => [examples[at]?.names[0] ?? "", vectors[at] as SparseVector]),
              ),
            some: evidence.all.value.length > 0,
          },
        ),
      }));
  };
  const speaksFor = (vector: SparseVector, index: number): number =>
    (scoresOf(vector)[index] ?? 0) + options.productsLikeClass * innerProduct(vector, classVectors[index] as SparseVector);
  return { rank };
}

/** Examples that name no products teach what companies are called and little else: they are left out where others have products. */
function usable(examples: readonly ClassifyExample[]): readonly ClassifyExample[] {
  const selling = examples.filter(({ products }) => products.some(({ text }) => plainName(text) !== ""));
  return selling.length > 0 ? selling : examples;
}

/** The lowest level; a class that nobody stands in yields to one of the same name that somebody does (lists of two years in one). */
function rankable(classes: readonly ClassifyClass[], examples: readonly ClassifyExample[]): readonly ClassifyClass[] {
  const above = new Set(classes.flatMap(({ ancestors }) => ancestors));
  const used = new Set(examples.map(({ code }) => code));
  const usedNames = new Set(classes.flatMap(({ code, name }) => (used.has(code) ? [plainIndustry(name)] : [])));
  return classes.filter(({ code, name }) => used.has(code) || (!above.has(code) && !usedNames.has(plainIndustry(name))));
}

function spacesOf(examples: readonly ClassifyExample[], classes: readonly ClassifyClass[]): { space: TermSpace; nameSpace: TermSpace } {
  const names = examples.map((example) => example.names.map(tellingName));
  const documents = examples.map((example, index) => [...example.products.map(({ text }) => text), ...(names[index] ?? [])]);
  return { space: termSpace([...documents, ...classes.map(wordsOf)], termsOf), nameSpace: termSpace(names, termsOf) };
}

const wordsOf = (one: ClassifyClass): readonly string[] => [plainIndustry(one.name), ...(one.words ?? [])];

const piecesOf = (products: readonly string[], fall: number): readonly Piece[] =>
  products.map((text, index) => ({ text, weight: (index + 1) ** -fall }));

/** The larger share first; products without one keep their order behind those with one. */
const bySize = (products: ClassifyExample["products"]): readonly string[] =>
  products.toSorted((one, other) => shareOf(other.share) - shareOf(one.share)).map(({ text }) => text);

/** Shares below nothing are eliminations between segments, shares above one are errors of the source. */
const shareOf = (share: number | null): number => Math.min(Math.max(share ?? 0, 0), 1);

/** What an example of each class teaches: one for the class itself, less for its kin. */
const targetsOf = (classes: readonly ClassifyClass[], forKin: readonly number[]): ReadonlyMap<string, Float64Array> =>
  new Map(
    classes.map((own) => [
      own.code,
      Float64Array.from(classes, (one) =>
        forKin.reduce(
          (total, weight, level) => total + (one.ancestors.includes(own.ancestors[level] ?? "") ? weight : 0),
          one.code === own.code ? 1 : 0,
        ),
      ),
    ]),
  );

/** Shares of belief that add up to one over all classes; with nothing to go by, how many examples each class has. */
function beliefsOf(scores: Float64Array, counts: readonly number[], temperature: number | null): Float64Array {
  const best = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const raw =
    temperature === null
      ? Float64Array.from(counts, (count) => count + 1 / counts.length)
      : scores.map((score) => Math.exp((score - best) / temperature));
  const total = raw.reduce((all, one) => all + one, 0);
  return raw.map((one) => one / total);
}

const NEAREST = 2;
const nearestOf = (vector: SparseVector, examples: readonly (readonly [string, SparseVector])[]): readonly string[] =>
  examples
    .map(([name, other]) => ({ name, near: innerProduct(vector, other) }))
    .filter(({ name, near }) => name !== "" && near > 0)
    .toSorted((one, other) => other.near - one.near)
    .slice(0, NEAREST)
    .map(({ name }) => name);
