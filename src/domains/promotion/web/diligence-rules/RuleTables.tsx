import type { DiligenceRules } from "#domains/promotion/contract/diligence-rules.ts";
import { RelocationSign, relocationSignWords } from "#domains/promotion/contract/distress-warning.ts";
import {
  type ContractClause,
  contractClauseWords,
  redLineBandWords,
  redLineWords,
} from "#domains/promotion/contract/statement-red-lines.ts";
import {
  bandWords,
  type LadderName,
  ladderShapes,
  RED_LADDERS,
  type RedLadder,
  sayThreshold,
  thresholdsOf,
  WARNING_LADDERS,
} from "#domains/promotion/rules/rule-thresholds.ts";
import { diligenceRuleTexts as texts } from "#domains/promotion/web/diligence-rules/diligence-rules-texts.ts";
import type { Ladder } from "#kernel/ladder.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

type RulesOf = { readonly rules: DiligenceRules };

function useClauseWords() {
  const { say, language } = useWords();
  return (clauses: readonly ContractClause[]) =>
    clauses.length === 0 ? (
      <span className="quiet">{say(texts.noClauses)}</span>
    ) : (
      clauses.map((clause) => say(contractClauseWords[clause])).join(language === "zh" ? "、" : ", ")
    );
}

/** One row for what is looked at, one column for each band. */
function useLadderColumns<Name extends LadderName>(ladderOf: (name: Name) => Ladder, bands: readonly string[]): readonly Column<Name>[] {
  const { say } = useWords();
  return [
    { key: "line", title: say(texts.line), short: true, cell: (name) => say(ladderShapes[name].name) },
    ...bands.map((band) => ({
      key: band,
      title: say(bandWords[band] ?? { zh: band, en: band }),
      short: true as const,
      cell: (name: Name) => {
        const threshold = thresholdsOf(ladderOf(name), ladderShapes[name]).get(band);
        return threshold === undefined ? <span className="quiet">{say(texts.notGiven)}</span> : sayThreshold(threshold, ladderShapes[name]);
      },
    })),
    { key: "unit", title: say(texts.unit), short: true, cell: (name) => say(ladderShapes[name].unit) },
  ];
}

export function RedLineTable({ rules: { redLines } }: RulesOf) {
  const { say } = useWords();
  const clauseWords = useClauseWords();
  const ladders = useLadderColumns<RedLadder>((name) => redLines[name].ladder, ladderShapes.debtRatio.bands);
  return (
    <Section title={say(texts.redLines)}>
      <DataTable
        caption={say(texts.redLines)}
        rows={RED_LADDERS}
        rowKey={(name) => name}
        columns={[
          ...ladders,
          { key: "clauses", title: say(texts.clauses), cell: (name) => clauseWords(redLines[name].clauses) },
          {
            key: "source",
            title: say(texts.source),
            wideOnly: true,
            cell: (name) => (
              <span className="quiet" lang="zh-CN">
                {redLines[name].ladder.source}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

export function EventRuleTable({ rules: { redLines } }: RulesOf) {
  const { say } = useWords();
  const clauseWords = useClauseWords();
  return (
    <Section title={say(texts.events)}>
      <DataTable
        caption={say(texts.events)}
        rows={redLines.events}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "event", title: say(texts.event), short: true, cell: ({ kind }) => say(redLineWords[kind]) },
          { key: "band", title: say(texts.band), short: true, cell: ({ band }) => say(redLineBandWords[band]) },
          {
            key: "counts",
            title: say(texts.counts),
            cell: ({ days }) => (days === null ? say(texts.untilLifted) : say(texts.forDays, { days })),
          },
          { key: "clauses", title: say(texts.clauses), cell: ({ clauses }) => clauseWords(clauses) },
          {
            key: "source",
            title: say(texts.source),
            wideOnly: true,
            cell: ({ source }) => (
              <span className="quiet" lang="zh-CN">
                {source}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

export function WarningRuleTable({ rules: { warnings } }: RulesOf) {
  const { say } = useWords();
  const ladders = useLadderColumns<(typeof WARNING_LADDERS)[number]>((name) => warnings[name], ladderShapes.permitDaysLeft.bands);
  return (
    <Section title={say(texts.warnings)}>
      <DataTable
        caption={say(texts.warnings)}
        rows={WARNING_LADDERS}
        rowKey={(name) => name}
        columns={[
          ...ladders,
          {
            key: "source",
            title: say(texts.source),
            wideOnly: true,
            cell: (name) => (
              <span className="quiet" lang="zh-CN">
                {warnings[name].source}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

export function OtherRules({ rules: { redLines, warnings } }: RulesOf) {
  const { say } = useWords();
  return (
    <div className="stack">
      <Section title={say(texts.signs)}>
        <DataTable
          caption={say(texts.signs)}
          rows={RelocationSign.options}
          rowKey={(sign) => sign}
          columns={[
            { key: "sign", title: say(texts.sign), cell: (sign) => say(relocationSignWords[sign]) },
            { key: "weight", title: say(texts.weight), figure: true, cell: (sign) => warnings.relocationWeights[sign] },
          ]}
        />
      </Section>
      <Section title={say(texts.others)}>
        <dl className="facts section-body">
          <div>
            <dt>{say(texts.cashYears)}</dt>
            <dd>{say(texts.years, { years: redLines.cashYears })}</dd>
          </div>
          <div>
            <dt>{say(texts.withoutNetAssets)}</dt>
            <dd>{say(redLineBandWords[redLines.withoutNetAssets])}</dd>
          </div>
          <div>
            <dt>{say(texts.relocationDays)}</dt>
            <dd>{say(texts.days, { days: warnings.relocationDays })}</dd>
          </div>
        </dl>
      </Section>
    </div>
  );
}
