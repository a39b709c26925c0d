import { useState } from "react";
import type { VersionRow } from "#domains/chain/contract/version-operations.ts";
import { TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import type { VersionMove } from "#domains/chain/web/version-moves.ts";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type MoveVersionProps = { readonly row: VersionRow; readonly move: VersionMove; readonly onClose: () => void };

export function MoveVersion({ row, move, onClose }: MoveVersionProps) {
  const { say } = useWords();
  const [words, setWords] = useState("");
  const take = useCommand(() => move.run({ id: row.id, version: row.version }, words.trim()), TOUCHED_BY_THE_CHAIN, onClose);
  return (
    <CommandForm
      open
      title={`${say(move.text)} · ${row.name}`}
      submit={say(move.text)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      {move.hint ? <p className="notice">{say(move.hint)}</p> : null}
      <Field
        label={say(move.needsReason ? versionTexts.reason : versionTexts.note)}
        value={words}
        onChange={setWords}
        rows={3}
        required={move.needsReason}
        {...(move.needsReason ? { minLength: 2 } : {})}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
