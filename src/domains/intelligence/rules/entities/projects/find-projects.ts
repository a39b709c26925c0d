import type { ProjectFinding } from "#domains/intelligence/contract/extraction.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { placeOf } from "#domains/intelligence/rules/entities/projects/project-place.ts";
import { readEntities } from "#domains/intelligence/rules/entities/read-entities.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** The named projects of an article with company, investment, stage and place as far as it says them. */
export function findProjects(article: ReadArticle, document: ReadDocument): ProjectFinding[] {
  const { text, projects } = readEntities(article);
  return projects.map((candidate) => ({
    name: candidate.name,
    company: candidate.company,
    investmentYuan: candidate.investmentYuan,
    stage: candidate.stage,
    place: placeOf(text, candidate.start, candidate.end),
    ...evidenceOf(article, document, candidate.evidence[0], candidate.evidence[1], candidate.confidence, candidate.rule),
  }));
}
