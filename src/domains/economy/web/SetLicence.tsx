import { useState } from "react";
import type { Licence } from "#domains/economy/contract/open-data-operations.ts";
import { economy } from "#domains/economy/web/economy-client.ts";
import { openDataWords } from "#domains/economy/web/open-data-words.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type SetLicenceProps = { readonly terms: Licence | null; readonly onClose: () => void };

export function SetLicence({ terms, onClose }: SetLicenceProps) {
  const { say } = useWords();
  const [name, setName] = useState(terms?.name ?? "");
  const [text, setText] = useState(terms?.text ?? "");
  const [textEn, setTextEn] = useState(terms?.textEn ?? "");
  const [url, setUrl] = useState(terms?.url ?? "");
  const save = useCommand(() => economy.setLicence({ name, text, textEn, url }), ["open-data"], onClose);
  return (
    <CommandForm
      open
      wide
      title={say(openDataWords.set)}
      submit={say(openDataWords.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Field
        label={say(openDataWords.name)}
        value={name}
        onChange={setName}
        required
        minLength={2}
        maxLength={120}
        autoFocus
        hint={say(openDataWords.nameHint)}
      />
      <Field label={say(openDataWords.text)} value={text} onChange={setText} required minLength={10} maxLength={5000} rows={6} />
      <Field label={say(openDataWords.textEn)} value={textEn} onChange={setTextEn} maxLength={5000} rows={4} />
      <Field label={say(openDataWords.url)} value={url} onChange={setUrl} type="url" maxLength={300} />
    </CommandForm>
  );
}
