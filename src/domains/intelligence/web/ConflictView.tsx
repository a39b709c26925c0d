import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import type { Conflict } from "#domains/intelligence/contract/intelligence-operations.ts";
import { conflictTexts } from "#domains/intelligence/web/conflict-texts.ts";
import { proposalStatusTexts } from "#domains/intelligence/web/proposal-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Figure } from "#ui/Figure.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { QuoteView } from "#ui/QuoteView.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useRegionName } from "#ui/use-region-name.ts";

type ConflictViewProps = { readonly conflict: Conflict; readonly onKeep: (side: Conflict["sides"][number]) => void };

/** Both sides with their sentences, side by side. */
export function ConflictView({ conflict, onKeep }: ConflictViewProps) {
  const { say, language } = useWords();
  const regionName = useRegionName();
  const name = (conflict.code && findIndicator(conflict.code)?.name[language]) || conflict.indicator;
  const title = [name, conflict.region === null ? null : regionName(conflict.region), sayPeriod(conflict.period, language)]
    .filter(Boolean)
    .join(" · ");
  return (
    <Section
      title={title}
      aside={
        <StateChip tone={conflict.resolved ? "done" : "alert"}>
          {say(conflict.resolved ? conflictTexts.resolved : conflictTexts.open)}
        </StateChip>
      }
    >
      <div className="sides">
        {conflict.sides.map((side) => (
          <article key={side.observationId} className="side">
            <p className="tile-figure">
              <Figure value={side.value} unit={side.unit} name={conflict.indicator} />
            </p>
            <QuoteView quote={side.quote} />
            <p className="quiet">
              {side.documentId ? <AppLink to={`/documents/${side.documentId}`}>{side.documentTitle}</AppLink> : side.documentTitle}
              {side.published ? ` · ${side.published}` : null}
            </p>
            {conflict.resolved ? (
              <StateChip tone={side.status === "accepted" ? "done" : "muted"}>
                {say(side.status === "accepted" ? conflictTexts.kept : proposalStatusTexts[side.status])}
              </StateChip>
            ) : (
              <span>
                <AbilityButton ability={conflict.abilities["resolve"]} onClick={() => onKeep(side)}>
                  {say(conflictTexts.keep)}
                </AbilityButton>
              </span>
            )}
          </article>
        ))}
      </div>
      {conflict.resolution ? <p className="section-body">{say(conflictTexts.resolution, { reason: conflict.resolution })}</p> : null}
    </Section>
  );
}
