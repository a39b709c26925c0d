import { useState } from "react";
import { fieldWords } from "#domains/registry/contract/enterprise.ts";
import { CorrectionChange } from "#domains/registry/web/CorrectionList.tsx";
import { correctionTexts } from "#domains/registry/web/correction-texts.ts";
import type { AskedCorrection } from "#domains/registry/web/enterprise-view.ts";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type AnswerCorrectionProps = { readonly correction: AskedCorrection; readonly onClose: () => void };

/** Yes or no, with words that the enterprise reads. */
export function AnswerCorrection({ correction, onClose }: AnswerCorrectionProps) {
  const { say } = useWords();
  const [accept, setAccept] = useState(true);
  const [words, setWords] = useState("");
  const send = useCommand(
    () => registry.answerCorrection({ correctionId: correction.id, version: correction.version, accept, answer: words }),
    TOUCHED_BY_AN_ENTERPRISE,
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(correctionTexts.answerTitle, { field: say(fieldWords[correction.field]) })}
      submit={say(correctionTexts.answer)}
      busy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <p>{correction.enterprise.name}</p>
      <p>
        <CorrectionChange correction={correction} />
      </p>
      <p className="quiet">{correction.because}</p>
      <Choice
        stacked
        label={say(correctionTexts.decision)}
        value={accept ? "accept" : "refuse"}
        onChange={(value) => setAccept(value === "accept")}
        options={[
          { value: "accept", label: say(correctionTexts.accept) },
          { value: "refuse", label: say(correctionTexts.refuse) },
        ]}
      />
      {accept ? <p className="quiet">{say(correctionTexts.acceptHint)}</p> : null}
      <Field
        label={say(correctionTexts.words)}
        value={words}
        onChange={setWords}
        rows={3}
        required
        minLength={2}
        maxLength={500}
        autoFocus
      />
    </CommandForm>
  );
}
