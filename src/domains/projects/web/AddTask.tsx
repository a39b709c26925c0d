import { useState } from "react";
import { TaskKind } from "#domains/projects/contract/task-force-operations.ts";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import type { Project } from "#domains/projects/web/ProjectTabs.tsx";
import { forceTexts, taskKindTexts } from "#domains/projects/web/project-force-texts.ts";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function AddTask({ project, onClose }: { readonly project: Project; readonly onClose: () => void }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<TaskKind>("duty");
  const [title, setTitle] = useState("");
  const [ownerId, setOwnerId] = useState(project.ownerId ?? "");
  const [dueOn, setDueOn] = useState(today);
  const add = useCommand(
    () => taskForces.addTask({ id: project.row.id, kind, title, ownerId, dueOn: localDate(dueOn) }),
    ["project-force", "tasks"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(forceTexts.addTitle)}
      submit={say(forceTexts.add)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => {
        if (ownerId !== "") add.mutate(undefined);
      }}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(forceTexts.kind)}
        value={kind}
        onChange={(value) => setKind(TaskKind.parse(value))}
        options={TaskKind.options.map((value) => ({ value, label: say(taskKindTexts[value]) }))}
      />
      {kind === "calendar" ? <p className="notice">{say(forceTexts.calendarHint)}</p> : null}
      <Field label={say(forceTexts.task)} value={title} onChange={setTitle} required minLength={2} maxLength={200} autoFocus />
      <PersonChoice stacked label={say(forceTexts.owner)} value={ownerId} onChange={setOwnerId} />
      {ownerId === "" ? <p className="hint">{say(forceTexts.chooseOwner)}</p> : null}
      <Field label={say(forceTexts.due)} type="date" value={dueOn} onChange={setDueOn} required />
    </CommandForm>
  );
}
