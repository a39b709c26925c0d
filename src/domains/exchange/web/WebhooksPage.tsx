import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { WebhookRow } from "#domains/exchange/contract/exchange-operations.ts";
import { EditWebhook } from "#domains/exchange/web/EditWebhook.tsx";
import { exchange } from "#domains/exchange/web/exchange-client.ts";
import { hookStates, hookWords } from "#domains/exchange/web/exchange-words.ts";
import { WebhookActions } from "#domains/exchange/web/WebhookActions.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { ShownOnce } from "#ui/ShownOnce.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";

export function Page() {
  const { say } = useWords();
  const [asking, setAsking] = useState<WebhookRow | "new">();
  const [shown, setShown] = useState<string>();
  const hooks = useQuery({ queryKey: ["webhooks"], queryFn: () => exchange.listWebhooks({}) });
  const columns: readonly Column<WebhookRow>[] = [
    {
      key: "name",
      title: say(hookWords.name),
      order: (row) => row.name,
      cell: (row) => <AppLink to={`/system/webhooks/${row.id}`}>{row.name}</AppLink>,
    },
    { key: "address", title: say(hookWords.address), cell: (row) => <span className="address">{row.address}</span> },
    { key: "kinds", short: true, title: say(hookWords.kinds), cell: (row) => say(hookWords.kindCount, { count: row.kinds.length }) },
    {
      key: "status",
      short: true,
      title: say(hookWords.status),
      cell: (row) => (
        <StateChip tone={row.state === "ON" ? "active" : row.offBecause === "failures" ? "alert" : "muted"}>
          {say(hookStates[row.offBecause ?? "ON"])}
        </StateChip>
      ),
    },
    {
      key: "counts",
      title: say(hookWords.last30),
      cell: (row) => say(hookWords.counts, { delivered: row.delivered, waiting: row.waiting, failed: row.failed }),
    },
    { key: "by", title: say(hookWords.by), cell: (row) => row.createdByName, wideOnly: true },
    { key: "actions", title: "", cell: (row) => <WebhookActions hook={row} onEdit={() => setAsking(row)} onKey={setShown} /> },
  ];
  return (
    <PageView
      title={say(hookWords.title)}
      state={hooks.data ? say(hookWords.state, { count: hooks.data.items.length }) : null}
      action={
        <Button type="primary" onClick={() => setAsking("new")}>
          {say(hookWords.add)}
        </Button>
      }
    >
      <Loaded query={hooks}>
        {({ items }) => (
          <DataTable
            caption={say(hookWords.title)}
            rows={items}
            rowKey={(row) => row.id}
            columns={columns}
            empty={<Empty title={say(hookWords.empty)} hint={say(hookWords.emptyHint)} />}
          />
        )}
      </Loaded>
      {asking ? (
        <EditWebhook
          hook={asking === "new" ? undefined : asking}
          onClose={() => setAsking(undefined)}
          onKey={(key) => {
            setAsking(undefined);
            setShown(key);
          }}
        />
      ) : null}
      <Drawer open={shown !== undefined} title={say(hookWords.title)} onClose={() => setShown(undefined)}>
        <ShownOnce label={say(hookWords.key)} value={shown ?? ""} hint={say(hookWords.keyHint)} />
      </Drawer>
    </PageView>
  );
}
