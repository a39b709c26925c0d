import { journalTexts } from "#domains/system/web/journal-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";

/** What a bulk command changed, item by item: the entry itself holds only their number and their Merkle root. */
export function JournalItems({ sequence, items }: { readonly sequence: number; readonly items: number }) {
  const { say } = useWords();
  const rows = usePages(["journal-items", sequence], (cursor) => system.listJournalItems({ sequence, cursor, limit: 50 }));
  return (
    <>
      <h3>{say(journalTexts.items, { items })}</h3>
      <Loaded query={rows} rows={3}>
        {(found) => (
          <DataTable
            caption={say(journalTexts.items, { items })}
            rows={found}
            columns={[
              { key: "position", title: say(journalTexts.number), figure: true, cell: (row) => row.position, width: "64px" },
              { key: "item", title: say(journalTexts.changes), cell: (row) => <span className="code">{JSON.stringify(row.item)}</span> },
            ]}
            rowKey={(row) => String(row.position)}
            total={items}
            more={rows.more}
          />
        )}
      </Loaded>
    </>
  );
}
