import { DateRequests } from "#domains/projects/web/DateRequests.tsx";
import { ProjectEvidence } from "#domains/projects/web/ProjectEvidence.tsx";
import { ProjectMilestones } from "#domains/projects/web/ProjectMilestones.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { ProjectTimeline } from "#domains/projects/web/ProjectTimeline.tsx";

/** Planned and reached dates with all that was changed of them, what was asked, what proves it, and all of it in time. */
export function CourseTab({ project }: { readonly project: Project }) {
  return (
    <div className="stack">
      <ProjectMilestones project={project} />
      <DateRequests project={project} />
      <div className="columns-even">
        <ProjectEvidence project={project} />
        <ProjectTimeline project={project} />
      </div>
    </div>
  );
}
