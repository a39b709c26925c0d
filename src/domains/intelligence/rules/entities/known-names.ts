import type { OrganisationFinding } from "#domains/intelligence/contract/extraction.ts";
import names from "#domains/intelligence/rules/entities/lexicon/organisations.json" with { type: "json" };
import { NameIndex } from "#domains/intelligence/rules/patterns/name-index.ts";

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

const sections = Object.keys(KINDS) as (keyof typeof names)[];

let index: NameIndex<KnownName> | undefined;

/** The longest well-known organisation whose name starts at `place`. */
export function findKnownAt(text: string, place: number): KnownName | undefined {
  index ??= new NameIndex(
    sections.flatMap((section) =>
      names[section].split(" ").map((name) => ({ name, kind: KINDS[section], ambiguous: section === "ambiguous" })),
    ),
  );
  return index.at(text, place);
}
