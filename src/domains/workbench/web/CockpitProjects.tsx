import { Colour } from "#domains/projects/contract/colour.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { cockpitTexts } from "#domains/workbench/web/cockpit-texts.ts";
import type { CockpitView } from "#domains/workbench/web/cockpit-view.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type Standing = CockpitView["projects"];

/** The four colours with their numbers, what turned red, and whose work is overdue. */
export function CockpitProjects({ projects }: { readonly projects: Standing }) {
  const { say, language } = useWords();
  const all = Colour.options.reduce((sum, colour) => sum + projects.counts[colour], 0);
  return (
    <Section title={say(cockpitTexts.projects)} aside={<AppLink to="/projects">{say(cockpitTexts.wall)}</AppLink>}>
      {all === 0 ? (
        <p className="section-body">{say(cockpitTexts.noProjects)}</p>
      ) : (
        <>
          <ul className="light-counts section-body">
            {Colour.options.toReversed().map((colour) => (
              <li key={colour}>
                <AppLink to="/projects" search={{ colour }} className={`light-count light-ground-${colour}`}>
                  <SupervisionLight colour={colour} />
                  <strong>{projects.counts[colour]}</strong>
                </AppLink>
              </li>
            ))}
          </ul>
          {projects.turnedRed > 0 ? (
            <p className="section-body quiet">{say(cockpitTexts.turnedRed, { count: projects.turnedRed })}</p>
          ) : null}
          <ul className="list">
            {projects.worst.map((project) => (
              <li key={project.id}>
                <AppLink to={`/projects/${project.id}`}>{project.name}</AppLink>
                <span className="under quiet">
                  {project.reasons.map((reason) => reason[language]).join(language === "zh" ? "；" : "; ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

export function CockpitOverdue({ overdue }: { readonly overdue: Standing["overdue"] }) {
  const { say } = useWords();
  return (
    <Section title={say(cockpitTexts.overdue)} aside={<AppLink to="/dispatch/workload">{say(cockpitTexts.workload)}</AppLink>}>
      {overdue.length === 0 ? (
        <p className="section-body">{say(cockpitTexts.nothingOverdue)}</p>
      ) : (
        <ul className="list">
          {overdue.map((owner) => (
            <li key={owner.name} className="list-line">
              <span>{owner.name}</span>
              <span className="quiet">{say(cockpitTexts.overdueOf, { tasks: owner.tasks, replies: owner.replies })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function CockpitApprovals({ approvals }: { readonly approvals: CockpitView["approvals"] }) {
  const { say } = useWords();
  return (
    <Section title={say(cockpitTexts.approvals)} aside={<AppLink to="/approvals">{say(cockpitTexts.desk)}</AppLink>}>
      <p className="section-body">{say(approvals.open === 0 ? cockpitTexts.noCases : cockpitTexts.cases, approvals)}</p>
      {approvals.departments.length > 0 ? (
        <ul className="list">
          {approvals.departments.map((department) => (
            <li key={department.name} className="list-line">
              <span>{department.name}</span>
              <span className="quiet">{say(cockpitTexts.casesOf, department)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
