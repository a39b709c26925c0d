import { warningKindWords, warningLevelWords } from "#domains/promotion/contract/distress-warning.ts";
import type { WarningRow } from "#domains/promotion/contract/watch-operations.ts";
import { watchWebTexts as texts } from "#domains/promotion/web/watch/watch-web-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Why a resident is warned of today, what helps, and the rule that says so. */
export function StandingWarnings({ warnings }: { readonly warnings: readonly WarningRow[] }) {
  const { say, language } = useWords();
  if (warnings.length === 0) return <p className="quiet">{say(texts.nothingStands)}</p>;
  return warnings.map(({ id, warning }) => (
    <Section key={id} title={`${say(warningKindWords[warning.kind])} · ${say(warningLevelWords[warning.level])}`}>
      <div className="section-body stack-small">
        <ul className="bullets">
          {warning.reasons.map((reason) => (
            <li key={reason.zh}>{reason[language]}</li>
          ))}
        </ul>
        <h3>{say(texts.helps)}</h3>
        <ul className="bullets">
          {warning.helps.map((help) => (
            <li key={help.zh}>{help[language]}</li>
          ))}
        </ul>
        <p className="quiet">
          {say(texts.source)} {warning.source}
        </p>
      </div>
    </Section>
  ));
}
