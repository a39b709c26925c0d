import type { ProjectStage } from "#domains/intelligence/contract/extraction.ts";
import type { Entities } from "#domains/intelligence/rules/entities/entities.ts";
import { PLACE, startsMark, startsName } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { mentionsWithin } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import type { NamedThing } from "#domains/intelligence/rules/entities/projects/named-things.ts";

/** A project named at `[start, end)`, with what the words around it say. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  stage: ProjectStage | null;
  investmentYuan: string | null;
  company: string | null;
  /** What the finding rests on: name and the word or amount. */
  evidence: [number, number];
  confidence: number;
  rule: string;
};

/** Whether a name begins with somebody or somewhere, or is marked as a project: only then a bare verb of building makes it one. */
export function isOwned(entities: Entities, thing: NamedThing): boolean {
  const { cover, organisations } = entities;
  return (
    (startsMark(cover, thing.start, PLACE) && !thing.name.startsWith("中国")) ||
    startsName(cover, thing.start) ||
    // "甲城至乙城高速": the places are the name, listed or not.
    /^[\u4e00-\u9fff]{2,4}至[\u4e00-\u9fff]{2,4}(?:高速|公路|铁路|高铁|快速路)/.test(thing.name) ||
    mentionsWithin(organisations, thing.start, thing.end + 20).some((mention) => mention.start === thing.start)
  );
}
