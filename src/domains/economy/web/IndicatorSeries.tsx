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
import { useRegionName } from "#ui/use-region-name.ts";
import { useViewer } from "#ui/viewer.tsx";

/** The line and its table twin; each figure of the table opens. The line draws growth: cumulative levels start anew each year. */
export function IndicatorSeries({ code, name }: { readonly code: string; readonly name: string }) {
  const { say, language } = useWords();
  const { zone } = useViewer();
  const regionName = useRegionName();
  const [opened, setOpened] = useState<string>();
  const series = useQuery({
    queryKey: ["facts", "series", zone.region, code],
    queryFn: () => economy.series({ region: zone.region, code }),
  });
  return (
    <Section title={say(indicatorTexts.series, { region: regionName(zone.region) })}>
      <Loaded query={series}>
        {(found) => {
          const points = onePerPeriod(found.points);
          if (points.length === 0) return <p className="section-body">{say(indicatorTexts.noSeries)}</p>;
          const growing = points.filter((point) => point.yoyPct !== null).length >= 2;
          const numbers = points
            .map((point) => (growing ? point.yoyPct : point.value))
            .map((value) => (value === null ? null : Number(value)));
          return (
            <>
              <div className="series">
                <p className="quiet">{say(growing ? indicatorTexts.growthLine : indicatorTexts.levelLine)}</p>
                <Sparkline values={numbers} label={name} width={640} height={96} />
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

type Point = {
  readonly period: string;
  readonly value: string | null;
  readonly unit: string;
  readonly yoyPct: string | null;
  readonly observationId: string;
};

/** Several sources may report one period: the one that says most stands for it. */
function onePerPeriod(points: readonly Point[]): readonly Point[] {
  const said = (point: Point) => (point.value === null ? 0 : 2) + (point.yoyPct === null ? 0 : 1);
  const best = new Map<string, Point>();
  for (const point of points) {
    const before = best.get(point.period);
    if (!before || said(point) > said(before)) best.set(point.period, point);
  }
  return [...best.values()];
}
