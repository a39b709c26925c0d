import { Button } from "antd";
import { useState } from "react";
import { EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { ChosenFilters } from "#domains/registry/web/ChosenFilters.tsx";
import { EnterpriseTable } from "#domains/registry/web/EnterpriseTable.tsx";
import { ExportSearch } from "#domains/registry/web/ExportSearch.tsx";
import { isEmptyFilter } from "#domains/registry/web/enterprise-filter.ts";
import { Facets } from "#domains/registry/web/Facets.tsx";
import { MoreFilters } from "#domains/registry/web/MoreFilters.tsx";
import { RegisterEnterprise } from "#domains/registry/web/RegisterEnterprise.tsx";
import { RegistryTabs } from "#domains/registry/web/RegistryTabs.tsx";
import { SavedViews } from "#domains/registry/web/SavedViews.tsx";
import { searchTexts, sortWords } from "#domains/registry/web/search-texts.ts";
import { useEnterpriseFilter, useEnterpriseSearch } from "#domains/registry/web/use-enterprise-search.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { groupDigits } from "#ui/print-figure.ts";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { isRefusal, useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/registry/web/registry.css";

/** Finding enterprises: words, counts to narrow by, ranges; the whole search stands in the address. */
export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const sentence = useErrorSentence();
  const { filter, sort, narrow, order, clear } = useEnterpriseFilter();
  const { found, facets } = useEnterpriseSearch(filter, sort);
  const [asking, ask] = useState<"more" | "register">();
  const close = () => ask(undefined);
  const counts = found.error ? undefined : facets.data;
  const register = permissions.has("registry.import") ? <Button onClick={() => ask("register")}>{say(searchTexts.register)}</Button> : null;
  const importing = permissions.has("registry.import") ? (
    <AppLink to="/registry/import" className="button-link">
      {say(searchTexts.import)}
    </AppLink>
  ) : null;
  return (
    <PageView
      title={say(searchTexts.title)}
      state={
        // A number of the search before would be wrong of this one.
        counts && !facets.isPlaceholderData
          ? say(counts.complete ? searchTexts.found : searchTexts.foundMore, { count: groupDigits(String(counts.counted)) })
          : null
      }
      action={
        <>
          {register}
          {permissions.has("registry.export") ? <ExportSearch filter={filter} sort={sort} /> : null}
        </>
      }
      filters={
        <>
          <SearchField label={say(searchTexts.search)} value={filter.q ?? ""} onChange={(q) => narrow({ q })} />
          <Choice
            label={say(searchTexts.sort)}
            value={sort}
            onChange={order}
            options={EnterpriseSort.options.map((value) => ({ value, label: say(sortWords[value]) }))}
          />
          <SavedViews />
          <Button onClick={() => ask("more")}>{say(searchTexts.more)}</Button>
        </>
      }
    >
      <RegistryTabs here="search" />
      <ChosenFilters facets={counts?.facets ?? []} />
      <div className="registry-search">
        <Facets facets={counts?.facets ?? []} />
        {found.error && isRefusal(found.error) && found.error.kind === "invalid" ? (
          <Empty title={say(searchTexts.cannot)} hint={sentence(found.error)} />
        ) : (
          <Loaded query={found} rows={10}>
            {(rows) => (
              <EnterpriseTable
                caption={say(searchTexts.title)}
                rows={rows}
                more={found.more}
                empty={
                  isEmptyFilter(filter) ? (
                    <Empty title={say(searchTexts.empty)} hint={say(searchTexts.emptyHint)} action={importing} />
                  ) : (
                    <Empty
                      title={say(searchTexts.nothing)}
                      hint={say(searchTexts.nothingHint)}
                      action={<Button onClick={clear}>{say(uiTexts.clearFilters)}</Button>}
                    />
                  )
                }
              />
            )}
          </Loaded>
        )}
      </div>
      {asking === "more" ? <MoreFilters onClose={close} /> : null}
      {asking === "register" ? <RegisterEnterprise onClose={close} /> : null}
    </PageView>
  );
}
