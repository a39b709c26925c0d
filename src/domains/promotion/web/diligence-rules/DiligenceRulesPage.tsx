import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { changesBetween } from "#domains/promotion/rules/rule-thresholds.ts";
import { diligence } from "#domains/promotion/web/diligence/diligence-client.ts";
import { ChangeDiligenceRules } from "#domains/promotion/web/diligence-rules/ChangeDiligenceRules.tsx";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import { EventRuleTable, OtherRules, RedLineTable, WarningRuleTable } from "#domains/promotion/web/diligence-rules/RuleTables.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { RuleHistory } from "#ui/RuleHistory.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/promotion/web/diligence/diligence.css";

export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const { today } = useViewer();
  const [changing, setChanging] = useState(false);
  const rules = useQuery({ queryKey: ["diligence-rules"], queryFn: () => diligence.listDiligenceRules({}) });
  const { inForce, abilities } = rules.data ?? {};
  const newest = rules.data?.versions.at(-1);
  const coming = newest !== undefined && newest.effectiveOn > today ? newest : undefined;
  const state =
    inForce === undefined
      ? null
      : [
          say(inForce.version === 1 ? texts.stateFirst : texts.state, { version: inForce.version, day: day(inForce.effectiveOn) }),
          ...(coming === undefined ? [] : [say(texts.coming, { version: coming.version, day: day(coming.effectiveOn) })]),
        ].join(" ");
  return (
    <PageView
      title={say(texts.title)}
      state={state}
      action={
        <AbilityButton type="primary" ability={abilities?.["setRules"]} onClick={() => setChanging(true)}>
          {say(texts.change)}
        </AbilityButton>
      }
    >
      <Loaded query={rules}>
        {({ inForce: present, versions }) => (
          <>
            <RedLineTable rules={present.rules} />
            <EventRuleTable rules={present.rules} />
            <WarningRuleTable rules={present.rules} />
            <div className="columns-even">
              <OtherRules rules={present.rules} />
              <RuleHistory
                versions={versions}
                present={present.version}
                today={today}
                changesBetween={(before, after) => changesBetween(before.rules, after.rules)}
              />
            </div>
          </>
        )}
      </Loaded>
      {changing && newest ? <ChangeDiligenceRules newest={newest} onClose={() => setChanging(false)} /> : null}
    </PageView>
  );
}
