import { classifyReasons } from "#domains/chain/contract/classify-texts.ts";
import type { Language, Text } from "#kernel/texts.ts";
import { say } from "#kernel/texts.ts";

/** Why a class was named: the products that spoke for it most, whether the name did, and the nearest enterprises that stand there already. */
export type ClassifyReason = {
  readonly products: readonly string[];
  readonly name: string | null;
  readonly like: readonly string[];
  /** Nothing was known of the enterprise: only the number of examples decided. */
  readonly byNumber: boolean;
};

export type Voices = {
  readonly ofProduct: (text: string) => number;
  readonly ofName: () => number;
  readonly nearest: () => readonly string[];
  readonly known: boolean;
};

const MOST_PRODUCTS = 3;
/** What speaks less than a third as loud as the loudest product is no reason. */
const AUDIBLE = 1 / 3;
/** A single character in common speaks this loud; it is no reason either. */
const FAINTEST = 0.02;

export function reasonOf(query: { readonly name: string; readonly products: readonly string[] }, voices: Voices): ClassifyReason {
  const spoken = [...new Set(query.products)]
    .map((text) => ({ text, voice: voices.ofProduct(text) }))
    .filter(({ voice }) => voice > FAINTEST)
    .toSorted((one, other) => other.voice - one.voice)
    .slice(0, MOST_PRODUCTS);
  const loudest = spoken[0]?.voice ?? 0;
  const byName = query.name === "" ? 0 : voices.ofName();
  return {
    products: spoken.filter(({ voice }) => voice >= loudest * AUDIBLE).map(({ text }) => text),
    name: byName > FAINTEST && byName >= loudest * AUDIBLE ? query.name : null,
    like: voices.nearest(),
    byNumber: !voices.known,
  };
}

const quoted = (words: readonly string[]): readonly string[] => words.map((word) => `“${word}”`);

/** The reason as a sentence. */
export function sayReason({ products, name, like, byNumber }: ClassifyReason, language: Language): string {
  const part = (text: Text, words: Readonly<Record<string, unknown>>): string => say(text, language, words);
  const parts = [
    ...(products.length > 0 ? [part(classifyReasons.products, { products: quoted(products) })] : []),
    ...(name === null ? [] : [part(products.length > 0 ? classifyReasons.name : classifyReasons.nameOnly, { name })]),
    ...(like.length > 0 ? [part(classifyReasons.like, { companies: like })] : []),
  ];
  return parts.length > 0
    ? parts.join(language === "zh" ? "；" : "; ")
    : say(byNumber ? classifyReasons.prior : classifyReasons.none, language);
}
