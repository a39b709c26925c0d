import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let promotion: Actor;
let taskForce: Actor;
let head: Actor;
let leader: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  taskForce = await at.person("task_force");
  head = await at.person("department_head");
  leader = await at.person("leadership");
});
afterAll(() => at.database.close());

/** What came of several calls of the same moment: done, or the code of the refusal. */
const together = async (calls: readonly Promise<unknown>[]): Promise<readonly string[]> =>
  (await Promise.allSettled(calls)).map((one) => (one.status === "fulfilled" ? "done" : codeOf(one.reason))).sort();
const codeOf = (error: unknown): string => {
  if (error instanceof AppError) return error.code;
  throw error;
};
const times = <One>(count: number, work: (place: number) => One): One[] => Array.from({ length: count }, (_, place) => work(place));

test("四个项目同时登记：各得各的编号", async () => {
  const ids = await Promise.all(times(4, () => at.project(promotion)));
  const codes = await Promise.all(ids.map(async (id) => (await at.call<{ row: { code: string } }>(head, "openProject", { id })).row.code));
  expect(new Set(codes).size).toBe(4);
});

test("同一个项目同时登记两次：一个登记，另一个被告知已由谁登记", async () => {
  const same = { name: "同时登记的项目", enterprise: "岚州甲乙有限公司" };
  expect(await together(times(2, () => at.project(promotion, same)))).toEqual(["done", "projects.registered-already"]);
});

test("同一个月同时报两次：第二份须写更正理由，不会悄悄替换", async () => {
  const id = await at.project(promotion);
  const report = () => at.call(taskForce, "reportMonth", { id, month: "2026-04", investedYuan: "1000000" });
  expect(await together([report(), report()])).toEqual(["done", "projects.month-reported"]);
});

test("同一个人同时被交接两次：只交一次", async () => {
  const from = await at.person("task_force");
  const to = await at.person("task_force");
  await at.project(promotion, { ownerId: from.id });
  const handOver = (by: Actor) => at.call(by, "handOver", { fromId: from.id, toId: to.id, reason: "离岗", expected: 1 });
  expect(await together([handOver(leader), handOver(head)])).toEqual(["done", "projects.handover-changed"]);
});

test("同一个节点同时申请改期：只有一份申请待审定", async () => {
  const id = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-08-01" as never }] });
  const ask = (to: string) => at.call(taskForce, "requestDate", { id, kind: "start", to, reason: "供电延后" });
  expect(await together([ask("2026-09-01"), ask("2026-10-01")])).toEqual(["done", "projects.request-open"]);
});

test("同一次调度会同时开始两次：第二个被告知已有变动", async () => {
  const planned = await at.call<{ meeting: { id: string; version: number } }>(
    taskForce,
    "planMeeting",
    { heldOn: "2026-07-07", chairId: leader.id, place: "管委会一号会议室" },
    { today: "2026-06-30" },
  );
  const { id: meetingId, version } = planned.meeting;
  await at.call(taskForce, "addAgendaItem", { meetingId, title: "听取用电保障", reason: "迎峰度夏" });
  const convene = () => at.call(leader, "conveneMeeting", { meetingId, version }, { today: "2026-07-07" });
  const outcome = await together([convene(), convene()]);
  expect(outcome).toEqual(["done", "record.changed"]);
});

describe("改期申请互相矛盾", () => {
  const plan = [
    { kind: "start", plannedOn: "2026-08-01" as never },
    { kind: "complete", plannedOn: "2026-12-01" as never },
  ] as const;
  type View = { readonly dateRequests: readonly { readonly id: string; readonly version: number; readonly state: string }[] };
  const waiting = (view: View) => view.dateRequests.find(({ state }) => state === "REQUESTED");

  test("先批了竣工提前，再批连带推迟竣工的开工改期：不能按原申请批准，可以不同意", async () => {
    const id = await at.project(promotion, { plan: [...plan] });
    const earlier = waiting(await at.call<View>(taskForce, "requestDate", { id, kind: "complete", to: "2026-09-01", reason: "工期压缩" }));
    const later = (
      await at.call<View>(taskForce, "requestDate", { id, kind: "start", to: "2026-10-01", reason: "供地延后" })
    ).dateRequests.find((one) => one.state === "REQUESTED" && one.id !== earlier?.id);
    const decide = (request: typeof later, grant: boolean) =>
      at.call<View>(leader, "decideDate", { requestId: request?.id, version: request?.version, grant, decision: "会议研究" });
    await decide(earlier, true);
    await expect(decide(later, true)).rejects.toMatchObject({
      code: "projects.plan-moved",
      params: { before: "2026-12-01", now: "2026-09-01" },
    });
    const view = await decide(later, false);
    expect(view.dateRequests.map(({ state }) => state).sort()).toEqual(["GRANTED", "REFUSED"]);
  });

  test("已经投产的项目，达产改期看实际投产的日子，不看它原来的计划", async () => {
    const id = await at.project(promotion, {
      signedOn: "2025-03-10" as never,
      plan: [
        { kind: "produce", plannedOn: "2027-02-01" as never },
        { kind: "full-capacity", plannedOn: "2027-06-01" as never },
      ],
    });
    await at.database.tamper(
      "insert into project_milestone_actual (zone_id, project_id, kind, ordinal, actual_on, recorded_on, note, by) values ($1, $2, 'produce', 1, '2026-05-02', '2026-05-02', '', $3)",
      [at.database.zoneId, id, taskForce.id],
    );
    const tried = await at.call<{ problem: unknown }>(taskForce, "tryDate", { id, kind: "full-capacity", to: "2026-10-01" });
    expect(tried.problem).toBeNull();
    const before = await at.call<{ problem: { zh: string } | null }>(taskForce, "tryDate", { id, kind: "full-capacity", to: "2026-05-01" });
    expect(before.problem?.zh).toContain("投产（2026-05-02）应不晚于 达产");
  });
});
