import type { OrganisationFinding } from "#domains/intelligence/contract/extraction.ts";
import names from "#domains/intelligence/rules/entities/lexicon/organisations.json" with { type: "json" };
import { firstCharacters } from "#domains/intelligence/rules/entities/scan.ts";

export type OrganisationKindName = OrganisationFinding["kind"];
/** `ambiguous`: also an ordinary word ("平安", "联想"), to be believed only where a company is expected. */
export type KnownName = { readonly name: string; readonly kind: OrganisationKindName; readonly ambiguous: boolean };

const KINDS: Readonly<Record<keyof typeof names, OrganisationKindName>> = {
  companies: "company",
  ambiguous: "company",
  universities: "university",
  institutes: "institute",
  banks: "bank",
  government: "government",
  exchanges: "other",
  media: "media",
};

const keyAt = (text: string, place: number): number => text.charCodeAt(place) * 65_536 + text.charCodeAt(place + 1);

function buildIndex(): ReadonlyMap<number, readonly KnownName[]> {
  const index = new Map<number, KnownName[]>();
  for (const section of Object.keys(KINDS) as (keyof typeof names)[]) {
    for (const name of names[section].split(" ")) {
      const known = { name, kind: KINDS[section], ambiguous: section === "ambiguous" };
      const list = index.get(keyAt(name, 0));
      if (list) list.push(known);
      else index.set(keyAt(name, 0), [known]);
    }
  }
  for (const list of index.values()) list.sort((left, right) => right.name.length - left.name.length);
  return index;
}

let first: Uint8Array | undefined;
let index: ReadonlyMap<number, readonly KnownName[]> | undefined;

/** The longest well-known organisation whose name starts at `place`. */
export function findKnownAt(text: string, place: number): KnownName | undefined {
  index ??= buildIndex();
  first ??= firstCharacters(Object.keys(KINDS).flatMap((section) => names[section as keyof typeof names].split(" ")));
  if (first[text.charCodeAt(place)] !== 1) return undefined;
  return index.get(keyAt(text, place))?.find((candidate) => text.startsWith(candidate.name, place));
}
