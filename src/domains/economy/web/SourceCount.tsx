import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { useWords } from "#ui/language.tsx";

type SourceCountProps = { readonly figure: ReportCardFigure; readonly name: string; readonly onOpen: () => void };

export function SourceCount({ figure, name, onOpen }: SourceCountProps) {
  const { say } = useWords();
  return (
    <button type="button" className="text-button" aria-label={say(cardTexts.openSources, { name })} onClick={onOpen}>
      {say(cardTexts.sources, { count: figure.sources.length })}
    </button>
  );
}
