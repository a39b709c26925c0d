import type { ChainAction, ChainEdge, ChainNode, Strength } from "#domains/chain/contract/chain.ts";
import type { PlacementState, Presence } from "#domains/chain/contract/placement.ts";
import { createProposer } from "#domains/chain/rules/propose-placements.ts";
import { findVersionOn, measureGraph, pathTo, strengthAt } from "#domains/chain/server/measured-graph.ts";
import { searchPlacements } from "#domains/chain/server/placement-store.ts";
import { rolesOf } from "#domains/chain/server/role-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** What other domains may ask of the chain graph. All of it is of the caller's zone and as of a day. */
export type ChainVersionRef = { readonly id: string; readonly number: number; readonly name: string; readonly effectiveFrom: LocalDate };
export type ChainPlace = ChainNode & {
  /** Codes from the industry down to the one above it. */
  readonly path: readonly string[];
  readonly strength: Strength;
  readonly producers: number;
  readonly action: ChainAction | null;
};
export type ChainOf = {
  readonly version: ChainVersionRef;
  readonly places: readonly ChainPlace[];
  readonly edges: readonly ChainEdge[];
};

/** The approved version in force on a day; undefined before the first. */
export async function findCurrentVersion(tx: Tx, asOf: LocalDate): Promise<ChainVersionRef | undefined> {
  const version = await findVersionOn(tx, asOf);
  return version === undefined
    ? undefined
    : { id: version.id, number: version.number, name: version.name, effectiveFrom: version.effectiveFrom };
}

/** Every place of the graph in force with its strength and gap, and the edges. @throws AppError `chain.none-in-force`. */
export async function chainOn(tx: Tx, asOf: LocalDate): Promise<ChainOf> {
  const graph = await measureGraph(tx, asOf);
  const byCode = new Map(graph.content.nodes.map((node) => [node.code, node]));
  const { id, number, name, effectiveFrom } = graph.version;
  return {
    version: { id, number, name, effectiveFrom },
    places: graph.content.nodes.map((node) => {
      const { strength, producers } = strengthAt(graph, node.code);
      const path = pathTo(byCode, node.code).map(({ code }) => code);
      return { ...node, path, strength, producers, action: graph.gaps.get(node.code)?.action ?? null };
    }),
    edges: graph.content.edges,
  };
}

export type PlacedEnterprise = {
  readonly node: string;
  readonly enterpriseId: string | null;
  readonly enterprise: string;
  readonly uscc: string | null;
  readonly presence: Presence;
  readonly leading: boolean;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

/** Confirmed placements, of some nodes or of all. */
export async function listPlaced(
  tx: Tx,
  nodes?: readonly string[],
  state: PlacementState = "CONFIRMED",
): Promise<readonly PlacedEnterprise[]> {
  const { rows } = await searchPlacements(tx, { state, nodes }, { skip: 0, limit: 50_000 });
  return rows.map(({ node, enterpriseId, enterprise, uscc, presence, leading, from, until }) => ({
    node,
    enterpriseId,
    enterprise,
    uscc,
    presence,
    leading,
    from,
    until,
  }));
}

export type LeaderFirm = { readonly enterpriseId: string; readonly name: string; readonly node: string };

/** 链主企业 on a day, as far as they stand in the register. */
export async function listLeaderFirms(tx: Tx, asOf: LocalDate): Promise<readonly LeaderFirm[]> {
  return (await rolesOf(tx, asOf)).flatMap(({ kind, enterpriseId, name, node }) =>
    kind === "leader_firm" && enterpriseId !== null ? [{ enterpriseId, name, node }] : [],
  );
}

/** How well an enterprise fits a place of the chain, with the reasons: the chain fit of a screening. */
export { createProposer };
