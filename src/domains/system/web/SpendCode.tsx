import { useState } from "react";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { RecoveryCodes } from "#domains/system/web/RecoveryCodes.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type SpendCodeProps = { readonly purpose: "codes" | "remove"; readonly onClose: () => void };

/** What touches the second factor itself takes a code of it. */
export function SpendCode({ purpose, onClose }: SpendCodeProps) {
  const { say } = useWords();
  const [code, setCode] = useState("");
  const spend = useCommand(
    async () => {
      if (purpose === "codes") return (await system.renewRecoveryCodes({ code })).recoveryCodes;
      await system.removeSecondFactor({ code });
      return undefined;
    },
    ["my-account"],
    (codes) => {
      if (!codes) onClose();
    },
  );
  const title = say(purpose === "codes" ? texts.renewCodes : texts.removeFactor);
  if (spend.data)
    return (
      <Drawer open onClose={onClose} title={title}>
        <RecoveryCodes codes={spend.data} onKept={onClose} />
      </Drawer>
    );
  return (
    <CommandForm
      open
      title={title}
      submit={title}
      danger={purpose === "remove"}
      busy={spend.isPending}
      error={spend.error}
      onSubmit={() => spend.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(texts.code)}
        value={code}
        onChange={setCode}
        required
        minLength={6}
        maxLength={40}
        autoComplete="one-time-code"
        autoFocus
      />
    </CommandForm>
  );
}
