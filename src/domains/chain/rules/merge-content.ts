import { type ChainContent, type ChainEdge, ChainLevel, type ChainNode } from "#domains/chain/contract/chain.ts";
import { checkDraft } from "#domains/chain/rules/check-draft.ts";
import type { Text } from "#kernel/texts.ts";

export type Told<Item> = { readonly row: number; readonly item: Item };
export type RefusedRow = { readonly table: "nodes" | "edges"; readonly row: number; readonly problem: Text };
export type Merged = { readonly content: ChainContent; readonly refused: readonly RefusedRow[] };

/**
 * Puts rows of a file into a content, over what has their code already. A row that would leave the content wrong is refused alone with its
 * sentence, and so is what hangs on it: parents come before children whatever the order of the rows.
 */
export function mergeContent(before: ChainContent, nodes: readonly Told<ChainNode>[], edges: readonly Told<ChainEdge>[]): Merged {
  const refused: RefusedRow[] = [];
  const first = new Map<string, number>();
  const once = nodes.filter(({ row, item }) => {
    const there = first.get(item.code);
    if (there === undefined) first.set(item.code, row);
    else refused.push({ table: "nodes", row, problem: repeated(row, there, item.code) });
    return there === undefined;
  });
  const known = new Map(before.nodes.map((node) => [node.code, node]));
  const kept = new Map<string, ChainNode>();
  for (const level of ChainLevel.options)
    for (const { row, item } of once.filter((told) => told.item.level === level)) {
      const above =
        item.parent === null ? undefined : (kept.get(item.parent) ?? (refusedCode(item.parent) ? undefined : known.get(item.parent)));
      const wrong = checkDraft({ nodes: above && above.code !== item.code ? [above, item] : [item], edges: [] }).find(
        ({ severity, node }) => severity === "error" && node === item.code,
      );
      if (wrong) refused.push({ table: "nodes", row, problem: inRow(row, wrong.text) });
      else kept.set(item.code, item);
    }
  function refusedCode(code: string): boolean {
    return first.has(code) && !kept.has(code);
  }
  const after = [
    ...before.nodes.map((node) => kept.get(node.code) ?? node),
    ...once.flatMap(({ item }) => (kept.has(item.code) && !known.has(item.code) ? [item] : [])),
  ];
  const codes = new Map(after.map((node) => [node.code, node]));
  const keyOf = ({ from, to, kind }: ChainEdge) => `${from}\n${to}\n${kind}`;
  const joined = new Map(before.edges.map((edge) => [keyOf(edge), edge]));
  for (const { row, item } of edges) {
    const ends = [codes.get(item.from), codes.get(item.to)].flatMap((node) => node ?? []);
    const wrong = checkDraft({ nodes: ends, edges: [item] }).find(({ code }) => code.startsWith("draft.edge-"));
    if (wrong) refused.push({ table: "edges", row, problem: inRow(row, wrong.text) });
    else joined.set(keyOf(item), item);
  }
  return { content: { nodes: after, edges: [...joined.values()] }, refused };
}

const inRow = (row: number, { zh, en }: Text): Text => ({ zh: `第 ${row} 行：${zh}。`, en: `Row ${row}: ${en}.` });
const repeated = (row: number, first: number, code: string): Text => ({
  zh: `第 ${row} 行：代码“${code}”与第 ${first} 行重复，每个代码只能有一行。`,
  en: `Row ${row}: the code “${code}” is in row ${first} already; one row for each code was expected.`,
});
