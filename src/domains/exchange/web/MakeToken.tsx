import { useState } from "react";
import { exchange, mcpAddress } from "#domains/exchange/web/exchange-client.ts";
import { tokenWords } from "#domains/exchange/web/exchange-words.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { ShownOnce } from "#ui/ShownOnce.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Asks what the token is for and how long; then shows it, this once. */
export function MakeToken({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [purpose, setPurpose] = useState("");
  const [days, setDays] = useState("90");
  const [acts, setActs] = useState("");
  const [proof, setProof] = useState("");
  const asked = { purpose, days: Number(days) };
  const make = useCommand(() => exchange.createToken(acts === "acts" ? { ...asked, acts: true, proof } : asked), ["tokens"]);
  if (make.data)
    return (
      <Drawer open title={say(tokenWords.make)} onClose={onClose}>
        {make.data.token === null ? (
          <p>{say(tokenWords.again)}</p>
        ) : (
          <ShownOnce label={say(tokenWords.shownOnce)} value={make.data.token} hint={say(tokenWords.howTo, { address: mcpAddress() })} />
        )}
      </Drawer>
    );
  return (
    <CommandForm
      open
      title={say(tokenWords.make)}
      submit={say(tokenWords.make)}
      busy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(tokenWords.purpose)}
        value={purpose}
        onChange={setPurpose}
        required
        minLength={2}
        maxLength={80}
        autoFocus
        hint={say(tokenWords.purposeHint)}
      />
      <Field
        label={say(tokenWords.days)}
        value={days}
        onChange={setDays}
        required
        inputMode="numeric"
        maxLength={3}
        hint={say(tokenWords.daysHint)}
      />
      <Choice
        stacked
        label={say(tokenWords.scope)}
        value={acts}
        onChange={setActs}
        options={[
          { value: "", label: say(tokenWords.reads) },
          { value: "acts", label: say(tokenWords.acts) },
        ]}
      />
      {acts === "acts" ? (
        <Field
          label={say(tokenWords.proof)}
          type="password"
          value={proof}
          onChange={setProof}
          required
          maxLength={128}
          autoComplete="current-password"
          hint={say(tokenWords.proofHint)}
        />
      ) : null}
    </CommandForm>
  );
}
