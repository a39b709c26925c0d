import { actionWords, ChainLevel, levelWords, Strength } from "#domains/chain/contract/chain.ts";
import type { GraphNode, GraphView } from "#domains/chain/contract/graph-operations.ts";
import { chainPageTexts } from "#domains/chain/web/chain-texts.ts";
import { StrengthMark } from "#domains/chain/web/StrengthMark.tsx";
import { pathsOf } from "#domains/chain/web/use-chain-filter.ts";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { StateChip } from "#ui/StateChip.tsx";

type ChainTableProps = { readonly graph: GraphView; readonly nodes: readonly GraphNode[]; readonly onOpen: (code: string) => void };

/** The same as the picture, for the keyboard, a screen reader, a phone and whoever would rather read. */
export function ChainTable({ graph, nodes, onOpen }: ChainTableProps) {
  const { say, language } = useWords();
  const nameOf = (node: GraphNode) => (language === "en" && node.nameEn) || node.name;
  const paths = pathsOf(graph.nodes);
  const rows = inOrder(nodes);
  const columns: readonly Column<GraphNode>[] = [
    {
      key: "name",
      title: say(chainPageTexts.name),
      order: nameOf,
      cell: (node) => (
        <span className={`chain-level-${node.level}`}>
          <button type="button" className="text-button" onClick={() => onOpen(node.code)}>
            {nameOf(node)}
          </button>
        </span>
      ),
    },
    {
      key: "level",
      title: say(chainPageTexts.level),
      short: true,
      order: (node) => ChainLevel.options.indexOf(node.level),
      cell: (node) => say(levelWords[node.level]),
    },
    {
      key: "strength",
      title: say(chainPageTexts.strength),
      short: true,
      order: (node) => Strength.options.indexOf(node.strength),
      cell: (node) => <StrengthMark strength={node.strength} />,
    },
    {
      key: "producers",
      title: say(chainPageTexts.producers),
      figure: true,
      order: (node) => node.producers,
      cell: (node) => node.producers,
    },
    {
      key: "action",
      title: say(chainPageTexts.action),
      short: true,
      order: (node) => node.action,
      cell: (node) => (node.action ? <StateChip>{say(actionWords[node.action])}</StateChip> : "–"),
    },
    {
      key: "above",
      title: say(chainPageTexts.above),
      wideOnly: true,
      cell: (node) => (paths.get(node.code) ?? []).slice(0, -1).map(nameOf).join(" › ") || "–",
    },
    { key: "code", title: say(chainPageTexts.code), wideOnly: true, short: true, order: (node) => node.code, cell: (node) => node.code },
    {
      key: "classes",
      title: say(chainPageTexts.classes),
      wideOnly: true,
      cell: (node) => node.classCodes.join(language === "zh" ? "、" : ", ") || "–",
    },
  ];
  return (
    <DataTable
      caption={say(chainPageTexts.title)}
      rows={rows}
      columns={columns}
      rowKey={(node) => node.code}
      onOpen={(node) => onOpen(node.code)}
      total={rows.length}
    />
  );
}

/** Each place behind the one that it belongs to. */
function inOrder(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const known = new Set(nodes.map(({ code }) => code));
  const children = Map.groupBy(nodes, ({ parent }) => (parent !== null && known.has(parent) ? parent : ""));
  const rows: GraphNode[] = [];
  const stack = [...(children.get("") ?? [])].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    rows.push(node);
    stack.push(...[...(children.get(node.code) ?? [])].reverse());
  }
  return rows;
}
