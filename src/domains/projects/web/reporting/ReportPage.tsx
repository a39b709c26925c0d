import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { InvestmentView } from "#domains/projects/contract/investment-operations.ts";
import { lastClosedMonth } from "#domains/projects/rules/months.ts";
import { investment, register } from "#domains/projects/web/projects-client.ts";
import { ProjectsToReport } from "#domains/projects/web/reporting/ProjectsToReport.tsx";
import { ReportDone } from "#domains/projects/web/reporting/ReportDone.tsx";
import { ReportForm } from "#domains/projects/web/reporting/ReportForm.tsx";
import { reportTexts } from "#domains/projects/web/reporting/report-texts.ts";
import "#domains/projects/web/reporting/report.css";
import { localDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

/** Choose a project, then report it; the project stands in the address, so that a page of the project can lead here. */
export function Page() {
  const [address, change] = useAddress();
  const projectId = address["project"];
  const choose = (project: string) => change({ project });
  if (projectId === undefined) return <ProjectsToReport onChoose={choose} />;
  return <ReportOf key={projectId} projectId={projectId} onChoose={choose} />;
}

type ReportOfProps = { readonly projectId: string; readonly onChoose: (projectId: string) => void };
type Done = { readonly month: string; readonly view: z.infer<typeof InvestmentView> };

function ReportOf({ projectId, onChoose }: ReportOfProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [done, setDone] = useState<Done>();
  const project = useQuery({ queryKey: ["project", projectId], queryFn: () => register.openProject({ id: projectId }) });
  const due = lastClosedMonth(localDate(today));
  const year = Number(due.slice(0, 4));
  const invested = useQuery({
    queryKey: ["project-investment", projectId, year],
    queryFn: () => investment.projectInvestment({ id: projectId, year }),
  });
  return (
    <PageView
      title={say(reportTexts.title)}
      state={project.data ? `${project.data.row.name} · ${project.data.row.code}` : null}
      back={
        <button type="button" className="text-button" onClick={() => onChoose("")}>
          ‹ {say(reportTexts.choose)}
        </button>
      }
    >
      <Loaded query={project}>
        {(view) =>
          done ? (
            <ReportDone project={view.row} month={done.month} view={done.view} onNext={onChoose} />
          ) : (
            <Loaded query={invested}>
              {(standing) => (
                <ReportForm project={view} investment={standing} due={due} onDone={(month, after) => setDone({ month, view: after })} />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </PageView>
  );
}
