import { useState } from "react";
import { system } from "#domains/system/web/system-client.ts";
import { zoneTexts } from "#domains/system/web/zone-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Cannot be undone, so the word has to be typed. */
export function RemoveSample({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [word, setWord] = useState("");
  const remove = useCommand(
    () => system.removeSample({}),
    [],
    () => window.location.assign("/"),
  );
  const typed = word.trim() === say(zoneTexts.removeWord);
  return (
    <CommandForm
      open
      title={say(zoneTexts.removeSample)}
      submit={say(zoneTexts.removeSample)}
      danger
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => (typed ? remove.mutate(undefined) : undefined)}
      onClose={onClose}
    >
      <p className="notice notice-alert">{say(zoneTexts.removeSampleHint)}</p>
      <Field label={say(zoneTexts.confirm)} value={word} onChange={setWord} required placeholder={say(zoneTexts.removeWord)} autoFocus />
    </CommandForm>
  );
}
