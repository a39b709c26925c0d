import { Strength } from "#domains/chain/contract/chain.ts";
import type { GraphNode, GraphView } from "#domains/chain/contract/graph-operations.ts";
import { useAddress } from "#ui/use-address.ts";
import { useMedia } from "#ui/use-media.ts";

export type ChainFilter = {
  readonly industry: string;
  readonly strength: Strength | undefined;
  readonly q: string;
  readonly view: "graph" | "table";
  readonly edges: "all" | "chosen";
  readonly node: string | undefined;
  readonly asOf: string | undefined;
  /** A version that is looked at before, or after, it is in force. */
  readonly version: string | undefined;
};

/** What is shown stands in the address; on a phone the table comes first, for a picture of sixty boxes is too small there. */
export function useChainFilter(): ChainFilter {
  const [address] = useAddress();
  const narrow = useMedia("(max-width: 640px)");
  const view = address["view"];
  return {
    industry: address["industry"] ?? "",
    strength: Strength.safeParse(address["strength"]).data,
    q: address["q"] ?? "",
    view: view === "graph" || view === "table" ? view : narrow ? "table" : "graph",
    edges: address["edges"] === "chosen" ? "chosen" : "all",
    node: address["node"],
    asOf: address["asOf"],
    version: address["version"],
  };
}

/** Codes from the industry down to a place, itself included. */
export function pathsOf(nodes: readonly GraphNode[]): ReadonlyMap<string, readonly GraphNode[]> {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  return new Map(
    nodes.map((node) => {
      const path: GraphNode[] = [];
      for (let here: GraphNode | undefined = node; here && !path.includes(here); here = byCode.get(here.parent ?? "")) path.unshift(here);
      return [node.code, path];
    }),
  );
}

/** What the filter leaves: places that fit, and those above them so that they hang together. `fits` are the ones that were meant. */
export function filterGraph(
  graph: GraphView,
  { industry, strength, q }: Pick<ChainFilter, "industry" | "strength" | "q">,
): { readonly nodes: readonly GraphNode[]; readonly fits: ReadonlySet<string> } {
  const paths = pathsOf(graph.nodes);
  const words = q.trim().toLowerCase();
  const isMeant = (node: GraphNode): boolean =>
    (strength === undefined || (node.strength === strength && node.level === "direction")) &&
    (words === "" || [node.name, node.nameEn, node.code, ...node.products].some((text) => text.toLowerCase().includes(words)));
  const inIndustry = graph.nodes.filter((node) => industry === "" || paths.get(node.code)?.[0]?.code === industry);
  const fits = new Set(inIndustry.filter(isMeant).map(({ code }) => code));
  if (strength === undefined && words === "") return { nodes: inIndustry, fits };
  const kept = new Set([...fits].flatMap((code) => (paths.get(code) ?? []).map((node) => node.code)));
  return { nodes: inIndustry.filter(({ code }) => kept.has(code)), fits };
}
