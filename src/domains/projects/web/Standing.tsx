import type { z } from "zod";
import type { MilestoneView } from "#domains/projects/contract/register-operations.ts";
import { pageTexts } from "#domains/projects/web/project-page-texts.ts";
import { useWords } from "#ui/language.tsx";

/** How a milestone stands against its plan; nothing while it is neither due nor planned. */
export function Standing({ milestone }: { readonly milestone: z.infer<typeof MilestoneView> }) {
  const { say } = useWords();
  const { daysLate, actualOn } = milestone;
  if (daysLate === null) return null;
  if (actualOn === null) return daysLate > 0 ? <span className="late">{say(pageTexts.overdue, { days: daysLate })}</span> : null;
  if (daysLate === 0) return <>{say(pageTexts.onTime)}</>;
  return <>{say(daysLate > 0 ? pageTexts.lateDone : pageTexts.early, { days: Math.abs(daysLate) })}</>;
}
