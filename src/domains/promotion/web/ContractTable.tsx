import type { ReactNode } from "react";
import { amountClassWords, contractKindWords } from "#domains/promotion/contract/contract.ts";
import type { ContractView } from "#domains/promotion/contract/contract-operations.ts";
import { contractTexts as texts } from "#domains/promotion/web/contract-web-texts.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type ContractTableProps = {
  readonly rows: readonly ContractView[];
  readonly onOpen: (contract: ContractView) => void;
  readonly empty: ReactNode;
  readonly total?: number | null;
  readonly more?: (() => void) | undefined;
};

export function ContractTable({ rows, onOpen, empty, total, more }: ContractTableProps) {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const waiting = (contract: ContractView) => contract.funds.filter(({ state }) => state === "ENTERED").length;
  const columns: readonly Column<ContractView>[] = [
    {
      key: "name",
      title: say(texts.name),
      order: (row) => row.title,
      cell: (row) => (
        <div>
          <button type="button" className="text-button" onClick={() => onOpen(row)}>
            {row.title}
          </button>
          <span className="quiet under">
            {row.number} · {row.party}
          </span>
        </div>
      ),
    },
    { key: "kind", title: say(texts.kind), short: true, cell: (row) => say(contractKindWords[row.kind]) },
    { key: "signed", title: say(texts.signed), short: true, order: (row) => row.signedOn, cell: (row) => row.signedOn },
    {
      key: "amount",
      title: say(texts.amount),
      figure: true,
      order: (row) => (row.amountYuan === null ? null : Number(row.amountYuan)),
      cell: (row) => short(row.amountYuan),
    },
    {
      key: "class",
      title: say(texts.class),
      short: true,
      wideOnly: true,
      cell: (row) => (row.amountClass === null ? "–" : say(amountClassWords[row.amountClass])),
    },
    {
      key: "arrived",
      title: say(texts.arrived),
      figure: true,
      order: (row) => Number(row.arrivedYuan),
      cell: (row) => (
        <span>
          {row.arrivedYuan === "0" ? "–" : short(row.arrivedYuan)}{" "}
          {waiting(row) > 0 ? <StateChip tone="alert">{say(texts.waiting)}</StateChip> : null}
          {row.state === "ENDED" ? <StateChip tone="muted">{say(texts.ended)}</StateChip> : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={say(texts.title)}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      empty={empty}
      more={more}
      {...(total === undefined ? {} : { total })}
    />
  );
}
