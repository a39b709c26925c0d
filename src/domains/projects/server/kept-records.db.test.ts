import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { UNUSED_MS } from "#domains/projects/server/kept-records.ts";
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

test("许多个编号一起问：整份读一次留下，答的仍只是问到的", async () => {
  await at.call(force, "reachMilestone", { id: idOf(21), kind: "element-power", on: "2026-06-02" });
  const ids = Array.from({ length: 1050 }, (_, place) => idOf(place + 1));
  const [chosen, truth] = await query(async (tx) => [await loadProjectRecords(tx, { ids }), await readRecords(tx, { ids })] as const);
  expect(chosen).toEqual(truth);
  const [one] = await query((tx) => loadProjectRecords(tx, { ids: [idOf(21)] }));
  expect(chosen).toContain(one);
});

test("别的服务器写了，这里也知道：凭证是库里的留痕，不是本进程的记忆", async () => {
  const before = await query((tx) => loadProjectRecords(tx));
  // As another process would leave it behind: a row and the head of the journal, past everything that runs here.
  await at.database.tamper("update project set level = 'municipal' where id = $1", [idOf(11)]);
  await at.database.tamper("update journal_head set sequence = sequence + 1, hash = md5(hash) where zone_id = $1", [at.database.zoneId]);
  const after = await query((tx) => loadProjectRecords(tx));
  expect(after).not.toBe(before);
  expect(after.find(({ id }) => id === idOf(11))?.level).toBe("municipal");
});

test("久没有人问就放下，园区撤了也不占着", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await at.database.tamper("update journal_head set sequence = sequence + 1, hash = md5(hash) where zone_id = $1", [at.database.zoneId]);
    const first = await query((tx) => loadProjectRecords(tx));
    vi.advanceTimersByTime(UNUSED_MS - 1);
    expect(await query((tx) => loadProjectRecords(tx))).toBe(first);
    vi.advanceTimersByTime(UNUSED_MS - 1);
    expect(await query((tx) => loadProjectRecords(tx))).toBe(first);
    vi.advanceTimersByTime(UNUSED_MS);
    const again = await query((tx) => loadProjectRecords(tx));
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  } finally {
    vi.useRealTimers();
  }
});
