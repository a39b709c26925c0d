import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { leadStageWords } from "#domains/promotion/contract/lead.ts";
import type { LeadLimit, LeadRules, LeadRulesVersion } from "#domains/promotion/contract/lead-rules.ts";
import { ChangeLeadRules } from "#domains/promotion/web/ChangeLeadRules.tsx";
import { ruleTexts as texts } from "#domains/promotion/web/pool-web-texts.ts";
import { pool, TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import "#domains/promotion/web/promotion.css";

type Line = { readonly name: string; readonly value: string; readonly source: string };

export function Page() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const [changing, setChanging] = useState(false);
  const rules = useQuery({ queryKey: ["lead-rules"], queryFn: () => pool.listLeadRules({}) });
  const run = useCommand(() => pool.runLeadClocks({}), TOUCHED);
  const lines = useLines();
  const columns: readonly Column<Line>[] = [
    { key: "name", title: say(texts.rule), short: true, cell: (line) => line.name },
    { key: "value", title: say(texts.value), cell: (line) => line.value },
    { key: "source", title: say(texts.source), cell: (line) => <span className="quiet">{line.source}</span> },
  ];
  const history: readonly Column<LeadRulesVersion>[] = [
    { key: "version", title: say(texts.version), figure: true, cell: (one) => String(one.version) },
    { key: "from", title: say(texts.from), short: true, cell: (one) => one.effectiveOn },
    { key: "reason", title: say(texts.reason), cell: (one) => one.reason },
    { key: "by", title: say(texts.by), short: true, cell: (one) => one.changedBy },
  ];
  const { inForce, abilities } = rules.data ?? {};
  // Another change goes on from what is to come, not from what it replaces.
  const newest = rules.data?.versions.at(-1);
  return (
    <PageView
      title={say(texts.title)}
      state={inForce ? say(texts.state, { version: inForce.version, day: inForce.effectiveOn }) : null}
      action={
        <>
          <AbilityButton ability={abilities?.["runClocks"]} loading={run.isPending} onClick={() => run.mutate(undefined)}>
            {say(texts.run)}
          </AbilityButton>
          <AbilityButton type="primary" ability={abilities?.["setRules"]} onClick={() => setChanging(true)}>
            {say(texts.change)}
          </AbilityButton>
        </>
      }
    >
      {run.data ? (
        <p className="notice" role="status">
          {say(texts.ran, run.data)}
        </p>
      ) : null}
      {run.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(run.error)}
        </p>
      ) : null}
      <Loaded query={rules}>
        {(found) => (
          <>
            <Section title={say(texts.clocks)}>
              <DataTable
                caption={say(texts.clocks)}
                rows={lines.clocks(found.inForce.rules)}
                columns={columns}
                rowKey={(line) => line.name}
              />
            </Section>
            <Section title={say(texts.pool)}>
              <DataTable caption={say(texts.pool)} rows={lines.pool(found.inForce.rules)} columns={columns} rowKey={(line) => line.name} />
            </Section>
            <Section title={say(texts.history)}>
              <DataTable
                caption={say(texts.history)}
                rows={found.versions.toReversed()}
                columns={history}
                rowKey={(one) => String(one.version)}
              />
            </Section>
          </>
        )}
      </Loaded>
      {changing && newest ? <ChangeLeadRules rules={newest.rules} basedOn={newest.version} onClose={() => setChanging(false)} /> : null}
    </PageView>
  );
}

function useLines() {
  const { say, language } = useWords();
  const limit = ({ length, unit }: LeadLimit) => say(unit === "workday" ? texts.workdays : texts.days, { length });
  return {
    clocks: ({ clocks }: LeadRules): readonly Line[] => [
      ...(["answer", "judge", "tell", "firstContact", "report"] as const).map((name) => ({
        name: say(texts[name]),
        value: limit(clocks[name]),
        source: clocks[name].source,
      })),
      ...(["warn", "park"] as const).map((name) => ({
        name: say(texts[name]),
        value: say(texts.stages, {
          days: name === "warn" ? clocks.silence.warnDays : clocks.silence.parkDays,
          stages: clocks.silence.stages.map((stage) => say(leadStageWords[stage])).join(language === "zh" ? "、" : ", "),
        }),
        source: clocks.silence.source,
      })),
    ],
    pool: ({ pool: rules }: LeadRules): readonly Line[] =>
      (
        [
          ["perDay", say(texts.leads, { count: rules.perDay })],
          ["mostHeld", say(texts.leads, { count: rules.mostHeld })],
          ["cooldown", say(texts.days, { length: rules.cooldownDays })],
          ["untouched", say(texts.days, { length: rules.untouchedDays })],
          ["protection", say(texts.days, { length: rules.protectionDays })],
        ] as const
      ).map(([name, value]) => ({ name: say(texts[name]), value, source: rules.source })),
  };
}
