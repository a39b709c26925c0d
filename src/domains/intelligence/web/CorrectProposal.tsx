import { useState } from "react";
import type { Correction, Proposal, ReviewDecision } from "#domains/intelligence/contract/intelligence-operations.ts";
import { CorrectFigure } from "#domains/intelligence/web/CorrectFigure.tsx";
import { CorrectNamed } from "#domains/intelligence/web/CorrectNamed.tsx";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";

type CorrectProposalProps = {
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onDecide: (decision: ReviewDecision) => void;
};

/** The quote above, the fields below; only what was changed is sent. */
export function CorrectProposal({ proposal, onClose, onDecide }: CorrectProposalProps) {
  const { say } = useWords();
  const [correction, setCorrection] = useState<Correction>({});
  const [reason, setReason] = useState("");
  const change = (changed: Correction) => setCorrection((before) => ({ ...before, ...changed }));
  const save = () =>
    onDecide({ proposalId: proposal.id, decision: "correct", correction, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) });
  return (
    <CommandForm
      open
      wide
      title={say(reviewTexts.editTitle)}
      submit={say(reviewTexts.save)}
      busy={false}
      error={null}
      onSubmit={save}
      onClose={onClose}
    >
      <QuoteView quote={proposal.finding.quote} />
      <p className="quiet">{say(reviewTexts.editHint)}</p>
      {proposal.type === "figure" ? (
        <CorrectFigure figure={{ ...proposal.finding, ...correction }} onChange={change} />
      ) : (
        <CorrectNamed proposal={proposal} correction={correction} onChange={change} />
      )}
      <Field label={say(reviewTexts.reason)} value={reason} onChange={setReason} maxLength={200} />
    </CommandForm>
  );
}
