import { stateWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = { DRAFT: "plain", CHECKED: "active", APPROVED: "active", PUBLISHED: "done", REVISED: "done", WITHDRAWN: "muted" } as const;

export function CardStateChip({ state }: { readonly state: ReportCardState }) {
  const { say } = useWords();
  return <StateChip tone={TONES[state]}>{say(stateWords[state])}</StateChip>;
}
