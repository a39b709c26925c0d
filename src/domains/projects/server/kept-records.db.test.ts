import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadProjectRecords, readRecords } from "#domains/projects/server/load-project-records.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { insertProjects } from "../../../../bench/project-rows.ts";

const MANY = 1100;
let at: TestProjects;
let force: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  force = await at.person("task_force");
  await insertProjects(at.database.ownerUrl, at.database.zoneId, MANY);
});
afterAll(() => at.database.close());

const query = <T>(work: (tx: Tx) => Promise<T>, actor = force): Promise<T> => at.database.uow.run(actor, { readOnly: true }, work);
const idOf = (place: number) => `00000000-0000-7000-9000-${place.toString(16).padStart(12, "0")}`;

test("读过一次就留着：没有动过，第二次是同一份", async () => {
  const first = await query((tx) => loadProjectRecords(tx));
  expect(first).toHaveLength(MANY);
  expect(await query((tx) => loadProjectRecords(tx))).toBe(first);
  expect(await query((tx) => loadProjectRecords(tx, { only: "course" }))).toBe(first);
});

test("许多人同时来问，只读一次", async () => {
  await at.call(force, "reachMilestone", { id: idOf(20), kind: "element-power", on: "2026-06-01" });
  const answers = await Promise.all(Array.from({ length: 6 }, () => query((tx) => loadProjectRecords(tx))));
  for (const answer of answers) expect(answer).toBe(answers[0]);
  const [some] = await query((tx) => loadProjectRecords(tx, { ids: [idOf(20), idOf(3)] }));
  expect(some).toBe(answers[0]?.find((record) => record.id === idOf(3)));
});

test("随便做什么命令，之后读到的与库里一字不差", async () => {
  const moves: readonly (() => Promise<unknown>)[] = [
    () => at.call(force, "reportMonth", { id: idOf(2), month: "2026-06", investedYuan: "1", revisionReason: "更正" }),
    () => at.call(force, "reachMilestone", { id: idOf(3), kind: "element-power", on: "2026-06-01" }),
    () => at.call(force, "setInvestmentPlan", { id: idOf(4), year: 2027, monthsYuan: Array.from({ length: 12 }, () => "10") }),
    async () => {
      const { version } = await at.call<{ version: number }>(force, "openProject", { id: idOf(5) });
      return at.call(force, "editProject", { id: idOf(5), version, level: "national", name: "改了名的产线" });
    },
    async () => at.project(await at.person("promotion")),
    async () => at.call(await at.person("leadership"), "recolour", {}),
  ];
  for (const move of moves) {
    const before = await query((tx) => loadProjectRecords(tx));
    await move();
    const [kept, truth] = await query(async (tx) => [await loadProjectRecords(tx), await readRecords(tx)] as const);
    expect(kept).toEqual(truth);
    expect(kept).not.toBe(before);
  }
});

test("正在写的事务读库，不读留着的；别的园区的人、企业的人读不到这一份", async () => {
  await query((tx) => loadProjectRecords(tx));
  let seen: string | undefined;
  const halfway = at.database.uow.run(force, {}, async (tx) => {
    await tx.updateTable("project").set({ level: "provincial" }).where("id", "=", idOf(7)).execute();
    seen = (await loadProjectRecords(tx)).find((record) => record.id === idOf(7))?.level;
    throw new Error("given up");
  });
  await expect(halfway).rejects.toThrow("given up");
  expect(seen).toBe("provincial");
  const stranger = at.database.actor("statistics", { zoneId: at.database.otherZoneId });
  expect(await query((tx) => loadProjectRecords(tx), stranger)).toEqual([]);
  const enterprise = at.database.actor("enterprise", { enterpriseId: randomUUID() });
  expect(await query((tx) => loadProjectRecords(tx), enterprise)).toEqual([]);
});

test("墙、清单、四色：留着的与从头算的一样", async () => {
  for (const name of ["colourWall", "colours", "projectLists", "investmentOverview"]) {
    const warm = await at.call(force, name, {});
    expect(await at.call(force, name, {})).toEqual(warm);
    const cold = await at.call(force, name, {}, { today: "2026-06-29" });
    await at.call(
      force,
      "reportMonth",
      { id: idOf(9), month: "2026-06", investedYuan: "2", revisionReason: "再更正" },
      { today: "2026-06-30" },
    );
    expect(await at.call(force, name, {}, { today: "2026-06-29" })).toEqual(cold);
  }
});
