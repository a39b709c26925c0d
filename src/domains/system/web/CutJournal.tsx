import { useState } from "react";
import type { DigestRow } from "#domains/system/contract/journal-operations.ts";
import { digestTexts } from "#domains/system/web/digest-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function CutJournal({ digest, onClose }: { readonly digest: DigestRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const cut = useCommand(() => system.cutJournal({ digest: digest.number, reason }), ["digests", "journal"], onClose);
  return (
    <CommandForm
      open
      danger
      title={say(digestTexts.cut)}
      submit={say(digestTexts.cut)}
      busy={cut.isPending}
      error={cut.error}
      onSubmit={() => cut.mutate(undefined)}
      onClose={onClose}
    >
      <p>{say(digestTexts.cutHint, { to: digest.lastEntry })}</p>
      <Field label={say(digestTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
