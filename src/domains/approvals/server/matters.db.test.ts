import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseColumns } from "#domains/approvals/contract/case-columns.ts";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import { matterColumns } from "#domains/approvals/contract/matter-columns.ts";
import { exampleMatter, exampleNode } from "#domains/approvals/rules/example-matter.ts";
import { createTestApprovals, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { Actor } from "#kernel/policy.ts";

type Imported = {
  readonly imported: number;
  readonly refused: number;
  readonly rows: readonly {
    readonly ok: boolean;
    readonly problem: { readonly zh: string; readonly en: string } | null;
    readonly state?: string;
  }[];
};
let at: TestApprovals;
let head: Actor;
let window: Actor;

beforeAll(async () => {
  at = await createTestApprovals();
  const own = await at.department("行政审批局");
  await at.department("建设管理局");
  head = await at.person("department_head", { departmentId: own });
  window = await at.person("approval_window", { departmentId: own });
});
afterAll(() => at.database.close());

const set = (matter: Matter, effectiveOn: string, today: string) =>
  at.call<{ version: number }>(head, "setMatter", { matter, effectiveOn, reason: "修订" }, { today });
const csv = (
  columns: readonly { readonly head: { readonly zh: string }; readonly key: string }[],
  rows: readonly Readonly<Record<string, string>>[],
) => ({
  name: "导入.csv",
  bytes: new TextEncoder().encode(
    `\ufeff${[columns.map(({ head: { zh } }) => zh), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ""))].map((cells) => cells.join(",")).join("\r\n")}\r\n`,
  ),
});

describe("事项版本", () => {
  test("自今天或以后生效；过去的版本不动，办件留在自己的版本上", async () => {
    const first = exampleMatter("versioned", { materials: [] });
    expect(await set(first, "2026-03-01", "2026-03-01")).toMatchObject({ version: 1 });
    const { case: filed } = await at.draft(window, { matterCode: "versioned", title: "旧版办件" }, "2026-03-02");
    const shorter = { ...first, promised: { length: 5, unit: "workday" as const, source: "本区规定" } };
    await expect(set(shorter, "2026-02-28", "2026-03-01")).rejects.toMatchObject({ code: "approvals.effective-in-past" });
    expect(await set(shorter, "2026-04-01", "2026-03-20")).toMatchObject({ version: 2 });
    await expect(set(shorter, "2026-05-01", "2026-03-21")).rejects.toMatchObject({ code: "approvals.matter-unchanged" });
    const open = (asOf: string) =>
      at.call<{ current: { version: number }; versions: unknown[] }>(window, "openMatter", { code: "versioned", asOf });
    expect((await open("2026-03-31")).current.version).toBe(1);
    expect((await open("2026-04-01")).current.version).toBe(2);
    const seen = await at.call<CaseView>(window, "openCase", { id: filed.row.id }, { today: "2026-05-06" });
    expect(seen.matterVersion).toBe(1);
  });

  test("施行日写错的版本由下一版取代，从不施行；原样收回也可以", async () => {
    const first = exampleMatter("mistyped", { materials: [] });
    const shorter = { ...first, promised: { length: 5, unit: "workday" as const, source: "本区规定" } };
    await set(first, "2026-03-01", "2026-03-01");
    expect(await set(shorter, "2099-01-01", "2026-03-02")).toMatchObject({ version: 2 });
    await expect(set(shorter, "2099-01-01", "2026-03-02")).rejects.toMatchObject({ code: "approvals.matter-unchanged" });
    expect(await set(shorter, "2026-04-01", "2026-03-03")).toMatchObject({ version: 3 });
    expect(await set(first, "2026-03-10", "2026-03-04")).toMatchObject({ version: 4 });
    const inForce = async (asOf: string) =>
      (await at.call<{ current: { version: number } }>(window, "openMatter", { code: "mistyped", asOf })).current.version;
    expect([await inForce("2026-03-09"), await inForce("2026-03-10"), await inForce("2026-04-01"), await inForce("2099-06-01")]).toEqual([
      1, 4, 4, 4,
    ]);
    const { case: filed } = await at.draft(window, { matterCode: "mistyped", title: "取代之后的办件" }, "2026-05-06");
    expect(filed.matterVersion).toBe(4);
  });

  test("事项由办理部门的负责人新增和修订；办理部门可以移交", async () => {
    const builder = await at.person("department_head", { departmentId: await at.department("市政管理局") });
    const by = (actor: Actor, matter: Matter) =>
      at.call<{ version: number }>(actor, "setMatter", { matter, effectiveOn: "2026-06-30", reason: "修订" });
    const given = exampleMatter("owned", { materials: [] });
    const refused = { code: "approvals.refused.other-departments-matter", kind: "forbidden" };
    await expect(by(builder, given)).rejects.toMatchObject(refused);
    await by(head, given);
    await expect(by(builder, { ...given, department: "市政管理局" })).rejects.toMatchObject(refused);
    await by(head, { ...given, department: "市政管理局" });
    await expect(by(head, given)).rejects.toMatchObject(refused);
    expect(await by(builder, { ...given, department: "市政管理局", promised: null })).toMatchObject({ version: 3 });
  });

  test("循环的审查关系拒绝，句子里写明是哪几个环节", async () => {
    const looped = exampleMatter("looped", { reviews: [exampleNode("a", ["b"]), exampleNode("b", ["a"])] });
    await expect(set(looped, "2026-04-01", "2026-03-01")).rejects.toMatchObject({
      code: "approvals.matter-refused",
      params: { problems: "审查环节互相等待，成了循环：环节a → 环节b → 环节a。" },
    });
  });

  test("表格导入：坏行各自一句，好行留下；试导什么也不留", async () => {
    const row = {
      code: "sheet-one",
      name: "表格事项",
      stage: "经营",
      kind: "行政许可",
      authority: "市局",
      department: "行政审批局",
      legal: "20工作日",
      "legal-source": "行政许可法第四十二条",
      promised: "8工作日",
      materials: "申请表、图纸",
      deferrable: "图纸",
      reviews: "规划@建设管理局/5→汇总@行政审批局/2",
      source: "行政许可法",
    };
    const files = [csv(matterColumns, [row, { ...row, code: "坏编号" }, { ...row, code: "sheet-two", promised: "30工作日" }])];
    const input = { effectiveOn: "2026-06-30", reason: "批量登记" };
    const tried = await at.call<Imported>(head, "importMatters", { ...input, dryRun: true }, { files });
    expect([tried.imported, tried.refused, tried.rows.map(({ ok }) => ok)]).toEqual([0, 2, [true, false, false]]);
    expect(await at.database.tamper("select 1 from approval_matter where code = 'sheet-one'")).toEqual([]);
    const done = await at.call<Imported>(head, "importMatters", input, { files });
    expect(done.imported).toBe(1);
    expect(done.rows.map(({ problem }) => problem?.zh ?? "")).toEqual([
      "",
      expect.stringContaining("第 3 行“事项编号”列：“坏编号”不符合要求"),
      expect.stringContaining("承诺时限 30 个工作日 长于法定时限 20 个工作日"),
    ]);
    const { current } = await at.call<{ current: { matter: Matter } }>(window, "openMatter", { code: "sheet-one" });
    expect(current.matter.reviews.map(({ key, after }) => [key, after])).toEqual([
      ["r1", []],
      ["r2", ["r1"]],
    ]);
  });

  test("同一事项在一次导入里只能有一行：后一行拒绝，写明与哪一行重复", async () => {
    const whole = exampleMatter("doubled", { materials: [] });
    const bytes = new TextEncoder().encode(JSON.stringify([whole, { ...whole, promised: null }]));
    const files = [{ name: "事项.json", bytes }];
    const done = await at.call<Imported>(head, "importMatters", { effectiveOn: "2026-06-30", reason: "迁移" }, { files });
    expect(done.rows.map(({ problem }) => problem?.zh ?? "")).toEqual([
      "",
      "事项编号“doubled”与第 1 行重复：一次导入中一个事项只能有一行。",
    ]);
    expect(await at.database.tamper("select version from approval_matter where code = 'doubled'")).toEqual([{ version: 1 }]);
  });

  test("JSON 导入整件事项，含审查图；不成样子的各自一句", async () => {
    const whole = exampleMatter("json-one", { reviews: [exampleNode("a"), exampleNode("b", ["a"])] });
    const bytes = new TextEncoder().encode(JSON.stringify([whole, { code: "json-two" }]));
    const files = [{ name: "事项.json", bytes }];
    const done = await at.call<Imported>(head, "importMatters", { effectiveOn: "2026-06-30", reason: "迁移" }, { files });
    expect(done.rows.map(({ ok }) => ok)).toEqual([true, false]);
    const problem = done.rows[1]?.problem;
    expect(problem?.zh).toMatch(/^第 2 项不合要求：缺少“name”；“stage”只能是：/);
    expect(problem?.zh).not.toMatch(/[Ii]nvalid|[Ee]xpected|[Rr]eceived|[Rr]equired/);
    expect(problem?.en).toMatch(/^Item 2 is not as expected: “name” is missing/);
  });
});

describe("历史办件导入", () => {
  const base = { matter: "past", enterprise: "岚州历史有限公司", submitted: "2025-03-03" };
  beforeAll(async () => {
    await at.matter({
      code: "past",
      pauses: [{ reason: "专家评审", most: 20, source: "行政许可法第四十五条" }],
      materials: [],
      reviews: [exampleNode("a", [], { silence: "no-objection" }), exampleNode("b")],
    });
  });

  test("逐日重演：能成立的留下，不能的各自一句，两次导入不重复", async () => {
    const done = {
      ...base,
      title: "完整的一件",
      noticed: "2025-03-05",
      items: "补签章",
      answered: "2025-03-07",
      accepted: "2025-03-10",
      reviewed: "2025-03-10",
      opinions: "b=同意@2025-03-14；a=逾期@2025-03-21",
      pauses: "专家评审@2025-03-11/2025-03-12#告知1号",
      decided: "2025-03-24",
      decision: "准予",
      number: "旧〔2025〕1号",
      delivered: "2025-03-26",
      how: "邮寄",
    };
    const rows = [
      done,
      { ...base, title: "没有受理就决定", decided: "2025-03-10", decision: "准予", number: "旧2号" },
      {
        ...base,
        title: "意见未齐就决定",
        accepted: "2025-03-04",
        reviewed: "2025-03-04",
        decided: "2025-03-10",
        decision: "准予",
        number: "旧3号",
      },
      { ...base, title: "倒退的日期", accepted: "2025-03-01" },
      { ...base, title: "未到期就算逾期", accepted: "2025-03-04", reviewed: "2025-03-04", opinions: "a=逾期@2025-03-06" },
      { ...base, title: "还在审查", accepted: "2025-03-04", reviewed: "2025-03-04", opinions: "b=同意@2025-03-06" },
      { ...base, title: "没有的事项", matter: "nothing" },
      { ...base, title: "没有的项目", project: "查无此项目" },
      { ...base, title: "倒置的中止", accepted: "2025-03-04", pauses: "专家评审@2025-03-12/2025-03-11#告知1号" },
      { ...base, title: "准予没有文号", accepted: "2025-03-04", decided: "2025-03-10", decision: "准予" },
      { ...base, title: "决定没有写明", accepted: "2025-03-04", decided: "2025-03-10" },
      { ...base, title: "决定没有日期", accepted: "2025-03-04", decision: "不予" },
      { ...base, title: "将来的日期", accepted: "2027-03-04" },
    ];
    const files = [csv(caseColumns, rows)];
    const first = await at.call<Imported>(head, "importCases", {}, { files });
    expect(first.rows.map(({ problem, state }) => problem?.zh ?? state)).toEqual([
      "DELIVERED",
      expect.stringContaining("2025-03-10 的“作出决定”不成立：办件已提交、尚未受理"),
      expect.stringContaining("未出意见"),
      expect.stringContaining("早于上一步"),
      expect.stringContaining("该环节的时限还没有过"),
      "REVIEWING",
      expect.stringContaining("“事项”列"),
      "没有登记过项目“查无此项目”。",
      "2025-03-12 的“依法中止计时”不成立：结束早于开始。",
      expect.stringContaining("第 11 行“结果文号”列：没有填写，应为80 字以内，准予且有结果文书的必填"),
      expect.stringContaining("第 12 行“决定”列：没有填写"),
      expect.stringContaining("第 13 行“决定日期”列：没有填写"),
      expect.stringContaining("2027-03-04 晚于今天"),
    ]);
    const again = await at.call<Imported>(head, "importCases", {}, { files });
    expect([again.imported, again.rows[0]?.problem?.zh]).toEqual([0, expect.stringContaining("已有相同的办件")]);
    const { items } = await at.call<{ items: { id: string; title: string }[] }>(window, "caseDesk", { q: "完整的一件", open: false });
    const seen = await at.call<CaseView>(window, "openCase", { id: items[0]?.id ?? "" });
    expect(seen.result).toMatchObject({ number: "旧〔2025〕1号", deliveredOn: "2025-03-26", deliveredHow: "post" });
    expect(seen.steps.filter(({ automatic }) => automatic !== null).map(({ move }) => move)).toEqual(["silentOpinion"]);
    // What came by import goes on here as any other case.
    const open = await at.call<{ items: { id: string }[] }>(window, "caseDesk", { q: "还在审查" });
    const running = await at.call<CaseView>(window, "openCase", { id: open.items[0]?.id ?? "" });
    await at.call(window, "runClocks", {});
    const later = await at.call<CaseView>(window, "openCase", { id: running.row.id });
    expect(later.reviews.map(({ state }) => state)).toEqual(["silent", "agreed"]);
    const decided = await at.step(head, "decideCase", later, { decision: "granted", reason: "合规", resultNumber: "新1号" }, "2026-06-30");
    expect(decided.row.state).toBe("DECIDED");
  });
});
