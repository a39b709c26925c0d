import type { ChainContent, ChainNode, StrengthRuleVersion } from "#domains/chain/contract/chain.ts";
import type { GraphNode } from "#domains/chain/contract/graph-operations.ts";
import { type Gap, listGaps, measureStrength, type PlaceStrength } from "#domains/chain/rules/strength.ts";
import { versionOn } from "#domains/chain/rules/version-lifecycle.ts";
import { loadStandings } from "#domains/chain/server/placement-store.ts";
import { strengthRuleOn } from "#domains/chain/server/strength-rules.ts";
import { getVersion, listVersionRecords, loadContent, type VersionRecord } from "#domains/chain/server/version-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type MeasuredGraph = {
  readonly asOf: LocalDate;
  readonly version: VersionRecord;
  readonly content: ChainContent;
  readonly strengths: ReadonlyMap<string, PlaceStrength>;
  /** By code, of directions and of nodes. */
  readonly gaps: ReadonlyMap<string, Gap>;
  readonly rule: StrengthRuleVersion;
};

export async function findVersionOn(tx: Tx, asOf: LocalDate): Promise<VersionRecord | undefined> {
  return versionOn(
    (await listVersionRecords(tx)).filter(({ state }) => state === "APPROVED"),
    asOf,
  );
}

/** The graph in force on a day, or a given version, measured by what stood confirmed on that day. @throws AppError `chain.none-in-force`. */
export async function measureGraph(tx: Tx, asOf: LocalDate, versionId?: string): Promise<MeasuredGraph> {
  const version = versionId === undefined ? await findVersionOn(tx, asOf) : await getVersion(tx, versionId);
  if (version === undefined) throw new AppError("chain.none-in-force", "not-found", { date: asOf });
  const content = await loadContent(tx, version.id);
  const rule = await strengthRuleOn(tx, asOf);
  const strengths = measureStrength(content.nodes, await loadStandings(tx, asOf), rule.rule, asOf);
  const gaps = [
    ...listGaps(content.nodes, content.edges, strengths, "direction"),
    ...listGaps(content.nodes, content.edges, strengths, "node"),
  ];
  return { asOf, version, content, strengths, gaps: new Map(gaps.map((gap) => [gap.code, gap])), rule };
}

const NOTHING: PlaceStrength = { producers: 0, leaders: 0, strength: "missing" };
export const strengthAt = ({ strengths }: MeasuredGraph, code: string): PlaceStrength => strengths.get(code) ?? NOTHING;

export function presentNode(graph: MeasuredGraph, { note: _, ...node }: ChainNode): GraphNode {
  return { ...node, ...strengthAt(graph, node.code), action: graph.gaps.get(node.code)?.action ?? null };
}

export const refOf = ({ id, number, name, nameEn, effectiveFrom }: VersionRecord) => ({ id, number, name, nameEn, effectiveFrom });

/** A name in both languages; without an English one the Chinese stands for both. */
export const namesOf = ({ name, nameEn }: Pick<ChainNode, "name" | "nameEn">) => ({ zh: name, en: nameEn === "" ? name : nameEn });

/** Those above a node, from the industry down. */
export function pathTo(nodes: ReadonlyMap<string, ChainNode>, code: string): readonly ChainNode[] {
  const path: ChainNode[] = [];
  for (let node = nodes.get(nodes.get(code)?.parent ?? ""); node && !path.includes(node); node = nodes.get(node.parent ?? ""))
    path.unshift(node);
  return path;
}
