import { RedLineBand, redLineBandWords, redLineWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { ClauseChoice } from "#domains/promotion/web/diligence-rules/ClauseChoice.tsx";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import type { TypedEvent } from "#domains/promotion/web/diligence-rules/rule-form.ts";
import { useWords } from "#ui/language.tsx";

type EventFieldsProps = { readonly event: TypedEvent; readonly onChange: (event: TypedEvent) => void };

export function EventFields({ event, onChange }: EventFieldsProps) {
  const { say } = useWords();
  const line = say(redLineWords[event.kind]);
  return (
    <fieldset className="threshold-fields">
      <legend>{line}</legend>
      <div className="threshold-row">
        <label className="threshold-one">
          {say(texts.band)}
          <select
            className="input"
            aria-label={say(texts.bandOf, { line })}
            value={event.band}
            onChange={(change) => onChange({ ...event, band: RedLineBand.parse(change.target.value) })}
          >
            {RedLineBand.options.map((band) => (
              <option key={band} value={band}>
                {say(redLineBandWords[band])}
              </option>
            ))}
          </select>
        </label>
        <label className="threshold-one">
          {say(texts.daysOf, { line })}
          <input
            className="input"
            inputMode="numeric"
            value={event.days}
            maxLength={5}
            onChange={(change) => onChange({ ...event, days: change.target.value })}
          />
        </label>
        <span className="quiet">{say(texts.daysHint)}</span>
      </div>
      <ClauseChoice line={line} clauses={event.clauses} onChange={(clauses) => onChange({ ...event, clauses })} />
      <input
        className="input"
        aria-label={say(texts.sourceOf, { line })}
        value={event.source}
        maxLength={400}
        onChange={(change) => onChange({ ...event, source: change.target.value })}
      />
    </fieldset>
  );
}
