import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import { type LexiconEntry, LexiconKind } from "#domains/intelligence/contract/intelligence-operations.ts";
import { AddLexiconEntry } from "#domains/intelligence/web/AddLexiconEntry.tsx";
import { lexiconKindTexts, lexiconTexts } from "#domains/intelligence/web/feed-texts.ts";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";

type Entry = z.infer<typeof LexiconEntry>;

export function Page() {
  const { say, language } = useWords();
  const { moment } = useTimes();
  const { permissions } = useViewer();
  const sentence = useErrorSentence();
  const [address, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const kind = LexiconKind.safeParse(address["kind"]).data;
  const entries = usePages(["lexicon", kind], (cursor) => intelligence.listLexicon({ kind, cursor, limit: 100 }));
  const remove = useCommand((id: string) => intelligence.removeLexiconEntry({ id }), ["lexicon"]);
  const may = permissions.has("intelligence.review");
  const kinds = LexiconKind.options.map((value) => ({ value, label: lexiconKindTexts[value]?.[language] ?? value }));
  const add = may ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say(lexiconTexts.add)}
    </Button>
  ) : null;
  const columns: readonly Column<Entry>[] = [
    { key: "words", title: say(lexiconTexts.words), order: (row) => row.words, cell: (row) => row.words },
    { key: "kind", title: say(lexiconTexts.kind), order: (row) => row.kind, cell: (row) => lexiconKindTexts[row.kind]?.[language] },
    { key: "meaning", title: say(lexiconTexts.meaning), order: (row) => row.meaning, cell: (row) => row.meaning ?? "–" },
    { key: "source", title: say(lexiconTexts.source), cell: (row) => row.source },
    { key: "added", title: say(lexiconTexts.added), wideOnly: true, order: (row) => row.addedAt, cell: (row) => moment(row.addedAt) },
    {
      key: "actions",
      title: "",
      cell: (row) =>
        may ? (
          <ConfirmButton
            text={say(lexiconTexts.remove)}
            question={say(lexiconTexts.removeQuestion, { words: row.words })}
            busy={remove.isPending && remove.variables === row.id}
            onConfirm={() => remove.mutate(row.id)}
          />
        ) : null,
    },
  ];
  return (
    <PageView
      title={say(lexiconTexts.title)}
      state={entries.data ? say(lexiconTexts.state, { count: entries.count }) : null}
      action={add}
      filters={
        <Choice
          label={say(lexiconTexts.kind)}
          value={kind ?? ""}
          onChange={(value) => change({ kind: value })}
          options={[{ value: "", label: say(uiTexts.all) }, ...kinds]}
        />
      }
    >
      {remove.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(remove.error)}
        </p>
      ) : null}
      <Loaded query={entries}>
        {(rows) => (
          <DataTable
            caption={say(lexiconTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            total={entries.total}
            more={entries.more}
            empty={<Empty title={say(lexiconTexts.empty)} hint={say(lexiconTexts.emptyHint)} action={add} />}
          />
        )}
      </Loaded>
      {adding ? <AddLexiconEntry kinds={kinds} onClose={() => setAdding(false)} /> : null}
    </PageView>
  );
}
