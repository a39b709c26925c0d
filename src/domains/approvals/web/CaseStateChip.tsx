import { type CaseDecision, type CaseState, caseStateWords } from "#domains/approvals/contract/case.ts";
import { decisionWords } from "#domains/approvals/web/desk-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = {
  DRAFT: "plain",
  SUBMITTED: "active",
  SUPPLEMENT: "alert",
  ACCEPTED: "active",
  REVIEWING: "active",
  SUSPENDED: "plain",
  DECIDED: "done",
  DELIVERED: "done",
  WITHDRAWN: "muted",
  TERMINATED: "muted",
} as const satisfies Record<CaseState, string>;

type CaseStateChipProps = { readonly state: CaseState; readonly decision: CaseDecision | null };

/** The state, and once decided what was decided. */
export function CaseStateChip({ state, decision }: CaseStateChipProps) {
  const { say } = useWords();
  return (
    <StateChip tone={TONES[state]}>
      {say(caseStateWords[state])}
      {decision ? ` · ${say(decisionWords[decision])}` : null}
    </StateChip>
  );
}
