import { NextMoves } from "#domains/projects/web/NextMoves.tsx";
import { ProjectFacts } from "#domains/projects/web/ProjectFacts.tsx";
import { useColourOf } from "#domains/projects/web/ProjectLights.tsx";
import { ProjectPeople } from "#domains/projects/web/ProjectPeople.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { RegisterConflictNote } from "#domains/projects/web/RegisterConflictNote.tsx";
import { WhyColour } from "#domains/projects/web/WhyColour.tsx";
import { WithdrawnEvidenceNote } from "#domains/projects/web/WithdrawnEvidenceNote.tsx";
import { whyTexts } from "#domains/projects/web/why-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

/** What an official asks first: why this colour, what comes next and who has to act, and who is responsible. */
export function OverviewTab({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const colour = useColourOf(project.row.id);
  return (
    <div className="columns">
      <div className="stack">
        <WithdrawnEvidenceNote project={project} />
        <RegisterConflictNote projectId={project.row.id} />
        <Section title={say(whyTexts.title)}>
          <Loaded query={colour}>{(view) => <WhyColour view={view} />}</Loaded>
        </Section>
        <NextMoves project={project} />
      </div>
      <div className="stack">
        <ProjectPeople project={project} />
        <ProjectFacts project={project} />
      </div>
    </div>
  );
}
