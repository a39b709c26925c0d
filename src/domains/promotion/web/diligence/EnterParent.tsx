import { useState } from "react";
import { DILIGENCE_TOUCHED, diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewForm } from "#domains/promotion/web/diligence/view-part.ts";
import { localDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** A claimed parent, or one that denied it in public. */
export function EnterParent({ view, denied, onClose }: ViewForm & { readonly denied: boolean }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [parent, setParent] = useState("");
  const [day, setDay] = useState<string>(today);
  const [source, setSource] = useState("");
  const take = useCommand(
    () => {
      const said = { id: view.lead.id, parent, on: localDate(day) };
      return denied ? diligence.enterDenial({ ...said, evidence: source }) : diligence.claimParent({ ...said, source });
    },
    DILIGENCE_TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(denied ? texts.deny : texts.claim)}
      submit={say(texts.enter)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(denied ? texts.denier : texts.parent)}
        value={parent}
        onChange={setParent}
        minLength={2}
        maxLength={120}
        required
        autoFocus
      />
      <Field label={say(texts.on)} type="date" value={day} onChange={setDay} max={today} required />
      <Field
        label={say(denied ? texts.evidence : texts.source)}
        value={source}
        onChange={setSource}
        minLength={2}
        maxLength={200}
        required
      />
    </CommandForm>
  );
}
