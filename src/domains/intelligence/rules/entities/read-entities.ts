import type { Entities, Passages } from "#domains/intelligence/rules/entities/entities.ts";
import { findLists } from "#domains/intelligence/rules/entities/lists.ts";
import { coverNames, startsName } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { findMentions } from "#domains/intelligence/rules/entities/organisations/find-mentions.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { splitSentences } from "#domains/intelligence/rules/entities/passages.ts";
import { findCandidates } from "#domains/intelligence/rules/entities/projects/find-candidates.ts";
import { findNamedThings } from "#domains/intelligence/rules/entities/projects/named-things.ts";
import type { Candidate } from "#domains/intelligence/rules/entities/projects/project-candidates.ts";
import { findOwner } from "#domains/intelligence/rules/entities/projects/project-owner.ts";
import type { ReadArticle } from "#domains/intelligence/rules/reading.ts";

export type FoundEntities = Entities & { readonly projects: readonly Candidate[] };

const read = new WeakMap<ReadArticle, FoundEntities>();

/** Organisations and projects of an article, read once for all finders. */
export function readEntities(article: ReadArticle): FoundEntities {
  const before = read.get(article);
  if (before) return before;
  const text = article.text.text;
  const cover = coverNames(text);
  const sentences = splitSentences(text);
  const passages: Passages = { text, cover, lists: findLists(text), sentences, things: findNamedThings(text, cover, sentences) };
  const organisations = findMentions(passages);
  const projects = findCandidates({ ...passages, organisations });
  const found = { ...passages, organisations: [...organisations, ...findOwners(passages, organisations, projects)], projects };
  read.set(article, found);
  return found;
}

/** "洛源" at the head of "洛源轴承技改项目", where the text knows "洛源轴承". */
function inFull(text: string, owner: Mention, names: readonly string[]): Mention {
  const full = names.find((name) => name.length > owner.name.length && name.startsWith(owner.name) && text.startsWith(name, owner.start));
  return full ? { ...owner, end: owner.start + full.length, name: full } : owner;
}

/** Companies that the text only names at the head of their project; the project then knows whose it is. */
function findOwners(passages: Passages, organisations: readonly Mention[], projects: readonly Candidate[]): Mention[] {
  const starts = new Set(organisations.map((mention) => mention.start));
  const names = Map.groupBy(new Set(organisations.map((mention) => mention.name)), (name) => name.slice(0, 2));
  return projects.flatMap((project) => {
    // The clause has named another company already: what the project begins with is then its product.
    if (project.company !== null && !startsName(passages.cover, project.start)) return [];
    const guessed = starts.has(project.start) ? undefined : findOwner(passages, project.start, project.end);
    if (!guessed) return [];
    const owner = inFull(passages.text, guessed, names.get(guessed.name.slice(0, 2)) ?? []);
    project.company ??= owner.name;
    return [owner];
  });
}
