import type { Colour } from "#domains/projects/contract/colour.ts";
import { colourWords } from "#domains/projects/contract/colour.ts";
import { type LadderName, ladderWords } from "#domains/projects/rules/rule-changes.ts";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import type { TypedLadder, TypedStep } from "#domains/projects/web/colour-rules/rule-form.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { useWords } from "#ui/language.tsx";

type LadderFieldsProps = {
  readonly name: LadderName;
  readonly ladder: TypedLadder;
  readonly onChange: (ladder: TypedLadder) => void;
};

/** The ends of the colours, one beside the other; the last colour has none. */
export function LadderFields({ name, ladder, onChange }: LadderFieldsProps) {
  const { say } = useWords();
  const dimension = say(ladderWords[name].name);
  const set = (place: number, part: Partial<TypedStep>) =>
    onChange({ ...ladder, steps: ladder.steps.map((step, other) => (other === place ? { ...step, ...part } : step)) });
  return (
    <fieldset className="ladder-fields">
      <legend>
        {dimension} <span className="quiet">（{say(ladderWords[name].unit)}）</span>
      </legend>
      <div className="ladder-steps">
        {ladder.steps.map((step, place) => {
          const colour = say(colourWords[step.band as Colour]);
          const last = place === ladder.steps.length - 1;
          return (
            <div key={step.band} className="ladder-step">
              <SupervisionLight colour={step.band as Colour} />
              {last ? (
                <span className="quiet" aria-hidden="true">
                  …
                </span>
              ) : (
                <>
                  <input
                    className="input"
                    inputMode="decimal"
                    aria-label={say(ruleTexts.upTo, { dimension, colour })}
                    value={step.upTo}
                    maxLength={8}
                    onChange={(event) => set(place, { upTo: event.target.value })}
                  />
                  <label className="check">
                    <input
                      type="checkbox"
                      aria-label={say(ruleTexts.includingOf, { dimension, colour })}
                      checked={step.including}
                      onChange={(event) => set(place, { including: event.target.checked })}
                    />
                    {say(ruleTexts.including)}
                  </label>
                </>
              )}
            </div>
          );
        })}
      </div>
      <input
        className="input"
        aria-label={say(ruleTexts.sourceOf, { dimension })}
        value={ladder.source}
        maxLength={400}
        onChange={(event) => onChange({ ...ladder, source: event.target.value })}
      />
    </fieldset>
  );
}
