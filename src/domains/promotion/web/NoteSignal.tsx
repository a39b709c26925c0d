import { useState } from "react";
import { SignalKind, signalWords } from "#domains/promotion/contract/screening.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening, TARGETS_TOUCHED } from "#domains/promotion/web/target-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const KINDS = SignalKind.exclude(["document-project"]);

type NoteSignalProps = { readonly enterprise: { readonly id: string; readonly name: string }; readonly onClose: () => void };

export function NoteSignal({ enterprise, onClose }: NoteSignalProps) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<(typeof KINDS.options)[number]>("new-plant");
  const [on, setOn] = useState<string>(today);
  const [note, setNote] = useState("");
  const [source, setSource] = useState("");
  const send = useCommand(
    () => screening.noteSignal({ enterpriseId: enterprise.id, kind, on: localDate(on), note, source }),
    TARGETS_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(texts.noteSignal)} · ${enterprise.name}`}
      submit={say(texts.noteSignal)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.signalKind)}
        value={kind}
        onChange={(value) => setKind(KINDS.parse(value))}
        options={KINDS.options.map((value) => ({ value, label: say(signalWords[value]) }))}
      />
      <Field label={say(texts.signalOn)} type="date" value={on} onChange={setOn} max={today} required />
      <Field label={say(texts.signalNote)} value={note} onChange={setNote} rows={3} required minLength={2} maxLength={500} autoFocus />
      <Field label={say(texts.signalSource)} value={source} onChange={setSource} required minLength={2} maxLength={200} />
    </CommandForm>
  );
}
