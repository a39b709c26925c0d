import { type SupervisionView, supervisionStateWords } from "#domains/projects/contract/supervision-operations.ts";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

const TONES = { OPEN: "alert", ISSUED: "active", REPLIED: "plain", CLOSED: "done", CANCELLED: "muted" } as const;

/** Where it stands; a reminder awaits no answer. */
export function SupervisionStateChip({ item }: { readonly item: Pick<SupervisionView, "kind" | "state"> }) {
  const { say } = useWords();
  if (item.kind === "reminder" && item.state === "ISSUED") return <StateChip>{say(supervisionTexts.reminded)}</StateChip>;
  return <StateChip tone={TONES[item.state]}>{say(supervisionStateWords[item.state])}</StateChip>;
}
