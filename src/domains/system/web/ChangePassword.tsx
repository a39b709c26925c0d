import { useState } from "react";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { NewPassword, NO_PASSWORD } from "#domains/system/web/NewPassword.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ChangePasswordProps = { readonly onClose: () => void; readonly onDone: () => void };

export function ChangePassword({ onClose, onDone }: ChangePasswordProps) {
  const { say } = useWords();
  const [currentPassword, setCurrent] = useState("");
  const [given, setGiven] = useState(NO_PASSWORD);
  const change = useCommand(
    () => system.changePassword({ currentPassword, newPassword: given.password }),
    ["my-account", "sessions"],
    onDone,
  );
  return (
    <CommandForm
      open
      title={say(texts.changePassword)}
      submit={say(texts.changePassword)}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => {
        if (given.password === given.again) change.mutate(undefined);
      }}
      onClose={onClose}
    >
      <Field
        label={say(texts.currentPassword)}
        type="password"
        value={currentPassword}
        onChange={setCurrent}
        required
        maxLength={200}
        autoComplete="current-password"
        autoFocus
      />
      <NewPassword value={given} onChange={setGiven} />
    </CommandForm>
  );
}
