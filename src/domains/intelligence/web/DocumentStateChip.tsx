import type { DocumentState } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentStateTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = { received: "plain", reading: "plain", review: "active", reviewed: "done", failed: "alert", withdrawn: "muted" } as const;

export function DocumentStateChip({ state }: { readonly state: DocumentState }) {
  const { say } = useWords();
  return <StateChip tone={TONES[state]}>{say(documentStateTexts[state])}</StateChip>;
}
