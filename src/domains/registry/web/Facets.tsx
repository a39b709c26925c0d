import { useState } from "react";
import type { z } from "zod";
import { FacetName, type FacetValue } from "#domains/registry/contract/search-operations.ts";
import { FILTER_KEYS, says } from "#domains/registry/web/enterprise-filter.ts";
import { facetWords, searchTexts } from "#domains/registry/web/search-texts.ts";
import { useEnterpriseFilter } from "#domains/registry/web/use-enterprise-search.ts";
import { useWords } from "#ui/language.tsx";
import { groupDigits } from "#ui/print-figure.ts";
import { useMedia } from "#ui/use-media.ts";

export type Facet = { readonly name: FacetName; readonly values: readonly z.infer<typeof FacetValue>[] };

/** In the order in which an officer narrows a search. */
const ORDER: readonly FacetName[] = [
  "book",
  "chain",
  "class",
  "region",
  "qualification",
  "revenue",
  "capital",
  "employees",
  "age",
  "controller",
  "status",
];
/** Bands of a size are read from the small to the large, everything else from the many to the few. */
const BANDS: ReadonlySet<FacetName> = new Set(["revenue", "capital", "employees", "age"]);
const FIRST = 6;

/** Each value narrows the search to itself, and once more opens it again. On a phone the counts are folded. */
export function Facets({ facets }: { readonly facets: readonly Facet[] }) {
  const { say } = useWords();
  const wide = useMedia("(min-width: 901px)");
  const shown = FacetName.options
    .flatMap((name) => facets.find((facet) => facet.name === name) ?? [])
    .filter(({ values }) => values.length > 0)
    .sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name));
  return (
    <details className="facets" open={wide}>
      <summary>{say(searchTexts.facets)}</summary>
      {shown.map((facet) => (
        <FacetGroup key={facet.name} facet={facet} />
      ))}
    </details>
  );
}

function FacetGroup({ facet: { name, values } }: { readonly facet: Facet }) {
  const { say } = useWords();
  const { filter, narrow, drop } = useEnterpriseFilter();
  const [all, setAll] = useState(false);
  const ordered = BANDS.has(name) ? [...values].sort((one, other) => Number(one.value) - Number(other.value)) : values;
  const shown = all ? ordered : ordered.slice(0, FIRST);
  return (
    <section aria-label={say(facetWords[name])} className="facet">
      <h3>{say(facetWords[name])}</h3>
      <ul>
        {shown.map((value) => {
          const chosen = says(filter, value.filter);
          const keys = FILTER_KEYS.filter((key) => value.filter[key] !== undefined);
          const words = Object.fromEntries(keys.map((key) => [key, String(value.filter[key])]));
          return (
            <li key={value.value}>
              <button type="button" className="facet-value" aria-pressed={chosen} onClick={() => (chosen ? drop(keys) : narrow(words))}>
                <span>{say(value.label)}</span>
                <span className="quiet">{groupDigits(String(value.count))}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {values.length > FIRST ? (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say(searchTexts.fewer) : say(searchTexts.allValues, { count: values.length })}
        </button>
      ) : null}
    </section>
  );
}
