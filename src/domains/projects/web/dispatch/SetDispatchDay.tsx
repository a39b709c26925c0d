import { useState } from "react";
import { dispatch, TOUCHED } from "#domains/projects/web/dispatch/dispatch-client.ts";
import { dispatchTexts, WEEKDAYS } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function SetDispatchDay({ present, onClose }: { readonly present: number; readonly onClose: () => void }) {
  const { say } = useWords();
  const [weekday, setWeekday] = useState(String(present));
  const [reason, setReason] = useState("");
  const set = useCommand(() => dispatch.setDispatchDay({ weekday: Number(weekday), reason }), TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={say(dispatchTexts.setDayTitle)}
      submit={say(dispatchTexts.setDayTitle)}
      busy={set.isPending}
      error={set.error}
      onSubmit={() => set.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(dispatchTexts.weekday)}
        value={weekday}
        onChange={setWeekday}
        options={WEEKDAYS.map((text, place) => ({ value: String(place + 1), label: say(text) }))}
      />
      <Field
        label={say(dispatchTexts.reason)}
        value={reason}
        onChange={setReason}
        rows={2}
        required
        minLength={2}
        maxLength={300}
        autoFocus
      />
    </CommandForm>
  );
}
