import type { ReactNode } from "react";
import { bandWords, type LadderName, ladderShapes } from "#domains/promotion/rules/rule-thresholds.ts";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import type { TypedLadder, TypedThreshold } from "#domains/promotion/web/diligence-rules/rule-form.ts";
import { useWords } from "#ui/language.tsx";

type ThresholdFieldsProps = {
  readonly name: LadderName;
  readonly ladder: TypedLadder;
  readonly onChange: (ladder: TypedLadder) => void;
  readonly children?: ReactNode;
};

/** Where each band begins, mildest first, and what it rests on. */
export function ThresholdFields({ name, ladder, onChange, children }: ThresholdFieldsProps) {
  const { say } = useWords();
  const shape = ladderShapes[name];
  const line = say(shape.name);
  const set = (band: string, part: Partial<TypedThreshold>) =>
    onChange({ ...ladder, bands: { ...ladder.bands, [band]: { at: "", including: false, ...ladder.bands[band], ...part } } });
  return (
    <fieldset className="threshold-fields">
      <legend>
        {line} <span className="quiet">（{say(shape.unit)}）</span>
      </legend>
      <div className="threshold-row">
        {shape.bands.map((key) => {
          const band = say(bandWords[key] ?? { zh: key, en: key });
          return (
            <div key={key} className="threshold-one">
              <span>{say(shape.rising ? texts.above : texts.below, { band })}</span>
              <input
                className="input"
                inputMode="decimal"
                aria-label={say(texts.thresholdOf, { line, band })}
                value={ladder.bands[key]?.at ?? ""}
                maxLength={8}
                onChange={(event) => set(key, { at: event.target.value })}
              />
              <label className="check">
                <input
                  type="checkbox"
                  aria-label={say(texts.includingOf, { line, band })}
                  checked={ladder.bands[key]?.including ?? false}
                  onChange={(event) => set(key, { including: event.target.checked })}
                />
                {say(texts.including)}
              </label>
            </div>
          );
        })}
      </div>
      {children}
      <input
        className="input"
        aria-label={say(texts.sourceOf, { line })}
        value={ladder.source}
        maxLength={400}
        onChange={(event) => onChange({ ...ladder, source: event.target.value })}
      />
    </fieldset>
  );
}
