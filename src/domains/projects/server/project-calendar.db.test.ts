import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

type Entry = {
  readonly kind: string;
  readonly id: string;
  readonly day: string;
  readonly state: string;
  readonly rolled: number;
  readonly daysLate: number;
  readonly title: { readonly zh: string };
  readonly task: { readonly abilities: Readonly<Record<string, { readonly allowed: boolean; readonly because?: string }>> } | null;
};
type Calendar = {
  readonly days: readonly { readonly day: string; readonly workday: boolean; readonly holiday: string | null }[];
  readonly entries: readonly Entry[];
  readonly leftOver: readonly Entry[];
};
type LeftOver = {
  readonly day: string;
  readonly unexplained: number;
  readonly items: readonly {
    readonly task: { readonly title: string };
    readonly day: string;
    readonly rolledTo: string | null;
    readonly reason: string | null;
  }[];
};

let at: TestProjects;
let promotion: Actor;
let force: Actor;
let leader: Actor;
let statistics: Actor;
let id: string;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  force = await at.person("task_force");
  leader = await at.person("leadership");
  statistics = await at.person("statistics");
  id = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-06-18" as never }] });
});
afterAll(() => at.database.close());

const add = (title: string, dueOn: string, today: string, kind = "calendar", owner = force) =>
  at.call<{ readonly id: string }>(force, "addTask", { id, kind, title, ownerId: owner.id, dueOn }, { today });
const calendar = (today = "2026-06-30", more: Record<string, unknown> = {}, actor = force) =>
  at.call<Calendar>(actor, "calendar", { from: "2026-06-01", to: "2026-07-05", projectId: id, ...more }, { today });

describe("建设日历", () => {
  test("登记的规矩与那句话一致：过去的日子和休息日各说一句", async () => {
    await expect(add("补记昨天的事", "2026-06-24", "2026-06-25")).rejects.toMatchObject({
      code: "projects.not-same-day",
      params: { due: "2026-06-24", day: "2026-06-25" },
    });
    await expect(add("周六的事", "2026-06-27", "2026-06-25")).rejects.toMatchObject({
      code: "projects.not-a-workday",
      params: { day: "2026-06-27", next: "2026-06-29" },
    });
  });

  test("未毕的看得见，写明理由才顺延；顺延不到过去，也不到休息日", async () => {
    const power = await add("临电报装", "2026-06-25", "2026-06-25");
    await add("弃土清运", "2026-06-26", "2026-06-25");
    const before = await calendar("2026-06-26");
    expect(before.leftOver.map((entry) => [entry.title.zh, entry.daysLate])).toEqual([["临电报装", 1]]);
    const roll = (to: string, today: string) =>
      at.call(force, "rollTask", { taskId: power.id, version: 1, to, reason: "等变压器" }, { today });
    await expect(roll("2026-06-27", "2026-06-26")).rejects.toMatchObject({ code: "projects.not-a-workday" });
    await expect(roll("2026-06-26", "2026-06-29")).rejects.toMatchObject({ code: "projects.roll-to-past" });
    await roll("2026-06-29", "2026-06-26");
    expect((await calendar("2026-06-26")).leftOver).toEqual([]);
    const later = await calendar("2026-06-30");
    // The day that it did not keep goes on showing it, with where it went and why.
    expect(later.entries.filter((entry) => entry.day === "2026-06-25")).toMatchObject([
      { title: { zh: "临电报装" }, state: "rolled", rolledTo: { day: "2026-06-29", reason: "等变压器" }, task: null },
    ]);
    expect(later.leftOver.map((entry) => [entry.title.zh, entry.rolled, entry.daysLate])).toEqual([
      ["弃土清运", 0, 4],
      ["临电报装", 1, 1],
    ]);
  });

  test("一天终了剩下什么：顺延的带着理由，不说话的数得出；后来办结也改不了那天", async () => {
    const read = (day: string) => at.call<LeftOver>(leader, "leftOver", { day }, { today: "2026-06-30" });
    const summary = ({ items, unexplained }: LeftOver) => ({
      unexplained,
      items: items.map(({ task, rolledTo, reason }) => [task.title, rolledTo, reason]),
    });
    expect(summary(await read("2026-06-25"))).toEqual({ unexplained: 0, items: [["临电报装", "2026-06-29", "等变压器"]] });
    // On Friday evening 临电报装 had gone to Monday already; 弃土清运 stood there without a word.
    expect(summary(await read("2026-06-26"))).toEqual({ unexplained: 1, items: [["弃土清运", null, null]] });
    expect((await read("2026-06-29")).unexplained).toBe(2);
    const open = (await calendar()).leftOver.find((entry) => entry.title.zh === "弃土清运");
    await at.call(force, "closeTask", { taskId: open?.id, version: 1, note: "补办" }, { today: "2026-06-30" });
    expect((await read("2026-06-29")).unexplained).toBe(2);
    expect((await read("2026-06-30")).unexplained).toBe(1);
  });

  test("同一天的职责、问题、计划节点、督办、改期都在；工作日、节假日照公布的安排", async () => {
    await add("跟进红线复测", "2026-06-18", "2026-06-10", "duty");
    await add("高压线未迁", "2026-06-18", "2026-06-10", "issue");
    await at.call(force, "requestDate", { id, kind: "start", to: "2026-09-01", reason: "图纸" }, { today: "2026-06-18" });
    await at.call(leader, "recolour", {}, { today: "2026-06-17" });
    const view = await calendar();
    const kinds = view.entries.filter((entry) => entry.day === "2026-06-18").map((entry) => entry.kind);
    expect(kinds.toSorted()).toEqual(["date-request", "duty", "issue", "milestone"]);
    expect(view.entries.some((entry) => entry.kind === "supervision")).toBe(true);
    const holiday = view.days.find((one) => one.day === "2026-06-19");
    expect(holiday).toMatchObject({ workday: false, holiday: expect.stringContaining("端午") });
    expect(view.days).toHaveLength(35);
  });

  test("只看我的：别人的事项不在；能不能办由服务器说", async () => {
    await add("统计岗的事", "2026-06-30", "2026-06-30", "calendar", statistics);
    const own = await calendar("2026-06-30", { mine: true }, statistics);
    expect(own.entries.map((entry) => entry.title.zh)).toEqual(["统计岗的事"]);
    expect(own.entries[0]?.task?.abilities["close"]).toMatchObject({ allowed: false, because: "missing-permission:projects.report" });
    const forced = await calendar("2026-06-30", { mine: true });
    expect(forced.entries.map((entry) => entry.title.zh)).not.toContain("统计岗的事");
    expect(forced.entries.find((entry) => entry.title.zh === "临电报装" && entry.state === "open")?.task?.abilities).toMatchObject({
      close: { allowed: true },
      roll: { allowed: true },
    });
  });

  test.each([
    ["2026-07-01", "2026-06-01"],
    ["2026-01-01", "2026-12-31"],
  ])("%s 至 %s：起止不对，一句话", async (from, to) => {
    await expect(calendar("2026-06-30", { from, to })).rejects.toMatchObject({ code: "projects.calendar-span" });
  });

  test("承办人只列委员会在任的人", async () => {
    const bank = await at.person("bank");
    const { items } = await at.call<{ items: readonly { id: string }[] }>(force, "listPeople", {});
    const listed = (person: Actor) => items.some((one) => one.id === person.id);
    expect([listed(force), listed(statistics), listed(bank)]).toEqual([true, true, false]);
  });
});
