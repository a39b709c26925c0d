import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SignalKind, signalWords } from "#domains/promotion/contract/screening.ts";
import type { SignalView } from "#domains/promotion/contract/screening-operations.ts";
import { EndSignal } from "#domains/promotion/web/EndSignal.tsx";
import { ReasonedCommand } from "#domains/promotion/web/ReasonedCommand.tsx";
import { screeningWebTexts as texts } from "#domains/promotion/web/screening-web-texts.ts";
import { screening, TARGETS_TOUCHED } from "#domains/promotion/web/target-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { AppLink } from "#ui/AppLink.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import "#domains/promotion/web/targets.css";

type Asked = { readonly form: "end" | "withdraw"; readonly signal: SignalView };

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const [asked, setAsked] = useState<Asked>();
  const kind = SignalKind.safeParse(address["kind"]).data;
  const head = useQuery({ queryKey: ["signals", "head"], queryFn: () => screening.listSignals({ limit: 1 }) });
  const read = useCommand(() => screening.readDocuments({}), TARGETS_TOUCHED);
  const list = usePages(["signals", kind], (cursor) => screening.listSignals({ kind, cursor, limit: 100 }));
  const columns: readonly Column<SignalView>[] = [
    {
      key: "enterprise",
      title: say(texts.enterprise),
      cell: (row) => (
        <div>
          {row.enterprise.name}
          <span className="quiet under">{row.note}</span>
        </div>
      ),
    },
    { key: "kind", title: say(texts.signalKind), short: true, cell: (row) => say(signalWords[row.kind]) },
    { key: "on", title: say(texts.signalOn), short: true, order: (row) => row.on, cell: (row) => row.on },
    { key: "until", title: say(texts.signalUntil), short: true, wideOnly: true, cell: (row) => row.until ?? "–" },
    {
      key: "source",
      title: say(texts.signalSource),
      cell: (row) => (row.document === null ? row.source : <AppLink to={`/documents/${row.document.id}`}>{row.source}</AppLink>),
    },
    { key: "by", title: say(texts.by), short: true, wideOnly: true, cell: (row) => row.by },
    {
      key: "act",
      title: say(texts.signalWithdraw),
      short: true,
      cell: (row) => (
        <span className="actions">
          {row.abilities["end"]?.allowed ? (
            <AbilityButton size="small" ability={row.abilities["end"]} onClick={() => setAsked({ form: "end", signal: row })}>
              {say(texts.signalEnd)}
            </AbilityButton>
          ) : null}
          <AbilityButton size="small" ability={row.abilities["withdraw"]} onClick={() => setAsked({ form: "withdraw", signal: row })}>
            {say(texts.signalWithdraw)}
          </AbilityButton>
        </span>
      ),
    },
  ];
  const close = () => setAsked(undefined);
  return (
    <PageView
      title={say(texts.signals)}
      state={say(texts.signalsState, { count: list.count })}
      action={
        <AbilityButton ability={head.data?.abilities["note"]} loading={read.isPending} onClick={() => read.mutate(undefined)}>
          {say(texts.readDocuments)}
        </AbilityButton>
      }
      filters={
        <Choice
          label={say(texts.signalKind)}
          value={kind ?? ""}
          onChange={(value) => change({ kind: value })}
          options={[
            { value: "", label: say(texts.any) },
            ...SignalKind.options.map((value) => ({ value, label: say(signalWords[value]) })),
          ]}
        />
      }
    >
      {read.data ? (
        <p className="notice" role="status">
          {say(texts.documentsRead, read.data)}
        </p>
      ) : null}
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            caption={say(texts.signals)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            total={list.total}
            more={list.more}
            empty={<Empty title={say(texts.signalsNone)} hint={say(texts.signalsNoneHint)} />}
          />
        )}
      </Loaded>
      {asked?.form === "end" ? <EndSignal signal={asked.signal} onClose={close} /> : null}
      {asked?.form === "withdraw" ? (
        <ReasonedCommand
          title={`${say(texts.signalWithdraw)} · ${asked.signal.enterprise.name}`}
          onClose={close}
          run={(because) => screening.withdrawSignal({ signalId: asked.signal.id, version: asked.signal.version, because })}
        />
      ) : null}
    </PageView>
  );
}
