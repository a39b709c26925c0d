import { useState } from "react";
import { APPROVALS, promises } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseFormProps } from "#domains/approvals/web/case-moves.ts";
import { moveWords } from "#domains/approvals/web/case-texts.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AssistCase({ view, onClose }: CaseFormProps) {
  const { say } = useWords();
  const [authorisation, setAuthorisation] = useState("");
  const [to, setTo] = useState("");
  const assist = useCommand(
    () => promises.assistCase({ id: view.row.id, authorisation: authorisation.trim(), to: findLocalDate(to) }),
    APPROVALS,
    onClose,
  );
  return (
    <CommandForm
      open
      title={`${say(moveWords.assist)} · ${view.row.number}`}
      submit={say(moveWords.assist)}
      busy={assist.isPending}
      error={assist.error}
      onSubmit={() => assist.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(formTexts.authorisation)}
        value={authorisation}
        onChange={setAuthorisation}
        hint={say(formTexts.authorisationHint)}
        required
        minLength={2}
        maxLength={120}
        autoFocus
      />
      <Field label={say(formTexts.assistTo)} type="date" value={to} onChange={setTo} />
    </CommandForm>
  );
}
