import { cockpitTexts } from "#domains/workbench/web/cockpit-texts.ts";
import type { CockpitView } from "#domains/workbench/web/cockpit-view.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { sayPeriod } from "#ui/say-period.ts";
import { useViewer } from "#ui/viewer.tsx";

/** What waits for somebody: the backlog, the conflicts, the gaps. */
export function CockpitAside({ cockpit }: { readonly cockpit: CockpitView }) {
  const { say, language } = useWords();
  const { permissions } = useViewer();
  return (
    <div className="stack">
      <Section
        title={say(cockpitTexts.review)}
        aside={
          permissions.has("intelligence.review") && cockpit.backlog.documents > 0 ? (
            <AppLink to="/review">{say(cockpitTexts.startReview)}</AppLink>
          ) : null
        }
      >
        <p className="section-body">
          {cockpit.backlog.documents > 0 ? say(cockpitTexts.backlog, cockpit.backlog) : say(cockpitTexts.nothingToReview)}
        </p>
      </Section>
      <Section
        title={say(cockpitTexts.conflicts)}
        aside={cockpit.conflicts.open > 0 ? <AppLink to="/conflicts">{say(cockpitTexts.all)}</AppLink> : null}
      >
        {cockpit.conflicts.items.length > 0 ? (
          <ul className="list">
            {cockpit.conflicts.items.slice(0, 6).map((conflict) => (
              <li key={conflict.id} className="list-line">
                <span>
                  {conflict.indicator} <span className="quiet">{sayPeriod(conflict.period, language)}</span>
                </span>
                <span>{conflict.values.join(" ≠ ")}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="section-body">{say(cockpitTexts.noConflicts)}</p>
        )}
      </Section>
      <Section title={say(cockpitTexts.missing)}>
        {cockpit.missing.length > 0 ? (
          <ul className="list">
            {cockpit.missing.map((gap) => (
              <li key={gap.code}>
                <AppLink to={`/indicators/${gap.code}`}>{gap.name[language] || gap.name.zh}</AppLink>
              </li>
            ))}
          </ul>
        ) : (
          <p className="section-body">{say(cockpit.period === null ? cockpitTexts.noPeriod : cockpitTexts.nothingMissing)}</p>
        )}
      </Section>
    </div>
  );
}
