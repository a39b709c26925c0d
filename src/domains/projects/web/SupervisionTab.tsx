import { ColourHistory } from "#domains/projects/web/ColourHistory.tsx";
import { useColourOf } from "#domains/projects/web/ProjectLights.tsx";
import { ProjectSupervision } from "#domains/projects/web/ProjectSupervision.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { whyTexts } from "#domains/projects/web/why-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

/** What its colours asked for, and every colour that it had. */
export function SupervisionTab({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const colour = useColourOf(project.row.id);
  return (
    <Loaded query={colour}>
      {(view) => (
        <div className="stack">
          <ProjectSupervision items={view.supervision} />
          <Section title={say(whyTexts.history)}>
            <ColourHistory projectId={project.row.id} view={view} ability={project.abilities["supervise"]} />
          </Section>
        </div>
      )}
    </Loaded>
  );
}
