import type { ColourRuleVersion } from "#domains/projects/contract/colour.ts";
import { changesBetween } from "#domains/projects/rules/rule-changes.ts";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { useTimes } from "#ui/use-times.ts";

type RuleVersionsProps = { readonly versions: readonly ColourRuleVersion[]; readonly present: number; readonly today: string };

/** Newest first: who changed which threshold, when, and why. */
export function RuleVersions({ versions, present, today }: RuleVersionsProps) {
  const { say } = useWords();
  const { day } = useTimes();
  return (
    <Section title={say(ruleTexts.versions)}>
      <ol className="list" reversed>
        {versions
          .map((version, place) => ({ version, before: versions[place - 1] }))
          .reverse()
          .map(({ version, before }) => {
            const changes = before === undefined ? undefined : changesBetween(before.rule, version.rule);
            return (
              <li key={version.version} className="stack-small">
                <div className="list-line">
                  <span className="actions">
                    <strong>{say(ruleTexts.version, { version: version.version })}</strong>
                    {before === undefined ? null : say(ruleTexts.effective, { day: day(version.effectiveOn) })}
                    {version.version === present ? <StateChip tone="active">{say(ruleTexts.here)}</StateChip> : null}
                    {version.effectiveOn > today ? <StateChip>{say(ruleTexts.later)}</StateChip> : null}
                  </span>
                  <span className="quiet">
                    {before === undefined ? say(ruleTexts.first) : say(ruleTexts.by, { name: version.changedBy, day: version.changedOn })}
                  </span>
                </div>
                {changes === undefined ? null : (
                  <>
                    <p>{version.reason}</p>
                    {changes.length === 0 ? (
                      <p className="quiet">{say(ruleTexts.unchanged)}</p>
                    ) : (
                      <ul className="bullets">
                        {changes.map((change) => (
                          <li key={change.what.en}>
                            {say(ruleTexts.fromTo, { what: say(change.what), from: say(change.from), to: say(change.to) })}
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
