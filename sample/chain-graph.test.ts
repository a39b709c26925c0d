import { expect, test } from "vitest";
import { checkDraft } from "#domains/chain/rules/check-draft.ts";
import { compareVersions, countLevels } from "#domains/chain/rules/compare-versions.ts";
import { coverageOf, DEFAULT_STRENGTH_RULE, measureStrength, type Standing } from "#domains/chain/rules/strength.ts";
import { localDate } from "#kernel/local-date.ts";
import { olderSampleChain, sampleChain, samplePlacements } from "./chain-graph.ts";

const present = sampleChain();
const older = olderSampleChain();

test("现行版 4 个产业、12 个领域、59 个方向，旧版 4 个产业、13 个领域", () => {
  expect(countLevels(present.nodes)).toMatchObject({ industry: 4, field: 12, direction: 59 });
  expect(countLevels(older.nodes)).toMatchObject({ industry: 4, field: 13 });
});

test("两版都没有错误；回收利用成环只是提醒", () => {
  for (const version of [present, older]) expect(checkDraft(version).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(checkDraft(present).map(({ code }) => code)).toEqual(["draft.material-cycle"]);
});

test("旧版到现行版有增、有删、有移、有改名", () => {
  const changes = new Set(compareVersions(older, present).nodes.map(({ change }) => change));
  expect([...changes].toSorted()).toEqual(["added", "moved", "removed", "renamed"]);
});

test("59 个方向中 44 个有在产企业，覆盖率 74.6%；四种强弱都有", () => {
  const standings = samplePlacements().map(
    ({ node, enterprise, leading, from }): Standing => ({
      node,
      enterprise,
      leading,
      presence: "producing",
      from: localDate(from),
      until: null,
    }),
  );
  const measured = measureStrength(present.nodes, standings, DEFAULT_STRENGTH_RULE, localDate("2026-06-30"));
  const directions = present.nodes.filter(({ level }) => level === "direction").flatMap(({ code }) => measured.get(code) ?? []);
  expect(coverageOf(directions)).toEqual({ covered: 44, total: 59, pct: "74.6" });
  expect(new Set(directions.map(({ strength }) => strength)).size).toBe(4);
});

test("每家企业在一个环节上只有一条，环节都在图谱上", () => {
  const codes = new Set(present.nodes.map(({ code }) => code));
  const placed = samplePlacements();
  expect(new Set(placed.map(({ node, enterprise }) => `${node} ${enterprise}`)).size).toBe(placed.length);
  expect(placed.filter(({ node }) => !codes.has(node))).toEqual([]);
});
