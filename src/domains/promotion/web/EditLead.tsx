import { useState } from "react";
import { LeadFieldsForm } from "#domains/promotion/web/LeadFieldsForm.tsx";
import { changedContact, fieldsOf, isAmountWrong } from "#domains/promotion/web/lead-draft.ts";
import type { LeadForm } from "#domains/promotion/web/lead-of-page.ts";
import { leadFormTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { leads, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function EditLead({ lead, onClose }: LeadForm) {
  const { say } = useWords();
  const [fields, setFields] = useState(() => fieldsOf(lead));
  const [wrong, setWrong] = useState(false);
  const save = useCommand(
    () => leads.editLead({ id: lead.row.id, version: lead.row.version, ...changedContact(fields, lead) }),
    TOUCHED,
    onClose,
  );
  return (
    <CommandForm
      open
      wide
      title={say(texts.edit)}
      submit={say(texts.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => {
        setWrong(isAmountWrong(fields));
        if (!isAmountWrong(fields)) save.mutate(undefined);
      }}
      onClose={onClose}
    >
      <LeadFieldsForm editing fields={fields} onChange={(change) => setFields((before) => ({ ...before, ...change }))} />
      {wrong ? (
        <p className="problems" role="alert">
          {say(texts.amountWrong)}
        </p>
      ) : null}
    </CommandForm>
  );
}
