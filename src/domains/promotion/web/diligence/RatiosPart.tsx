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

/** A ratio a line, the years beside each other, the newest first; the newest year beside the median of its industry. */
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
        cell: ({ ratio, byYear }) => cell(ratio, byYear.get(year)),
      }),
    ),
    {
      key: "median",
      title: say(texts.median),
      figure: true,
      cell: ({ ratio, byYear }) => {
        const reading = byYear.get(newest);
        if (!reading?.median) return <span className="quiet">{say(texts.noMedian)}</span>;
        return (
          <div>
            {figure(ratio, reading.median)}
            <span className="quiet under">
              {reading.against === null ? say(texts.peers, { year: newest, count: reading.peers }) : say(texts[reading.against])}
            </span>
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
          {view.statements.map(({ statement, source, revision, by }) => (
            <li key={statement.year} className="list-line">
              <span>{say(texts.sourceSaid, { year: statement.year, source })}</span>
              <span className="quiet">{[revision > 1 ? say(texts.revision, { revision }) : "", by ?? ""].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
