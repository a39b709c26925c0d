import { cardWords } from "#domains/economy/contract/card-words.ts";
import type { Comparison } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { useWords } from "#ui/language.tsx";
import { directionOf, groupDigits, signed } from "#ui/print-figure.ts";

const BY_DIRECTION = { up: cardTexts.above, down: cardTexts.below, level: cardTexts.level } as const;

/** Points above or below the wider region, and that region's own growth where it is known. */
export function AgainstWider({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const { say, language } = useWords();
  if (comparisons.length === 0) return <span className="quiet">–</span>;
  return (
    <>
      {comparisons.map((comparison) => {
        // Regions have no English names; the English page says which kind of region it is.
        const region = (language === "zh" && comparison.region) || say(cardWords[comparison.with]);
        const points = comparison.points;
        return (
          <div key={`${comparison.with}-${comparison.origin}`}>
            {points === null
              ? null
              : say(BY_DIRECTION[directionOf(points)], { region, points: groupDigits(points.replace(/^[+\-−]/, "")) })}
            {comparison.growthPct === null ? null : (
              <span className="quiet">{say(cardTexts.regionGrowth, { region, growth: `${signed(comparison.growthPct)}%` })}</span>
            )}
          </div>
        );
      })}
    </>
  );
}
