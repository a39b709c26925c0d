import { type Measure, measureWords } from "#domains/promotion/contract/screening.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { useWords } from "#ui/language.tsx";

export type BarTerm = { readonly measure: Measure; readonly least: number; readonly most: number };
type ScoreBarProps = { readonly known: number; readonly possible: number; readonly terms: readonly BarTerm[] };

/** Certain points full, one piece a term; behind them, hatched, what it may come to. In words beside it. */
export function ScoreBar({ known, possible, terms }: ScoreBarProps) {
  const { say } = useWords();
  const pieces = terms.filter(({ least }) => least > 0);
  return (
    <span className="score">
      <span className="score-track" aria-hidden="true">
        {pieces.map(({ measure, least }) => (
          <span key={measure} className="score-piece" style={{ width: `${least}%` }} title={`${say(measureWords[measure])} ${least}`} />
        ))}
        {possible > known ? <span className="score-open" style={{ width: `${possible - known}%` }} /> : null}
      </span>
      <span className="score-figure">
        <span className="visually-hidden">{say(texts.scoreSaid, { known, possible })}</span>
        <span aria-hidden="true">
          <strong>{known}</strong>
          {possible > known ? <span className="unit">–{possible}</span> : null}
        </span>
      </span>
    </span>
  );
}
