import { Colour } from "#domains/projects/contract/colour.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { whyTexts } from "#domains/projects/web/why-texts.ts";
import type { Ladder } from "#kernel/ladder.ts";
import { useWords } from "#ui/language.tsx";

/** The thresholds of one dimension on one line: 绿 ≤0　蓝 <10　黄 ≤30　红 >30. */
export function LadderLine({ ladder }: { readonly ladder: Ladder }) {
  const { say } = useWords();
  return (
    <span className="ladder">
      {ladder.steps.map((step, place) => {
        const before = ladder.steps[place - 1];
        const bound =
          step.upTo !== null
            ? say(step.including ? whyTexts.upTo : whyTexts.below, { value: step.upTo })
            : say(before?.including ? whyTexts.above : whyTexts.from, { value: before?.upTo ?? "" });
        return (
          <span key={step.band}>
            <SupervisionLight colour={Colour.parse(step.band)} /> {bound}
          </span>
        );
      })}
    </span>
  );
}
