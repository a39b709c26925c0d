import type { Proposal } from "#domains/intelligence/contract/intelligence-operations.ts";
import { ProposalFinding } from "#domains/intelligence/web/ProposalFinding.tsx";
import { proposalStatusTexts, proposalTexts, proposalTypeTexts } from "#domains/intelligence/web/proposal-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type ProposalCardProps = { readonly proposal: Proposal; readonly active: boolean; readonly onPick: () => void };

const TONES = { proposed: "active", accepted: "done", corrected: "done", rejected: "muted", withdrawn: "muted" } as const;

/** One finding: what it says, how sure the rule is, and who decided. Picking it shows its quote in the source. */
export function ProposalCard({ proposal, active, onPick }: ProposalCardProps) {
  const { say } = useWords();
  const percent = Math.round(proposal.finding.confidence * 100);
  const status = say(proposalStatusTexts[proposal.status]);
  return (
    <button type="button" className={`proposal proposal-${proposal.status}`} aria-current={active || undefined} onClick={onPick}>
      <span className="proposal-head">
        <span className="quiet">
          {say(proposalTypeTexts[proposal.type])} · {say(proposalTexts.confidence, { percent })}
        </span>
        <StateChip tone={TONES[proposal.status]}>
          {proposal.decidedBy ? say(proposalTexts.decidedBy, { status, by: proposal.decidedBy }) : status}
        </StateChip>
      </span>
      <ProposalFinding proposal={proposal} />
      {proposal.conflictId ? <StateChip tone="alert">{say(proposalTexts.conflict)}</StateChip> : null}
    </button>
  );
}
