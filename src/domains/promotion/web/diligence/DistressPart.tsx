import { statementItemWords } from "#domains/promotion/contract/statement.ts";
import { diligenceWebTexts as texts } from "#domains/promotion/web/diligence/diligence-web-texts.ts";
import type { ViewPart } from "#domains/promotion/web/diligence/view-part.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

const MOST_SHOWN = 3;

/** The score with what moves it; where figures are missing it says which, and gives none. */
export function DistressPart({ view }: ViewPart) {
  const { say, language } = useWords();
  const { distress, distressMissing } = view.now;
  const [first] = distressMissing;
  // A figure that is missing is counted as it was with others that lacked it: that is no reason to show.
  const known = (distress?.drivers ?? []).filter(({ value }) => value !== null);
  return (
    <Section title={say(texts.distress)}>
      <div className="section-body stack-small">
        {distress ? (
          <>
            <p>{say(texts.distressSaid, { ...distress, score: distress.score.toFixed(2) })}</p>
            <ul className="bullets">
              {known.map((driver) => (
                <li key={driver.name}>{driver[language]}</li>
              ))}
            </ul>
            {distress.drivers.length > known.length ? (
              <p className="quiet">{say(texts.distressUnknown, { count: distress.drivers.length - known.length })}</p>
            ) : null}
          </>
        ) : (
          <p className="quiet">
            {say(texts.distressNone, {
              year: first?.year ?? "–",
              items:
                distressMissing
                  .slice(0, MOST_SHOWN)
                  .map(({ item }) => say(statementItemWords[item]))
                  .join(language === "zh" ? "、" : ", ") +
                (distressMissing.length > MOST_SHOWN ? (language === "zh" ? "等" : " and others") : ""),
            })}
          </p>
        )}
      </div>
    </Section>
  );
}
