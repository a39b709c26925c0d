import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { Feed, IngestResult } from "#domains/intelligence/contract/intelligence-operations.ts";
import { AddFeed } from "#domains/intelligence/web/AddFeed.tsx";
import { documentTexts } from "#domains/intelligence/web/document-texts.ts";
import { feedTexts } from "#domains/intelligence/web/feed-texts.ts";
import { IngestResultView } from "#domains/intelligence/web/IngestResultView.tsx";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

type FeedView = z.infer<typeof Feed>;

export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const { permissions } = useViewer();
  const sentence = useErrorSentence();
  const [adding, setAdding] = useState(false);
  const [result, setResult] = useState<IngestResult>();
  const feeds = useQuery({ queryKey: ["feeds"], queryFn: () => intelligence.listFeeds({}) });
  const poll = useCommand((id: string) => intelligence.pollFeed({ id }), ["feeds", "documents", "cockpit"], setResult);
  const remove = useCommand((id: string) => intelligence.removeFeed({ id }), ["feeds"]);
  const may = permissions.has("intelligence.ingest");
  const add = may ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(feedTexts.add)}
    </Button>
  ) : null;
  const columns: readonly Column<FeedView>[] = [
    { key: "title", title: say(feedTexts.name), order: (row) => row.title, cell: (row) => row.title },
    { key: "address", title: say(feedTexts.address), cell: (row) => row.address },
    {
      key: "every",
      title: say(feedTexts.every),
      cell: (row) => (row.kind === "folder" ? say(feedTexts.folder) : say(feedTexts.everyShort, { minutes: row.everyMinutes })),
    },
    {
      key: "last",
      title: say(feedTexts.last),
      cell: (row) =>
        row.lastPolledAt ? `${moment(row.lastPolledAt)}${row.lastResult ? ` · ${row.lastResult[language]}` : ""}` : say(feedTexts.never),
    },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        !row.active ? (
          <StateChip tone="muted">{say(feedTexts.stopped)}</StateChip>
        ) : may ? (
          <span className="actions">
            <Button size="small" loading={poll.isPending && poll.variables === row.id} onClick={() => poll.mutate(row.id)}>
              {say(feedTexts.poll)}
            </Button>
            <ConfirmButton
              text={say(feedTexts.remove)}
              question={say(feedTexts.removeQuestion, { name: row.title })}
              busy={remove.isPending && remove.variables === row.id}
              onConfirm={() => remove.mutate(row.id)}
            />
          </span>
        ) : null,
    },
  ];
  const failed = poll.error ?? remove.error;
  return (
    <PageView
      title={say(feedTexts.title)}
      state={feeds.data ? say(feedTexts.state, { count: feeds.data.items.filter((feed) => feed.active).length }) : null}
      action={add}
    >
      {failed ? (
        <p className="notice notice-alert" role="alert">
          {sentence(failed)}
        </p>
      ) : null}
      <Loaded query={feeds}>
        {({ items }) => (
          <DataTable
            caption={say(feedTexts.title)}
            rows={items}
            columns={columns}
            rowKey={(row) => row.id}
            empty={<Empty title={say(feedTexts.empty)} hint={say(feedTexts.emptyHint)} action={add} />}
          />
        )}
      </Loaded>
      {adding ? <AddFeed onClose={() => setAdding(false)} /> : null}
      <Drawer open={result !== undefined} onClose={() => setResult(undefined)} title={say(documentTexts.results)}>
        {result ? <IngestResultView result={result} /> : null}
      </Drawer>
    </PageView>
  );
}
