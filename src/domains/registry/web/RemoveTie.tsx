import { useState } from "react";
import { actTexts } from "#domains/registry/web/enterprise-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type RemoveTieProps = { readonly tieId: string; readonly onClose: () => void };

export function RemoveTie({ tieId, onClose }: RemoveTieProps) {
  const { say } = useWords();
  const [because, setBecause] = useState("");
  const remove = useCommand(() => registry.removeTie({ tieId, because }), TOUCHED_BY_AN_ENTERPRISE, onClose);
  return (
    <CommandForm
      open
      danger
      title={say(actTexts.removeTieTitle)}
      submit={say(actTexts.removeTie)}
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(actTexts.reason)} value={because} onChange={setBecause} rows={3} required minLength={2} maxLength={500} autoFocus />
    </CommandForm>
  );
}
