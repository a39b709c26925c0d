import { useState } from "react";
import { type ReadingName, readingWords, type StatedCompletionView } from "#domains/projects/contract/stated-completion.ts";
import { completionTexts } from "#domains/projects/web/completions/completion-texts.ts";
import { completions } from "#domains/projects/web/projects-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { useCommand } from "#ui/use-command.ts";

type ChooseReadingProps = { readonly item: StatedCompletionView; readonly onClose: () => void };

/** Which reading is meant, and how one knows. */
export function ChooseReading({ item, onClose }: ChooseReadingProps) {
  const { say, language } = useWords();
  const [reading, setReading] = useState<ReadingName>(item.chosen ?? "rate");
  const [reason, setReason] = useState("");
  const take = useCommand(
    () => completions.chooseReading({ statementId: item.id, version: item.version, reading, reason }),
    ["stated-completions", "investment", "cockpit"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(completionTexts.chooseTitle)}
      submit={say(completionTexts.choose)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <QuoteView quote={item.quote} />
      <p className="notice">{item.sentence[language]}</p>
      <Choice
        stacked
        label={say(completionTexts.reading)}
        value={reading}
        onChange={(value) => setReading(value as ReadingName)}
        options={item.readings.map((one) => ({ value: one.reading, label: say(readingWords[one.reading], { pct: item.statedPct }) }))}
      />
      <Field
        label={say(completionTexts.reason)}
        value={reason}
        onChange={setReason}
        required
        minLength={2}
        maxLength={500}
        rows={3}
        autoFocus
      />
    </CommandForm>
  );
}
