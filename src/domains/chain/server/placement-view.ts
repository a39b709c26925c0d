import type { ChainNode } from "#domains/chain/contract/chain.ts";
import type { Placement } from "#domains/chain/contract/placement.ts";
import { placementPolicy } from "#domains/chain/rules/chain-policy.ts";
import { findVersionOn, namesOf, pathTo } from "#domains/chain/server/measured-graph.ts";
import type { PlacementRecord } from "#domains/chain/server/placement-store.ts";
import { loadContent } from "#domains/chain/server/version-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type NodesByCode = ReadonlyMap<string, ChainNode>;

/** The nodes of the version in force; none before the first. */
export async function nodesOn(tx: Tx, asOf: LocalDate): Promise<NodesByCode> {
  const version = await findVersionOn(tx, asOf);
  if (version === undefined) return new Map();
  return new Map((await loadContent(tx, version.id)).nodes.map((node) => [node.code, node]));
}

/** A node that the version in force no longer holds is shown by its code alone. */
export const presentPlacements = (tx: Tx, rows: readonly PlacementRecord[], nodes: NodesByCode): Placement[] =>
  rows.map(({ key: _, reasons, ...row }) => {
    const node = nodes.get(row.node);
    return {
      ...row,
      reasons: [...reasons],
      nodeName: node === undefined ? null : namesOf(node),
      level: node?.level ?? null,
      path: pathTo(nodes, row.node).map(namesOf),
      abilities: abilitiesOf(placementPolicy, actorOf(tx), { state: row.state, until: row.until }),
    };
  });

export const presentPlacement = async (tx: Tx, row: PlacementRecord, today: LocalDate): Promise<Placement> => {
  const [placement] = presentPlacements(tx, [row], await nodesOn(tx, today));
  return placement as Placement;
};
