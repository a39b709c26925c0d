import type { FigureConflict } from "#domains/economy/contract/report-card.ts";
import { cardTexts } from "#domains/economy/web/card-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";

export function CardConflicts({
  conflicts,
  nameOf,
}: {
  readonly conflicts: readonly FigureConflict[];
  readonly nameOf: (conflict: FigureConflict) => string;
}) {
  const { say } = useWords();
  return (
    <Section
      title={say(cardTexts.conflicts)}
      aside={conflicts.length > 0 ? <AppLink to="/conflicts">{say(cardTexts.resolve)}</AppLink> : null}
    >
      {conflicts.length === 0 ? <p className="section-body">{say(cardTexts.noConflicts)}</p> : null}
      {conflicts.map((conflict) => (
        <div key={`${conflict.key}-${conflict.about}`} className="section-body stack-small">
          <strong>{nameOf(conflict)}</strong>
          {conflict.sides.map((side) => {
            const source = side.sources[0];
            return (
              <div key={side.observationIds[0]} className="stack-small">
                <Figure value={side.value} unit={side.unit} name={conflict.indicator} growth={conflict.about === "growth"} />
                {source?.kind === "document" ? <QuoteView quote={source.quote} /> : null}
                <span className="quiet">{source?.title}</span>
              </div>
            );
          })}
        </div>
      ))}
    </Section>
  );
}
