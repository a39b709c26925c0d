import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  MEASURES,
  type Measure,
  measureWords,
  type ScoringContent,
  type ScoringVersion,
  vetoWords,
} from "#domains/promotion/contract/screening.ts";
import { writeMarks } from "#domains/promotion/web/marks-draft.ts";
import { SetScoring } from "#domains/promotion/web/SetScoring.tsx";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening } from "#domains/promotion/web/target-client.ts";
import type { Text } from "#kernel/texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import "#domains/promotion/web/targets.css";

const HOW: Readonly<Record<Measure, Text>> = {
  fit: texts.measureFit,
  growth: texts.measureGrowth,
  signals: texts.measureSignals,
  linkage: texts.measureLinkage,
  innovation: texts.measureInnovation,
};

type Line = { readonly measure: Measure; readonly content: ScoringContent };

export function Page() {
  const { say } = useWords();
  const [setting, setSetting] = useState(false);
  const scoring = useQuery({ queryKey: ["screening", "scoring"], queryFn: () => screening.listScoring({}) });
  const inForce = scoring.data?.inForce;
  const newest = scoring.data?.versions.at(-1);
  const terms: readonly Column<Line>[] = [
    { key: "term", title: say(texts.term), short: true, cell: ({ measure }) => say(measureWords[measure]) },
    { key: "most", title: say(texts.most), figure: true, cell: ({ measure, content }) => content.terms[measure].marks.at(-1)?.points ?? 0 },
    { key: "marks", title: say(texts.marks), cell: ({ measure, content }) => writeMarks(content.terms[measure].marks) },
    { key: "how", title: say(texts.measures), cell: ({ measure, content }) => say(HOW[measure], { ...content.measures[measure] }) },
    { key: "source", title: say(texts.source), wideOnly: true, cell: ({ measure, content }) => content.terms[measure].source },
  ];
  const versions: readonly Column<ScoringVersion>[] = [
    { key: "version", title: say(texts.versions), figure: true, cell: (row) => row.version },
    { key: "from", title: say(texts.effectiveOn), short: true, cell: (row) => row.effectiveOn },
    { key: "reason", title: say(texts.reason), cell: (row) => row.reason },
    { key: "by", title: say(texts.by), cell: (row) => say(texts.changedBy, { by: row.changedBy, on: row.changedOn }) },
  ];
  return (
    <PageView
      title={say(texts.scoring)}
      back={<AppLink to="/promotion/screening">{say(texts.title)}</AppLink>}
      state={inForce ? say(texts.scoringState, { version: inForce.version, on: inForce.effectiveOn }) : null}
      action={
        <AbilityButton type="primary" ability={scoring.data?.abilities["setScoring"]} onClick={() => setSetting(true)}>
          {say(texts.setScoring)}
        </AbilityButton>
      }
    >
      <Loaded query={scoring}>
        {({ inForce: { content }, versions: all }) => (
          <>
            <DataTable
              caption={say(texts.scoring)}
              rows={MEASURES.map((measure) => ({ measure, content }))}
              columns={terms}
              rowKey={({ measure }) => measure}
            />
            <Section title={say(texts.vetoes)}>
              <ul className="list">
                {content.vetoes.map(({ kind, source }) => (
                  <li key={kind} className="list-line">
                    <span>{say(vetoWords[kind])}</span>
                    <span className="quiet">{source}</span>
                  </li>
                ))}
              </ul>
            </Section>
            <DataTable caption={say(texts.versions)} rows={all.toReversed()} columns={versions} rowKey={(row) => String(row.version)} />
          </>
        )}
      </Loaded>
      {setting && newest ? <SetScoring newest={newest} onClose={() => setSetting(false)} /> : null}
    </PageView>
  );
}
