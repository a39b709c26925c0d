import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AmountClass, amountClassWords, ContractKind, contractKindWords } from "#domains/promotion/contract/contract.ts";
import { ContractDrawer } from "#domains/promotion/web/ContractDrawer.tsx";
import { ContractTable } from "#domains/promotion/web/ContractTable.tsx";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { MeasureRow } from "#domains/promotion/web/MeasureRow.tsx";
import { contracts } from "#domains/promotion/web/promotion-client.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";
import { Choice } from "#ui/Choice.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/promotion/web/promotion.css";

/** Contracts of a period with their measures; the year so far when nothing is said. */
export function Page() {
  const { say } = useWords();
  const { today } = useViewer();
  const { short } = useLeadMoney();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<string>();
  const from = findLocalDate(address["from"] ?? "") ?? (`${today.slice(0, 4)}-01-01` as LocalDate);
  const to = findLocalDate(address["to"] ?? "") ?? (today as LocalDate);
  const filter = {
    q: address["q"],
    kind: ContractKind.safeParse(address["kind"]).data,
    class: AmountClass.safeParse(address["class"]).data,
    waiting: address["show"] === "waiting",
    from,
    to,
  };
  const measures = useQuery({ queryKey: ["contracts", "measures", from, to], queryFn: () => contracts.contractMeasures({ from, to }) });
  const list = usePages(["contracts", filter], (cursor) => contracts.listContracts({ ...filter, cursor, limit: 100 }));
  return (
    <PageView
      title={say(texts.title)}
      state={
        measures.data
          ? say(texts.state, {
              from,
              to,
              count: measures.data.formal.count,
              amount: short(measures.data.formal.amountYuan),
              arrived: short(measures.data.arrivedYuan),
              waiting: short(measures.data.waitingYuan),
            })
          : null
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <span className="filter-day">
            <Field label={say(texts.from)} type="date" value={from} onChange={(value) => change({ from: value })} />
          </span>
          <span className="filter-day">
            <Field label={say(texts.to)} type="date" value={to} onChange={(value) => change({ to: value })} />
          </span>
          <Choice
            label={say(texts.kind)}
            value={filter.kind ?? ""}
            onChange={(kind) => change({ kind })}
            options={[
              { value: "", label: say(texts.all) },
              ...ContractKind.options.map((value) => ({ value, label: say(contractKindWords[value]) })),
            ]}
          />
          <Choice
            label={say(texts.class)}
            value={filter.class ?? ""}
            onChange={(value) => change({ class: value })}
            options={[
              { value: "", label: say(texts.all) },
              ...AmountClass.options.map((value) => ({ value, label: say(amountClassWords[value]) })),
            ]}
          />
          <Choice
            label={say(texts.show)}
            value={address["show"] ?? ""}
            onChange={(show) => change({ show })}
            options={[
              { value: "", label: say(texts.all) },
              { value: "waiting", label: say(texts.waiting) },
            ]}
          />
        </>
      }
    >
      {measures.data ? <MeasureRow measures={measures.data} /> : null}
      <Loaded query={list}>
        {(rows) => (
          <ContractTable
            rows={rows}
            onOpen={(contract) => setOpened(contract.id)}
            total={list.total}
            more={list.more}
            empty={<Empty title={say(texts.empty)} hint={say(texts.emptyHint)} />}
          />
        )}
      </Loaded>
      <ContractDrawer contract={list.data?.find(({ id }) => id === opened)} onClose={() => setOpened(undefined)} />
    </PageView>
  );
}
