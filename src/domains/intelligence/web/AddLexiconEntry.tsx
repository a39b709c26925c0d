import { useState } from "react";
import { LexiconKind } from "#domains/intelligence/contract/intelligence-operations.ts";
import { lexiconTexts } from "#domains/intelligence/web/feed-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type AddLexiconEntryProps = { readonly kinds: readonly { readonly value: string; readonly label: string }[]; readonly onClose: () => void };

export function AddLexiconEntry({ kinds, onClose }: AddLexiconEntryProps) {
  const { say } = useWords();
  const [kind, setKind] = useState("organisation");
  const [words, setWords] = useState("");
  const [meaning, setMeaning] = useState("");
  const add = useCommand(
    () => intelligence.addLexiconEntry({ kind: LexiconKind.parse(kind), words, ...(meaning === "" ? {} : { meaning }) }),
    ["lexicon"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(lexiconTexts.add)}
      submit={say(lexiconTexts.add)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Choice stacked label={say(lexiconTexts.kind)} value={kind} onChange={setKind} options={kinds} />
      <Field label={say(lexiconTexts.words)} value={words} onChange={setWords} required maxLength={100} autoFocus />
      <Field label={say(lexiconTexts.meaning)} value={meaning} onChange={setMeaning} maxLength={100} hint={say(lexiconTexts.meaningHint)} />
    </CommandForm>
  );
}
