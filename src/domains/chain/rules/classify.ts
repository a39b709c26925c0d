import { type Evidence, type EvidenceReader, evidenceReader } from "#domains/chain/rules/classify-evidence.ts";
import {
  type ClassifyClass,
  type ClassifyExample,
  type ClassifyOptions,
  type ClassifyQuery,
  classifyOptions,
  type RankedClass,
} from "#domains/chain/rules/classify-example.ts";
import { reasonOf } from "#domains/chain/rules/classify-reason.ts";
import { fitRidge, type LinearScores } from "#domains/chain/rules/classify-ridge.ts";
import { plainIndustry, plainName } from "#domains/chain/rules/product-terms.ts";
import { innerProduct, type SparseVector } from "#domains/chain/rules/product-vectors.ts";

export type ClassifyModel = { readonly rank: (query: ClassifyQuery, most?: number) => readonly RankedClass[] };

/** A class as the model knows it: the vector of its words, and the examples that stand in it. */
type Learned = { readonly one: ClassifyClass; readonly words: SparseVector; readonly examples: readonly Example[] };
type Example = ClassifyExample & { readonly vector: SparseVector };
type Parts = {
  readonly reader: EvidenceReader;
  readonly learned: readonly Learned[];
  readonly scores: LinearScores;
  readonly options: ClassifyOptions;
};

/**
 * Learns from confirmed examples: ridge regression over the terms of products and names, beside the likeness to the class's own words.
 * The order of the examples does not matter. A few dozen do; with none at all the words of the classes alone decide.
 */
export function learn(
  given: readonly ClassifyExample[],
  classes: readonly ClassifyClass[],
  options: ClassifyOptions = classifyOptions,
): ClassifyModel {
  const chosen = usable(given, classes);
  const candidates = rankable(classes, chosen);
  const reader = evidenceReader(chosen, candidates, options);
  const examples = chosen.map((example) => ({ ...example, vector: reader.ofEnterprise(bySize(example.products), example.names).all }));
  const targets = targetsOf(candidates, options.forKin);
  const rows = examples.map(({ code, vector }) => ({ vector, target: targets.get(code) ?? new Float64Array(candidates.length) }));
  const scores = fitRidge(rows, { terms: reader.terms, classes: candidates.length, ridge: options.ridge, rounds: options.rounds });
  const learned = candidates.map((one) => ({
    one,
    words: reader.ofClass(one),
    examples: examples.filter(({ code }) => code === one.code),
  }));
  const parts = { reader, learned, scores, options };
  return { rank: (query, most = 3) => rank(query, most, parts) };
}

function rank(query: ClassifyQuery, most: number, parts: Parts): readonly RankedClass[] {
  const evidence = parts.reader.ofEnterprise(query.products, query.name === "" ? [] : [query.name]);
  const voices = voicesFor(evidence, parts);
  const beliefs = beliefsOf(voices, parts);
  return parts.learned
    .map((learned, column) => ({ learned, column, voice: voices[column] ?? 0 }))
    .toSorted((first, second) => second.voice - first.voice || (first.learned.one.code < second.learned.one.code ? -1 : 1))
    .slice(0, most)
    .map(({ learned, column }) => ({
      code: learned.one.code,
      name: learned.one.name,
      score: beliefs[column] ?? 0,
      reason: explain(query, evidence, learned, (vector) => parts.scores.one(vector, column), parts),
    }));
}

function explain(
  query: ClassifyQuery,
  evidence: Evidence,
  { words, examples }: Learned,
  score: (vector: SparseVector) => number,
  { reader, options }: Parts,
) {
  const speaks = (vector: SparseVector, like: number): number => score(vector) + like * innerProduct(vector, words);
  return reasonOf(query, {
    ofProduct: (text) => speaks(reader.ofProduct(text), options.productsLikeClass),
    ofName: () => speaks(reader.ofEnterprise([], [query.name]).all, options.nameLikeClass),
    nearest: () => nearest(evidence.all, examples),
    known: isKnown(evidence),
  });
}

/** Examples of the classes given, by id, so that their order does not matter. Those without products teach what companies are called and
 * little else: they are left out where others have products. */
function usable(given: readonly ClassifyExample[], classes: readonly ClassifyClass[]): readonly ClassifyExample[] {
  const codes = new Set(classes.map(({ code }) => code));
  const known = given.filter(({ code }) => codes.has(code));
  const selling = known.filter(({ products }) => products.some(({ text }) => plainName(text) !== ""));
  const key = ({ id, code }: ClassifyExample): string => `${id}\u0000${code}`;
  return (selling.length > 0 ? selling : known).toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The lowest level. A class that nobody stands in yields to one of the same name that somebody does: lists hold two editions in one. */
function rankable(classes: readonly ClassifyClass[], examples: readonly ClassifyExample[]): readonly ClassifyClass[] {
  const above = new Set(classes.flatMap(({ ancestors }) => ancestors));
  const used = new Set(examples.map(({ code }) => code));
  const usedNames = new Set(classes.flatMap(({ code, name }) => (used.has(code) ? [plainIndustry(name)] : [])));
  return classes.filter(({ code, name }) => used.has(code) || (!above.has(code) && !usedNames.has(plainIndustry(name))));
}

/** The larger share first; products without one keep their order behind those with one. */
const bySize = (products: ClassifyExample["products"]): readonly string[] =>
  products.toSorted((one, other) => shareOf(other.share) - shareOf(one.share)).map(({ text }) => text);

/** Shares below nothing are eliminations between segments, shares above one are errors of the source. */
const shareOf = (share: number | null): number => Math.min(Math.max(share ?? 0, 0), 1);

/** What an example of each class teaches: one for the class itself, less for its kin. */
const targetsOf = (classes: readonly ClassifyClass[], forKin: readonly number[]): ReadonlyMap<string, Float64Array> =>
  new Map(classes.map((own) => [own.code, Float64Array.from(classes, (other) => kinship(own, other, forKin))]));

const kinship = (own: ClassifyClass, other: ClassifyClass, forKin: readonly number[]): number =>
  forKin.reduce(
    (total, weight, level) => total + (other.ancestors.includes(own.ancestors[level] ?? "") ? weight : 0),
    other.code === own.code ? 1 : 0,
  );

const isKnown = ({ all }: Evidence): boolean => all.value.length > 0;

/** What speaks for each class. With nothing to go by only the number of its examples does, and so softly that no class is believed. */
function voicesFor(evidence: Evidence, { learned, scores, options }: Parts): Float64Array {
  if (!isKnown(evidence)) {
    const examples = examplesIn(learned);
    return Float64Array.from(learned, (one) => (options.floor * one.examples.length) / Math.max(1, examples));
  }
  const voices = scores.all(evidence.all);
  learned.forEach(({ words }, column) => {
    voices[column] =
      (voices[column] ?? 0) +
      options.productsLikeClass * innerProduct(evidence.products, words) +
      options.nameLikeClass * innerProduct(evidence.name, words);
  });
  return voices;
}

const examplesIn = (learned: readonly Learned[]): number => learned.reduce((total, one) => total + one.examples.length, 0);

/** Shares of belief that add up to one. */
function beliefsOf(voices: Float64Array, { learned, options }: Parts): Float64Array {
  const floor = options.floor + options.doubt / (examplesIn(learned) + 1);
  const amounts = voices.map((voice) => (Math.max(voice, 0) + floor) ** options.sharpness);
  const total = amounts.reduce((all, one) => all + one, 0);
  return amounts.map((amount) => amount / total);
}

const NEAREST = 2;
const nearest = (vector: SparseVector, examples: readonly Example[]): readonly string[] =>
  examples
    .map((example) => ({ name: example.names[0] ?? example.id, near: innerProduct(vector, example.vector) }))
    .filter(({ near }) => near > 0)
    .toSorted((one, other) => other.near - one.near)
    .slice(0, NEAREST)
    .map(({ name }) => name);
