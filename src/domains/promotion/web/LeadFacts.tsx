import type { ReactNode } from "react";
import { useState } from "react";
import { channelWords, investorClassWords, leadNatureWords, lostReasonWords, partyKindWords } from "#domains/promotion/contract/lead.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { TOUCHED } from "#domains/promotion/web/promotion-client.ts";
import { promotionWebTexts } from "#domains/promotion/web/promotion-texts.ts";
import { SendToRegister } from "#domains/promotion/web/SendToRegister.tsx";
import type { Text } from "#kernel/texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Unmask } from "#ui/Unmask.tsx";

/** What is said of the lead; what nobody said is left out. */
export function LeadFacts({ lead }: LeadPart) {
  const { say, language } = useWords();
  const { exact } = useLeadMoney();
  const [sending, setSending] = useState(false);
  const { row } = lead;
  const line = (label: Text, value: ReactNode) =>
    value === null || value === "" || value === undefined ? null : (
      <div className="facts-row">
        <dt>{say(label)}</dt>
        <dd>{value}</dd>
      </div>
    );
  const signed = row.stage === "SIGNED" || row.stage === "LANDED";
  return (
    <Section
      title={say(texts.facts)}
      aside={
        <Unmask
          operation="promotion.openLead"
          input={{ id: row.id }}
          shown={[lead.contactName, lead.contactPhone, ...lead.interactions.map(({ theirs }) => theirs)]}
          touches={TOUCHED}
        />
      }
    >
      <dl className="facts section-body">
        {line(promotionWebTexts.party, `${row.party} · ${say(partyKindWords[row.partyKind])}`)}
        {line(texts.identifier, lead.identifier)}
        {line(texts.country, lead.country)}
        {line(texts.classes, lead.investorClasses.map((one) => say(investorClassWords[one])).join(language === "zh" ? "、" : ", "))}
        {line(promotionWebTexts.nature, say(leadNatureWords[row.nature]))}
        {line(texts.industry, row.industry === "" ? null : `${row.industry}${row.leadingIndustry ? ` · ${say(texts.leading)}` : ""}`)}
        {line(texts.chainNode, row.chainNode)}
        {line(texts.amount, exact(row.amountYuan))}
        {line(texts.channel, say(channelWords[row.channel]))}
        {line(texts.origin, lead.origin)}
        {line(texts.contact, [lead.contactName, lead.contactPhone].filter((one) => one !== "").join(" "))}
        {line(
          texts.owner,
          row.owner === null ? `${say(promotionWebTexts.inPool)} · ${lead.poolName}` : `${row.owner} ${row.department ?? ""}`,
        )}
        {line(
          texts.judgement,
          lead.judged === null
            ? null
            : `${say(lead.judged.worthwhile ? texts.worthwhile : texts.notWorthwhile)} · ${lead.judged.judgement} · ${lead.judged.on}`,
        )}
        {line(texts.lostBecause, lead.lostReason === null ? null : say(lostReasonWords[lead.lostReason]))}
        {line(texts.distinct, lead.distinctReason)}
        {line(
          texts.project,
          lead.project ? (
            <AppLink to={`/projects/${lead.project.id}`}>
              {lead.project.code} · {say(lead.project.stage)}
            </AppLink>
          ) : signed && row.nature === "investment" && lead.projectProblem === null ? (
            say(texts.projectWaiting)
          ) : null,
        )}
        {line(texts.registered, `${lead.registeredBy} ${lead.registeredOn}`)}
        {line(texts.summary, lead.summary)}
        {lead.joined.length === 0
          ? null
          : line(
              texts.joined,
              lead.joined.map((one) => (
                <AppLink key={one.id} to={`/promotion/leads/${one.id}`}>
                  {one.code} {one.projectName}{" "}
                </AppLink>
              )),
            )}
      </dl>
      {lead.joinedTo ? (
        <p className="notice">
          <AppLink to={`/promotion/leads/${lead.joinedTo.id}`}>{say(texts.joinedTo, { code: lead.joinedTo.code })}</AppLink>
        </p>
      ) : null}
      {lead.projectProblem ? (
        <div className="section-body stack-small">
          <p className="notice notice-alert">{say(texts.projectProblem, { problem: say(lead.projectProblem) })}</p>
          <span>
            <AbilityButton size="small" ability={lead.abilities["send"]} onClick={() => setSending(true)}>
              {say(texts.sendAgain)}
            </AbilityButton>
          </span>
        </div>
      ) : null}
      {sending ? <SendToRegister lead={lead} onClose={() => setSending(false)} /> : null}
    </Section>
  );
}
