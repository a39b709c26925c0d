import { useState } from "react";
import { DILIGENCE_TOUCHED } from "#domains/promotion/web/diligence/diligence-client.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type ReviewPaperProps = { readonly run: (approve: boolean, review: string) => Promise<unknown>; readonly onClose: () => void };

/** The second person: passes it or gives it back, with an opinion either way. */
export function ReviewPaper({ run, onClose }: ReviewPaperProps) {
  const { say } = useWords();
  const [verdict, setVerdict] = useState<"approve" | "return">("approve");
  const [review, setReview] = useState("");
  const take = useCommand(() => run(verdict === "approve", review), DILIGENCE_TOUCHED, onClose);
  return (
    <CommandForm
      open
      title={say(texts.review)}
      submit={say(texts[verdict])}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <Choice
        stacked
        label={say(texts.verdict)}
        value={verdict}
        onChange={(value) => setVerdict(value === "return" ? "return" : "approve")}
        options={[
          { value: "approve", label: say(texts.approve) },
          { value: "return", label: say(texts.return) },
        ]}
      />
      <Field label={say(texts.opinion)} value={review} onChange={setReview} rows={3} minLength={2} maxLength={500} required autoFocus />
    </CommandForm>
  );
}
