import { useQuery } from "@tanstack/react-query";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { investment } from "#domains/projects/web/projects-client.ts";
import { evidenceAddress } from "#domains/projects/web/register-client.ts";
import { SitePhotos } from "#domains/projects/web/SitePhotos.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useTimes } from "#ui/use-times.ts";
import { useYuan } from "#ui/use-yuan.ts";

/** What was reported month by month, revisions beside what they revise, and the photos that came with it. */
export function ReportsTab({ project }: { readonly project: Project }) {
  const { say, language } = useWords();
  const { day } = useTimes();
  const { exact } = useYuan();
  const id = project.row.id;
  const view = useQuery({ queryKey: ["project-investment", id, "reports"], queryFn: () => investment.projectInvestment({ id }) });
  return (
    <Loaded query={view}>
      {({ reports }) => (
        <div className="stack">
          <Section title={say(investTexts.photos)}>
            <SitePhotos reports={reports} />
          </Section>
          <Section
            title={say(investTexts.reports)}
            aside={
              project.abilities["report"]?.allowed ? (
                <AppLink to="/projects/report" search={{ project: id }}>
                  {say(investTexts.report)}
                </AppLink>
              ) : null
            }
          >
            <DataTable
              caption={say(investTexts.reports)}
              rows={reports}
              rowKey={(row) => row.id}
              empty={<p className="section-body quiet">{say(investTexts.noReports)}</p>}
              columns={[
                { key: "month", short: true, title: say(investTexts.month), cell: (row) => sayPeriod(row.month, language) },
                { key: "invested", figure: true, title: say(investTexts.invested), cell: (row) => exact(row.investedYuan) },
                { key: "progress", title: say(investTexts.progress), cell: (row) => row.progress || "–" },
                { key: "difficulties", title: say(investTexts.difficulties), cell: (row) => row.difficulties || "–" },
                {
                  key: "papers",
                  title: say(investTexts.papers),
                  cell: (row) =>
                    row.papers.length === 0
                      ? "–"
                      : row.papers.map((paper) => (
                          <a key={paper.id} className="under" href={evidenceAddress(paper.id)} download>
                            {paper.name}
                          </a>
                        )),
                },
                {
                  key: "reported",
                  title: say(investTexts.reported),
                  cell: (row) => (
                    <>
                      {say(investTexts.reportedBy, { day: day(row.reportedOn), by: row.by })}
                      {row.revisionReason ? (
                        <span className="under quiet">{say(investTexts.revised, { reason: row.revisionReason })}</span>
                      ) : null}
                    </>
                  ),
                },
              ]}
            />
          </Section>
        </div>
      )}
    </Loaded>
  );
}
