import { useId } from "react";
import { BookKind, bookWords } from "#domains/registry/contract/enterprise.ts";
import { bookPageTexts } from "#domains/registry/web/book-texts.ts";
import { OfficialChoice } from "#domains/registry/web/OfficialChoice.tsx";
import { RegistryTabs } from "#domains/registry/web/RegistryTabs.tsx";
import { registry } from "#domains/registry/web/registry-client.ts";
import { useSpan } from "#domains/registry/web/use-span.ts";
import { findLocalDate } from "#kernel/local-date.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import { useYuan } from "#ui/use-yuan.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/registry/web/registry.css";

type Row = Awaited<ReturnType<typeof registry.listBook>>["items"][number];

/** What the zone keeps of enterprises, as it stood on any day. */
export function Page() {
  const { say } = useWords();
  const { day } = useTimes();
  const { short } = useYuan();
  const { today } = useViewer();
  const span = useSpan();
  const id = useId();
  const [address, change] = useAddress();
  const kind = BookKind.safeParse(address["kind"]).data;
  const asOf = findLocalDate(address["asOf"] ?? "");
  const q = address["q"] || undefined;
  const liaisonId = address["liaison"] || undefined;
  const book = usePages(["registry", "book", { kind, asOf, q, liaisonId }], (cursor) =>
    registry.listBook({ kind, asOf, q, liaisonId, cursor, limit: 50 }),
  );
  const columns: readonly Column<Row>[] = [
    {
      key: "enterprise",
      title: say(bookPageTexts.enterprise),
      cell: ({ enterprise }) => (
        <>
          <AppLink to={`/registry/${enterprise.id}`}>{enterprise.name}</AppLink>
          <span className="under quiet registry-code">{enterprise.identifier}</span>
        </>
      ),
    },
    {
      key: "kind",
      short: true,
      title: say(bookPageTexts.kind),
      cell: ({ entry }) => <StateChip tone={entry.kind === "resident" ? "active" : "plain"}>{say(bookWords[entry.kind])}</StateChip>,
    },
    { key: "span", title: say(bookPageTexts.span), cell: ({ entry }) => span(entry.from, entry.to) },
    { key: "liaison", short: true, title: say(bookPageTexts.liaison), cell: ({ entry }) => entry.liaison ?? "–" },
    { key: "class", wideOnly: true, title: say(bookPageTexts.class), cell: ({ enterprise }) => enterprise.className ?? "–" },
    {
      key: "capital",
      figure: true,
      wideOnly: true,
      title: say(bookPageTexts.capital),
      cell: ({ enterprise }) => (enterprise.capitalYuan === null ? "–" : short(enterprise.capitalYuan)),
    },
    {
      key: "revenue",
      figure: true,
      wideOnly: true,
      title: say(bookPageTexts.revenue),
      cell: ({ enterprise }) => (enterprise.revenueYuan === null ? "–" : short(enterprise.revenueYuan)),
    },
    { key: "note", title: say(bookPageTexts.note), cell: ({ entry }) => entry.note },
  ];
  return (
    <PageView
      title={say(bookPageTexts.title)}
      state={book.data ? say(bookPageTexts.state, { day: day(asOf ?? today), count: book.count }) : null}
      filters={
        <>
          <SearchField label={say(bookPageTexts.search)} value={q ?? ""} onChange={(words) => change({ q: words })} />
          <Choice
            label={say(bookPageTexts.kind)}
            value={kind ?? ""}
            onChange={(value) => change({ kind: value })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...BookKind.options.map((value) => ({ value, label: say(bookWords[value]) })),
            ]}
          />
          <OfficialChoice
            label={say(bookPageTexts.liaison)}
            value={liaisonId ?? ""}
            onChange={(value) => change({ liaison: value })}
            nobody={say(uiTexts.all)}
          />
          <div className="filter">
            <label htmlFor={id}>{say(bookPageTexts.asOf)}</label>
            <input
              id={id}
              type="date"
              className="input"
              value={asOf ?? today}
              onChange={(event) => change({ asOf: event.target.value === today ? "" : event.target.value })}
            />
          </div>
        </>
      }
    >
      <RegistryTabs here="book" />
      <Loaded query={book}>
        {(rows) => (
          <DataTable
            caption={say(bookPageTexts.title)}
            rows={rows}
            columns={rows.some(({ entry }) => entry.note !== "") ? columns : columns.filter(({ key }) => key !== "note")}
            rowKey={({ entry }) => entry.id}
            more={book.more}
            empty={
              kind || q || liaisonId || asOf ? undefined : <Empty title={say(bookPageTexts.empty)} hint={say(bookPageTexts.emptyHint)} />
            }
          />
        )}
      </Loaded>
    </PageView>
  );
}
