import type { ContractMeasures } from "#domains/promotion/contract/contract-operations.ts";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { sum } from "#kernel/decimal.ts";
import { useWords } from "#ui/language.tsx";

/** The measures of handbook §3, each with what it is counted of. */
export function MeasureRow({ measures }: { readonly measures: ContractMeasures }) {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const { formal, framework, intent, entry, classes, leading, cohort } = measures;
  const of = (name: (typeof classes)[number]["class"]) => classes.find((one) => one.class === name)?.count ?? 0;
  return (
    <section className="measure-row" aria-label={say(texts.title)}>
      <div>
        <span className="quiet">{say(texts.formal)}</span>
        <strong>
          {formal.count} · {short(formal.amountYuan)}
        </strong>
        <span className="quiet">
          {say(texts.loose, {
            framework: framework.count,
            intent: intent.count,
            amount: short(sum([framework.amountYuan, intent.amountYuan])),
          })}
        </span>
        <span className="quiet">{say(texts.entry, entry)}</span>
      </div>
      <div>
        <span className="quiet">{say(texts.classes)}</span>
        <strong>
          {of("10-billion")} / {of("5-billion")} / {of("1-billion")}
        </strong>
        <span className="quiet">{say(texts.atLeast, { count: measures.atLeastOneBillion.count, below: of("below") })}</span>
        <span className="quiet">
          {say(texts.floor, { floor: short(measures.floorYuan), holds: say(measures.floorHolds ? texts.floorHolds : texts.floorBroken) })}
        </span>
      </div>
      <div>
        <span className="quiet">{say(texts.investors)}</span>
        <strong>
          {measures.top500} / {measures.listed} / {measures.institutes}
        </strong>
        <span className="quiet">
          {leading.pct === null ? say(texts.leadingNone) : say(texts.leading, { pct: leading.pct, count: leading.count, of: leading.of })}
        </span>
      </div>
      <div>
        <span className="quiet">{say(texts.arrivedTile)}</span>
        <strong>{short(measures.arrivedYuan)}</strong>
        {measures.arrivalRatePct === null ? (
          <span className="quiet">{say(texts.noRate)}</span>
        ) : (
          <>
            <span className="quiet">{say(texts.rate, { pct: measures.arrivalRatePct })}</span>
            <span className="quiet">{say(texts.cohort, { pct: cohort.pct ?? "–", amount: short(cohort.arrivedYuan) })}</span>
          </>
        )}
      </div>
    </section>
  );
}
