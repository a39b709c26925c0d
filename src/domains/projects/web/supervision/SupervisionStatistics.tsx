import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { SupervisionQuarter } from "#domains/projects/contract/supervision-operations.ts";
import { colours, supervision } from "#domains/projects/web/projects-client.ts";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";

type Row = z.infer<typeof SupervisionQuarter>;
const FIGURES = ["turnedRed", "falseAlarms", "cleared", "letters", "repliedInTime", "repliedLate", "closed"] as const;
const HEADS = {
  turnedRed: supervisionTexts.turnedRed,
  falseAlarms: supervisionTexts.falseAlarms,
  cleared: supervisionTexts.cleared,
  letters: supervisionTexts.letters,
  repliedInTime: supervisionTexts.inTime,
  repliedLate: supervisionTexts.lateReplies,
  closed: supervisionTexts.closedLetters,
} as const;

/** By quarter: how many turned red, how long until they were cleared, how many were false alarms; and who changed the thresholds. */
export function SupervisionStatistics() {
  const { say } = useWords();
  const { day } = useTimes();
  const statistics = useQuery({ queryKey: ["supervision", "statistics"], queryFn: () => supervision.supervisionStatistics({}) });
  const rules = useQuery({ queryKey: ["colour-rules"], queryFn: () => colours.listColourRules({}) });
  const figure = (name: (typeof FIGURES)[number]): Column<Row> => ({
    key: name,
    title: say(HEADS[name]),
    figure: true,
    cell: (row) => row[name],
  });
  const columns: readonly Column<Row>[] = [
    {
      key: "quarter",
      title: say(supervisionTexts.quarter),
      short: true,
      cell: (row) => say(supervisionTexts.quarterOf, { year: row.quarter.slice(0, 4), number: row.quarter.slice(5) }),
    },
    ...FIGURES.slice(0, 3).map(figure),
    {
      key: "median",
      title: say(supervisionTexts.medianDays),
      figure: true,
      cell: (row) => (row.medianDays === null ? "–" : say(supervisionTexts.days, { days: row.medianDays })),
    },
    ...FIGURES.slice(3).map(figure),
  ];
  return (
    <div className="stack">
      <Section title={say(supervisionTexts.statisticsTitle)}>
        <Loaded query={statistics}>
          {({ quarters, redNow, falseNow, redForDays }) => (
            <>
              <p className="section-body quiet">
                {say(supervisionTexts.statisticsHint, {
                  red: redNow,
                  false: falseNow === 0 ? "" : say(supervisionTexts.falseNow, { count: falseNow }),
                  median: redForDays === null ? "" : say(supervisionTexts.redFor, { days: redForDays }),
                })}
              </p>
              <DataTable
                caption={say(supervisionTexts.statisticsTitle)}
                rows={quarters}
                columns={columns}
                rowKey={(row) => row.quarter}
                empty={<Empty title={say(supervisionTexts.noStatistics)} hint={say(supervisionTexts.noStatisticsHint)} />}
              />
            </>
          )}
        </Loaded>
      </Section>
      <Section
        title={say(supervisionTexts.whoChanged)}
        aside={<AppLink to="/projects/colour-rules">{say(supervisionTexts.toRules)}</AppLink>}
      >
        <Loaded query={rules}>
          {({ items }) => (
            <ul className="list">
              {[...items].reverse().map((version) => (
                <li key={version.version}>
                  <div className="list-line">
                    <span>
                      {version.version === 1
                        ? say(supervisionTexts.firstVersion)
                        : `${say(supervisionTexts.version, { version: version.version, day: day(version.effectiveOn) })} · ${version.reason}`}
                    </span>
                    {version.version === 1 ? null : (
                      <span className="quiet">{say(supervisionTexts.byOn, { name: version.changedBy, day: version.changedOn })}</span>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
    </div>
  );
}
