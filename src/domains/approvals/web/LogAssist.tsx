import { useState } from "react";
import { APPROVALS, promises } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function LogAssist({ assistId, onClose }: { readonly assistId: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const [text, setText] = useState("");
  const log = useCommand(() => promises.logAssist({ assistId, text: text.trim() }), APPROVALS, onClose);
  return (
    <CommandForm
      open
      title={say(formTexts.logAssist)}
      submit={say(formTexts.logAssist)}
      busy={log.isPending}
      error={log.error}
      onSubmit={() => log.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(formTexts.logText)} value={text} onChange={setText} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
