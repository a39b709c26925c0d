import { useState } from "react";
import type { Duplicate } from "#domains/registry/web/DuplicatePair.tsx";
import { duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type DismissDuplicateProps = { readonly pair: Duplicate; readonly onClose: () => void };

export function DismissDuplicate({ pair, onClose }: DismissDuplicateProps) {
  const { say } = useWords();
  const [because, setBecause] = useState("");
  const dismiss = useCommand(
    () => registry.dismissDuplicate({ candidateId: pair.id, version: pair.version, because }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(duplicateTexts.dismissTitle)}
      submit={say(duplicateTexts.dismiss)}
      busy={dismiss.isPending}
      error={dismiss.error}
      onSubmit={() => dismiss.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {pair.one.name} / {pair.other.name}
      </p>
      <Field
        label={say(duplicateTexts.because)}
        value={because}
        onChange={setBecause}
        rows={3}
        required
        minLength={2}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
