import type { ProjectFinding } from "#domains/intelligence/contract/extraction.ts";
import { evidenceOf } from "#domains/intelligence/rules/entities/evidence-of.ts";
import { findInvestedProjects } from "#domains/intelligence/rules/entities/projects/invested-projects.ts";
import { joinCandidates } from "#domains/intelligence/rules/entities/projects/join-candidates.ts";
import { findListedProjects } from "#domains/intelligence/rules/entities/projects/listed-projects.ts";
import { type Candidate, findNamedThings } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { placeOf } from "#domains/intelligence/rules/entities/projects/project-place.ts";
import { findStagedProjects } from "#domains/intelligence/rules/entities/projects/staged-projects.ts";
import { readEntities } from "#domains/intelligence/rules/entities/read-entities.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** The named projects of an article with company, investment, stage and place as far as it says them. */
export function findProjects(article: ReadArticle, document: ReadDocument): ProjectFinding[] {
  const entities = readEntities(article);
  const things = findNamedThings(entities);
  const listed = findListedProjects(entities);
  const candidates: Candidate[] = [...listed, ...findInvestedProjects(entities, things), ...findStagedProjects(entities, things, listed)];
  return joinCandidates(candidates).map((candidate) => ({
    name: candidate.name,
    company: candidate.company,
    investmentYuan: candidate.investmentYuan,
    stage: candidate.stage,
    place: placeOf(entities.text, candidate.start, candidate.end),
    ...evidenceOf(article, document, candidate.evidence[0], candidate.evidence[1], candidate.confidence, candidate.rule),
  }));
}
