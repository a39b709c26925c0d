import type { z } from "zod";
import type { InvestmentView } from "#domains/projects/contract/investment-operations.ts";
import { percentOf } from "#domains/projects/rules/investment.ts";
import { investTexts } from "#domains/projects/web/investment-part-texts.ts";
import { useWords } from "#ui/language.tsx";
import { useYuan } from "#ui/use-yuan.ts";

export type Investment = z.infer<typeof InvestmentView>;

const TEXTS = {
  annual: { name: investTexts.annual, of: investTexts.annualOf },
  phased: { name: investTexts.phased, of: investTexts.phasedOf },
} as const;

/** The two rates, each with its denominator, and the whole since the signing. */
export function Completions({ view }: { readonly view: Investment }) {
  const { say } = useWords();
  const { short } = useYuan();
  const inAll = percentOf(view.investedInAllYuan, view.plannedTotalYuan) ?? null;
  return (
    <div className="completions">
      {view.completion.map(({ denominator, planYuan, actualYuan, ratePct }) => (
        <div key={denominator}>
          <span className="quiet">{say(TEXTS[denominator].name)}</span>
          <span className="completion-rate">{ratePct === null ? "–" : `${ratePct}%`}</span>
          <Bullet ratePct={ratePct} />
          <span className="quiet">{say(TEXTS[denominator].of, { actual: short(actualYuan), plan: short(planYuan) })}</span>
        </div>
      ))}
      <div>
        <span className="quiet">{say(investTexts.all)}</span>
        <span className="completion-rate">{short(view.investedInAllYuan)}</span>
        <Bullet ratePct={inAll} />
        <span className="quiet">{say(investTexts.allOf, { total: short(view.plannedTotalYuan) })}</span>
      </div>
    </div>
  );
}

/** The scale ends at 125 %, so that what exceeds the plan is seen to exceed it; the tick stands at 100 %. */
const SCALE_PCT = 125;

function Bullet({ ratePct }: { readonly ratePct: string | null }) {
  const length = ratePct === null ? 0 : Math.min(100, (Number(ratePct) / SCALE_PCT) * 100);
  return (
    <div className="bullet" aria-hidden="true">
      <span style={{ width: `${length}%` }} />
      <i style={{ left: `${(100 / SCALE_PCT) * 100}%` }} />
    </div>
  );
}
