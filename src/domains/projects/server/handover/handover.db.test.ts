import { afterAll, beforeAll, expect, test } from "vitest";
import type { HeldItem } from "#domains/projects/contract/handover-operations.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let promotion: Actor;
let head: Actor;
let leader: Actor;
let system: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  head = await at.person("department_head");
  leader = await at.person("leadership");
  system = await at.person("system_administrator");
});
afterAll(() => at.database.close());

const preview = (personId: string, actor = head) => at.call<{ items: readonly HeldItem[] }>(actor, "handoverPreview", { personId });
const kindsOf = (items: readonly HeldItem[]) => items.map(({ kind }) => kind);
const task = (owner: Actor, id: string, title: string) =>
  at.call<{ id: string; version: number }>(owner, "addTask", { id, kind: "duty", title, ownerId: owner.id, dueOn: "2026-07-10" });

/** A person with one of everything, and what he once had and has no more. */
async function busyPerson() {
  const from = await at.person("task_force");
  const id = await at.project(promotion, {
    ownerId: from.id,
    leaderId: from.id,
    plan: [{ kind: "start", plannedOn: "2026-01-10" as never }],
  });
  const worked = await at.project(promotion);
  await at.call(head, "formTaskForce", { id, leadId: from.id, members: [{ personId: from.id, duty: "总协调" }] });
  await at.call(head, "formTaskForce", { id: worked, leadId: head.id, members: [{ personId: from.id, duty: "手续办理" }] });
  await task(from, worked, "完成临电报装");
  const done = await task(from, worked, "已办结的事项");
  await at.call(from, "closeTask", { taskId: done.id, version: done.version, note: "办完了" });
  await at.call(leader, "recolour", {});
  return { from, id, worked };
}

test("一步移交：负责人、牵头领导、专班负责人、成员、未办结事项、未办结督办；办结的留在原处，改期审定随岗位", async () => {
  const { from, id, worked } = await busyPerson();
  const to = await at.person("task_force");
  const { items } = await preview(from.id);
  expect(kindsOf(items)).toEqual(["owner", "leader", "task-force-lead", "member", "member", "task", "supervision"]);
  const done = await at.call<{ moved: number }>(head, "handOver", {
    fromId: from.id,
    toId: to.id,
    reason: "调离岗位",
    expected: items.length,
  });
  expect(done.moved).toBe(7);
  expect((await preview(from.id)).items).toEqual([]);
  expect(kindsOf((await preview(to.id)).items)).toEqual(kindsOf(items));
  type Force = {
    lead: { id: string };
    members: { person: { id: string }; duty: string; to: string | null }[];
    tasks: { title: string; owner: { id: string } }[];
    log: { kind: string; text: string }[];
  };
  const force = await at.call<Force>(head, "openTaskForce", { id: worked });
  expect(force.members).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ person: expect.objectContaining({ id: from.id }), to: "2026-06-30" }),
      expect.objectContaining({ person: expect.objectContaining({ id: to.id }), duty: "手续办理", to: null }),
    ]),
  );
  expect(force.tasks.find(({ title }) => title === "已办结的事项")?.owner.id).toBe(from.id);
  expect(force.log[0]).toMatchObject({ kind: "handover" });
  expect(force.log[0]?.text).toContain("调离岗位");
  expect((await at.call<Force>(head, "openTaskForce", { id })).lead.id).toBe(to.id);

  const entries = await at.database.tamper(
    "select items, subject from journal_entry where operation = 'projects.handOver' order by sequence desc limit 1",
    [],
  );
  expect(entries).toEqual([{ items: "7", subject: `person:${from.id}` }]);
  const events = await at.database.tamper("select payload from outbox where kind = 'projects.handed-over'", []);
  expect(events).toMatchObject([{ payload: { fromId: from.id, toId: to.id, on: "2026-06-30", moved: 7 } }]);
});

test("承接人本来就在那个专班：不重复列名，各人的职责不变", async () => {
  const { from, worked } = await busyPerson();
  const to = await at.person("task_force");
  const members = [
    { personId: from.id, duty: "手续办理" },
    { personId: to.id, duty: "要素保障" },
  ];
  await at.call(head, "formTaskForce", { id: worked, leadId: head.id, members });
  await at.call(head, "handOver", { fromId: from.id, toId: to.id, reason: "轮岗", expected: (await preview(from.id)).items.length });
  const held = (await preview(to.id)).items.filter(({ kind, project }) => kind === "member" && project?.id === worked);
  expect(held.map(({ what }) => what)).toEqual(["要素保障"]);
});

test("不行的：移交给自己、没有岗位的人、不存在的人；预览之后有变化；没有权限的人", async () => {
  const { from, worked } = await busyPerson();
  const expected = (await preview(from.id)).items.length;
  const give = (toId: string, more: Record<string, unknown> = {}, actor = head) =>
    at.call(actor, "handOver", { fromId: from.id, toId, reason: "调离", expected, ...more });
  await expect(give(from.id)).rejects.toMatchObject({ code: "projects.handover-to-self" });
  await expect(give("01999999-0000-7000-8000-000000000000")).rejects.toMatchObject({ code: "projects.no-such-person" });
  const outside = await at.person("expert");
  await expect(give(outside.id)).rejects.toMatchObject({ code: "projects.handover-no-post" });
  const to = await at.person("task_force");
  await expect(give(to.id, {}, from)).rejects.toMatchObject({ kind: "forbidden" });
  await task(from, worked, "预览之后的新事项");
  await expect(give(to.id)).rejects.toMatchObject({ code: "projects.handover-changed", params: { expected, found: expected + 1 } });
  expect((await preview(from.id)).items).toHaveLength(expected + 1);
});

test("系统管理员也能办；名单里只有在岗的管委会人员，写明手上有几项", async () => {
  const { from } = await busyPerson();
  const to = await at.person("department_head");
  const { items } = await preview(from.id, system);
  type Officials = { items: { id: string; held: number; roles: string[] }[] };
  const before = await at.call<Officials>(system, "listHolders", {});
  expect(before.items.find(({ id }) => id === from.id)).toMatchObject({ held: items.length, roles: ["task_force"] });
  expect(before.items.some(({ id }) => id === system.id)).toBe(false);
  await at.call(system, "handOver", { fromId: from.id, toId: to.id, reason: "退休", expected: items.length });
  const after = await at.call<Officials>(system, "listHolders", {});
  expect(after.items.find(({ id }) => id === to.id)?.held).toBe(items.length);
});
