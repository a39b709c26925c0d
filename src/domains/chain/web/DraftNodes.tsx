import { Button } from "antd";
import { useState } from "react";
import { type ChainNode, levelWords } from "#domains/chain/contract/chain.ts";
import type { VersionView } from "#domains/chain/contract/version-operations.ts";
import { chain, TOUCHED_BY_THE_CHAIN } from "#domains/chain/web/chain-client.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { EditNode } from "#domains/chain/web/EditNode.tsx";
import { versionTexts } from "#domains/chain/web/version-texts.ts";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";
import { Empty } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type DraftNodesProps = { readonly view: VersionView; readonly editable: boolean };

/** The places of a version; in a draft each can be changed, moved among its neighbours and removed. */
export function DraftNodes({ view, editable }: DraftNodesProps) {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const [editing, setEditing] = useState<ChainNode | "new">();
  const { id, version } = view.row;
  const remove = useCommand((code: string) => chain.removeNode({ id, version, code, withChildren: true }), TOUCHED_BY_THE_CHAIN);
  const order = useCommand(
    ({ parent, codes }: { readonly parent: string | null; readonly codes: string[] }) => chain.orderNodes({ id, version, parent, codes }),
    TOUCHED_BY_THE_CHAIN,
  );
  const siblings = Map.groupBy(view.nodes, ({ parent }) => parent);
  const shift = (node: ChainNode, by: -1 | 1) => {
    const codes = (siblings.get(node.parent) ?? []).map(({ code }) => code);
    const place = codes.indexOf(node.code);
    const [moved] = codes.splice(place, 1);
    if (moved !== undefined) codes.splice(place + by, 0, moved);
    order.mutate({ parent: node.parent, codes });
  };
  const nameOf = (node: ChainNode) => (language === "en" && node.nameEn) || node.name;
  const separator = language === "zh" ? "、" : ", ";
  const columns: readonly Column<ChainNode>[] = [
    { key: "name", title: say(chainPageTexts.name), cell: (node) => <span className={`chain-level-${node.level}`}>{nameOf(node)}</span> },
    { key: "code", title: say(chainPageTexts.code), short: true, cell: (node) => node.code },
    { key: "level", title: say(chainPageTexts.level), short: true, cell: (node) => say(levelWords[node.level]) },
    { key: "classes", title: say(chainPageTexts.classes), wideOnly: true, cell: (node) => node.classCodes.join(separator) || "–" },
    { key: "products", title: say(chainPageTexts.products), wideOnly: true, cell: (node) => node.products.join(separator) || "–" },
    ...(editable
      ? [
          {
            key: "tools",
            title: say(versionTexts.order),
            short: true as const,
            cell: (node: ChainNode) => {
              const list = siblings.get(node.parent) ?? [];
              return (
                <span className="chain-tools">
                  <button
                    type="button"
                    className="chain-order"
                    disabled={list[0] === node || order.isPending}
                    aria-label={say(versionTexts.moveUp, { name: nameOf(node) })}
                    onClick={() => shift(node, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="chain-order"
                    disabled={list.at(-1) === node || order.isPending}
                    aria-label={say(versionTexts.moveDown, { name: nameOf(node) })}
                    onClick={() => shift(node, 1)}
                  >
                    ↓
                  </button>
                  <Button size="small" onClick={() => setEditing(node)}>
                    {say(versionTexts.changeNode)}
                  </Button>
                  <ConfirmButton
                    text={say(versionTexts.removeNode)}
                    question={say(versionTexts.removeQuestion, { name: nameOf(node) })}
                    busy={remove.isPending && remove.variables === node.code}
                    onConfirm={() => remove.mutate(node.code)}
                  />
                </span>
              );
            },
          },
        ]
      : []),
  ];
  const add = editable ? (
    <Button size="small" onClick={() => setEditing("new")}>
      {say(versionTexts.addNode)}
    </Button>
  ) : null;
  const problem = remove.error ?? order.error;
  return (
    <Section title={say(versionTexts.nodes)} aside={add}>
      {problem ? (
        <p className="notice notice-alert" role="alert">
          {sentence(problem)}
        </p>
      ) : null}
      <DataTable
        caption={say(versionTexts.nodes)}
        rows={treeOrder(view.nodes)}
        columns={columns}
        rowKey={(node) => node.code}
        total={view.nodes.length}
        empty={<Empty title={say(versionTexts.noNodes)} hint={say(versionTexts.noNodesHint)} action={add} />}
      />
      {editing ? <EditNode view={view} node={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} /> : null}
    </Section>
  );
}

/** Each place behind the one that it belongs to; one whose parent is missing stands at the end. */
export function treeOrder(nodes: readonly ChainNode[]): readonly ChainNode[] {
  const children = Map.groupBy(nodes, ({ parent }) => parent ?? "");
  const rows: ChainNode[] = [];
  const seen = new Set<string>();
  const walk = (parent: string): void => {
    for (const node of children.get(parent) ?? []) {
      if (seen.has(node.code)) continue;
      seen.add(node.code);
      rows.push(node);
      walk(node.code);
    }
  };
  walk("");
  return [...rows, ...nodes.filter(({ code }) => !seen.has(code))];
}
