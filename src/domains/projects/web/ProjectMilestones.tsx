import { useState } from "react";
import type { z } from "zod";
import { type Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import type { MilestoneView } from "#domains/projects/contract/register-operations.ts";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { courseTexts } from "#domains/projects/web/project-page-texts.ts";
import { ReachMilestone } from "#domains/projects/web/ReachMilestone.tsx";
import { RequestDate } from "#domains/projects/web/RequestDate.tsx";
import { Standing } from "#domains/projects/web/Standing.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type Row = z.infer<typeof MilestoneView>;
type Asking = { readonly what: "date" | "reach"; readonly kind: Milestone | undefined };

/** Every milestone with its plan, its day, and how often and why the plan was changed. */
export function ProjectMilestones({ project }: { readonly project: Project }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const columns: readonly Column<Row>[] = [
    { key: "milestone", title: say(courseTexts.milestone), cell: (row) => say(milestoneWords[row.kind]) },
    { key: "planned", short: true, title: say(courseTexts.planned), cell: (row) => row.plannedOn ?? "–" },
    { key: "actual", short: true, title: say(courseTexts.actual), cell: (row) => row.actualOn ?? "–" },
    { key: "standing", short: true, title: say(courseTexts.standing), cell: (row) => <Standing milestone={row} /> },
    { key: "changes", title: say(courseTexts.changes), cell: (row) => <Changes row={row} /> },
    {
      key: "action",
      title: say(courseTexts.requestDate),
      cell: (row) =>
        row.actualOn === null ? (
          <AbilityButton
            size="small"
            ability={project.abilities["requestDate"]}
            onClick={() => setAsking({ what: "date", kind: row.kind })}
          >
            {say(courseTexts.requestDate)}
          </AbilityButton>
        ) : null,
    },
  ];
  return (
    <Section
      title={say(courseTexts.milestones)}
      aside={
        <span className="actions">
          <AbilityButton
            size="small"
            ability={project.abilities["requestDate"]}
            onClick={() => setAsking({ what: "date", kind: undefined })}
          >
            {say(courseTexts.requestDate)}
          </AbilityButton>
          <AbilityButton
            size="small"
            ability={project.abilities["reachMilestone"]}
            onClick={() => setAsking({ what: "reach", kind: undefined })}
          >
            {say(courseTexts.reach)}
          </AbilityButton>
        </span>
      }
    >
      <DataTable caption={say(courseTexts.milestones)} rows={project.milestones} columns={columns} rowKey={(row) => row.kind} />
      {asking?.what === "date" ? <RequestDate project={project} kind={asking.kind} onClose={close} /> : null}
      {asking?.what === "reach" ? <ReachMilestone project={project} onClose={close} /> : null}
    </Section>
  );
}

/** “改期 3 次”, and on opening each date that it had, since when, and why. */
function Changes({ row }: { readonly row: Row }) {
  const { say } = useWords();
  if (row.history.length < 2) return <>–</>;
  return (
    <details>
      <summary>{say(courseTexts.changed, { count: row.history.length - 1 })}</summary>
      <ul className="bullets">
        {row.history.map((plan, place) => (
          <li key={`${plan.effectiveOn} ${plan.plannedOn}`}>
            {say(courseTexts.changedTo, {
              day: plan.effectiveOn,
              planned: plan.plannedOn ?? say(courseTexts.takenOut),
              reason: plan.reason ?? (place === 0 ? say(courseTexts.firstPlan) : "–"),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
