import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { ShownOnce } from "#domains/system/web/ShownOnce.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type By = "link" | "mail" | "temporary";

export function ResetPassword({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const [by, setBy] = useState<By>("link");
  const [reason, setReason] = useState("");
  const reset = useCommand(() => system.resetPassword({ personId: person.id, by, reason }), ["people"]);
  const title = `${say(texts.resetPassword)} · ${person.name}`;
  if (reset.data) {
    const { token, password, expiresAt } = reset.data;
    return <ShownOnce title={title} shown={{ name: person.name, token, password, expiresAt }} onClose={onClose} />;
  }
  return (
    <CommandForm
      open
      title={title}
      submit={say(texts.resetPassword)}
      danger
      busy={reset.isPending}
      error={reset.error}
      onSubmit={() => reset.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet">{say(texts.resetHint)}</p>
      <Choice
        stacked
        label={say(texts.resetBy)}
        value={by}
        onChange={(chosen) => setBy(chosen as By)}
        options={[
          { value: "link", label: say(texts.byLink) },
          ...(person.account.mail !== null ? [{ value: "mail", label: say(texts.byMail) }] : []),
          { value: "temporary", label: say(texts.byTemporary) },
        ]}
      />
      <Field label={say(texts.reason)} value={reason} onChange={setReason} required minLength={2} maxLength={200} autoFocus />
    </CommandForm>
  );
}
