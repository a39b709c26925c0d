import { useState } from "react";
import type { ReportCard } from "#domains/economy/contract/report-card.ts";
import type { CardMove } from "#domains/economy/web/card-moves.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type MoveCardProps = { readonly card: ReportCard; readonly move: CardMove; readonly onClose: () => void };

export function MoveCard({ card, move, onClose }: MoveCardProps) {
  const { say, language } = useWords();
  const [words, setWords] = useState("");
  const take = useCommand(
    () => move.run({ id: card.id, version: card.version }, words.trim()),
    ["report-card", "report-cards", "cockpit"],
    onClose,
  );
  const openChecks = move.name === "check" ? card.checks.filter((check) => check.ok !== true) : [];
  const label = move.asks === "reason" ? cardTexts.reason : openChecks.length > 0 ? cardTexts.commentOnChecks : cardTexts.comment;
  const asked = move.asks === "reason" || openChecks.length > 0;
  return (
    <CommandForm
      open
      title={`${say(move.text)} · ${card.title}`}
      submit={say(move.text)}
      danger={move.danger ?? false}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      {move.hint ? <p className="notice">{say(move.hint)}</p> : null}
      {openChecks.length > 0 ? (
        <ul className="bullets">
          {openChecks.map((check) => (
            <li key={`${check.name} ${check.detail.zh}`}>
              <strong>{check.title[language]}</strong> {check.detail[language]}
            </li>
          ))}
        </ul>
      ) : null}
      <Field
        label={say(label)}
        value={words}
        onChange={setWords}
        rows={3}
        required={asked}
        {...(asked ? { minLength: 2 } : {})}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
