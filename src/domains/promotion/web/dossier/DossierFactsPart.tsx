import type { ReactNode } from "react";
import { actionWords, strengthWords } from "#domains/chain/contract/chain.ts";
import { recommendationWords } from "#domains/promotion/contract/diligence.ts";
import type { DossierFacts, DossierView } from "#domains/promotion/contract/dossier.ts";
import { dossierWords as words } from "#domains/promotion/contract/dossier-words.ts";
import { promiseMetricWords } from "#domains/promotion/contract/promise.ts";
import { redLineBandWords } from "#domains/promotion/contract/statement-red-lines.ts";
import { enterpriseLines, type FactLine, fitLines, needLines } from "#domains/promotion/rules/dossier-lines.ts";
import { dossierWebTexts as texts } from "#domains/promotion/web/dossier/dossier-web-texts.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { usePromiseWords } from "#domains/promotion/web/use-promise-words.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

const pairs = (lines: readonly FactLine[]) => lines.map(({ label, text }) => [label, text] as const);

type FactsProps = { readonly facts: DossierFacts; readonly contact: DossierView["contact"] };

/** What stands beside the words of a plan: the lead, its place in the chain, risks, promises on record, the contact. */
export function DossierFactsPart({ facts, contact }: FactsProps) {
  const { say, language } = useWords();
  const { short } = useLeadMoney();
  const { promised } = usePromiseWords();
  const { lead, chain, risks } = facts;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say(words.party), lead.party],
    [say(words.identifier), lead.identifier ?? "–"],
    [say(words.industry), lead.industry || "–"],
    [say(words.amount), short(lead.amountYuan)],
    ...pairs(enterpriseLines(facts, language)),
    ...(chain === null
      ? [
          [
            say(words.place),
            <span key="none" className="quiet">
              {say(words.noChain)}
            </span>,
          ] as const,
        ]
      : [
          [say(words.place), chain.path.join(" → ")] as const,
          [
            say(words.strength),
            say(words.strengthSaid, { strength: say(strengthWords[chain.strength]), producers: chain.producers }),
          ] as const,
          ...(chain.action === null ? [] : [[say(words.action), say(actionWords[chain.action])] as const]),
          ...(chain.residents.length === 0 ? [] : [[say(words.residents), chain.residents.join(say(words.comma))] as const]),
        ]),
    ...pairs(fitLines(facts, language)),
    ...pairs(needLines(facts, language)),
    [
      say(words.band),
      [say(redLineBandWords[risks.band]), ...risks.lines.map((line) => line[language])].join(language === "zh" ? "；" : "; "),
    ],
    [say(words.distress), risks.distress === null ? "–" : say(words.distressSaid, risks.distress)],
    [
      say(words.memo),
      risks.memo === null
        ? say(words.noMemo)
        : say(words.memoSaid, { edition: risks.memo.edition, recommendation: say(recommendationWords[risks.memo.recommendation]) }),
    ],
    ...facts.promises.map((line) => {
      const metric = say(promiseMetricWords[line.metric]);
      return [line.year === null ? metric : say(words.promiseYear, { year: line.year, metric }), promised(line)] as const;
    }),
    [say(texts.contact), [contact.name, contact.phone].filter(Boolean).join(" ") || "–"],
  ];
  return (
    <Section title={say(texts.facts)} aside={<span className="quiet">{say(texts.factsAsOf, { day: facts.asOf })}</span>}>
      <dl className="facts section-body">
        {rows.map(([label, text]) => (
          // Two talks of one day and kind have one label.
          <div key={`${label} ${typeof text === "string" ? text : ""}`} className="facts-row">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
