import { useState } from "react";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { APPROVALS } from "#domains/approvals/web/approvals-client.ts";
import { formTexts } from "#domains/approvals/web/case-form-texts.ts";
import type { CaseMove } from "#domains/approvals/web/case-moves.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type MoveCaseProps = { readonly view: CaseView; readonly move: CaseMove; readonly onClose: () => void };

export function MoveCase({ view, move, onClose }: MoveCaseProps) {
  const { say, language } = useWords();
  const [words, setWords] = useState("");
  const take = useCommand(() => move.run({ id: view.row.id, version: view.version }, words.trim()), APPROVALS, onClose);
  const reason = move.asks === "reason";
  return (
    <CommandForm
      open
      title={`${say(move.text)} · ${view.row.number}`}
      submit={say(move.text)}
      danger={move.danger ?? false}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p>
        {view.row.enterprise} · {view.row.matterName[language]}
      </p>
      {move.hint ? <p className="notice">{say(move.hint)}</p> : null}
      {move.asks === "nothing" ? null : (
        <Field
          label={say(reason ? formTexts.reason : formTexts.note)}
          value={words}
          onChange={setWords}
          rows={3}
          required={reason}
          {...(reason ? { minLength: 2 } : {})}
          maxLength={500}
          autoFocus
        />
      )}
    </CommandForm>
  );
}
