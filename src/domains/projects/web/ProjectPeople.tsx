import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Who answers for it on our side, and whom to call on theirs. The number comes masked for those who do not work on projects. */
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
    <Section title={say(pageTexts.people)}>
      <dl className="facts section-body">
        {lines.map(([text, value]) => (
          <div key={text.en} className="facts-row">
            <dt>{say(text)}</dt>
            <dd>{value || <span className="quiet">{say(pageTexts.notSaid)}</span>}</dd>
          </div>
        ))}
      </dl>
      {project.contactPhone.includes("*") ? <p className="section-body quiet">{say(pageTexts.masked)}</p> : null}
    </Section>
  );
}
