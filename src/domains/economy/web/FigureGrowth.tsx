import { growthBaseWords } from "#domains/economy/contract/card-words.ts";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";

type FigureGrowthProps = { readonly figure: ReportCardFigure; readonly name: string; readonly onOpen?: (() => void) | undefined };

/** Growth with its sign; the base is named when it is not the same period of last year. */
export function FigureGrowth({ figure, name, onOpen }: FigureGrowthProps) {
  const { say } = useWords();
  if (figure.yoyPct === null) return <span className="figure figure-none">–</span>;
  return (
    <>
      {figure.growthBase && figure.growthBase !== "last-year" ? (
        <span className="quiet">{say(growthBaseWords[figure.growthBase])} </span>
      ) : null}
      <Figure value={figure.yoyPct} unit="%" name={name} growth onOpen={onOpen} />
    </>
  );
}
