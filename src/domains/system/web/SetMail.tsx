import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { peopleTexts as texts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function SetMail({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const [mail, setMail] = useState("");
  const enter = useCommand(() => system.setMail({ personId: person.id, mail: mail.trim() || null }), ["people"], onClose);
  return (
    <CommandForm
      open
      title={`${say(texts.setMail)} · ${person.name}`}
      submit={say(texts.setMail)}
      busy={enter.isPending}
      error={enter.error}
      onSubmit={() => enter.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(texts.mail)}
        type="email"
        value={mail}
        onChange={setMail}
        maxLength={200}
        autoComplete="off"
        autoFocus
        hint={[person.account.mail ?? "", say(texts.mailCleared)].filter(Boolean).join(" · ")}
      />
    </CommandForm>
  );
}
