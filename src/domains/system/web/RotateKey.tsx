import { useState } from "react";
import { DigestSuite } from "#domains/system/contract/journal-operations.ts";
import { digestTexts, suiteTexts } from "#domains/system/web/digest-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function RotateKey({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [suite, setSuite] = useState<DigestSuite>("sha256-ed25519");
  const [reason, setReason] = useState("");
  const rotate = useCommand(() => system.rotateJournalKey({ suite, reason }), ["digests", "journal"], onClose);
  return (
    <CommandForm
      open
      title={say(digestTexts.rotate)}
      submit={say(digestTexts.rotate)}
      busy={rotate.isPending}
      error={rotate.error}
      onSubmit={() => rotate.mutate(undefined)}
      onClose={onClose}
    >
      <p>{say(digestTexts.rotateHint)}</p>
      <Choice
        stacked
        label={say(digestTexts.suite)}
        value={suite}
        onChange={(value) => setSuite(DigestSuite.parse(value))}
        options={DigestSuite.options.map((value) => ({ value, label: suiteTexts[value]?.[language] ?? value }))}
      />
      <Field label={say(digestTexts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
