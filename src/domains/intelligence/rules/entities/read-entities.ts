import { findLists, type NamedList } from "#domains/intelligence/rules/entities/lists.ts";
import { type Cover, coverNames } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { findMentions } from "#domains/intelligence/rules/entities/organisations/find-mentions.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { type Sentence, splitSentences } from "#domains/intelligence/rules/entities/passages.ts";
import type { ReadArticle } from "#domains/intelligence/rules/reading.ts";

/** What the finders of organisations, projects and policies share about one article, read once. */
export type Entities = {
  readonly text: string;
  readonly cover: Cover;
  readonly lists: readonly NamedList[];
  readonly sentences: readonly Sentence[];
  readonly organisations: readonly Mention[];
};

const read = new WeakMap<ReadArticle, Entities>();

export function readEntities(article: ReadArticle): Entities {
  const before = read.get(article);
  if (before) return before;
  const text = article.text.text;
  const cover = coverNames(text);
  const lists = findLists(text);
  const entities = { text, cover, lists, sentences: splitSentences(text), organisations: findMentions(text, cover, lists) };
  read.set(article, entities);
  return entities;
}
