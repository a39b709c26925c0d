import { isEmptyFilter } from "#domains/registry/web/enterprise-filter.ts";
import type { Facet } from "#domains/registry/web/Facets.tsx";
import { sayFilter } from "#domains/registry/web/say-filter.ts";
import { searchTexts } from "#domains/registry/web/search-texts.ts";
import { useEnterpriseFilter } from "#domains/registry/web/use-enterprise-search.ts";
import { useOfficials } from "#domains/registry/web/use-officials.ts";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

/** What narrows the search, each to be dropped by itself. Names of codes are those of the counts. */
export function ChosenFilters({ facets }: { readonly facets: readonly Facet[] }) {
  const { say, language } = useWords();
  const { filter, drop, clear } = useEnterpriseFilter();
  const officials = useOfficials(filter.liaisonId !== undefined);
  if (isEmptyFilter(filter)) return null;
  const labelOf = (name: Facet["name"], value: string | undefined) => {
    const found = facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value);
    return found === undefined ? undefined : say(found.label);
  };
  const parts = sayFilter(filter, language, {
    region: labelOf("region", filter.region),
    classCode: labelOf("class", filter.classCode),
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
