import { useState } from "react";
import { TaskKind } from "#domains/projects/contract/task-force-operations.ts";
import { calendarTexts, entryWords } from "#domains/projects/web/course-texts.ts";
import { TOUCHES } from "#domains/projects/web/EntryLine.tsx";
import { PersonChoice } from "#domains/projects/web/PersonChoice.tsx";
import { ProjectPicker } from "#domains/projects/web/ProjectPicker.tsx";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { usePeople } from "#domains/projects/web/use-people.ts";
import { AppError } from "#kernel/app-error.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type AddCalendarItemProps = { readonly day: LocalDate; readonly onClose: () => void };

/** What is to be done on a day, on which project, by whom. */
export function AddCalendarItem({ day: startingDay, onClose }: AddCalendarItemProps) {
  const { say } = useWords();
  const { personId } = useViewer();
  const [kind, setKind] = useState<TaskKind>("calendar");
  const [projectId, setProjectId] = useState("");
  const [title, setTitle] = useState("");
  const [day, setDay] = useState<string>(startingDay);
  const [owner, setOwner] = useState<string>();
  const owners = usePeople();
  const mine = owners.data?.items.find((one) => one.id === personId)?.id;
  const ownerId = owner ?? mine ?? "";
  const add = useCommand(
    async () => {
      if (projectId === "" || ownerId === "") throw new AppError("projects.choose-first", "invalid");
      return taskForces.addTask({ id: projectId, kind, title, ownerId, dueOn: localDate(day) });
    },
    TOUCHES,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(calendarTexts.add)}
      submit={say(calendarTexts.save)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(calendarTexts.kindField)}
        value={kind}
        onChange={(value) => setKind(TaskKind.catch("calendar").parse(value))}
        options={TaskKind.options.map((value) => ({ value, label: say(entryWords[value]) }))}
      />
      <ProjectPicker value={projectId} onChange={setProjectId} />
      <Field label={say(calendarTexts.what)} value={title} onChange={setTitle} required minLength={2} maxLength={200} autoFocus />
      <div className="fields-row">
        <Field
          label={say(kind === "calendar" ? calendarTexts.day : calendarTexts.dueOn)}
          type="date"
          value={day}
          onChange={setDay}
          required
        />
        <PersonChoice stacked label={say(calendarTexts.owner)} value={ownerId} onChange={setOwner} />
      </div>
    </CommandForm>
  );
}
