import { useState } from "react";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { localDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

type LeadDecision = "approve" | "reject" | "reopen";

/** What the present stage and status allow to be decided; a lead that was ended can only be taken up again. */
const choicesFor = ({ row }: LeadForm["lead"]): readonly LeadDecision[] => {
  if (row.status === "LOST" || row.status === "REJECTED") return ["reopen"];
  return row.stage === "DECISION" && row.status === "ACTIVE" ? ["approve", "reject"] : ["reject"];
};

export function DecideLead({ lead, decision: asked, onClose }: LeadForm & { readonly decision: LeadDecision }) {
  const { say } = useWords();
  const { today } = useViewer();
  const choices = choicesFor(lead);
  const [decision, setDecision] = useState<LeadDecision>(choices.includes(asked) ? asked : (choices[0] ?? "reject"));
  const [number, setNumber] = useState("");
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const { id, version } = lead.row;
  const take = useCommand(() => leads.decideLead({ id, version, decision, on: localDate(on), number, reason }), TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={say(texts.decideTitle)}
      submit={say(texts[decision])}
      danger={decision === "reject"}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.decision)}
        value={decision}
        onChange={(value) => setDecision(value as LeadDecision)}
        options={choices.map((value) => ({ value, label: say(texts[value]) }))}
      />
      <div className="fields-row">
        <Field label={say(texts.number)} value={number} onChange={setNumber} maxLength={80} />
        <Field label={say(texts.moveOn)} type="date" value={on} onChange={setOn} max={today} required />
      </div>
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
