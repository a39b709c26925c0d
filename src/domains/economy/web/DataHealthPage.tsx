import { useQuery } from "@tanstack/react-query";
import { CheckList } from "#domains/economy/web/CheckList.tsx";
import { economy } from "#domains/economy/web/economy-client.ts";
import { factTexts, healthTexts } from "#domains/economy/web/indicator-texts.ts";
import { comparePeriods, findPeriod } from "#kernel/period.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useAddress } from "#ui/use-address.ts";
import { useRegionName } from "#ui/use-region-name.ts";
import { useViewer } from "#ui/viewer.tsx";

/** What is missing, what conflicts and what does not add up, for one region and period. */
export function Page() {
  const { say, language } = useWords();
  const { zone } = useViewer();
  const regionName = useRegionName();
  const [address, change] = useAddress();
  const region = address["region"] ?? zone.region;
  const period = address["period"] ?? "";
  const newest = useQuery({
    queryKey: ["report-cards", "newest"],
    queryFn: () => economy.listReportCards({ region: zone.region, limit: 100 }),
  });
  const asked = period || newestPeriod(newest.data?.items ?? []);
  const health = useQuery({
    queryKey: ["data-health", region, asked],
    queryFn: () => economy.dataHealth({ region, period: asked }),
    enabled: asked.length >= 4,
  });
  const counts = health.data
    ? {
        region: regionName(health.data.region),
        period: sayPeriod(health.data.period, language),
        missing: health.data.missing.length,
        conflicts: health.data.conflicts.length,
        open: health.data.checks.filter((check) => check.ok !== true).length,
      }
    : undefined;
  return (
    <PageView
      title={say(healthTexts.title)}
      state={counts ? say(healthTexts.state, counts) : null}
      filters={
        <>
          <SearchField label={say(factTexts.region)} value={region} onChange={(words) => change({ region: words })} />
          <SearchField label={say(factTexts.period)} value={asked} onChange={(words) => change({ period: words })} />
        </>
      }
    >
      {asked === "" && !newest.isPending ? (
        <Empty title={say(healthTexts.choose)} hint={say(healthTexts.chooseHint)} />
      ) : (
        <Loaded query={health}>
          {(found) => (
            <div className="columns-even">
              <div className="stack">
                <Section title={say(healthTexts.missing)}>
                  {found.missing.length === 0 ? (
                    <p className="section-body">{say(healthTexts.nothingMissing)}</p>
                  ) : (
                    <ul className="list">
                      {found.missing.map((gap) => (
                        <li key={gap.code} className="list-line">
                          <AppLink to={`/indicators/${gap.code}`}>{gap.name[language]}</AppLink>
                          <span className="quiet">
                            {gap.lastPeriod
                              ? say(healthTexts.last, { period: sayPeriod(gap.lastPeriod, language) })
                              : say(healthTexts.never)}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </Section>
                <Section title={say(healthTexts.conflicts)}>
                  {found.conflicts.length === 0 ? (
                    <p className="section-body">{say(healthTexts.noConflicts)}</p>
                  ) : (
                    <ul className="list">
                      {found.conflicts.map((conflict) => (
                        <li key={conflict.id} className="list-line">
                          <AppLink to="/conflicts">{conflict.indicator}</AppLink>
                          <span>{conflict.values.join(" ≠ ")}</span>
                        </li>
                      ))}
                    </ul>
                  )}
                </Section>
              </div>
              <CheckList checks={found.checks} />
            </div>
          )}
        </Loaded>
      )}
    </PageView>
  );
}

/** The latest period that has a card. */
function newestPeriod(cards: readonly { readonly period: string }[]): string {
  const periods = cards.map((card) => findPeriod(card.period)).filter((period) => period !== undefined);
  return periods.sort(comparePeriods).at(-1) ?? "";
}
