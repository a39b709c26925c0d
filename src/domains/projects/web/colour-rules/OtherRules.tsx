import type { ReactNode } from "react";
import type { ColourRule } from "#domains/projects/contract/colour.ts";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import { SupervisionLight } from "#domains/projects/web/SupervisionLight.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { useYuan } from "#ui/use-yuan.ts";

/** Silence, stop, freshness, and the terms of what each colour asks for. */
export function OtherRules({ rule }: { readonly rule: ColourRule }) {
  const { say } = useWords();
  const { exact } = useYuan();
  const workdays = (days: number) => say(ruleTexts.workdays, { days });
  const lines: readonly (readonly [string, ReactNode])[] = [
    [say(ruleTexts.silence), <SupervisionLight key="silence" colour={rule.silence} />],
    [say(ruleTexts.suspended), <SupervisionLight key="suspended" colour={rule.suspended} />],
    [say(ruleTexts.threshold), exact(rule.statThresholdYuan)],
    [
      say(ruleTexts.freshness),
      say(ruleTexts.freshnessDays, { stale: rule.freshness.staleAfterDays, missing: rule.freshness.missingAfterDays }),
    ],
    [say(ruleTexts.plan), workdays(rule.actions.planWorkdays)],
    [say(ruleTexts.letter), workdays(rule.actions.letterWorkdays)],
    [say(ruleTexts.reply), workdays(rule.actions.replyWorkdays)],
    [say(ruleTexts.escalate), say(ruleTexts.months, { months: rule.actions.escalateAfterYellows })],
  ];
  return (
    <Section title={say(ruleTexts.others)}>
      <dl className="facts section-body">
        {lines.map(([label, value]) => (
          <div key={label} className="facts-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
