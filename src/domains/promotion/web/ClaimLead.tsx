import { useState } from "react";
import { ClaimKind, claimKindWords } from "#domains/promotion/contract/lead.ts";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { pool, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

export function ClaimLead({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const { today } = useViewer();
  const [kind, setKind] = useState<ClaimKind>("first-talk");
  const [team, setTeam] = useState("");
  const [talkedOn, setTalkedOn] = useState(today);
  const [note, setNote] = useState("");
  const take = useCommand(() => pool.claimLead({ id: lead.row.id, kind, team, talkedOn: localDate(talkedOn), note }), TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={say(texts.claimTitle)}
      submit={say(texts.claim)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.claimKind)}
        value={kind}
        onChange={(value) => setKind(ClaimKind.parse(value))}
        options={ClaimKind.options.map((value) => ({ value, label: say(claimKindWords[value]) }))}
      />
      {kind === "first-talk" ? null : (
        <Field label={say(texts.team)} value={team} onChange={setTeam} required={kind === "fair"} maxLength={80} />
      )}
      <Field label={say(texts.talkedOn)} type="date" value={talkedOn} onChange={setTalkedOn} max={today} required />
      <Field label={say(texts.note)} value={note} onChange={setNote} rows={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
