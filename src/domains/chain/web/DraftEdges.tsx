import { Button } from "antd";
import { useState } from "react";
import { type ChainEdge, edgeKindWords, evidenceWords } from "#domains/chain/contract/chain.ts";
import type { VersionView } from "#domains/chain/contract/version-operations.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { EditEdge } from "#domains/chain/web/EditEdge.tsx";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

const keyOf = ({ from, to, kind }: ChainEdge): string => `${from} ${to} ${kind}`;

export function DraftEdges({ view, editable }: { readonly view: VersionView; readonly editable: boolean }) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const [adding, setAdding] = useState(false);
  const { id, version } = view.row;
  const remove = useCommand(({ from, to, kind }: ChainEdge) => chain.removeEdge({ id, version, from, to, kind }), TOUCHED_BY_THE_CHAIN);
  const names = new Map(view.nodes.map((node) => [node.code, (language === "en" && node.nameEn) || node.name]));
  const add = editable ? (
    <Button size="small" onClick={() => setAdding(true)}>
      {say(versionTexts.addEdge)}
    </Button>
  ) : null;
  const columns: readonly Column<ChainEdge>[] = [
    { key: "from", title: say(versionTexts.upstream), cell: (edge) => names.get(edge.from) ?? edge.from },
    { key: "to", title: say(versionTexts.downstream), cell: (edge) => names.get(edge.to) ?? edge.to },
    { key: "kind", title: say(versionTexts.kind), short: true, cell: (edge) => say(edgeKindWords[edge.kind]) },
    { key: "strength", title: say(versionTexts.evidence), short: true, wideOnly: true, cell: (edge) => say(evidenceWords[edge.strength]) },
    { key: "said", title: say(versionTexts.evidenceSaid), wideOnly: true, cell: (edge) => edge.evidence || "–" },
    ...(editable
      ? [
          {
            key: "remove",
            title: say(versionTexts.removeNode),
            cell: (edge: ChainEdge) => (
              <ConfirmButton
                text={say(versionTexts.removeNode)}
                question={say(versionTexts.removeEdgeQuestion)}
                busy={remove.isPending && remove.variables === edge}
                onConfirm={() => remove.mutate(edge)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={say(versionTexts.edges)} aside={add}>
      {remove.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(remove.error)}
        </p>
      ) : null}
      <DataTable
        caption={say(versionTexts.edges)}
        rows={view.edges}
        columns={columns}
        rowKey={keyOf}
        total={view.edges.length}
        empty={<Empty title={say(versionTexts.noEdges)} action={add} />}
      />
      {adding ? <EditEdge view={view} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
