import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AddContract } from "#domains/promotion/web/AddContract.tsx";
import { ContractDrawer } from "#domains/promotion/web/ContractDrawer.tsx";
import { ContractTable } from "#domains/promotion/web/ContractTable.tsx";
import { contractTexts } from "#domains/promotion/web/contract-web-texts.ts";
import type { LeadPart } from "#domains/promotion/web/lead-of-page.ts";
import { leadTexts as texts } from "#domains/promotion/web/lead-page-texts.ts";
import { contracts } from "#domains/promotion/web/promotion-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";

export function LeadContracts({ lead }: LeadPart) {
  const { say } = useWords();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  const { id } = lead.row;
  const list = useQuery({ queryKey: ["contracts", "of", id], queryFn: () => contracts.listContracts({ leadId: id, limit: 50 }) });
  return (
    <Section
      title={say(texts.contracts)}
      aside={
        <AbilityButton size="small" ability={lead.abilities["addContract"]} onClick={() => setAdding(true)}>
          {say(contractTexts.add)}
        </AbilityButton>
      }
    >
      <Loaded query={list} rows={2}>
        {({ items }) => (
          <ContractTable
            rows={items}
            onOpen={(contract) => setOpened(contract.id)}
            empty={<p className="section-body quiet">{say(texts.contractsNone)}</p>}
          />
        )}
      </Loaded>
      <ContractDrawer contract={list.data?.items.find((one) => one.id === opened)} onClose={() => setOpened(undefined)} />
      {adding ? <AddContract lead={lead} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
