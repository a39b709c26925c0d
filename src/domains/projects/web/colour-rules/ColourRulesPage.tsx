import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ChangeRule } from "#domains/projects/web/colour-rules/ChangeRule.tsx";
import { ruleTexts } from "#domains/projects/web/colour-rules/colour-rule-texts.ts";
import "#domains/projects/web/colour-rules/colour-rules.css";
import { changesBetween } from "#domains/projects/rules/rule-changes.ts";
import { LadderTable } from "#domains/projects/web/colour-rules/LadderTable.tsx";
import { OtherRules } from "#domains/projects/web/colour-rules/OtherRules.tsx";
import { colours } from "#domains/projects/web/projects-client.ts";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { RuleHistory } from "#ui/RuleHistory.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const { today, permissions } = useViewer();
  const [changing, setChanging] = useState(false);
  const rules = useQuery({ queryKey: ["colour-rules"], queryFn: () => colours.listColourRules({}) });
  const versions = rules.data?.items ?? [];
  const present = versions.filter((version) => version.effectiveOn <= today).at(-1);
  const coming = versions.filter((version) => version.effectiveOn > today).at(-1);
  return (
    <PageView
      title={say(ruleTexts.title)}
      state={
        present
          ? `${say(present.version === 1 ? ruleTexts.stateFirst : ruleTexts.state, { version: present.version, day: day(present.effectiveOn) })}${
              coming ? ` ${say(ruleTexts.coming, { version: coming.version, day: day(coming.effectiveOn) })}` : ""
            }`
          : null
      }
      action={
        permissions.has("projects.set-rules") ? (
          <Button type="primary" onClick={() => setChanging(true)} disabled={!present}>
            {say(ruleTexts.change)}
          </Button>
        ) : null
      }
    >
      <Loaded query={rules}>
        {({ items }) =>
          present ? (
            <>
              <Section title={say(ruleTexts.ladders)}>
                <LadderTable rule={present.rule} />
              </Section>
              <div className="columns-even">
                <OtherRules rule={present.rule} />
                <RuleHistory
                  versions={items}
                  present={present.version}
                  today={today}
                  changesBetween={(before, after) => changesBetween(before.rule, after.rule)}
                />
              </div>
              {changing ? <ChangeRule rule={(coming ?? present).rule} onClose={() => setChanging(false)} /> : null}
            </>
          ) : null
        }
      </Loaded>
    </PageView>
  );
}
