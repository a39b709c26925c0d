import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { DatasetTable } from "#domains/economy/web/DatasetTable.tsx";
import { catalogueAddress, economy } from "#domains/economy/web/economy-client.ts";
import { Licence } from "#domains/economy/web/Licence.tsx";
import { openDataWords } from "#domains/economy/web/open-data-words.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

/** What the zone publishes, for everybody and for programs. */
export function Page() {
  const { say, language } = useWords();
  const zone = useParams({ strict: false, select: (params: Record<string, string>) => params["zone"] ?? "" });
  const data = useQuery({ queryKey: ["open-data", zone], queryFn: () => economy.listDatasets({ zone }) });
  const name = data.data ? (language === "en" && data.data.zone.en) || data.data.zone.zh : "";
  return (
    <PageView
      title={say(openDataWords.title, { zone: name })}
      state={data.data ? say(openDataWords.state, { count: data.data.items.length }) : null}
      back={<AppLink to={`/public/${zone}`}>{say(openDataWords.cards)}</AppLink>}
    >
      <Loaded query={data}>
        {({ items, licence }) => (
          <div className="stack">
            <DatasetTable items={items} />
            <Licence terms={licence} />
            <Section title={say(openDataWords.forPrograms)}>
              <div className="section-body">
                <p className="address">{say(openDataWords.catalogue, { address: `${window.location.origin}${catalogueAddress(zone)}` })}</p>
                <p className="hint">{say(openDataWords.limits)}</p>
              </div>
            </Section>
          </div>
        )}
      </Loaded>
    </PageView>
  );
}
