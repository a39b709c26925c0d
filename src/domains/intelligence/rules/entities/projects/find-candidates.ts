import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import { findInvestedProjects } from "#domains/intelligence/rules/entities/projects/invested-projects.ts";
import { joinCandidates } from "#domains/intelligence/rules/entities/projects/join-candidates.ts";
import { findListedProjects } from "#domains/intelligence/rules/entities/projects/listed-projects.ts";
import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { findStagedProjects } from "#domains/intelligence/rules/entities/projects/staged-projects.ts";

/** The projects of an article, each once. */
export function findCandidates(entities: Entities): Candidate[] {
  const { things } = entities;
  const listed = findListedProjects(entities);
  return joinCandidates([...listed, ...findInvestedProjects(entities, things), ...findStagedProjects(entities, things, listed)]);
}
