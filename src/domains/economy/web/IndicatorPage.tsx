import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { z } from "zod";
import type { IndicatorView } from "#domains/economy/contract/economy-operations.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { IndicatorSeries } from "#domains/economy/web/IndicatorSeries.tsx";
import { directionTexts, indicatorTexts } from "#domains/economy/web/indicator-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";

type Indicator = z.infer<typeof IndicatorView>;

export function Page() {
  const { say, language } = useWords();
  const code = useParams({ strict: false, select: (params: Record<string, string>) => params["code"] ?? "" });
  const catalogue = useQuery({ queryKey: ["indicators"], queryFn: () => economy.listIndicators({}), staleTime: 3_600_000 });
  const indicator = catalogue.data?.items.find((one) => one.code === code);
  return (
    <PageView
      title={indicator ? indicator.name[language] : code}
      state={indicator?.definition[language]}
      back={<AppLink to="/indicators">{say(indicatorTexts.back)}</AppLink>}
      action={
        <AppLink to="/facts" search={{ code }} className="button-link button-link-plain">
          {say(indicatorTexts.toFacts)}
        </AppLink>
      }
    >
      <Loaded query={catalogue}>
        {() =>
          indicator ? (
            <div className="columns">
              <IndicatorSeries code={code} name={indicator.name[language]} />
              <Metadata indicator={indicator} />
            </div>
          ) : (
            <Empty title={say(indicatorTexts.unknown)} />
          )
        }
      </Loaded>
    </PageView>
  );
}

function Metadata({ indicator }: { readonly indicator: Indicator }) {
  const { say, language } = useWords();
  const direction = directionTexts[indicator.direction];
  const rows = [
    [indicatorTexts.unit, indicator.unitName[language]],
    [indicatorTexts.basis, indicator.basis[language]],
    [indicatorTexts.calibre, indicator.calibre[language]],
    [indicatorTexts.direction, direction ? say(direction) : indicator.direction],
    [indicatorTexts.source, indicator.source[language]],
    [indicatorTexts.collector, indicator.collector[language]],
    [indicatorTexts.release, indicator.releaseCalendar[language]],
    [indicatorTexts.limits, indicator.limits[language]],
    [indicatorTexts.aliases, indicator.aliases.join("、")],
    [indicatorTexts.code, indicator.code],
  ] as const;
  return (
    <Section title={say(indicatorTexts.metadata)}>
      <dl className="facts section-body">
        {rows
          .filter(([, value]) => value !== "")
          .map(([text, value]) => (
            <div key={text.en} className="facts-row">
              <dt>{say(text)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
