import type { CaseView } from "#domains/approvals/contract/case.ts";
import { CaseClock } from "#domains/approvals/web/CaseClock.tsx";
import { CaseStateChip } from "#domains/approvals/web/CaseStateChip.tsx";
import { useWords } from "#ui/language.tsx";

type CaseTitleProps = { readonly view: CaseView };

export function CaseTitle({ view: { row } }: CaseTitleProps) {
  return (
    <>
      {row.number} <CaseStateChip state={row.state} decision={row.decision} />
    </>
  );
}

/** Who has it, and what is left of the clock. */
export function CaseLine({ view: { row } }: CaseTitleProps) {
  const { language } = useWords();
  return (
    <div className="case-line">
      {row.blocking.who === "nobody" ? null : <strong>{row.blocking.sentence[language]}</strong>}
      <CaseClock row={row} days />
    </div>
  );
}
