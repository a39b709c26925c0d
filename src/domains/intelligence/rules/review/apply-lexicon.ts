import type { Extraction, OrganisationFinding } from "#domains/intelligence/contract/extraction.ts";
import type { ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** A word of the zone's own lexicon: what corrections taught, or a person added. */
export type LexiconWord = {
  readonly kind: "organisation" | "region" | "indicator" | "noise";
  readonly words: string;
  readonly meaning: string | null;
};

/**
 * Lets the zone's lexicon have its say over what the general finders found:
 * an indicator gets the code that a correction gave it, a region its official name, a mention that is noise is dropped, a known organisation is found.
 */
export function applyLexicon(extraction: Extraction, document: ReadDocument, lexicon: readonly LexiconWord[]): Extraction {
  if (lexicon.length === 0) return extraction;
  const meaning = (kind: LexiconWord["kind"]) =>
    new Map(lexicon.filter((word) => word.kind === kind && word.meaning !== null).map((word) => [word.words, word.meaning]));
  const indicators = meaning("indicator");
  const regions = meaning("region");
  const noise = new Set(lexicon.filter((word) => word.kind === "noise").map((word) => word.words));
  const known = lexicon.filter((word) => word.kind === "organisation").map((word) => word.words);
  return {
    ...extraction,
    figures: extraction.figures.map((figure) => ({
      ...figure,
      code: figure.code ?? indicators.get(figure.indicator) ?? null,
      region: figure.region === null ? null : (regions.get(figure.region) ?? figure.region),
    })),
    organisations: [
      ...extraction.organisations.filter((organisation) => !noise.has(organisation.name)),
      ...known.flatMap((name) => findKnown(name, extraction, document)),
    ],
  };
}

function findKnown(name: string, extraction: Extraction, document: ReadDocument): readonly OrganisationFinding[] {
  if (extraction.organisations.some((organisation) => organisation.name === name)) return [];
  for (const article of document.articles) {
    const start = article.text.text.indexOf(name);
    if (start >= 0)
      return [
        {
          name,
          kind: "company",
          quote: name,
          spans: article.text.spansOf(start, start + name.length),
          confidence: 0.95,
          rule: "zone-lexicon",
          article: article.index,
        },
      ];
  }
  return [];
}
