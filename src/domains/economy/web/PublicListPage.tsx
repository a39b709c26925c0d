import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { cardWords, stateWords } from "#domains/economy/contract/card-words.ts";
import { cardTexts, publicTexts } from "#domains/economy/web/card-texts.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { openDataWords } from "#domains/economy/web/open-data-words.ts";
import { localDateOf } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";

export function Page() {
  const { say, language } = useWords();
  const zone = useParams({ strict: false, select: (params: Record<string, string>) => params["zone"] ?? "" });
  const cards = useQuery({ queryKey: ["public", zone], queryFn: () => economy.listPublished({ zone }) });
  const name = cards.data ? (language === "en" && cards.data.zone.en) || cards.data.zone.zh : "";
  return (
    <PageView
      title={say(publicTexts.title, { zone: name })}
      state={cards.data ? say(publicTexts.listState, { count: cards.data.items.length }) : null}
      action={<AppLink to={`/public/${zone}/data`}>{say(openDataWords.ownTitle)}</AppLink>}
    >
      <Loaded query={cards}>
        {({ items }) => (
          <DataTable
            caption={say(publicTexts.title, { zone: name })}
            rows={items}
            rowKey={(row) => row.slug}
            empty={<Empty title={say(publicTexts.empty)} hint={say(publicTexts.emptyHint)} />}
            columns={[
              {
                key: "title",
                title: say(cardTexts.cardTitle),
                cell: (row) => (
                  <>
                    <AppLink to={`/public/${zone}/${row.slug}`}>
                      {row.withdrawn
                        ? say(cardWords.reportCard, { region: row.region, period: sayPeriod(row.period, language) })
                        : (language === "en" && row.titleEn) || row.title}
                    </AppLink>{" "}
                    {row.withdrawn ? <StateChip tone="muted">{say(stateWords.WITHDRAWN)}</StateChip> : null}
                  </>
                ),
              },
              {
                key: "period",
                short: true,
                title: say(cardTexts.period),
                order: (row) => row.period,
                cell: (row) => sayPeriod(row.period, language),
              },
              { key: "region", short: true, title: say(cardTexts.region), cell: (row) => row.region },
              {
                key: "published",
                short: true,
                title: say(cardTexts.publishedAt),
                order: (row) => row.publishedAt,
                cell: (row) => localDateOf(row.publishedAt),
              },
            ]}
          />
        )}
      </Loaded>
    </PageView>
  );
}
