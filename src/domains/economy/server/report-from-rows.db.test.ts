import { afterAll, beforeAll, expect, test } from "vitest";
import { type ComputedFigure, reportFromRows } from "#domains/economy/server/api.ts";
import { composeCurrentCard } from "#domains/economy/server/compose-current-card.ts";
import { reportAllFromRows } from "#domains/economy/server/report-from-rows.ts";
import { listFacts } from "#kernel/server/facts.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const projects = (count: number) => Array.from({ length: count }, (_, place) => ({ id: `project-${place}`, label: `项目${place}，在建` }));
const figure = (count: number): ComputedFigure => ({
  code: "projects-building",
  region: "甲高新区",
  period: "2026H1",
  basis: "point",
  value: String(count),
  unit: "个",
  dataset: "projects.under-construction",
  title: "在建项目清单",
  rows: projects(count),
});
const statistician = () => database.actor("statistics", { id: "0199c000-0000-7000-8000-00000000000a" });

test("a figure computed from rows stands on the card with its rows as proof", async () => {
  const card = await database.uow.run(statistician(), {}, async (tx) => {
    await reportFromRows(tx, figure(3));
    return composeCurrentCard(tx, "甲高新区", "2026H1");
  });
  const shown = card.figures.find((one) => one.code === "projects-building");
  expect(shown).toMatchObject({ value: "3", unit: "个" });
  expect(shown?.sources[0]).toMatchObject({
    kind: "rows",
    dataset: "projects.under-construction",
    title: "在建项目清单",
    rows: [{ id: "project-0" }, { id: "project-1" }, { id: "project-2" }],
  });
});

test("the same rows again change nothing; other rows take their place, and history keeps both", async () => {
  const [again, other, facts] = await database.uow.run(
    statistician(),
    {},
    async (tx) =>
      [
        await reportFromRows(tx, figure(3)),
        await reportFromRows(tx, figure(4)),
        await listFacts(tx, { code: "projects-building" }),
      ] as const,
  );
  expect(again).not.toBe(other);
  expect(facts.map((fact) => [fact.value, fact.status])).toEqual([
    ["3", "withdrawn"],
    ["4", "accepted"],
  ]);
});

test("a zero is proved by the empty list, and asked again it stands; what is computed no more is withdrawn", async () => {
  const report = (figures: readonly ComputedFigure[]) =>
    database.uow.run(statistician(), {}, (tx) =>
      reportAllFromRows(tx, { region: "甲高新区", period: "2026Q1", domain: "projects", figures }),
    );
  const none: ComputedFigure = { ...figure(0), period: "2026Q1" };
  const red: ComputedFigure = { ...figure(2), period: "2026Q1", code: "red-light-projects", dataset: "projects.red" };
  expect(await report([none, red])).toMatchObject({ changed: 2, withdrawn: 0 });
  expect(await report([none, red])).toMatchObject({ changed: 0, withdrawn: 0 });
  expect(await report([none])).toMatchObject({ changed: 0, withdrawn: 1 });
  const renamed = { ...red, rows: red.rows.map((row) => ({ ...row, label: `${row.label}（更名）` })) };
  expect(await report([none, red])).toMatchObject({ changed: 1 });
  expect(await report([none, renamed])).toMatchObject({ changed: 1, withdrawn: 1 });
  const card = await database.uow.run(statistician(), {}, (tx) => composeCurrentCard(tx, "甲高新区", "2026Q1"));
  expect(card.figures.find((one) => one.code === "projects-building")?.sources[0]).toMatchObject({
    rows: [{ label: "清单为空，计 0 行" }],
  });
});

test("a card carries the first rows and says how many there are", async () => {
  const card = await database.uow.run(statistician(), {}, async (tx) => {
    await reportFromRows(tx, figure(120));
    return composeCurrentCard(tx, "甲高新区", "2026H1");
  });
  const source = card.figures.find((one) => one.code === "projects-building")?.sources[0];
  expect(source?.kind === "rows" ? [source.rows.length, source.total] : source).toEqual([50, 120]);
});
