import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { TokenRow } from "#domains/exchange/contract/exchange-operations.ts";
import { exchange, mcpAddress } from "#domains/exchange/web/exchange-client.ts";
import { tokenStates, tokenWords } from "#domains/exchange/web/exchange-words.ts";
import { MakeToken } from "#domains/exchange/web/MakeToken.tsx";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { StateChip } from "#ui/StateChip.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

const TONES = { "in-force": "active", expired: "muted", revoked: "muted" } as const;

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const [making, setMaking] = useState(false);
  const tokens = useQuery({ queryKey: ["tokens"], queryFn: () => exchange.listTokens({}) });
  const revoke = useCommand((id: string) => exchange.revokeToken({ id }), ["tokens", "calendar-feed"]);
  const make = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {say(tokenWords.make)}
    </Button>
  );
  const columns: readonly Column<TokenRow>[] = [
    { key: "purpose", title: say(tokenWords.purpose), cell: (row) => (row.kind === "agent" ? row.purpose : say(tokenWords.feed)) },
    {
      key: "scope",
      title: say(tokenWords.scope),
      cell: (row) => say(row.acts ? tokenWords.acts : tokenWords.reads),
      wideOnly: true,
    },
    { key: "role", title: say(tokenWords.role), cell: (row) => (row.role === null ? "–" : say(roleTexts[row.role])) },
    { key: "created", short: true, title: say(tokenWords.created), cell: (row) => moment(row.createdAt), wideOnly: true },
    { key: "expires", short: true, title: say(tokenWords.expires), cell: (row) => moment(row.expiresAt) },
    {
      key: "used",
      short: true,
      title: say(tokenWords.used),
      cell: (row) => (row.kind === "agent" ? (row.lastUsedAt === null ? say(tokenWords.never) : moment(row.lastUsedAt)) : "–"),
    },
    {
      key: "status",
      title: say(tokenWords.status),
      cell: (row) => <StateChip tone={TONES[row.state]}>{say(tokenStates[row.state])}</StateChip>,
    },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        row.abilities["revoke"]?.allowed ? (
          <ConfirmButton
            text={say(tokenWords.revoke)}
            question={say(tokenWords.revokeAsk)}
            busy={revoke.isPending && revoke.variables === row.id}
            onConfirm={() => revoke.mutate(row.id)}
          />
        ) : null,
    },
  ];
  return (
    <PageView
      title={say(tokenWords.title)}
      state={tokens.data ? say(tokenWords.state, { count: tokens.data.items.filter((row) => row.state === "in-force").length }) : null}
      action={make}
    >
      {revoke.error ? (
        <p className="problems" role="alert">
          {sentence(revoke.error)}
        </p>
      ) : null}
      <Loaded query={tokens}>
        {({ items }) => (
          <DataTable
            caption={say(tokenWords.title)}
            rows={items}
            rowKey={(row) => row.id}
            columns={columns}
            empty={<Empty title={say(tokenWords.empty)} hint={say(tokenWords.emptyHint, { address: mcpAddress() })} />}
          />
        )}
      </Loaded>
      {making ? <MakeToken onClose={() => setMaking(false)} /> : null}
    </PageView>
  );
}
