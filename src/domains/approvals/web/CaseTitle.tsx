import type { CaseView } from "#domains/approvals/contract/case.ts";
import { CaseClock } from "#domains/approvals/web/CaseClock.tsx";
import { CaseStateChip } from "#domains/approvals/web/CaseStateChip.tsx";
import { useWords } from "#ui/language.tsx";

/** One line: number, state, who has it, and what is left of the clock. */
export function CaseTitle({ view: { row } }: { readonly view: CaseView }) {
  const { language } = useWords();
  return (
    <span className="case-line">
      <span>{row.number}</span>
      <CaseStateChip state={row.state} decision={row.decision} />
      {row.blocking.who === "nobody" ? null : <span>{row.blocking.sentence[language]}</span>}
      <CaseClock row={row} days />
    </span>
  );
}
