import type { z } from "zod";
import type { ListsView, RateName, RateSide } from "#domains/projects/contract/register-operations.ts";
import { listTexts, rateParts, rateTexts } from "#domains/projects/web/list-texts.ts";
import { useWords } from "#ui/language.tsx";

export type Rate = { readonly name: z.infer<typeof RateName>; readonly side: z.infer<typeof RateSide> };
type RateLineProps = {
  readonly name: Rate["name"];
  readonly rate: z.infer<typeof ListsView>["startRate"];
  readonly chosen: Rate | undefined;
  readonly onChoose: (rate: Rate) => void;
};

/** A rate with what it counts and what of: both open to their projects. */
export function RateLine({ name, rate, chosen, onChoose }: RateLineProps) {
  const { say } = useWords();
  const part = (side: Rate["side"], count: number) => {
    const what = say(rateParts[name][side]);
    return (
      <button
        type="button"
        className="figure figure-opens"
        aria-label={say(listTexts.opens, { what, count })}
        aria-pressed={chosen?.name === name && chosen.side === side}
        onClick={() => onChoose({ name, side })}
      >
        {count}
      </button>
    );
  };
  return (
    <div>
      <span className="quiet">{say(rateTexts[name])}</span>
      <strong>{rate.ratePct === null ? "–" : `${rate.ratePct}%`}</strong>
      <span>
        {say(rateParts[name].counted)} {part("counted", rate.numerator)} ÷ {say(rateParts[name].of)} {part("of", rate.denominator)}
      </span>
    </div>
  );
}
