import { isEmptyFilter } from "#domains/registry/web/enterprise-filter.ts";
import type { Facet } from "#domains/registry/web/Facets.tsx";
import { sayFilter } from "#domains/registry/web/say-filter.ts";
import { searchTexts } from "#domains/registry/web/search-texts.ts";
import { useCodeName } from "#domains/registry/web/use-code-name.ts";
import { useEnterpriseFilter } from "#domains/registry/web/use-enterprise-search.ts";
import { useOfficials } from "#domains/registry/web/use-officials.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

/** What narrows the search, each to be dropped by itself. */
export function ChosenFilters({ facets }: { readonly facets: readonly Facet[] }) {
  const { say, language } = useWords();
  const { filter, drop, clear } = useEnterpriseFilter();
  const officials = useOfficials(filter.liaisonId !== undefined);
  const region = useCodeName("region", filter.region);
  const classCode = useCodeName("class", filter.classCode);
  const chosenPlace = facets.find(({ name }) => name === "chain")?.values.find(({ value }) => value === filter.chainNode);
  if (isEmptyFilter(filter)) return null;
  const parts = sayFilter(filter, language, {
    region,
    classCode,
    chainNode: chosenPlace && say(chosenPlace.label),
    liaison: officials.data?.items.find((person) => person.id === filter.liaisonId)?.name,
  });
  if (parts.length === 0) return null;
  return (
    <ul className="chosen" aria-label={say(searchTexts.chosen)}>
      {parts.map(({ keys, text }) => (
        <li key={keys.join()}>
          <button type="button" className="chosen-part" aria-label={say(searchTexts.drop, { text })} onClick={() => drop(keys)}>
            {text} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="text-button" onClick={clear}>
          {say(uiTexts.clearFilters)}
        </button>
      </li>
    </ul>
  );
}
