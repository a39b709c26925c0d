import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { JournalEntry } from "#domains/system/contract/system-operations.ts";
import { JournalEntryView } from "#domains/system/web/JournalEntryView.tsx";
import { journalTexts } from "#domains/system/web/journal-texts.ts";
import { journalExportAddress, system } from "#domains/system/web/system-client.ts";
import { VerifiedNotice } from "#domains/system/web/VerifiedNotice.tsx";
import { findLocalDate } from "#kernel/local-date.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useOperationName } from "#ui/operation-names.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const nameOf = useOperationName();
  const [address, change] = useAddress();
  const [shown, setShown] = useState<JournalEntry>();
  const from = findLocalDate(address["from"] ?? "");
  const to = findLocalDate(address["to"] ?? "");
  const filters = { q: address["q"] || undefined, from, to };
  const entries = usePages(["journal", filters], (cursor) => system.searchJournal({ ...filters, cursor, limit: 100 }));
  const verify = useMutation({ mutationFn: () => system.verifyJournal({}) });
  const columns: readonly Column<JournalEntry>[] = [
    { key: "at", short: true, title: say(journalTexts.at), cell: (row) => moment(row.at), width: "140px" },
    { key: "who", title: say(journalTexts.who), cell: (row) => row.actorName, width: "100px" },
    { key: "operation", title: say(journalTexts.operation), cell: (row) => nameOf(row.operation) },
    { key: "subject", title: say(journalTexts.subject), wideOnly: true, cell: (row) => row.subject ?? "–" },
    { key: "from", title: say(journalTexts.from), wideOnly: true, cell: (row) => row.from ?? "–" },
    { key: "number", title: say(journalTexts.number), figure: true, order: (row) => row.sequence, cell: (row) => row.sequence },
  ];
  return (
    <PageView
      title={say(journalTexts.title)}
      state={say(journalTexts.state)}
      action={
        <>
          <a
            className="button-link button-link-plain"
            download
            href={journalExportAddress({ ...(from ? { from } : {}), ...(to ? { to } : {}) })}
          >
            {say(journalTexts.export)}
          </a>
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
            {say(journalTexts.verify)}
          </Button>
        </>
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <label className="filter">
            {say(journalTexts.since)}
            <input type="date" className="input" value={address["from"] ?? ""} onChange={(event) => change({ from: event.target.value })} />
          </label>
          <label className="filter">
            {say(journalTexts.until)}
            <input type="date" className="input" value={address["to"] ?? ""} onChange={(event) => change({ to: event.target.value })} />
          </label>
        </>
      }
    >
      <VerifiedNotice report={verify.data} error={verify.error} />
      <Loaded query={entries} rows={8}>
        {(rows) => (
          <DataTable
            caption={say(journalTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => String(row.sequence)}
            onOpen={setShown}
            total={entries.total}
            more={entries.more}
          />
        )}
      </Loaded>
      <Drawer
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={say(journalTexts.entry, { sequence: shown?.sequence ?? "" })}
        wide
      >
        {shown ? <JournalEntryView entry={shown} /> : null}
      </Drawer>
    </PageView>
  );
}
