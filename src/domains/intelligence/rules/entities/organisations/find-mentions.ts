import type { Passages } from "#domains/intelligence/rules/entities/entities.ts";
import { startsName } from "#domains/intelligence/rules/entities/name-boundaries.ts";
import { findBrandNames, findShortForms } from "#domains/intelligence/rules/entities/organisations/brand-names.ts";
import { findFullNames, findIntroducedShortNames } from "#domains/intelligence/rules/entities/organisations/full-names.ts";
import { findGovernment, findInstitutions } from "#domains/intelligence/rules/entities/organisations/institutions.ts";
import { findKnownMentions, findMedia } from "#domains/intelligence/rules/entities/organisations/known-mentions.ts";
import {
  findCourtedNames,
  findForeignNames,
  findInvestors,
  findListedNames,
  findTitledNames,
} from "#domains/intelligence/rules/entities/organisations/listed-names.ts";
import { type Mention, Mentions } from "#domains/intelligence/rules/entities/organisations/mentions.ts";
import { findRecoveredNames } from "#domains/intelligence/rules/entities/organisations/short-names.ts";

/** Zones, divisions, streets and villages are regions, not organisations. */
const REGION = /(?:高新区|经开区|开发区|新区|自贸区|保税区|综保区|科学城|科技城|园区|街道|[省市县镇乡村区])$/;
/** A person before a title or a team is no organisation ("某某院士团队"). */
const PERSON = /(?:院士|教授|博士|团队|工作室|先生|女士)$/;

/** So many names are looked for again in the rest of a text. */
const MOST_SHORT = 200;

/** Every mention of an organisation, the surest rules first, without overlaps, in order. */
export function findMentions(passages: Passages): Mention[] {
  const { text, cover, lists } = passages;
  const mentions = new Mentions(text.length);
  const full = findFullNames(text, cover);
  const putAll = (found: readonly Mention[]) => {
    for (const mention of found) if (!REGION.test(mention.name) && !PERSON.test(mention.name)) mentions.put(mention);
  };
  putAll(full);
  putAll(findForeignNames(text));
  putAll(findMedia(text));
  putAll(findGovernment(text, cover));
  const institutions = findInstitutions(text, cover);
  putAll(institutions);
  const introduced = new Set<string>();
  for (const { short, of, start } of findIntroducedShortNames(text, mentions.list)) {
    if (introduced.has(short) || introduced.size >= MOST_SHORT) continue;
    introduced.add(short);
    putAll([{ ...of, start, end: start + short.length, name: short, confidence: 0.9, rule: "introduced-short-name" }]);
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + short.length)) {
      putAll([{ ...of, start: at, end: at + short.length, name: short, confidence: 0.9, rule: "introduced-short-name" }]);
    }
  }
  const known = findKnownMentions(text, cover, lists);
  putAll(known.filter((mention) => mention.kind === "institute"));
  putAll(
    findRecoveredNames(text, cover, [...full, ...mentions.list.filter((mention) => mention.kind === "institute")].slice(0, MOST_SHORT)),
  );
  putAll(findShortForms(text, cover));
  const brands = findBrandNames(passages);
  putAll(brands.filter((mention) => startsName(cover, mention.start)));
  putAll(known.filter((mention) => mention.rule === "known-name"));
  putAll(brands);
  putAll(findListedNames(text, cover, lists));
  putAll(known);
  putAll(findTitledNames(text, cover));
  putAll(findCourtedNames(text, cover));
  putAll(findInvestors(text, cover));
  return mentions.list.sort((left, right) => left.start - right.start);
}
