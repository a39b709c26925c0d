import { useState } from "react";
import type { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function WithdrawDocument({ document, onClose }: { readonly document: DocumentRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const withdraw = useCommand(
    () => intelligence.withdrawDocument({ id: document.id, reason, version: document.version }),
    ["document", "documents", "cockpit", "conflicts", "facts", "report-card"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(documentTexts.withdrawTitle)}
      submit={say(documentTexts.withdraw)}
      danger
      busy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate(undefined)}
      onClose={onClose}
    >
      <p>{document.title}</p>
      <p className="notice notice-alert">{say(documentTexts.withdrawHint)}</p>
      <Field label={say(documentTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
