import { useState } from "react";
import { fundsProofWords, fundsStateWords } from "#domains/promotion/contract/contract.ts";
import type { ContractView, FundsView } from "#domains/promotion/contract/contract-operations.ts";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { contracts, fundsAddress } from "#domains/promotion/web/promotion-client.ts";
import { ReasonForm } from "#domains/promotion/web/ReasonForm.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type Deciding = { readonly funds: FundsView; readonly confirm: boolean };

/** What arrived, with its proof; counted once a second person has confirmed it. */
export function ContractFunds({ contract }: { readonly contract: ContractView }) {
  const { say } = useWords();
  const { exact } = useLeadMoney();
  const [deciding, setDeciding] = useState<Deciding>();
  return (
    <Section title={say(texts.funds)}>
      {contract.funds.length === 0 ? <p className="section-body quiet">{say(texts.fundsNone)}</p> : null}
      <ul className="list">
        {contract.funds.map((funds) => (
          <li key={funds.id}>
            <div className="list-line">
              <strong>{exact(funds.amountYuan)}</strong>
              <StateChip tone={funds.state === "CONFIRMED" ? "done" : funds.state === "ENTERED" ? "alert" : "muted"}>
                {say(fundsStateWords[funds.state])}
              </StateChip>
            </div>
            <p>
              {funds.arrivedOn} · {say(fundsProofWords[funds.proof])}{" "}
              {funds.fileName === null ? (
                funds.proofNumber
              ) : (
                <a href={fundsAddress(funds.id)} download>
                  {funds.proofNumber}
                </a>
              )}
            </p>
            <p className="quiet">
              {say(texts.enteredBy, { by: funds.enteredBy })}
              {funds.note === "" ? "" : ` · ${funds.note}`}
            </p>
            {funds.decidedBy === null ? (
              <span className="actions reasoned-left">
                <AbilityButton size="small" ability={funds.abilities["confirm"]} onClick={() => setDeciding({ funds, confirm: true })}>
                  {say(texts.confirm)}
                </AbilityButton>
                {funds.abilities["confirm"]?.allowed ? (
                  <AbilityButton size="small" ability={funds.abilities["confirm"]} onClick={() => setDeciding({ funds, confirm: false })}>
                    {say(texts.refuse)}
                  </AbilityButton>
                ) : null}
              </span>
            ) : (
              <p className="quiet">
                {say(texts.decidedBy, { by: funds.decidedBy, on: funds.decidedOn ?? "", decision: funds.decision ?? "" })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {deciding ? (
        <ReasonForm
          title={say(deciding.confirm ? texts.confirm : texts.refuse)}
          submit={say(deciding.confirm ? texts.confirm : texts.refuse)}
          subject={`${contract.number} · ${exact(deciding.funds.amountYuan)} · ${deciding.funds.proofNumber}`}
          label={say(texts.decision)}
          danger={!deciding.confirm}
          run={(decision) =>
            contracts.confirmFunds({ fundsId: deciding.funds.id, version: deciding.funds.version, confirm: deciding.confirm, decision })
          }
          onClose={() => setDeciding(undefined)}
        />
      ) : null}
    </Section>
  );
}
