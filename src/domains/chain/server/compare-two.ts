import { compareVersions } from "#domains/chain/rules/compare-versions.ts";
import { measureStrength } from "#domains/chain/rules/strength.ts";
import type { VersionHandlers } from "#domains/chain/server/handler-shapes.ts";
import { loadStandings } from "#domains/chain/server/placement-store.ts";
import { strengthRuleOn } from "#domains/chain/server/strength-rules.ts";
import { viewVersion } from "#domains/chain/server/version-view.ts";

/** From one version to another; each place says how many resident producers stand on it and below it. */
export const compareTwo: VersionHandlers["compareVersions"] = async ({ id, toId }, { tx, today }) => {
  const [before, after] = [await viewVersion(tx, id, today), await viewVersion(tx, toId, today)];
  const comparison = compareVersions(before, after);
  const { rule } = await strengthRuleOn(tx, today);
  const standings = await loadStandings(tx, today);
  const [was, is] = [before, after].map(({ nodes }) => measureStrength(nodes, standings, rule, today));
  const names = new Map([...before.nodes, ...after.nodes].map(({ code, name }) => [code, name]));
  return {
    from: before.row,
    to: after.row,
    counts: comparison.counts,
    nodes: comparison.nodes.map((change) => ({
      ...change,
      name: names.get(change.code) ?? change.code,
      enterprises: (is?.get(change.code) ?? was?.get(change.code))?.producers ?? 0,
    })),
    edges: comparison.edges.map((change) => ({
      ...change,
      fromName: names.get(change.from) ?? change.from,
      toName: names.get(change.to) ?? change.to,
    })),
  };
};
