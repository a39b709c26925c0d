import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { economy } from "#domains/economy/web/economy-client.ts";
import { FactSourceDrawer } from "#domains/economy/web/FactSourceDrawer.tsx";
import { indicatorTexts } from "#domains/economy/web/indicator-texts.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Sparkline } from "#ui/Sparkline.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useViewer } from "#ui/viewer.tsx";

/** The line and its table twin; each figure of the table opens. Levels where there are levels, growth where only that is published. */
export function IndicatorSeries({ code, name }: { readonly code: string; readonly name: string }) {
  const { say, language } = useWords();
  const { zone } = useViewer();
  const [opened, setOpened] = useState<string>();
  const series = useQuery({
    queryKey: ["facts", "series", zone.region, code],
    queryFn: () => economy.series({ region: zone.region, code }),
  });
  return (
    <Section title={say(indicatorTexts.series, { region: zone.region })}>
      <Loaded query={series}>
        {({ points }) => {
          if (points.length === 0) return <p className="section-body">{say(indicatorTexts.noSeries)}</p>;
          const levels = points.some((point) => point.value !== null);
          const numbers = points
            .map((point) => (levels ? point.value : point.yoyPct))
            .map((value) => (value === null ? null : Number(value)));
          return (
            <>
              <div className="series">
                <Sparkline values={numbers} label={name} width={640} height={120} />
              </div>
              <DataTable
                caption={name}
                rows={[...points].reverse()}
                rowKey={(row) => row.period}
                columns={[
                  { key: "period", title: say(indicatorTexts.period), cell: (row) => sayPeriod(row.period, language) },
                  {
                    key: "value",
                    title: say(indicatorTexts.value),
                    figure: true,
                    cell: (row) => (
                      <Figure
                        value={row.value}
                        unit={row.unit}
                        name={`${name} ${row.period}`}
                        onOpen={() => setOpened(row.observationId)}
                      />
                    ),
                  },
                  {
                    key: "growth",
                    title: say(indicatorTexts.growth),
                    figure: true,
                    cell: (row) => (
                      <Figure
                        value={row.yoyPct}
                        unit="%"
                        growth
                        name={`${name} ${row.period}`}
                        onOpen={() => setOpened(row.observationId)}
                      />
                    ),
                  },
                ]}
              />
            </>
          );
        }}
      </Loaded>
      <FactSourceDrawer observationId={opened} name={name} onClose={() => setOpened(undefined)} />
    </Section>
  );
}
