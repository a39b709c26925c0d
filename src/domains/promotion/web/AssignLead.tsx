import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { pool, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AssignLead({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const officers = useQuery({ queryKey: ["officers"], queryFn: () => pool.listOfficers({}) });
  const [ownerId, setOwnerId] = useState("");
  const [reason, setReason] = useState("");
  const { id, version } = lead.row;
  const take = useCommand(() => pool.assignLead({ id, version, ownerId, reason }), TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={say(texts.assign)}
      submit={say(texts.assign)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <SearchChoice
        stacked
        label={say(texts.assignTo)}
        value={ownerId}
        onChange={setOwnerId}
        options={(officers.data?.items ?? []).map((one) => ({
          value: one.id,
          label: say(texts.officerHeld, { name: one.name, department: one.department ?? "–", held: one.held }),
        }))}
      />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} rows={3} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}
