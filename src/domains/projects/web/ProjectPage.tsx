import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { stageWords } from "#domains/projects/contract/project.ts";
import { CourseTab } from "#domains/projects/web/CourseTab.tsx";
import { EditProject } from "#domains/projects/web/EditProject.tsx";
import { ForceTab } from "#domains/projects/web/ForceTab.tsx";
import { InvestmentTab } from "#domains/projects/web/InvestmentTab.tsx";
import { OverviewTab } from "#domains/projects/web/OverviewTab.tsx";
import { ProjectCourse } from "#domains/projects/web/ProjectCourse.tsx";
import { ProjectLights } from "#domains/projects/web/ProjectLights.tsx";
import { type Project, ProjectTabs, useTab } from "#domains/projects/web/ProjectTabs.tsx";
import { pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { register } from "#domains/projects/web/projects-client.ts";
import { ReportsTab } from "#domains/projects/web/ReportsTab.tsx";
import { SupervisionTab } from "#domains/projects/web/SupervisionTab.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useYuan } from "#ui/use-yuan.ts";
import "#domains/projects/web/project.css";

export function Page() {
  const id = useParams({ strict: false, select: (params: Record<string, string>) => params["id"] ?? "" });
  const project = useQuery({ queryKey: ["project", id], queryFn: () => register.openProject({ id }), retry: false });
  return project.data ? (
    <ProjectBody project={project.data} />
  ) : (
    <div className="page">
      <Loaded query={project}>{() => null}</Loaded>
    </div>
  );
}

function ProjectBody({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const { exact } = useYuan();
  const tab = useTab();
  const [editing, setEditing] = useState(false);
  const { row, abilities } = project;
  return (
    <PageView
      title={row.name}
      back={<AppLink to="/projects">{say(pageTexts.back)}</AppLink>}
      state={
        <span className="head-lights">
          <span>{say(pageTexts.state, { stage: say(stageWords[row.stage]), amount: exact(row.plannedTotalYuan) })}</span>
          <ProjectLights projectId={row.id} />
        </span>
      }
      action={
        <>
          {abilities["report"]?.allowed ? (
            <AppLink to="/projects/report" search={{ project: row.id }} className="button-link">
              {say(pageTexts.report)}
            </AppLink>
          ) : null}
          <AbilityButton ability={abilities["edit"]} onClick={() => setEditing(true)}>
            {say(pageTexts.edit)}
          </AbilityButton>
        </>
      }
    >
      <ProjectCourse project={project} />
      <ProjectTabs projectId={row.id} />
      {tab === "" ? <OverviewTab project={project} /> : null}
      {tab === "course" ? <CourseTab project={project} /> : null}
      {tab === "investment" ? <InvestmentTab project={project} /> : null}
      {tab === "reports" ? <ReportsTab project={project} /> : null}
      {tab === "supervision" ? <SupervisionTab project={project} /> : null}
      {tab === "force" ? <ForceTab project={project} /> : null}
      {editing ? <EditProject project={project} onClose={() => setEditing(false)} /> : null}
    </PageView>
  );
}
