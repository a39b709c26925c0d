import type { DiligenceRulesVersion } from "#domains/promotion/contract/diligence-rules.ts";
import { changesBetween } from "#domains/promotion/rules/rule-thresholds.ts";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useTimes } from "#ui/use-times.ts";

type RuleHistoryProps = { readonly versions: readonly DiligenceRulesVersion[]; readonly present: number; readonly today: string };

/** Newest first: who changed which threshold, when, and why. */
export function RuleHistory({ versions, present, today }: RuleHistoryProps) {
  const { say } = useWords();
  const { day } = useTimes();
  return (
    <Section title={say(texts.versions)}>
      <ol className="list" reversed>
        {versions
          .map((version, place) => ({ version, before: versions[place - 1] }))
          .reverse()
          .map(({ version, before }) => {
            const changes = before === undefined ? undefined : changesBetween(before.rules, version.rules);
            const replaced = versions.some((other) => other.version > version.version && other.effectiveOn <= version.effectiveOn);
            return (
              <li key={version.version} className="stack-small">
                <div className="list-line">
                  <span className="actions">
                    <strong>{say(texts.version, { version: version.version })}</strong>
                    {before === undefined ? null : say(texts.effective, { day: day(version.effectiveOn) })}
                    {version.version === present ? <StateChip tone="active">{say(texts.here)}</StateChip> : null}
                    {version.effectiveOn > today ? <StateChip>{say(replaced ? texts.replaced : texts.later)}</StateChip> : null}
                  </span>
                  <span className="quiet">
                    {before === undefined ? say(texts.first) : say(texts.by, { name: version.changedBy, day: version.changedOn })}
                  </span>
                </div>
                {changes === undefined ? null : (
                  <>
                    <p>{version.reason}</p>
                    {changes.length === 0 ? (
                      <p className="quiet">{say(texts.unchanged)}</p>
                    ) : (
                      <ul className="bullets">
                        {changes.map((change) => (
                          <li key={change.what.en}>
                            {say(texts.fromTo, { what: say(change.what), from: say(change.from), to: say(change.to) })}
                          </li>
                        ))}
                      </ul>
                    )}
                  </>
                )}
              </li>
            );
          })}
      </ol>
    </Section>
  );
}
