import type { z } from "zod";
import type { Completion } from "#domains/projects/contract/investment-operations.ts";
import { overviewTexts } from "#domains/projects/web/investment/investment-texts.ts";
import { RateBar } from "#domains/projects/web/investment/RateBar.tsx";
import { absolute, isNegative, subtract } from "#kernel/decimal.ts";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

type CompletionTilesProps = { readonly completion: readonly z.infer<typeof Completion>[]; readonly month: string };

/** The two rates side by side, each with its denominator in words: they differ by half a year. */
export function CompletionTiles({ completion, month }: CompletionTilesProps) {
  const { say } = useWords();
  const { short } = useYuan();
  return (
    <div className="completion-tiles">
      {completion.map((one) => {
        const annual = one.denominator === "annual";
        const gap = subtract(one.actualYuan, one.planYuan);
        return (
          <article key={one.denominator} className="completion-tile">
            <h2>{say(annual ? overviewTexts.annual : overviewTexts.phased)}</h2>
            <p className="tile-figure">
              {one.ratePct ?? "–"}
              <span className="unit">{one.ratePct === null ? "" : "%"}</span>
            </p>
            <RateBar ratePct={one.ratePct} />
            <p className="quiet">
              {say(annual ? overviewTexts.annualHint : overviewTexts.phasedHint, {
                actual: short(one.actualYuan),
                plan: short(one.planYuan),
                month,
              })}
            </p>
            {annual ? null : <p>{say(isNegative(gap) ? overviewTexts.behind : overviewTexts.ahead, { amount: short(absolute(gap)) })}</p>}
          </article>
        );
      })}
    </div>
  );
}
