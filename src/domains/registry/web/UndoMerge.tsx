import { useState } from "react";
import { duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type UndoMergeProps = {
  readonly merge: { readonly id: string; readonly kept: { readonly name: string }; readonly merged: { readonly name: string } };
  readonly onClose: () => void;
};

export function UndoMerge({ merge, onClose }: UndoMergeProps) {
  const { say } = useWords();
  const [because, setBecause] = useState("");
  const undo = useCommand(() => registry.undoMerge({ mergeId: merge.id, because }), TOUCHED_BY_AN_ENTERPRISE, onClose);
  return (
    <CommandForm
      open
      danger
      title={say(duplicateTexts.undoTitle)}
      submit={say(duplicateTexts.undo)}
      busy={undo.isPending}
      error={undo.error}
      onSubmit={() => undo.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {merge.kept.name} ← {merge.merged.name}
      </p>
      <p className="quiet">{say(duplicateTexts.undoHint)}</p>
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
