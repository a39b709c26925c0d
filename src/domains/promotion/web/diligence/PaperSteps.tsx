import { useState } from "react";
import type { PaperState } from "#domains/promotion/contract/paper.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import { ReviewPaper } from "#domains/promotion/web/diligence/ReviewPaper.tsx";
import { type Decision, refuse } from "#kernel/policy.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence, useSentence } from "#ui/sentences.tsx";

type PaperStepsProps = {
  readonly paper: {
    readonly state: PaperState;
    readonly missing: readonly string[];
    readonly abilities: Readonly<Record<string, Decision>>;
  };
  readonly submit: { readonly isPending: boolean; readonly error: unknown; readonly mutate: (input: undefined) => void };
  readonly onEdit: () => void;
  readonly run: (approve: boolean, review: string) => Promise<unknown>;
};

/** What may be done with a memo or a plan now, what it lacks, and by whom it waits. */
export function PaperSteps({ paper, submit, onEdit, run }: PaperStepsProps) {
  const { say } = useWords();
  const sentence = useSentence();
  const errorSentence = useErrorSentence();
  const [reviewing, setReviewing] = useState(false);
  const { state, missing, abilities } = paper;
  const [first] = missing;
  return (
    <>
      {missing.length > 0 ? (
        <span className="lead-missing">
          {missing.map((code) => (
            <span key={code}>{sentence(code)}</span>
          ))}
        </span>
      ) : null}
      {submit.error ? (
        <p className="problems" role="alert">
          {errorSentence(submit.error)}
        </p>
      ) : null}
      {state === "DRAFT" ? (
        <div className="actions">
          <AbilityButton size="small" ability={abilities["edit"]} onClick={onEdit}>
            {say(texts.editMemo)}
          </AbilityButton>
          <AbilityButton
            size="small"
            type="primary"
            loading={submit.isPending}
            ability={first === undefined ? abilities["submit"] : refuse(first)}
            onClick={() => submit.mutate(undefined)}
          >
            {say(texts.submit)}
          </AbilityButton>
        </div>
      ) : null}
      {state === "SUBMITTED" ? (
        <div className="actions">
          <AbilityButton size="small" type="primary" ability={abilities["review"]} onClick={() => setReviewing(true)}>
            {say(texts.review)}
          </AbilityButton>
        </div>
      ) : null}
      {reviewing ? <ReviewPaper run={run} onClose={() => setReviewing(false)} /> : null}
    </>
  );
}
