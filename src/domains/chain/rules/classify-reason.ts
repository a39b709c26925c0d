import { classifyReasons } from "#domains/chain/contract/classify-texts.ts";
import type { Language, Text } from "#kernel/texts.ts";
import { say } from "#kernel/texts.ts";

/** Why a class was named: the products that spoke for it most, whether the name did, and the nearest enterprises that stand there already. */
export type ClassifyReason = {
  readonly products: readonly string[];
  readonly name: string | null;
  readonly like: readonly string[];
};

export type Voices = {
  readonly ofProduct: (text: string) => number;
  readonly ofName: () => number;
  readonly nearest: () => readonly string[];
  readonly some: boolean;
};

const MOST_PRODUCTS = 3;
/** A name is a reason when it speaks at least half as loud as the loudest product. */
const NAME_BESIDE_PRODUCTS = 0.5;

export function reasonOf(query: { readonly name: string; readonly products: readonly string[] }, voices: Voices): ClassifyReason {
  if (!voices.some) return { products: [], name: null, like: [] };
  const spoken = [...new Set(query.products)]
    .map((text) => ({ text, voice: voices.ofProduct(text) }))
    .filter(({ voice }) => voice > 0)
    .toSorted((one, other) => other.voice - one.voice)
    .slice(0, MOST_PRODUCTS);
  const loudest = spoken[0]?.voice ?? 0;
  const byName = query.name === "" ? 0 : voices.ofName();
  return {
    products: spoken.filter(({ voice }) => voice >= loudest / 3).map(({ text }) => text),
    name: byName > 0 && byName >= loudest * NAME_BESIDE_PRODUCTS ? query.name : null,
    like: voices.nearest(),
  };
}

const quoted = (words: readonly string[], language: Language): readonly string[] =>
  words.map((word) => (language === "zh" ? `“${word}”` : `“${word}”`));

/** The reason as a sentence. */
export function sayReason({ products, name, like }: ClassifyReason, language: Language): string {
  const part = (text: Text, words: Readonly<Record<string, unknown>>): string => say(text, language, words);
  const parts = [
    ...(products.length > 0 ? [part(classifyReasons.products, { products: quoted(products, language) })] : []),
    ...(name === null ? [] : [part(products.length > 0 ? classifyReasons.name : classifyReasons.nameOnly, { name })]),
    ...(like.length > 0 ? [part(classifyReasons.like, { companies: like })] : []),
  ];
  return parts.length > 0 ? parts.join(language === "zh" ? "；" : "; ") : say(classifyReasons.prior, language);
}
