import type { ReactNode } from "react";
import { categoryWords, keyLevelWords } from "#domains/projects/contract/project.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { pageTexts } from "#domains/projects/web/project-page-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useYuan } from "#ui/use-yuan.ts";

/** What was said at the registration; what was not given is left out. */
export function ProjectFacts({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const { exact } = useYuan();
  const { row } = project;
  const position =
    project.longitude === null || project.latitude === null ? null : (
      <>
        {project.longitude}, {project.latitude} <AppLink to="/projects/map">{say(pageTexts.onMap)}</AppLink>
      </>
    );
  const lines: readonly (readonly [Text, ReactNode])[] = [
    [pageTexts.code, row.code],
    [pageTexts.enterprise, row.enterprise],
    [pageTexts.uscc, project.uscc],
    [pageTexts.category, say(categoryWords[row.category])],
    [pageTexts.level, say(keyLevelWords[row.level])],
    [pageTexts.industry, row.industry],
    [pageTexts.amount, exact(row.plannedTotalYuan)],
    [pageTexts.contract, project.contractNumber],
    [pageTexts.signed, row.signedOn],
    [pageTexts.place, project.place],
    [pageTexts.parcel, project.parcel],
    [pageTexts.leased, project.leasedPlant ? say(pageTexts.yes) : null],
    [pageTexts.position, position],
    [pageTexts.lead, project.lead],
    [pageTexts.description, project.description],
    [pageTexts.registered, say(pageTexts.registeredBy, { day: project.registeredOn, by: project.registeredBy })],
  ];
  return (
    <Section title={say(pageTexts.facts)}>
      <dl className="facts section-body">
        {lines
          .filter(([, value]) => value !== null && value !== "")
          .map(([text, value]) => (
            <div key={text.en} className="facts-row">
              <dt>{say(text)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
