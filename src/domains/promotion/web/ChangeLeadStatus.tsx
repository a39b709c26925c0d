import { useState } from "react";
import { LostReason, lostReasonWords } from "#domains/promotion/contract/lead.ts";
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

export function ChangeLeadStatus({ lead, change, onClose }: LeadForm & { readonly change: "park" | "resume" | "lose" }) {
  const { say } = useWords();
  const { today } = useViewer();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [lostReason, setLostReason] = useState<LostReason>("elsewhere");
  const { id, version } = lead.row;
  const take = useCommand(
    () => leads.changeLeadStatus({ id, version, change, on: localDate(on), reason, ...(change === "lose" ? { lostReason } : {}) }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(texts[change])}
      submit={say(texts[change])}
      danger={change === "lose"}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      {change === "lose" ? (
        <Choice
          stacked
          label={say(texts.lostReason)}
          value={lostReason}
          onChange={(value) => setLostReason(LostReason.parse(value))}
          options={LostReason.options.map((value) => ({ value, label: say(lostReasonWords[value]) }))}
        />
      ) : null}
      <Field label={say(texts.moveOn)} type="date" value={on} onChange={setOn} max={today} required />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
