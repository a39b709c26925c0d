import { useState } from "react";
import { AddTask } from "#domains/projects/web/AddTask.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { forceTexts, issueLevelTexts, taskKindTexts, taskStateTexts } from "#domains/projects/web/project-force-texts.ts";
import { type Task, TaskStep, type TaskStepName } from "#domains/projects/web/TaskStep.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useAddress } from "#ui/use-address.ts";

const STEPS: readonly TaskStepName[] = ["close", "roll", "escalate"];

/** Duties, items of the project calendar and issues, in the order in which they are due. */
export function ProjectTasks({ project, tasks }: { readonly project: Project; readonly tasks: readonly Task[] }) {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const [taking, setTaking] = useState<{ readonly task: Task; readonly step: TaskStepName }>();
  const all = address["tasks"] === "all";
  const columns: readonly Column<Task>[] = [
    {
      key: "task",
      title: say(forceTexts.task),
      cell: (row) => (
        <>
          {row.title}
          {row.closingNote ? <span className="under quiet">{row.closingNote}</span> : null}
        </>
      ),
    },
    { key: "kind", short: true, title: say(forceTexts.kind), cell: (row) => say(taskKindTexts[row.kind]) },
    { key: "owner", short: true, title: say(forceTexts.owner), cell: (row) => row.owner.name },
    {
      key: "due",
      short: true,
      title: say(forceTexts.due),
      order: (row) => row.dueOn,
      cell: (row) => (
        <>
          {row.dueOn}
          {row.daysLate > 0 ? <span className="late"> {say(forceTexts.late, { days: row.daysLate })}</span> : null}
          {row.rolled > 0 ? <span className="under quiet">{say(forceTexts.rolled, { count: row.rolled })}</span> : null}
        </>
      ),
    },
    {
      key: "level",
      short: true,
      title: say(forceTexts.level),
      cell: (row) => (row.kind === "issue" ? say(issueLevelTexts[row.level]) : "–"),
    },
    {
      key: "state",
      title: say(forceTexts.state),
      cell: (row) => <StateChip tone={row.state === "OPEN" ? "active" : "done"}>{say(taskStateTexts[row.state])}</StateChip>,
    },
    {
      key: "action",
      title: say(forceTexts.action),
      cell: (row) =>
        row.state !== "OPEN" ? null : (
          <span className="actions">
            {STEPS.filter((step) => step !== "escalate" || row.kind === "issue").map((step) => (
              <AbilityButton key={step} size="small" ability={project.abilities["workTask"]} onClick={() => setTaking({ task: row, step })}>
                {say(forceTexts[step])}
              </AbilityButton>
            ))}
          </span>
        ),
    },
  ];
  return (
    <Section
      title={say(forceTexts.tasks)}
      aside={
        <span className="actions">
          <AppLink to="/projects/calendar">{say(forceTexts.calendar)}</AppLink>
          <AppLink to="/dispatch">{say(forceTexts.dispatch)}</AppLink>
          <Choice
            label={say(forceTexts.which)}
            value={all ? "all" : "open"}
            onChange={(value) => change({ tasks: value === "all" ? "all" : undefined })}
            options={(["open", "all"] as const).map((value) => ({ value, label: say(forceTexts[value]) }))}
          />
          <AbilityButton size="small" ability={project.abilities["addTask"]} onClick={() => setAdding(true)}>
            {say(forceTexts.add)}
          </AbilityButton>
        </span>
      }
    >
      <DataTable
        caption={say(forceTexts.tasks)}
        rows={all ? tasks : tasks.filter((task) => task.state === "OPEN")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<p className="section-body quiet">{say(forceTexts.noTasks)}</p>}
      />
      {adding ? <AddTask project={project} onClose={() => setAdding(false)} /> : null}
      {taking ? <TaskStep task={taking.task} step={taking.step} onClose={() => setTaking(undefined)} /> : null}
    </Section>
  );
}
