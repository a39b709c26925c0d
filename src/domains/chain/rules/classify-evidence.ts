import type { ClassifyClass, ClassifyExample, ClassifyOptions } from "#domains/chain/rules/classify-example.ts";
import { plainIndustry, tellingName, termsOf } from "#domains/chain/rules/product-terms.ts";
import { beside, type Piece, type SparseVector, scaled, sum, termSpace, unit } from "#domains/chain/rules/product-vectors.ts";

/** What is known of an enterprise as vectors: of its products, of its name among product words, and of all, for the learner. */
export type Evidence = { readonly products: SparseVector; readonly name: SparseVector; readonly all: SparseVector };
export type EvidenceReader = {
  readonly terms: number;
  readonly ofEnterprise: (products: readonly string[], names: readonly string[]) => Evidence;
  readonly ofProduct: (text: string) => SparseVector;
  readonly ofClass: (one: ClassifyClass) => SparseVector;
};

/** Two spaces of terms: products, names and classes share one, for they speak one language; names have another to themselves. */
export function evidenceReader(
  examples: readonly ClassifyExample[],
  classes: readonly ClassifyClass[],
  options: ClassifyOptions,
): EvidenceReader {
  const names = examples.map((example) => example.names.map(tellingName));
  const documents = examples.map((example, index) => [...example.products.map(({ text }) => text), ...(names[index] ?? [])]);
  const space = termSpace([...documents, ...classes.map(wordsOf)], termsOf);
  const nameSpace = termSpace(names, termsOf);

  const ofEnterprise = (products: readonly string[], called: readonly string[]): Evidence => {
    const sold = unit(space.vector(products.map((text, index) => ({ text, weight: (index + 1) ** -options.orderFall }))));
    const telling = alike(called.map(tellingName));
    const name = unit(space.vector(telling));
    const among = sold.square > 0 ? unit(sum(sold, scaled(name, options.nameAmongProducts))) : name;
    const byItself = scaled(unit(nameSpace.vector(telling)), Math.sqrt(options.nameByItself));
    return { products: sold, name, all: beside(among, space.size, byItself) };
  };
  return {
    terms: space.size + nameSpace.size,
    ofEnterprise,
    ofProduct: (text) => unit(space.vector(alike([text]))),
    ofClass: (one) => unit(space.vector(alike(wordsOf(one)))),
  };
}

const alike = (texts: readonly string[]): readonly Piece[] => texts.map((text) => ({ text, weight: 1 }));
const wordsOf = (one: ClassifyClass): readonly string[] => [plainIndustry(one.name), ...(one.words ?? [])];
