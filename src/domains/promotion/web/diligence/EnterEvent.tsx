import { useState } from "react";
import { DiligenceEventKind, diligenceEventWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { DILIGENCE_TOUCHED, diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewForm } from "#domains/promotion/web/diligence/view-part.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function EnterEvent({ view, onClose }: ViewForm) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<DiligenceEventKind>("litigation");
  const [on, setOn] = useState<string>(today);
  const [subject, setSubject] = useState("");
  const [source, setSource] = useState("");
  const take = useCommand(
    () => diligence.enterEvent({ id: view.lead.id, kind, on: localDate(on), subject, source }),
    DILIGENCE_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.enterEvent)}
      submit={say(texts.enter)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.kind)}
        value={kind}
        onChange={(value) => setKind(DiligenceEventKind.parse(value))}
        options={DiligenceEventKind.options.map((value) => ({ value, label: say(diligenceEventWords[value]) }))}
      />
      <Field label={say(texts.on)} type="date" value={on} onChange={setOn} max={today} required />
      <Field label={say(texts.subject)} value={subject} onChange={setSubject} minLength={2} maxLength={200} required autoFocus />
      <Field label={say(texts.source)} value={source} onChange={setSource} minLength={2} maxLength={200} required />
    </CommandForm>
  );
}
