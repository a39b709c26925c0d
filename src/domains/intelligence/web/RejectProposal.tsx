import { useState } from "react";
import type { Proposal, ReviewDecision } from "#domains/intelligence/contract/intelligence-operations.ts";
import { ProposalFinding } from "#domains/intelligence/web/ProposalFinding.tsx";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

type RejectProposalProps = {
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onDecide: (decision: ReviewDecision) => void;
};

/** Enter rejects at once; a reason may be given. */
export function RejectProposal({ proposal, onClose, onDecide }: RejectProposalProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const reject = () =>
    onDecide({ proposalId: proposal.id, decision: "reject", ...(reason.trim() === "" ? {} : { reason: reason.trim() }) });
  return (
    <CommandForm
      open
      title={say(reviewTexts.rejectTitle)}
      submit={say(reviewTexts.reject)}
      busy={false}
      error={null}
      onSubmit={reject}
      onClose={onClose}
    >
      <div className="proposal">
        <ProposalFinding proposal={proposal} />
      </div>
      <Field label={say(reviewTexts.reason)} value={reason} onChange={setReason} maxLength={200} autoFocus />
    </CommandForm>
  );
}
