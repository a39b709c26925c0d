import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function DraftCard({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { zone } = useViewer();
  const navigate = useNavigate();
  const [region, setRegion] = useState(zone.region);
  const [period, setPeriod] = useState("");
  const [title, setTitle] = useState("");
  const draft = useCommand(
    () => economy.draftReportCard({ region, period, ...(title === "" ? {} : { title }) }),
    ["report-cards", "cockpit"],
    (view) => void navigate({ to: `/report-cards/${view.card.id}` as never }),
  );
  return (
    <CommandForm
      open
      title={say(cardTexts.draft)}
      submit={say(cardTexts.draft)}
      busy={draft.isPending}
      error={draft.error}
      onSubmit={() => draft.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{say(cardTexts.draftHint)}</p>
      <Field label={say(cardTexts.region)} value={region} onChange={setRegion} required minLength={2} maxLength={80} />
      <Field
        label={say(cardTexts.period)}
        value={period}
        onChange={setPeriod}
        required
        minLength={4}
        maxLength={20}
        hint={say(cardTexts.periodHint)}
        autoFocus
      />
      <Field label={say(cardTexts.titleField)} value={title} onChange={setTitle} maxLength={120} />
    </CommandForm>
  );
}
