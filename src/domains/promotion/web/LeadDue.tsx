import { leadClockWords } from "#domains/promotion/contract/lead-texts.ts";
import type { LeadRow } from "#domains/promotion/contract/lead-view.ts";
import { promotionWebTexts as texts } from "#domains/promotion/web/promotion-texts.ts";
import { daysBetween, localDate } from "#kernel/local-date.ts";
import { useWords } from "#ui/language.tsx";
import { useViewer } from "#ui/viewer.tsx";

/** What falls due next: its word, its day, and how late it is; never a colour alone. */
export function LeadDue({ due }: { readonly due: LeadRow["due"] }) {
  const { say } = useWords();
  const { today } = useViewer();
  if (due === null) return <span className="quiet">–</span>;
  const days = daysBetween(due.on, localDate(today));
  return (
    <span className={due.late ? "lead-late" : undefined}>
      {say(leadClockWords[due.name])} {due.on}
      {due.late ? ` · ${say(texts.late, { days })}` : ""}
      {due.provisional ? <span className="quiet"> {say(texts.provisional)}</span> : null}
    </span>
  );
}
