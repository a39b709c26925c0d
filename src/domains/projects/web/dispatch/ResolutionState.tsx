import type { z } from "zod";
import { resolutionStateWords } from "#domains/projects/contract/dispatch.ts";
import type { ResolutionView } from "#domains/projects/contract/dispatch-operations.ts";
import { resolutionTexts } from "#domains/projects/web/dispatch/dispatch-web-texts.ts";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

export type Resolution = z.output<typeof ResolutionView>;

/** Where a resolution stands: late and extended are said in words. */
export function ResolutionState({ resolution }: { readonly resolution: Resolution }) {
  const { say } = useWords();
  const { state, daysLate, extensions } = resolution;
  const late = state === "OPEN" && daysLate > 0;
  return (
    <>
      <StateChip tone={late ? "alert" : state === "DONE" ? "done" : state === "CANCELLED" ? "muted" : "plain"}>
        {late ? say(resolutionTexts.late, { days: daysLate }) : say(resolutionStateWords[state])}
      </StateChip>
      {state === "DONE" && daysLate > 0 ? <span className="quiet"> {say(resolutionTexts.doneLate, { days: daysLate })}</span> : null}
      {extensions.length > 0 ? <span className="quiet"> {say(resolutionTexts.extended, { count: extensions.length })}</span> : null}
    </>
  );
}
