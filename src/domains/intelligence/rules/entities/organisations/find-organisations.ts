import type { OrganisationFinding } from "#domains/intelligence/contract/extraction.ts";
import { simplifyText } from "#domains/intelligence/rules/cleaning/simplify.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { findCreditedNames } from "#domains/intelligence/rules/entities/organisations/credited-names.ts";
import { readEntities } from "#domains/intelligence/rules/entities/read-entities.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";
import { findCompanyOfArticle } from "#domains/intelligence/rules/regions/company-of-article.ts";

/** The medium is in simplified characters; the source may not be. */
function placeOfMedium(original: string, medium: string): number {
  const asWritten = original.indexOf(medium);
  if (asWritten >= 0) return asWritten;
  const simplified = simplifyText(original);
  return simplified.length === original.length ? simplified.indexOf(medium) : -1;
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
  for (const { name, kind, ...evidence } of findCreditedNames(article, document)) if (!found.has(name)) put(name, kind, evidence);
  const company = findCompanyOfArticle(article.title, article.text.text);
  const first = company ? article.text.text.indexOf(company) : -1;
  if (company && first >= 0 && !found.has(company))
    put(company, "company", evidenceOf(article, document, first, first + company.length, 0.7, "company-of-the-article"));
  const medium = article.medium;
  const place = medium ? placeOfMedium(document.original, medium) : -1;
  if (medium && place >= 0 && !found.has(medium)) {
    const spans = [{ start: place, end: place + medium.length }];
    put(medium, "media", { quote: medium, spans, confidence: 0.9, rule: "source-of-the-page", article: article.index });
  }
  return [...found.values()];
}
