import type { NamedList } from "#domains/intelligence/rules/entities/lists.ts";
import type { Cover } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import type { Mention } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import type { Sentence } from "#domains/intelligence/rules/entities/passages.ts";
import type { NamedThing } from "#domains/intelligence/rules/entities/projects/named-things.ts";

/** One article as all finders of names see it. */
export type Passages = {
  readonly text: string;
  readonly cover: Cover;
  readonly lists: readonly NamedList[];
  readonly sentences: readonly Sentence[];
  /** Everything named that a project can be, whether something is said of it or not. */
  readonly things: readonly NamedThing[];
};

export type Entities = Passages & { readonly organisations: readonly Mention[] };
