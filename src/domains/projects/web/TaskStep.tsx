import { useState } from "react";
import type { z } from "zod";
import { IssueLevel, type TaskView } from "#domains/projects/contract/task-force-operations.ts";
import { forceTexts, issueLevelTexts } from "#domains/projects/web/project-force-texts.ts";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export type Task = z.infer<typeof TaskView>;
export type TaskStepName = "close" | "roll" | "escalate";
type TaskStepProps = { readonly task: Task; readonly step: TaskStepName; readonly onClose: () => void };

/** Closed with a note, rolled over with a reason, or handed up with a reason. */
export function TaskStep({ task, step, onClose }: TaskStepProps) {
  const { say } = useWords();
  const [words, setWords] = useState("");
  const [to, setTo] = useState<string>(addDays(task.dueOn, 1));
  const [level, setLevel] = useState<IssueLevel>(task.level === "task-force" ? "department" : "leadership");
  const at = { taskId: task.id, version: task.version };
  const run = (): Promise<unknown> => {
    if (step === "close") return taskForces.closeTask({ ...at, note: words });
    if (step === "roll") return taskForces.rollTask({ ...at, to: localDate(to) as LocalDate, reason: words });
    return taskForces.escalateIssue({ ...at, to: level, reason: words });
  };
  const take = useCommand(run, ["project-force", "tasks"], onClose);
  return (
    <CommandForm
      open
      title={`${say(forceTexts[step])} · ${task.title}`}
      submit={say(forceTexts[step])}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      {step === "roll" ? <Field label={say(forceTexts.rollTo)} type="date" value={to} onChange={setTo} required /> : null}
      {step === "escalate" ? (
        <Choice
          stacked
          label={say(forceTexts.escalateTo)}
          value={level}
          onChange={(value) => setLevel(IssueLevel.parse(value))}
          options={IssueLevel.options.map((value) => ({ value, label: say(issueLevelTexts[value]) }))}
        />
      ) : null}
      <Field
        label={say(step === "close" ? forceTexts.note : forceTexts.reason)}
        value={words}
        onChange={setWords}
        rows={3}
        required
        minLength={2}
        maxLength={300}
        autoFocus
      />
    </CommandForm>
  );
}
