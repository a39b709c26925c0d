import type { ChainEdge, ChainNode } from "#domains/chain/contract/chain.ts";
import type { Neighbour, NodeView } from "#domains/chain/contract/graph-operations.ts";
import type { GraphHandlers } from "#domains/chain/server/handler-shapes.ts";
import { type MeasuredGraph, measureGraph, namesOf, pathTo, presentNode, refOf, strengthAt } from "#domains/chain/server/measured-graph.ts";
import { listPlacementsOn } from "#domains/chain/server/placement-store.ts";
import { presentPlacements } from "#domains/chain/server/placement-view.ts";
import { carriersOf, rolesOf } from "#domains/chain/server/role-store.ts";
import { listVersionRecords } from "#domains/chain/server/version-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { holds } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** A drawer shows no more; the review page has all. */
const MOST_PLACEMENTS = 200;

export const openNode: GraphHandlers["openNode"] = async ({ code, asOf }, { tx, today, actor }): Promise<NodeView> => {
  const graph = await measureGraph(tx, asOf ?? today);
  const { nodes, edges } = graph.content;
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const node = byCode.get(code);
  if (node === undefined) throw new AppError("chain.no-such-node", "not-found", { code });
  const below = nodes.filter((one) => one.code === code || pathTo(byCode, one.code).some((above) => above.code === code));
  const path = pathTo(byCode, code);
  const around = [...path.map((one) => one.code), code];
  const placements = await listPlacementsOn(
    tx,
    below.map((one) => one.code),
    MOST_PLACEMENTS,
  );
  const gap = graph.gaps.get(code);
  return {
    asOf: graph.asOf,
    version: refOf(graph.version),
    node,
    path: path.map((one) => ({ code: one.code, name: namesOf(one), level: one.level })),
    children: nodes.filter(({ parent }) => parent === code).map((child) => presentNode(graph, child)),
    ...strengthAt(graph, code),
    action: gap?.action ?? null,
    end: gap?.end ?? null,
    upstream: edges.filter(({ to }) => to === code).flatMap((edge) => neighbour(graph, byCode, edge, edge.from)),
    downstream: edges.filter(({ from }) => from === code).flatMap((edge) => neighbour(graph, byCode, edge, edge.to)),
    placements: presentPlacements(tx, placements, byCode),
    roles: await rolesOf(tx, graph.asOf, around),
    carriers: await carriersOf(
      tx,
      graph.asOf,
      below.map((one) => one.code),
    ),
    versions: await versionsWith(tx, code),
    abilities: { place: holds(actor, "chain.place"), edit: holds(actor, "chain.edit") },
  };
};

function neighbour(graph: MeasuredGraph, byCode: ReadonlyMap<string, ChainNode>, edge: ChainEdge, code: string): readonly Neighbour[] {
  const node = byCode.get(code);
  if (node === undefined) return [];
  const { strength } = strengthAt(graph, code);
  return [{ code, name: namesOf(node), kind: edge.kind, evidence: edge.strength, said: edge.evidence, strength }];
}

/** Approved versions that hold a code, newest first, and what it was called in each. */
async function versionsWith(tx: Tx, code: string) {
  const rows = await tx
    .selectFrom("chain_node")
    .select(["version_id", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("code", "=", code)
    .execute();
  const names = new Map(rows.map((row) => [row.version_id, row.name]));
  return (await listVersionRecords(tx)).flatMap((version) => {
    const nameThen = names.get(version.id);
    return nameThen === undefined || version.state !== "APPROVED" ? [] : [{ ...refOf(version), nameThen }];
  });
}
