import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";

/** What waits, oldest first as the server gives it; one button begins. */
export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const navigate = useNavigate();
  const next = useQuery({ queryKey: ["review-next"], queryFn: () => intelligence.nextForReview({}) });
  const waiting = usePages(["documents", { state: "review" }], (cursor) => intelligence.listDocuments({ state: "review", cursor }));
  const columns: readonly Column<DocumentRow>[] = [
    {
      key: "title",
      title: say(documentTexts.column),
      order: (row) => row.title,
      cell: (row) => <AppLink to={`/review/${row.id}`}>{row.title}</AppLink>,
    },
    {
      key: "open",
      title: say(documentTexts.findings),
      figure: true,
      order: (row) => row.proposals.open,
      cell: (row) => `${row.proposals.open} / ${row.proposals.total}`,
    },
    { key: "region", short: true, title: say(documentTexts.region), wideOnly: true, cell: (row) => row.regions.slice(0, 3).join("、") },
    {
      key: "received",
      short: true,
      title: say(documentTexts.received),
      order: (row) => row.receivedAt,
      cell: (row) => moment(row.receivedAt),
    },
  ];
  return (
    <PageView
      title={say(reviewTexts.queue)}
      state={next.data ? say(reviewTexts.queueState, next.data.backlog) : null}
      action={
        next.data?.id ? (
          <AppLink to={`/review/${next.data.id}`} className="button-link">
            {say(reviewTexts.start)}
          </AppLink>
        ) : null
      }
    >
      <Loaded query={waiting}>
        {(rows) => (
          <DataTable
            caption={say(reviewTexts.queue)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/review/${row.id}` as never })}
            total={waiting.total}
            more={waiting.more}
            empty={
              <Empty
                title={say(reviewTexts.queueEmpty)}
                hint={say(reviewTexts.queueEmptyHint)}
                action={<AppLink to="/documents">{say(reviewTexts.toDocuments)}</AppLink>}
              />
            }
          />
        )}
      </Loaded>
    </PageView>
  );
}
