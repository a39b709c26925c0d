import { afterAll, beforeAll, expect, test } from "vitest";
import { cockpit } from "#domains/workbench/server/cockpit.ts";
import { localDate } from "#kernel/local-date.ts";
import type { NewObservation } from "#kernel/server/fact-shapes.ts";
import { decideFacts, observeFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
const figure = (code: string, period: string, value: string, yoyPct: string | null, unit = "亿元"): NewObservation => ({
  indicator: code,
  code,
  period,
  value,
  unit,
  yoyPct,
  growthBase: yoyPct === null ? null : "last-year",
  region: "甲高新区",
  basis: "cumulative",
  origin: "manual",
  evidence: [{ quote: `${code} ${period}`, locator: { row: 1 } }],
});

beforeAll(async () => {
  database = await createTestDatabase();
  await database.tamper("update zone set region = '甲高新区' where id = $1", [database.zoneId]);
  const accepted = [
    ...["2025H1", "2025", "2026Q1"].map((period, place) => figure("exports", period, String(100 + place * 10), `${5 + place}.5`)),
    figure("imports", "2026Q1", "60", "3.1"),
    figure("tax", "2026Q1", "12.5", "2.2"),
    // A growth without a level, and a single month, which is no point of a cumulative line.
    figure("industrial-investment", "2026Q1", "15.6", "15.6", "%"),
    figure("industrial-investment", "2025", "12.1", "12.1", "%"),
    figure("exports", "2026-03", "40", "1.0"),
    ...[null, "含完工"].map(
      (calibre, place): NewObservation => ({
        ...figure("projects-building", "2026Q1", String(197 + 4 * place), null, "个"),
        indicator: "在建项目数",
        calibre,
      }),
    ),
  ];
  await database.uow.run(database.actor("statistics"), {}, async (tx) => {
    const ids = await observeFacts(tx, accepted);
    await decideFacts(
      tx,
      ids.map((observationId) => ({ observationId, decision: "accept" })),
    );
    await observeFacts(tx, [{ ...figure("exports", "2026Q1", "999", null), origin: "document" }]);
  });
});
afterAll(() => database.close());

const look = (zoneId = database.zoneId, period?: string) => {
  const actor = database.actor("leadership", { zoneId });
  return database.uow.run(actor, { readOnly: true }, (tx) =>
    cockpit(period === undefined ? {} : { period }, { tx, actor, today: localDate("2026-06-30") } as OperationContext),
  );
};

test("the newest cumulative period with enough figures, each tile with its line in the order of time", async () => {
  const seen = await look();
  expect(seen.period).toBe("2026Q1");
  const exports = seen.tiles.find((tile) => tile.code === "exports");
  expect(exports).toMatchObject({ value: "120", unit: "亿元", yoyPct: "7.5" });
  expect(exports?.trend).toEqual([
    { period: "2025H1", value: "5.5" },
    { period: "2025", value: "6.5" },
    { period: "2026Q1", value: "7.5" },
  ]);
  expect(seen.tiles.find((tile) => tile.code === "industrial-investment")?.trend).toEqual([
    { period: "2025", value: "12.1" },
    { period: "2026Q1", value: "15.6" },
  ]);
});

test("an indicator in two calibres has one tile that names its own, and the other opens from it; projects stand last", async () => {
  const { tiles } = await look();
  expect(tiles.map((tile) => tile.code).at(-1)).toBe("projects-building");
  expect(tiles.at(-1)).toMatchObject({
    value: "197",
    calibre: { zh: "不含竣工", en: "without completed" },
    others: [{ value: "201", calibre: { zh: "含竣工", en: "with completed" } }],
  });
  expect(tiles.filter((tile) => tile.code === "exports")).toMatchObject([{ calibre: null, others: [] }]);
});

test("an asked period, open conflicts and what is missing are shown", async () => {
  const seen = await look(database.zoneId, "2025H1");
  expect(seen.tiles.map((tile) => tile.code)).toEqual(["exports"]);
  expect(seen.conflicts).toMatchObject({ open: 1, items: [{ period: "2026Q1" }] });
  expect(seen.missing.length).toBeGreaterThan(0);
});

test("a zone without figures sees an empty first screen, and nothing of another zone's", async () => {
  const seen = await look(database.otherZoneId);
  expect(seen).toMatchObject({ period: null, tiles: [], missing: [], conflicts: { open: 0 }, backlog: { documents: 0, proposals: 0 } });
});
