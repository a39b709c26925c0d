import { Button } from "antd";
import { useState } from "react";
import type { PromisesView } from "#domains/promotion/contract/promise-operations.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { PromiseLines } from "#domains/promotion/web/PromiseLines.tsx";
import { PromiseTotals } from "#domains/promotion/web/PromiseTotals.tsx";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { promises, promisesExportAddress } from "#domains/promotion/web/promotion-client.ts";
import { useLedger } from "#domains/promotion/web/use-ledger.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import "#domains/promotion/web/promotion.css";

export function Page() {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<string>();
  const filter = { q: address["q"], asOf: findLocalDate(address["asOf"] ?? ""), broken: address["show"] === "broken" };
  const ledger = useLedger(filter, (cursor) => promises.promiseLedger({ ...filter, cursor, limit: 100 }));
  const chosen = ledger.data?.find(({ lead }) => lead.id === opened);
  const columns: readonly Column<PromisesView>[] = [
    {
      key: "lead",
      title: say(texts.lead),
      order: (row) => row.lead.projectName,
      cell: (row) => (
        <div>
          <AppLink to={`/promotion/leads/${row.lead.id}`}>{row.lead.projectName}</AppLink>
          <span className="quiet under">
            {row.lead.code} · {row.lead.party}
          </span>
        </div>
      ),
    },
    { key: "contract", title: say(texts.contract), wideOnly: true, cell: (row) => row.contractNumber ?? "–" },
    {
      key: "project",
      title: say(texts.project),
      short: true,
      cell: (row) => (row.project === null ? "–" : <AppLink to={`/projects/${row.project.id}`}>{row.project.code}</AppLink>),
    },
    { key: "total", title: say(texts.total), figure: true, order: (row) => Number(row.totalYuan), cell: (row) => short(row.totalYuan) },
    {
      key: "standing",
      title: say(texts.standing),
      order: (row) => -row.broken,
      cell: (row) => (
        <button type="button" className={`text-button${row.broken > 0 ? " lead-late" : ""}`} onClick={() => setOpened(row.lead.id)}>
          {row.kept + row.broken === 0 ? say(texts.nothingDue) : say(texts.keptOf, { kept: row.kept, broken: row.broken })}
        </button>
      ),
    },
  ];
  const rows = ledger.data ?? [];
  return (
    <PageView
      title={say(texts.title)}
      state={
        ledger.first
          ? say(texts.state, {
              count: ledger.count,
              day: ledger.first.asOf,
              kept: rows.reduce((all, row) => all + row.kept, 0),
              broken: rows.reduce((all, row) => all + row.broken, 0),
            })
          : null
      }
      action={<Button href={promisesExportAddress()}>{say(texts.export)}</Button>}
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <span className="filter-day">
            <Field label={say(texts.asOf)} type="date" value={address["asOf"] ?? ""} onChange={(asOf) => change({ asOf })} />
          </span>
          <Choice
            label={say(texts.show)}
            value={address["show"] ?? ""}
            onChange={(show) => change({ show })}
            options={[
              { value: "", label: say(texts.all) },
              { value: "broken", label: say(texts.broken) },
            ]}
          />
        </>
      }
    >
      {ledger.first ? (
        <Section title={say(texts.totals)}>
          <PromiseTotals totals={ledger.first.totals} />
        </Section>
      ) : null}
      <Loaded query={ledger}>
        {(all) => (
          <DataTable
            caption={say(texts.title)}
            rows={all}
            columns={columns}
            rowKey={(row) => row.lead.id}
            onOpen={(row) => setOpened(row.lead.id)}
            total={ledger.total}
            more={ledger.more}
            empty={<Empty title={say(texts.empty)} hint={say(texts.emptyHint)} />}
          />
        )}
      </Loaded>
      <Drawer open={chosen !== undefined} wide title={chosen?.lead.projectName ?? ""} onClose={() => setOpened(undefined)}>
        {chosen ? <PromiseLines lines={chosen.lines} /> : null}
      </Drawer>
    </PageView>
  );
}
