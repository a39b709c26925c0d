import { type ReactNode, useState } from "react";
import { amountClassWords, contractKindWords } from "#domains/promotion/contract/contract.ts";
import type { ContractView } from "#domains/promotion/contract/contract-operations.ts";
import { investorClassWords } from "#domains/promotion/contract/lead.ts";
import { ContractFunds } from "#domains/promotion/web/ContractFunds.tsx";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { EndContract } from "#domains/promotion/web/EndContract.tsx";
import { EnterFunds } from "#domains/promotion/web/EnterFunds.tsx";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { contractAddress } from "#domains/promotion/web/promotion-client.ts";
import type { Text } from "#kernel/texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";

type ContractDrawerProps = { readonly contract: ContractView | undefined; readonly onClose: () => void };

/** One contract with its funds, beside the page. */
export function ContractDrawer({ contract, onClose }: ContractDrawerProps) {
  const { say, language } = useWords();
  const { exact } = useLeadMoney();
  const [form, setForm] = useState<"funds" | "end">();
  if (contract === undefined) return null;
  const line = (label: Text, value: ReactNode) =>
    value === null || value === "" ? null : (
      <div className="facts-row">
        <dt>{say(label)}</dt>
        <dd>{value}</dd>
      </div>
    );
  const classWord = contract.amountClass === null ? "" : ` · ${say(amountClassWords[contract.amountClass])}`;
  return (
    <Drawer
      open
      wide
      title={contract.title}
      onClose={onClose}
      footer={
        <div className="actions">
          <AbilityButton type="primary" ability={contract.abilities["enterFunds"]} onClick={() => setForm("funds")}>
            {say(texts.enterFunds)}
          </AbilityButton>
          <AbilityButton ability={contract.abilities["end"]} onClick={() => setForm("end")}>
            {say(texts.end)}
          </AbilityButton>
        </div>
      }
    >
      <dl className="facts">
        {line(texts.number, contract.number)}
        {line(texts.kind, say(contractKindWords[contract.kind]))}
        {line(texts.party, contract.party)}
        {line(
          texts.lead,
          <AppLink to={`/promotion/leads/${contract.lead.id}`}>{`${contract.lead.code} ${contract.lead.projectName}`}</AppLink>,
        )}
        {line(texts.signed, contract.signedOn)}
        {line(texts.amount, contract.amountYuan === null ? null : `${exact(contract.amountYuan)}${classWord}`)}
        {line(texts.phrase, contract.amountPhrase)}
        {line(
          texts.investorClasses,
          contract.investorClasses.map((one) => say(investorClassWords[one])).join(language === "zh" ? "、" : ", "),
        )}
        {line(texts.industry, `${contract.industry}${contract.leadingIndustry ? ` · ${say(texts.leadingIndustry)}` : ""}`)}
        {line(texts.fair, contract.fair)}
        {line(texts.conditions, contract.conditions)}
        {line(
          texts.file,
          contract.fileName === null ? null : (
            <a href={contractAddress(contract.id)} download>
              {contract.fileName}
            </a>
          ),
        )}
        {line(texts.ended, contract.endedOn === null ? null : `${contract.endedOn} · ${contract.endedReason ?? ""}`)}
        {line(texts.arrived, exact(contract.arrivedYuan))}
      </dl>
      <ContractFunds contract={contract} />
      {form === "funds" ? <EnterFunds contract={contract} onClose={() => setForm(undefined)} /> : null}
      {form === "end" ? <EndContract contract={contract} onClose={() => setForm(undefined)} /> : null}
    </Drawer>
  );
}
