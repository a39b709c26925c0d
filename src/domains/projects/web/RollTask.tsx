import { useState } from "react";
import type { CalendarDay, CalendarEntry } from "#domains/projects/contract/course-operations.ts";
import { calendarTexts } from "#domains/projects/web/course-texts.ts";
import { TOUCHES } from "#domains/projects/web/EntryLine.tsx";
import { taskForces } from "#domains/projects/web/projects-client.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

type RollTaskProps = {
  readonly entry: CalendarEntry;
  readonly days: readonly CalendarDay[];
  readonly today: LocalDate;
  readonly onClose: () => void;
};

/** An item that was not finished on its day goes to another working day, with the reason; never by itself. */
export function RollTask({ entry, days, today, onClose }: RollTaskProps) {
  const { say, language } = useWords();
  const { day: sayDay } = useTimes();
  const next = days.find(({ day, workday }) => workday && day > entry.day && day >= today)?.day;
  const [to, setTo] = useState<string>(next ?? "");
  const [reason, setReason] = useState("");
  const { task } = entry;
  const roll = useCommand(
    () => taskForces.rollTask({ taskId: task?.id ?? "", version: task?.version ?? 0, to: localDate(to), reason }),
    TOUCHES,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(calendarTexts.rollTitle)}
      submit={say(calendarTexts.roll)}
      busy={roll.isPending}
      error={roll.error}
      onSubmit={() => roll.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {entry.title[language]}
        <span className="quiet under">{`${entry.project?.name ?? ""} · ${sayDay(entry.day)}`}</span>
      </p>
      <Field label={say(calendarTexts.rollTo)} type="date" value={to} onChange={setTo} required />
      <Field
        label={say(calendarTexts.reason)}
        hint={say(calendarTexts.reasonHint)}
        value={reason}
        onChange={setReason}
        rows={3}
        required
        minLength={2}
        maxLength={300}
        autoFocus
      />
    </CommandForm>
  );
}
