import type { Article, Extraction, Span } from "#domains/intelligence/contract/extraction.ts";
import { findMechanisms } from "#domains/intelligence/rules/entities/mechanisms/find-mechanisms.ts";
import { findOrganisations } from "#domains/intelligence/rules/entities/organisations/find-organisations.ts";
import { findPolicies } from "#domains/intelligence/rules/entities/policies/find-policies.ts";
import { findProjects } from "#domains/intelligence/rules/entities/projects/find-projects.ts";
import { findFigures } from "#domains/intelligence/rules/figures/find-figures.ts";
import { isPersonHeaded } from "#domains/intelligence/rules/person-headed.ts";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";
import type { ReadArticle, ReadDocument, ReadingHints } from "#domains/intelligence/rules/reading.ts";

/** Places in the original less than this apart are shown as one piece: between them only readings, markup or white space was cut. */
const JOINED_GAP = 8;

const articleOf = (article: ReadArticle): Article => ({
  title: article.title,
  region: article.region,
  published: article.published,
  medium: article.medium,
  text: article.text.text,
  spans: spansOf(article),
});

function spansOf(article: ReadArticle): Span[] {
  return article.text.spansOf(0, article.text.length, JOINED_GAP);
}

/** All findings of a document that was read, article by article. */
export function extractFrom(document: ReadDocument): Extraction {
  const { articles } = document;
  return {
    articles: articles.map(articleOf),
    cuts: [...document.cuts],
    figures: articles.flatMap((article) => findFigures(article, document)).filter((figure) => !isPersonHeaded(figure.indicator)),
    projects: articles.flatMap((article) => findProjects(article, document)),
    organisations: articles.flatMap((article) => findOrganisations(article, document)),
    policies: articles.flatMap((article) => findPolicies(article, document)),
    mechanisms: articles.flatMap((article) => findMechanisms(article, document)),
  };
}

/** Reads a stored original and finds what it reports. Deterministic and offline. */
export function extractDocument(original: string, hints: ReadingHints): Extraction {
  return extractFrom(readDocument(original, hints));
}
