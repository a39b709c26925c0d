import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseRow, CaseView } from "#domains/approvals/contract/case.ts";
import { handOverCases } from "#domains/approvals/server/hand-over-cases.ts";
import { createTestApprovals, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { Actor } from "#kernel/policy.ts";
import { type DeliveredEvent, platformActor } from "#kernel/server/background.ts";

type Desk = {
  readonly items: readonly CaseRow[];
  readonly total: number;
  readonly next: string | null;
  readonly counts: Record<string, number>;
};
type Overview = { readonly items: readonly { who: string; name: string; cases: number; late: number; longestWorkdays: number }[] };

let at: TestApprovals;
let window: Actor;
let head: Actor;
let other: Actor;
let counter: Actor;
const seen: Record<string, CaseView> = {};
const TODAY = "2026-03-31";

beforeAll(async () => {
  at = await createTestApprovals();
  const own = await at.department("行政审批局");
  const building = await at.department("建设管理局");
  counter = await at.person("liaison");
  window = await at.person("approval_window", { departmentId: own });
  head = await at.person("department_head", { departmentId: own });
  other = await at.person("approval_window", { departmentId: building });
  await at.matter({ code: "plain", materials: [], stage: "operation", pauses: [{ reason: "专家评审", most: null, source: "x" }] });
  await at.matter({
    code: "reviewed",
    materials: [],
    stage: "construction",
    reviews: [
      {
        key: "site",
        name: { zh: "现场审查", en: "site" },
        department: "建设管理局",
        after: [],
        limit: { length: 5, unit: "workday", source: "x" },
        silence: "none",
      },
    ],
  });
  const submitted = async (name: string, day: string, matterCode = "plain") => {
    const { case: drafted } = await at.draft(counter, { matterCode, title: name, enterprise: `${name}公司` }, day);
    seen[name] = await at.step(counter, "submitCase", drafted, {}, day);
  };
  const go = async (actor: Actor, operation: string, name: string, input: Record<string, unknown>, day: string) => {
    seen[name] = await at.step(actor, operation, seen[name] as CaseView, input, day);
  };
  for (const [name, day, code] of [
    ["超法定", "2026-03-02", "plain"],
    ["超承诺", "2026-03-09", "plain"],
    ["临期", "2026-03-20", "plain"],
    ["正常", "2026-03-27", "plain"],
    ["中止", "2026-03-02", "plain"],
    ["审查", "2026-03-24", "reviewed"],
    ["送达", "2026-03-02", "plain"],
  ] as const) {
    await submitted(name, day, code);
    await go(window, "acceptCase", name, {}, day);
  }
  await go(window, "pauseCase", "中止", { reason: "专家评审", from: "2026-03-04", notice: "1号" }, "2026-03-04");
  await go(window, "startReview", "审查", {}, "2026-03-25");
  await go(head, "decideCase", "送达", { decision: "refused", reason: "不符合" }, "2026-03-10");
  await go(window, "deliverCase", "送达", { how: "post" }, "2026-03-11");
  await submitted("待受理", "2026-03-30");
  await at.draft(counter, { matterCode: "plain", title: "草稿" }, "2026-03-30");
});
afterAll(() => at.database.close());

const desk = (input: Record<string, unknown> = {}, actor = window) => at.call<Desk>(actor, "caseDesk", input, { today: TODAY });
const titles = async (input: Record<string, unknown>, actor = window) => (await desk(input, actor)).items.map(({ title }) => title);

describe("审批工作台", () => {
  test("按到期先后；计数与各行的预警一致；草稿和办结的不在", async () => {
    const { items, counts, total } = await desk();
    expect(items.map(({ title }) => title)).toEqual(["超法定", "超承诺", "临期", "待受理", "审查", "正常", "中止"]);
    expect(items.map(({ title, alert }) => [title, alert])).toEqual([
      ["超法定", "over"],
      ["超承诺", "late"],
      ["临期", "near"],
      ["待受理", "none"],
      ["审查", "none"],
      ["正常", "none"],
      ["中止", "none"],
    ]);
    expect(total).toBe(7);
    expect(counts).toEqual({ open: 7, near: 1, late: 1, over: 1, suspended: 1 });
  });

  test.each([
    [{ alert: "over" }, ["超法定"]],
    [{ alert: "late" }, ["超承诺"]],
    [{ alert: "near" }, ["临期"]],
    [{ state: "SUSPENDED" }, ["中止"]],
    [{ state: "DRAFT" }, ["草稿"]],
    [{ state: "DELIVERED" }, ["送达"]],
    [{ stage: "construction" }, ["审查"]],
    [{ matterCode: "reviewed" }, ["审查"]],
    [{ waitsFor: "department" }, ["审查"]],
    [{ reviewBy: "建设管理局" }, ["审查"]],
    [{ reviewBy: "规划分局" }, []],
    [{ q: "临期" }, ["临期"]],
    [{ q: "%" }, []],
    [{ sort: "number", limit: 2 }, ["待受理", "审查"]],
  ])("%j", async (input, expected) => expect(await titles(input)).toEqual(expected));

  test("翻页不重不漏", async () => {
    const first = await desk({ limit: 4 });
    const rest = await desk({ limit: 4, cursor: first.next ?? "" });
    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(await titles({}));
    expect(rest.next).toBeNull();
  });

  test("我的：本部门窗口的，或等本部门意见的", async () => {
    expect(await titles({ mine: true }, other)).toEqual(["审查"]);
    expect(await titles({ mine: true })).toHaveLength(7);
    expect(await titles({ mine: true }, counter)).toEqual([]);
  });
});

describe("卡在谁那里", () => {
  test("今天：按等谁归并，有几件逾期、最久几个工作日", async () => {
    const { items } = await at.call<Overview>(window, "blockingOverview", {}, { today: TODAY });
    expect(items.map(({ who, name, cases, late, longestWorkdays }) => [who, name, cases, late, longestWorkdays])).toEqual([
      ["head", "行政审批局", 4, 2, 21],
      ["window", "行政审批局", 2, 0, 1],
      ["department", "建设管理局", 1, 0, 4],
    ]);
  });

  test("过去某日按当日的样子说", async () => {
    const { items } = await at.call<Overview>(window, "blockingOverview", { asOf: "2026-03-10" }, { today: TODAY });
    // On that day the refusal had been decided and not delivered, and most cases had not been filed.
    expect(items.map(({ who, cases, late }) => [who, cases, late])).toEqual([
      ["head", 2, 0],
      ["window", 2, 0],
    ]);
  });
});

describe("离岗移交", () => {
  test("在办的办件和帮办随人移交，逐件入史、入审计，办结的不动", async () => {
    const helper = await at.person("liaison");
    const colleague = await at.person("approval_window");
    await at.database.tamper(
      `insert into approval_assist (zone_id, id, case_id, helper_id, helper_name, authorisation, from_day)
       values ($1, gen_random_uuid(), $2, $3, '原帮办', '授权书1号', '2026-03-25')`,
      [at.database.zoneId, seen["审查"]?.row.id, helper.id],
    );
    const run = (fromId: string) =>
      at.database.uow.run(platformActor(at.database.zoneId), {}, (tx) =>
        handOverCases.handle(
          { kind: "projects.handed-over", payload: { fromId, toId: colleague.id, on: TODAY, reason: "调岗", moved: 3 } } as DeliveredEvent,
          tx,
        ),
      );
    await run(window.id);
    await run(helper.id);
    const held = await at.database.tamper("select title from approval_case where holder_id = $1 order by title", [colleague.id]);
    expect(held.map((row) => row["title"])).toEqual(["中止", "临期", "审查", "正常", "超承诺", "超法定"].sort());
    const [kept] = await at.database.tamper("select holder_id from approval_case where title = '送达'");
    expect(kept).toEqual({ holder_id: window.id });
    const after = await at.call<CaseView>(head, "openCase", { id: seen["审查"]?.row.id ?? "" }, { today: TODAY });
    expect(after.assists.map(({ helper: name, to }) => [name, to])).toEqual([
      ["原帮办", TODAY],
      [colleague.name, null],
    ]);
    expect(after.steps.at(-1)).toMatchObject({ move: "handOver", note: colleague.name, by: "园枢" });
    const journal = await at.database.tamper(
      "select subject, items from journal_entry where operation = 'approvals.handOver' order by sequence",
    );
    expect(journal).toEqual([
      { subject: `person:${window.id}`, items: "6" },
      { subject: `person:${helper.id}`, items: "0" },
    ]);
  });
});
