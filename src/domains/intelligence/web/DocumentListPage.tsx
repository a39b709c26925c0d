import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { DocumentOrigin, type DocumentRow, DocumentState } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentStateTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { DocumentStateChip } from "#domains/intelligence/web/DocumentStateChip.tsx";
import { isBeingRead } from "#domains/intelligence/web/document-progress.ts";
import { documentTexts, originTexts } from "#domains/intelligence/web/document-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

const AddDocuments = lazy(() => import("#domains/intelligence/web/AddDocuments.tsx").then((module) => ({ default: module.AddDocuments })));

export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const filters = {
    state: DocumentState.safeParse(address["state"]).data,
    origin: DocumentOrigin.safeParse(address["origin"]).data,
    q: address["q"] || undefined,
  };
  const documents = usePages(
    ["documents", filters],
    (cursor) => intelligence.listDocuments({ ...filters, cursor, limit: 50 }),
    isBeingRead,
  );
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const waiting = documents.data?.filter((document) => document.state === "review").length ?? 0;
  const add = permissions.has("intelligence.ingest") ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(documentTexts.add)}
    </Button>
  ) : null;
  return (
    <PageView
      title={say(documentTexts.title)}
      state={documents.data ? say(documentTexts.state, { total: documents.count, review: waiting }) : null}
      action={add}
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(q) => change({ q })} />
          <Choice
            label={say(documentTexts.stateFilter)}
            value={address["state"] ?? ""}
            onChange={(state) => change({ state })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...DocumentState.options.map((value) => ({ value, label: say(documentStateTexts[value]) })),
            ]}
          />
          <Choice
            label={say(documentTexts.originFilter)}
            value={address["origin"] ?? ""}
            onChange={(origin) => change({ origin })}
            options={[
              { value: "", label: say(uiTexts.all) },
              ...DocumentOrigin.options.map((value) => ({ value, label: say(originTexts[value]) })),
            ]}
          />
        </>
      }
    >
      <Loaded query={documents} rows={8}>
        {(rows) => <DocumentTable rows={rows} total={documents.total} more={documents.more} filtered={filtered} add={add} />}
      </Loaded>
      <Suspense>{adding ? <AddDocuments onClose={() => setAdding(false)} /> : null}</Suspense>
    </PageView>
  );
}

type DocumentTableProps = {
  readonly rows: readonly DocumentRow[];
  readonly total: number | null;
  readonly more: (() => void) | undefined;
  readonly filtered: boolean;
  readonly add: React.ReactNode;
};

function DocumentTable({ rows, total, more, filtered, add }: DocumentTableProps) {
  const { say } = useWords();
  const { moment } = useTimes();
  const navigate = useNavigate();
  const columns: readonly Column<DocumentRow>[] = [
    {
      key: "title",
      title: say(documentTexts.column),
      order: (row) => row.title,
      cell: (row) => (
        <>
          <AppLink to={`/documents/${row.id}`}>{row.title}</AppLink>
          {row.storySize > 1 ? <span className="quiet"> {say(documentTexts.story, { count: row.storySize })}</span> : null}
        </>
      ),
    },
    {
      key: "state",
      title: say(documentTexts.stateFilter),
      order: (row) => DocumentState.options.indexOf(row.state),
      cell: (row) => <DocumentStateChip state={row.state} />,
    },
    {
      key: "findings",
      title: say(documentTexts.findings),
      figure: true,
      order: (row) => row.proposals.open,
      cell: (row) => (row.proposals.total > 0 ? `${row.proposals.open} / ${row.proposals.total}` : "–"),
    },
    { key: "region", short: true, title: say(documentTexts.region), wideOnly: true, cell: (row) => row.regions.slice(0, 2).join("、") },
    {
      key: "origin",
      title: say(documentTexts.originFilter),
      wideOnly: true,
      order: (row) => row.origin,
      cell: (row) => [say(originTexts[row.origin]), row.medium].filter(Boolean).join(" · "),
    },
    {
      key: "published",
      short: true,
      title: say(documentTexts.published),
      order: (row) => row.published,
      cell: (row) => row.published ?? "–",
      width: "104px",
    },
    {
      key: "received",
      short: true,
      title: say(documentTexts.received),
      wideOnly: true,
      order: (row) => row.receivedAt,
      cell: (row) => moment(row.receivedAt),
      width: "140px",
    },
  ];
  return (
    <DataTable
      caption={say(documentTexts.title)}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/documents/${row.id}` as never })}
      total={total}
      more={more}
      empty={filtered ? undefined : <Empty title={say(documentTexts.empty)} hint={say(documentTexts.emptyHint)} action={add} />}
    />
  );
}
