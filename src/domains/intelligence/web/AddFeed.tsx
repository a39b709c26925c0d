import { useState } from "react";
import { feedTexts } from "#domains/intelligence/web/feed-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

export function AddFeed({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const [title, setTitle] = useState("");
  const [address, setAddress] = useState("");
  const [every, setEvery] = useState("60");
  const add = useCommand(() => intelligence.addFeed({ title, address, everyMinutes: Number(every) }), ["feeds"], onClose);
  return (
    <CommandForm
      open
      title={say(feedTexts.add)}
      submit={say(feedTexts.save)}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(feedTexts.name)} value={title} onChange={setTitle} required maxLength={100} autoFocus />
      <Field label={say(feedTexts.address)} type="url" value={address} onChange={setAddress} required maxLength={2000} />
      <Field label={say(feedTexts.every)} type="number" value={every} onChange={setEvery} required />
    </CommandForm>
  );
}
