import { useState } from "react";
import { actTexts } from "#domains/registry/web/enterprise-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type AddNoteProps = { readonly enterpriseId: string; readonly onClose: () => void };

/** Something that was done with an enterprise and that no other record tells. */
export function AddNote({ enterpriseId, onClose }: AddNoteProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState(today);
  const [summary, setSummary] = useState("");
  const add = useCommand(
    () => registry.noteOnEnterprise({ id: enterpriseId, on: localDate(on), summary }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(actTexts.note)}
      submit={say(actTexts.note)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(actTexts.noteOn)} type="date" max={today} value={on} onChange={setOn} required />
      <Field
        label={say(actTexts.noteSummary)}
        value={summary}
        onChange={setSummary}
        rows={4}
        required
        minLength={2}
        maxLength={500}
        hint={say(actTexts.noteHint)}
        autoFocus
      />
    </CommandForm>
  );
}
