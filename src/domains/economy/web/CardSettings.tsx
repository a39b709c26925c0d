import { useState } from "react";
import type { ReportCard } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useCommand } from "#ui/use-command.ts";

export function CardSettings({ card }: { readonly card: ReportCard }) {
  const { say } = useWords();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={say(cardTexts.settings)}
      aside={
        <AbilityButton size="small" ability={card.abilities["edit"]} onClick={() => setEditing(true)}>
          {say(cardTexts.edit)}
        </AbilityButton>
      }
    >
      <dl className="facts section-body">
        <dt>{say(cardTexts.cardTitle)}</dt>
        <dd>{card.title}</dd>
        <dt>{say(cardTexts.signerName)}</dt>
        <dd>{card.signer?.name ?? say(cardTexts.noSigner)}</dd>
        <dt>{say(cardTexts.signerDepartment)}</dt>
        <dd>{card.signer?.department ?? say(cardTexts.noSigner)}</dd>
      </dl>
      {editing ? <EditSettings card={card} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}

function EditSettings({ card, onClose }: { readonly card: ReportCard; readonly onClose: () => void }) {
  const { say } = useWords();
  const [title, setTitle] = useState(card.title);
  const [signer, setSigner] = useState(card.signer?.name ?? "");
  const [department, setDepartment] = useState(card.signer?.department ?? "");
  const [preliminary, setPreliminary] = useState(card.preliminary);
  const save = useCommand(
    () =>
      economy.editReportCard({
        id: card.id,
        version: card.version,
        title,
        preliminary,
        ...(signer === "" ? {} : { signer }),
        ...(department === "" ? {} : { signerDepartment: department }),
      }),
    ["report-card", "report-cards"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(cardTexts.editTitle)}
      submit={say(cardTexts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(cardTexts.cardTitle)} value={title} onChange={setTitle} required minLength={2} maxLength={120} autoFocus />
      <Field label={say(cardTexts.signerName)} value={signer} onChange={setSigner} maxLength={60} />
      <Field label={say(cardTexts.signerDepartment)} value={department} onChange={setDepartment} maxLength={60} />
      <label className="check">
        <input type="checkbox" checked={preliminary} onChange={(event) => setPreliminary(event.target.checked)} />{" "}
        {say(cardTexts.preliminary)}
      </label>
    </CommandForm>
  );
}
