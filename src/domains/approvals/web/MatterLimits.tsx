import type { Matter } from "#domains/approvals/contract/matter.ts";
import { FactLine, Facts } from "#domains/approvals/web/Facts.tsx";
import { matterTexts } from "#domains/approvals/web/matter-texts.ts";
import { sayLimit } from "#domains/approvals/web/say-limit.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

/** Each limit with the law from which it comes. */
export function MatterLimits({ matter }: { readonly matter: Matter }) {
  const { say, language } = useWords();
  const { legal, promised, extension, pauses, fee, result } = matter;
  return (
    <Section title={say(matterTexts.limits)}>
      <Facts>
        <FactLine label={say(matterTexts.authority)}>{matter.authority}</FactLine>
        <FactLine label={say(matterTexts.department)}>{matter.department}</FactLine>
        <FactLine label={say(matterTexts.legal)}>
          <Sourced words={sayLimit(legal, say)} source={legal.source} />
        </FactLine>
        <FactLine label={say(matterTexts.promised)}>
          {promised ? <Sourced words={sayLimit(promised, say)} source={promised.source} /> : "–"}
        </FactLine>
        <FactLine label={say(matterTexts.extension)}>
          {extension ? <Sourced words={say(matterTexts.extensionLine, { count: extension.length })} source={extension.source} /> : "–"}
        </FactLine>
        <FactLine label={say(matterTexts.supplement)}>{say(matterTexts.supplementLine, { count: matter.supplementWithin })}</FactLine>
        <FactLine label={say(matterTexts.pauses)}>
          {pauses.length === 0
            ? "–"
            : pauses
                .map(({ reason, most }) => (most === null ? reason : say(matterTexts.pauseMost, { reason, most })))
                .join(language === "zh" ? "、" : ", ")}
        </FactLine>
        <FactLine label={say(matterTexts.fee)}>
          {fee ? <Sourced words={say(matterTexts.feeLine, { yuan: fee.yuan })} source={fee.source} /> : say(matterTexts.free)}
        </FactLine>
        <FactLine label={say(matterTexts.result)}>
          {result === null
            ? null
            : result.validMonths === null
              ? result.name[language]
              : say(matterTexts.resultMonths, { name: result.name[language], months: result.validMonths })}
        </FactLine>
        <FactLine label={say(matterTexts.source)}>{matter.source}</FactLine>
      </Facts>
      {matter.highRisk ? <p className="section-body">{say(matterTexts.highRisk)}</p> : null}
    </Section>
  );
}

function Sourced({ words, source }: { readonly words: string; readonly source: string }) {
  return (
    <>
      {words}
      <span className="under quiet">{source}</span>
    </>
  );
}
