import { useState } from "react";
import type { EventView } from "#domains/promotion/contract/diligence.ts";
import { diligenceEventWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { DILIGENCE_TOUCHED, diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewForm } from "#domains/promotion/web/diligence/view-part.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function LiftEvent({ view, event, onClose }: ViewForm & { readonly event: EventView }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState<string>(today);
  const [because, setBecause] = useState("");
  const take = useCommand(
    () => diligence.liftEvent({ id: view.lead.id, eventId: event.id, version: event.version, on: localDate(on), because }),
    DILIGENCE_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts.lift)}
      submit={say(texts.lift)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">
        {say(diligenceEventWords[event.kind])} {event.subject}
      </p>
      <Field label={say(texts.on)} type="date" value={on} onChange={setOn} max={today} required />
      <Field label={say(texts.because)} value={because} onChange={setBecause} minLength={2} maxLength={200} required autoFocus />
    </CommandForm>
  );
}
