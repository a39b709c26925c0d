import { useState } from "react";
import type { DigestRow } from "#domains/system/contract/journal-operations.ts";
import { CompareDigests } from "#domains/system/web/CompareDigests.tsx";
import { CutJournal } from "#domains/system/web/CutJournal.tsx";
import { DigestView } from "#domains/system/web/DigestView.tsx";
import { digestTexts, suiteTexts } from "#domains/system/web/digest-texts.ts";
import { KeyTable } from "#domains/system/web/KeyTable.tsx";
import { RotateKey } from "#domains/system/web/RotateKey.tsx";
import { digestsFileAddress, system } from "#domains/system/web/system-client.ts";
import { useDigests } from "#domains/system/web/use-digests.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";
import { useTimes } from "#ui/use-times.ts";

type Asking = { readonly kind: "rotate" | "compare" } | { readonly kind: "cut" | "show"; readonly digest: DigestRow };

export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const sentence = useErrorSentence();
  const [asking, setAsking] = useState<Asking>();
  const { list, keys, lastEntry, abilities } = useDigests();
  const sign = useCommand(() => system.signJournal({}), ["digests", "journal"]);
  const close = () => setAsking(undefined);
  const last = list.data?.[0];
  const columns: readonly Column<DigestRow>[] = [
    { key: "number", title: say(digestTexts.number), figure: true, cell: (row) => row.number, width: "72px" },
    { key: "day", short: true, title: say(digestTexts.day), cell: (row) => row.day, width: "110px" },
    {
      key: "entries",
      title: say(digestTexts.entries),
      cell: (row) =>
        row.lastEntry < row.firstEntry ? (
          <span className="quiet">{say(digestTexts.noEntries)}</span>
        ) : (
          say(digestTexts.range, { from: row.firstEntry, to: row.lastEntry, count: row.lastEntry - row.firstEntry + 1 })
        ),
    },
    { key: "suite", title: say(digestTexts.suite), wideOnly: true, cell: (row) => suiteTexts[row.suite]?.[language] ?? row.suite },
    {
      key: "root",
      title: say(digestTexts.root),
      wideOnly: true,
      cell: (row) => <span className="code">{row.root.slice(0, 16) || "–"}</span>,
    },
    { key: "signed", short: true, title: say(digestTexts.signedAt), cell: (row) => moment(row.signedAt), width: "150px" },
  ];
  return (
    <PageView
      title={say(digestTexts.title)}
      state={
        last
          ? say(digestTexts.state, {
              number: last.number,
              at: moment(last.signedAt),
              to: last.lastEntry,
              open: Math.max(0, lastEntry - last.lastEntry),
            })
          : say(digestTexts.none)
      }
      action={
        <>
          <a className="button-link button-link-plain" download href={digestsFileAddress()} title={say(digestTexts.downloadHint)}>
            {say(digestTexts.download)}
          </a>
          <AbilityButton ability={abilities["compare"]} onClick={() => setAsking({ kind: "compare" })}>
            {say(digestTexts.compare)}
          </AbilityButton>
          <AbilityButton type="primary" ability={abilities["sign"]} loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
            {say(digestTexts.sign)}
          </AbilityButton>
        </>
      }
    >
      {sign.error ? <p className="notice notice-alert">{sentence(sign.error)}</p> : null}
      <Section
        title={say(digestTexts.keys)}
        aside={
          <AbilityButton size="small" ability={abilities["rotate"]} onClick={() => setAsking({ kind: "rotate" })}>
            {say(digestTexts.rotate)}
          </AbilityButton>
        }
      >
        <KeyTable keys={keys} />
      </Section>
      <Loaded query={list} rows={6}>
        {(rows) => (
          <DataTable
            caption={say(digestTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => String(row.number)}
            onOpen={(digest) => setAsking({ kind: "show", digest })}
            more={list.more}
            empty={<Empty title={say(digestTexts.none)} hint={say(digestTexts.noneHint)} />}
          />
        )}
      </Loaded>
      <Drawer
        open={asking?.kind === "show"}
        onClose={close}
        title={asking?.kind === "show" ? say(digestTexts.one, { number: asking.digest.number }) : ""}
        wide
      >
        {asking?.kind === "show" ? (
          <>
            <DigestView digest={asking.digest} />
            <div className="actions">
              <AbilityButton danger ability={abilities["cut"]} onClick={() => setAsking({ kind: "cut", digest: asking.digest })}>
                {say(digestTexts.cut)}
              </AbilityButton>
            </div>
          </>
        ) : null}
      </Drawer>
      {asking?.kind === "rotate" ? <RotateKey onClose={close} /> : null}
      {asking?.kind === "compare" ? <CompareDigests onClose={close} /> : null}
      {asking?.kind === "cut" ? <CutJournal digest={asking.digest} onClose={close} /> : null}
    </PageView>
  );
}
