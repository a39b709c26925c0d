import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { TOUCHED_BY_A_PROJECT } from "#domains/projects/web/touched.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Unmask } from "#ui/Unmask.tsx";

/** Who answers for it on our side, and whom to call on theirs: those come masked until somebody says why they are needed. */
export function ProjectPeople({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const lines = [
    [pageTexts.leader, project.leader],
    [pageTexts.owner, project.row.owner],
    [pageTexts.department, project.department],
    [pageTexts.contact, project.contactName],
    [pageTexts.phone, project.contactPhone],
  ] as const;
  return (
    <Section
      title={say(pageTexts.people)}
      aside={
        <Unmask
          operation="projects.openProject"
          input={{ id: project.row.id }}
          shown={[project.contactName, project.contactPhone]}
          touches={TOUCHED_BY_A_PROJECT}
        />
      }
    >
      <dl className="facts section-body">
        {lines.map(([text, value]) => (
          <div key={text.en} className="facts-row">
            <dt>{say(text)}</dt>
            <dd>{value || <span className="quiet">{say(pageTexts.notSaid)}</span>}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
