import type { OrganisationFinding } from "#domains/intelligence/contract/extraction.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { readEntities } from "#domains/intelligence/rules/entities/read-entities.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";
import { plainScript } from "#kernel/plain-script.ts";

/** The medium is in simplified characters; the source may not be. */
function placeOfMedium(original: string, medium: string): number {
  const asWritten = original.indexOf(medium);
  return asWritten >= 0 ? asWritten : plainScript(original).indexOf(medium);
}

/** The organisations that an article names: each surface form once, where it stands first. A mention is not an enterprise of the register. */
export function findOrganisations(article: ReadArticle, document: ReadDocument): OrganisationFinding[] {
  const found = new Map<string, OrganisationFinding>();
  const put = (name: string, kind: OrganisationFinding["kind"], evidence: Omit<OrganisationFinding, "name" | "kind">) => {
    const before = found.get(name);
    if (!before || before.confidence < evidence.confidence) found.set(name, { name, kind, ...evidence });
  };
  for (const mention of readEntities(article).organisations) {
    put(mention.name, mention.kind, evidenceOf(article, document, mention.start, mention.end, mention.confidence, mention.rule));
  }
  const medium = article.medium;
  const place = medium ? placeOfMedium(document.original, medium) : -1;
  if (medium && place >= 0 && !found.has(medium)) {
    const spans = [{ start: place, end: place + medium.length }];
    put(medium, "media", { quote: medium, spans, confidence: 0.9, rule: "source-of-the-page", article: article.index });
  }
  return [...found.values()];
}
