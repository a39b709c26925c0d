import type { ImportState } from "#domains/registry/contract/import-operations.ts";
import { importStateTexts } from "#domains/registry/web/registry-import-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = {
  RECEIVED: "plain",
  QUEUED: "plain",
  RUNNING: "active",
  CHECKED: "active",
  DONE: "done",
  FAILED: "alert",
  CANCELLED: "muted",
} as const;

export function ImportStateChip({ state }: { readonly state: ImportState }) {
  const { say } = useWords();
  return <StateChip tone={TONES[state]}>{say(importStateTexts[state])}</StateChip>;
}
