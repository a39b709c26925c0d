import { useState } from "react";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const add = useCommand(() => system.createPerson({ name, username, password }), ["people"], onClose);
  return (
    <CommandForm
      open
      title={say(peopleTexts.add)}
      submit={say(peopleTexts.add)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(peopleTexts.name)} value={name} onChange={setName} required maxLength={60} autoFocus />
      <Field
        label={say(peopleTexts.username)}
        value={username}
        onChange={setUsername}
        required
        minLength={2}
        maxLength={60}
        autoComplete="off"
      />
      <Field
        label={say(peopleTexts.password)}
        type="password"
        value={password}
        onChange={setPassword}
        required
        minLength={10}
        maxLength={200}
        autoComplete="new-password"
        hint={say(peopleTexts.passwordHint)}
      />
    </CommandForm>
  );
}
