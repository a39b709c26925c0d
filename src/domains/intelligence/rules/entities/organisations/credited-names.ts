import type { Cut, OrganisationFinding } from "#domains/intelligence/contract/extraction.ts";
import { simplifyText } from "#domains/intelligence/rules/cleaning/simplify.ts";
import { coverNames } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { findFullNames } from "#domains/intelligence/rules/entities/organisations/full-names.ts";
import { findGovernment } from "#domains/intelligence/rules/entities/organisations/institutions.ts";
import { findMedia } from "#domains/intelligence/rules/entities/organisations/known-mentions.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** What is cut from the text still names who published it and whom a picture shows. */
const READ: ReadonlySet<Cut["reason"]> = new Set<Cut["reason"]>(["credit", "caption"]);
const MOST_CUTS = 120;
const LONGEST = 400;

/** Cuts belong to the article that begins before them; what stands before the first belongs to the first. */
function belongs(article: ReadArticle, document: ReadDocument, cut: Cut): boolean {
  const start = article.index === 0 ? 0 : (article.text.offsets[0] ?? 0);
  const next = document.articles[article.index + 1]?.text.offsets[0] ?? Number.POSITIVE_INFINITY;
  return cut.start >= start && cut.start < next;
}

function mentionsIn(text: string): Mention[] {
  const cover = coverNames(text);
  return [...findFullNames(text, cover), ...findMedia(text), ...findGovernment(text, cover)];
}

/** Organisations of credit lines and captions: publisher, statistical office, the company in the picture. */
export function findCreditedNames(article: ReadArticle, document: ReadDocument): OrganisationFinding[] {
  const cuts = document.cuts.filter((cut) => READ.has(cut.reason) && cut.end - cut.start <= LONGEST && belongs(article, document, cut));
  return cuts.slice(0, MOST_CUTS).flatMap((cut) => {
    const original = document.original.slice(cut.start, cut.end);
    const simplified = simplifyText(original);
    const text = simplified.length === original.length ? simplified : original;
    return mentionsIn(text).map((mention) => ({
      name: mention.name,
      kind: mention.kind,
      quote: original.slice(mention.start, mention.end),
      spans: [{ start: cut.start + mention.start, end: cut.start + mention.end }],
      confidence: Math.min(mention.confidence, 0.8),
      rule: `${mention.rule}-in-${cut.reason}`,
      article: article.index,
    }));
  });
}
