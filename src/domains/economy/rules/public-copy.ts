import type { ReportCard, ReportCardStep } from "#domains/economy/contract/report-card.ts";

/** Steps of which the public hears: what was published and revised when, and the remark on the checks that is printed on the card. */
const PUBLIC_MOVES: ReadonlySet<string> = new Set(["check", "publish", "publishRevision", "revise", "withdraw"]);

/** What goes out: no names of those who drafted, checked and approved, no returns between them, nothing that only the desk needs. */
export function publicCopy(card: ReportCard): ReportCard {
  return { ...card, excluded: [], needs: [], abilities: {}, stale: false, history: publicSteps(card) };
}

function publicSteps({ history, edition }: ReportCard): ReportCardStep[] {
  // A check that was sent back is not the one on which the card went out.
  const lastCheck = history.findLast((step) => step.edition === edition && step.move === "check");
  return history
    .filter((step) => PUBLIC_MOVES.has(step.move) && (step.move !== "check" || step === lastCheck))
    .map((step) => ({ ...step, by: "", byName: "" }));
}
