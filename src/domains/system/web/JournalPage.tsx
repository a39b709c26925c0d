import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { JournalEntry } from "#domains/system/contract/journal-operations.ts";
import { JournalEntryView } from "#domains/system/web/JournalEntryView.tsx";
import { JournalFilters } from "#domains/system/web/JournalFilters.tsx";
import { journalTexts } from "#domains/system/web/journal-texts.ts";
import { SubjectName } from "#domains/system/web/SubjectName.tsx";
import { journalExportAddress, system } from "#domains/system/web/system-client.ts";
import { useActorName } from "#domains/system/web/use-actor-name.ts";
import { useJournalFilter } from "#domains/system/web/use-journal-filter.ts";
import { VerifiedNotice } from "#domains/system/web/VerifiedNotice.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useOperationName } from "#ui/operation-names.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const nameOf = useOperationName();
  const actorName = useActorName();
  const [shown, setShown] = useState<JournalEntry>();
  const filter = useJournalFilter();
  const entries = usePages(["journal", filter], (cursor) => system.searchJournal({ ...filter, cursor, limit: 100 }));
  const verify = useMutation({ mutationFn: () => system.verifyJournal({}) });
  const columns: readonly Column<JournalEntry>[] = [
    { key: "at", short: true, title: say(journalTexts.at), cell: (row) => moment(row.at), width: "140px" },
    { key: "who", title: say(journalTexts.who), cell: (row) => actorName(row.actorName), width: "100px" },
    { key: "operation", title: say(journalTexts.operation), cell: (row) => nameOf(row.operation) },
    { key: "subject", title: say(journalTexts.subject), cell: (row) => <SubjectName entry={row} /> },
    { key: "from", title: say(journalTexts.from), wideOnly: true, cell: (row) => row.from ?? "–", width: "120px" },
    {
      key: "number",
      title: say(journalTexts.number),
      figure: true,
      order: (row) => row.sequence,
      cell: (row) => row.sequence,
      width: "80px",
    },
  ];
  return (
    <PageView
      title={say(journalTexts.title)}
      state={say(journalTexts.state)}
      action={
        <>
          <AppLink className="button-link button-link-plain" to="/system/digests">
            {say(journalTexts.digests)}
          </AppLink>
          <a className="button-link button-link-plain" download href={journalExportAddress(filter)} title={say(journalTexts.exportHint)}>
            {say(journalTexts.export)}
          </a>
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
            {say(journalTexts.verify)}
          </Button>
        </>
      }
      filters={<JournalFilters />}
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
        {shown ? <JournalEntryView entry={shown} onFilter={() => setShown(undefined)} /> : null}
      </Drawer>
    </PageView>
  );
}
