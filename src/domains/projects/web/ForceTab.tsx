import { useQuery } from "@tanstack/react-query";
import { ForceLog } from "#domains/projects/web/ForceLog.tsx";
import { ForceMembers } from "#domains/projects/web/ForceMembers.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { ProjectTasks } from "#domains/projects/web/ProjectTasks.tsx";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { Loaded } from "#ui/StateViews.tsx";

/** Who is in the task force and for what, what they have to do, and what they wrote down. */
export function ForceTab({ project }: { readonly project: Project }) {
  const id = project.row.id;
  const force = useQuery({ queryKey: ["project-force", id], queryFn: () => taskForces.openTaskForce({ id }) });
  return (
    <Loaded query={force}>
      {(view) => (
        <div className="stack">
          <ProjectTasks project={project} tasks={view.tasks} />
          <div className="columns-even">
            <ForceMembers project={project} force={view} />
            <ForceLog lines={view.log} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
