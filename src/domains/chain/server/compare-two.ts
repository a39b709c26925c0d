import { compareVersions } from "#domains/chain/rules/compare-versions.ts";
import { producesOn } from "#domains/chain/rules/strength.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { loadStandings } from "#domains/chain/server/placement-store.ts";
import { viewVersion } from "#domains/chain/server/version-view.ts";

/** From one version to another; a place that goes says how many resident producers stand on it. */
export const compareTwo: VersionHandlers["compareVersions"] = async ({ id, toId }, { tx, today }) => {
  const [before, after] = [await viewVersion(tx, id, today), await viewVersion(tx, toId, today)];
  const comparison = compareVersions(before, after);
  const standing = Map.groupBy(
    (await loadStandings(tx, today)).filter((one) => producesOn(one, today)),
    ({ node }) => node,
  );
  const names = new Map([...before.nodes, ...after.nodes].map(({ code, name }) => [code, name]));
  return {
    from: before.row,
    to: after.row,
    counts: comparison.counts,
    nodes: comparison.nodes.map((change) => ({
      ...change,
      name: names.get(change.code) ?? change.code,
      enterprises: standing.get(change.code)?.length ?? 0,
    })),
    edges: comparison.edges.map((change) => ({
      ...change,
      fromName: names.get(change.from) ?? change.from,
      toName: names.get(change.to) ?? change.to,
    })),
  };
};
