import { type Finding, measureWords, type TargetScore } from "#domains/promotion/contract/screening.ts";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";

/** A score opened into its terms: points, what was measured, what it rests on with source and day, and what is missing. */
export function ScoreTerms({ score }: { readonly score: TargetScore }) {
  const { say, language } = useWords();
  return (
    <ul className="score-terms">
      {score.terms.map(({ measure, value, least, most, points, findings, missing }) => (
        <li key={measure}>
          <p className="score-term">
            <strong>{say(measureWords[measure])}</strong>
            <span>
              {points === null ? say(texts.pointsRange, { least, most }) : say(texts.points, { points })}
              {value === null ? null : (
                <span className="unit"> {say(texts.measured, { value: measure === "growth" ? `${value}%` : value })}</span>
              )}
            </span>
          </p>
          {missing === null ? null : <p className="score-missing">{missing[language]}</p>}
          <Findings findings={findings} />
        </li>
      ))}
    </ul>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { say, language } = useWords();
  if (findings.length === 0) return null;
  return (
    <ul className="score-findings">
      {findings.map(({ text, gave, on, source, document }) => (
        <li key={`${text.zh} ${on ?? ""}`}>
          <span>
            {text[language]}
            {gave === null || gave === 0 ? null : <span className="unit"> {say(texts.gave, { gave })}</span>}
          </span>
          {source === "" && on === null ? null : (
            <span className="quiet under">
              {document === undefined ? source : <AppLink to={`/documents/${document}`}>{source}</AppLink>}
              {source !== "" && on !== null ? " · " : ""}
              {on}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
