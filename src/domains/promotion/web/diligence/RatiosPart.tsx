import { type RatioName, type RatioReading, ratioWords } from "#domains/promotion/contract/statement-ratios.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewPart } from "#domains/promotion/web/diligence/view-part.ts";
import { round } from "#kernel/decimal.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty } from "#ui/StateViews.tsx";

type Line = { readonly ratio: RatioName; readonly byYear: ReadonlyMap<number, RatioReading> };
const MOST_YEARS = 5;

/** A ratio a line, the years beside each other, the newest first, each above the median of its industry in that year. */
export function RatiosPart({ view }: ViewPart) {
  const { say } = useWords();
  const years = view.statements.map(({ statement }) => statement.year).slice(0, MOST_YEARS);
  const [newest = 0] = years;
  const lines: readonly Line[] = [...Map.groupBy(view.ratios, ({ ratio }) => ratio)].map(([ratio, readings]) => ({
    ratio,
    byYear: new Map(readings.map((reading) => [reading.year, reading])),
  }));
  const figure = (ratio: RatioName, value: NonNullable<RatioReading["value"]>): string =>
    ratioWords[ratio].unit === "percent" ? `${round(value, 1)}%` : round(value, 2);
  const cell = (ratio: RatioName, reading: RatioReading | undefined) => {
    if (reading?.value) return figure(ratio, reading.value);
    return <span className="quiet">{say(reading?.undefinedRatio ? texts.undefined : texts.missing)}</span>;
  };
  const columns: readonly Column<Line>[] = [
    {
      key: "ratio",
      title: say(texts.ratio),
      cell: ({ ratio }) => (
        <div>
          {say(ratioWords[ratio])}
          <span className="quiet under">{say(ratioWords[ratio].formula)}</span>
        </div>
      ),
    },
    ...years.map(
      (year): Column<Line> => ({
        key: String(year),
        title: String(year),
        figure: true,
        cell: ({ ratio, byYear }) => {
          const reading = byYear.get(year);
          return (
            <div>
              {cell(ratio, reading)}
              {reading?.median ? (
                <span className="quiet under">{say(texts.medianOf, { median: figure(ratio, reading.median) })}</span>
              ) : null}
            </div>
          );
        },
      }),
    ),
    {
      key: "median",
      title: say(texts.against),
      figure: true,
      cell: ({ byYear }) => {
        const reading = byYear.get(newest);
        if (!reading?.median) return <span className="quiet">{say(texts.noMedian)}</span>;
        return (
          <div>
            {reading.against === null ? "–" : say(texts[reading.against])}
            <span className="quiet under">{say(texts.peers, { year: newest, count: reading.peers })}</span>
          </div>
        );
      },
    },
  ];
  return (
    <Section title={say(texts.ratios)}>
      <DataTable
        caption={say(texts.ratios)}
        rows={lines}
        columns={columns}
        rowKey={({ ratio }) => ratio}
        empty={<Empty title={say(texts.noStatements)} hint={say(texts.noStatementsHint)} />}
      />
      {view.statements.length > 0 ? (
        <ul className="list">
          {sourcesOf(view.statements).map(({ years: said, source, revision, by }) => (
            <li key={said} className="list-line">
              <span>{say(texts.sourceSaid, { year: said, source })}</span>
              <span className="quiet">{[revision > 1 ? say(texts.revision, { revision }) : "", by ?? ""].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

type SourceLine = { readonly years: string; readonly source: string; readonly revision: number; readonly by: string | null };

/** Years of one source on one line: fifteen annual reports of one file are no fifteen news. */
function sourcesOf(statements: ViewPart["view"]["statements"]): readonly SourceLine[] {
  const same = Map.groupBy(statements, ({ source, revision, by }) => JSON.stringify([source, revision, by]));
  return [...same.values()].flatMap((some) => {
    const [newest] = some;
    const oldest = some.at(-1);
    if (newest === undefined || oldest === undefined) return [];
    const run = newest.statement.year - oldest.statement.year + 1 === some.length;
    const years =
      run && some.length > 1 ? `${oldest.statement.year}–${newest.statement.year}` : some.map(({ statement }) => statement.year).join(", ");
    return [{ years, source: newest.source, revision: newest.revision, by: newest.by }];
  });
}
