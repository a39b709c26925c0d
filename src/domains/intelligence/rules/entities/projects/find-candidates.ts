import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import { findInvestedProjects } from "#domains/intelligence/rules/entities/projects/invested-projects.ts";
import { joinCandidates } from "#domains/intelligence/rules/entities/projects/join-candidates.ts";
import { findListedProjects } from "#domains/intelligence/rules/entities/projects/listed-projects.ts";
import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { findStagedProjects } from "#domains/intelligence/rules/entities/projects/staged-projects.ts";
import { findTabledProjects } from "#domains/intelligence/rules/entities/projects/tabled-projects.ts";

/** The projects of an article, each once. */
export function findCandidates(entities: Entities): Candidate[] {
  const { things } = entities;
  const listed = findListedProjects(entities);
  const candidates = joinCandidates([
    ...findTabledProjects(entities.text),
    ...listed,
    ...findInvestedProjects(entities),
    ...findStagedProjects(entities, things, listed),
  ]);
  // A work that is called an extension and is being built is being extended.
  for (const candidate of candidates) if (candidate.stage === "在建" && /扩建|扩产|增资/.test(candidate.name)) candidate.stage = "扩建";
  return candidates;
}
