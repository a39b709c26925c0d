import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { CaseView, PublicTimeline } from "#domains/approvals/contract/case.ts";
import type { PackageDefinition, PackageView } from "#domains/approvals/contract/package-operations.ts";
import { exampleMaterial } from "#domains/approvals/rules/example-matter.ts";
import { childEnded, settlePackage } from "#domains/approvals/server/advance-package.ts";
import { lockPackage } from "#domains/approvals/server/package-store.ts";
import { createTestApprovals, PIXEL, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { deliverEvents } from "#kernel/server/outbox.ts";

type View = z.infer<typeof PackageView>;
let at: TestApprovals;
let window: Actor;
let head: Actor;
let counter: Actor;
let worker: pg.Client;
const TODAY = "2026-05-12";
const file = { name: "材料.png", bytes: PIXEL };
const words = (zh: string) => ({ zh, en: zh });
const child = (matterCode: string, after: readonly string[], materials: Readonly<Record<string, string>>) => ({
  matterCode,
  after: [...after],
  fields: matterCode === "licence" ? { name: "name" } : {},
  materials: { ...materials },
  compensation: words(`${matterCode}未办成的善后`),
});
const rename: PackageDefinition = {
  code: "rename",
  name: words("更名一件事"),
  form: [{ key: "name", label: words("新名称"), kind: "text", required: true, choices: [] }],
  materials: [{ key: "request", name: words("申请书") }],
  children: [
    child("licence", [], { request: "request" }),
    child("seals", ["licence"], { request: "request" }),
    child("account", ["licence", "seals"], { request: "request" }),
  ],
  promised: { length: 4, unit: "hour", source: "本区承诺" },
  source: "本区清单",
};
const parallel: PackageDefinition = {
  ...rename,
  code: "parallel",
  form: [],
  children: [
    { ...child("fire", [], { request: "request" }), fields: {} },
    { ...child("defence", [], { request: "request" }), fields: {} },
    { ...child("permit", ["fire", "defence"], { request: "request" }), fields: {} },
  ],
};

beforeAll(async () => {
  at = await createTestApprovals();
  worker = new pg.Client({ connectionString: at.database.workerUrl });
  await worker.connect();
  await worker.query("set role yuanshu_worker");
  const own = await at.department("行政审批局");
  window = await at.person("approval_window", { departmentId: own });
  head = await at.person("department_head", { departmentId: own });
  counter = await at.person("approval_window", { departmentId: own });
  const request = exampleMaterial("request");
  await at.matter({
    code: "licence",
    form: [{ key: "name", label: words("名称"), kind: "text", required: true, choices: [] }],
    materials: [request],
  });
  await at.matter({ code: "seals", materials: [request, exampleMaterial("licence", { resultOf: "licence" })] });
  for (const code of ["account", "fire", "defence", "permit"]) await at.matter({ code, materials: [request] });
  for (const definition of [rename, parallel])
    await at.call(head, "setPackageDefinition", { definition, effectiveOn: "2026-05-01", reason: "首次" }, { today: "2026-05-01" });
});
afterAll(async () => {
  await worker.end();
  await at.database.close();
});

const deliver = async () => {
  while ((await deliverEvents(worker, at.database.uow, { "approvals.child-ended": childEnded })) > 0);
};
const view = (id: string) => at.call<View>(window, "openPackage", { id }, { today: TODAY });
const states = (of: View) => of.children.map(({ state }) => state);

/** The newest copy that the public reads. */
const published = async (of: View): Promise<PublicTimeline> => {
  const [row] = await at.database.tamper("select content from approval_status where number = $1 order by ordinal desc limit 1", [
    of.row.number,
  ]);
  return row?.["content"] as PublicTimeline;
};

async function submitted(code: string, form: Readonly<Record<string, string>>): Promise<View> {
  const draft = { code, title: `${code}申请`, enterprise: "岚州天枢有限公司", form };
  const { package: drafted } = await at.call<{ package: View }>(counter, "draftPackage", draft, { today: TODAY });
  const ready = await at.call<View>(
    counter,
    "providePackageMaterial",
    { id: drafted.row.id, key: "request" },
    { files: [file], today: TODAY },
  );
  return at.call<View>(counter, "submitPackage", { id: drafted.row.id, version: ready.version }, { today: TODAY });
}
async function childCase(of: View, code: string): Promise<CaseView> {
  const id = of.children.find(({ matterCode }) => matterCode === code)?.case?.id ?? "";
  return at.call<CaseView>(window, "openCase", { id }, { today: TODAY });
}
async function decide(of: View, code: string, decision: "granted" | "refused"): Promise<void> {
  const accepted = await at.step(window, "acceptCase", await childCase(of, code), {}, TODAY);
  const more = decision === "granted" ? { resultNumber: `${of.row.number}-${code}` } : {};
  await at.step(head, "decideCase", accepted, { decision, reason: "依法", ...more }, TODAY);
}

describe("一件事", () => {
  test("一张表、共用材料：子办件依次自动启动，材料引用不重传，前一件的结果即材料，全部办成才办结", async () => {
    const first = await submitted("rename", { name: "新名称" });
    expect([first.row.state, ...states(first)]).toEqual(["RUNNING", "running", "waiting", "waiting"]);
    expect((await childCase(first, "licence")).form).toEqual({ name: "新名称" });
    await decide(first, "licence", "granted");
    await deliver();
    const second = await view(first.row.id);
    expect(states(second)).toEqual(["granted", "running", "waiting"]);
    const seals = await childCase(second, "seals");
    expect(seals.materials.map(({ key, state, reusedFrom }) => [key, state, reusedFrom])).toEqual([
      ["request", "provided", null],
      ["licence", "reused", `${first.row.number}-licence`],
    ]);
    expect(seals.steps.map(({ move, automatic }) => [move, automatic])).toEqual([
      ["draft", "一件事：前置事项已办成，自动提交"],
      ["submit", "一件事：前置事项已办成，自动提交"],
    ]);
    await decide(second, "seals", "granted");
    await deliver();
    await decide(await view(first.row.id), "account", "granted");
    await deliver();
    const done = await view(first.row.id);
    expect(await published(done)).toMatchObject({ state: "DECIDED", waitsFor: { zh: "窗口（送达结果）" } });
    for (const code of ["licence", "seals", "account"])
      await at.step(window, "deliverCase", await childCase(done, code), { how: "counter" }, TODAY);
    await deliver();
    expect(await published(done)).toMatchObject({ state: "DELIVERED", waitsFor: { zh: "已办结" } });
    expect(done.row).toMatchObject({ state: "DONE", finished: 3, failed: 0, finishedOn: TODAY, dueOn: TODAY, late: false });
    const files = await at.database.tamper("select count(distinct file_hash)::int n from approval_piece where how = 'provided'");
    expect(files).toEqual([{ n: 1 }]);
  });

  test("账户未办成：执照、印章不退回，各有一项善后，做完才办结", async () => {
    const first = await submitted("rename", { name: "另一名称" });
    for (const [code, decision] of [
      ["licence", "granted"],
      ["seals", "granted"],
      ["account", "refused"],
    ] as const) {
      await decide(await view(first.row.id), code, decision);
      await deliver();
    }
    let seen = await view(first.row.id);
    expect([seen.row.state, ...states(seen)]).toEqual(["COMPENSATING", "granted", "granted", "failed"]);
    expect(seen.compensations.map(({ failed, matter, state }) => [failed, matter, state])).toEqual([
      ["account", "licence", "OPEN"],
      ["account", "seals", "OPEN"],
    ]);
    for (const { id, version } of seen.compensations)
      seen = await at.call<View>(window, "compensate", { compensationId: id, version, note: "旧章已收缴" }, { today: TODAY });
    expect(seen.row.state).toBe("DONE");
    expect((await childCase(seen, "licence")).result?.revokedOn).toBeNull();
    const again = at.call(window, "compensate", { compensationId: seen.compensations[0]?.id, version: 2, note: "再来" }, { today: TODAY });
    await expect(again).rejects.toMatchObject({ code: "approvals.compensation-done" });
  });

  test("第一件就不予：后面的不再启动，没有善后，一件事未办成，不算办结", async () => {
    const first = await submitted("rename", { name: "不准的名称" });
    await decide(first, "licence", "refused");
    await deliver();
    const seen = await view(first.row.id);
    expect([seen.row.state, ...states(seen)]).toEqual(["FAILED", "failed", "waiting", "waiting"]);
    expect(seen.compensations).toEqual([]);
    expect(seen.row.finishedOn).toBe(TODAY);
    expect((await published(seen)).state).toBe("TERMINATED");
  });

  test("两件同时办结：谁也不丢，后一件只启动一次", async () => {
    for (let round = 0; round < 3; round += 1) {
      const first = await submitted("parallel", {});
      expect(states(first)).toEqual(["running", "running", "waiting"]);
      await Promise.all([decide(first, "fire", "granted"), decide(first, "defence", "granted")]);
      // Two servers deliver at once.
      const other = new pg.Client({ connectionString: at.database.workerUrl });
      await other.connect();
      await other.query("set role yuanshu_worker");
      await Promise.all([worker, other].map((client) => deliverEvents(client, at.database.uow, { "approvals.child-ended": childEnded })));
      await deliver();
      await other.end();
      expect(states(await view(first.row.id))).toEqual(["granted", "granted", "running"]);
      const cases = await at.database.tamper("select count(*)::int n from approval_case where package_id = $1", [first.row.id]);
      expect(cases).toEqual([{ n: 3 }]);
    }
  });

  test("正要收口时又有一件未办成：同一眼看到的失败，同一笔写下善后，不会漏了善后就办结", async () => {
    const first = await submitted("parallel", {});
    await Promise.all([decide(first, "fire", "granted"), decide(first, "defence", "refused")]);
    // Both ends are committed, and no event of them has been delivered: what a settling sees that began before the second end.
    const settled = await at.database.uow.run(window, { origin: "test" }, async (tx) => {
      const row = await lockPackage(tx, first.row.id);
      return row === undefined ? undefined : settlePackage(tx, row, TODAY as LocalDate);
    });
    expect(settled?.state).toBe("COMPENSATING");
    await deliver();
    const seen = await view(first.row.id);
    expect(seen.row.state).toBe("COMPENSATING");
    expect(seen.compensations.map(({ failed, matter, state }) => [failed, matter, state])).toEqual([["defence", "fire", "OPEN"]]);
  });

  test("草稿可以撤回，缺材料缺表单不能提交，提交后不能撤回", async () => {
    const draft = { code: "rename", title: "缺件的申请", enterprise: "岚州天枢有限公司", form: {} };
    const { package: drafted } = await at.call<{ package: View }>(counter, "draftPackage", draft, { today: TODAY });
    const act = (name: string) => at.call<View>(counter, name, { id: drafted.row.id, version: drafted.version }, { today: TODAY });
    await expect(act("submitPackage")).rejects.toMatchObject({ code: "approvals.refused.missing-answer", params: { name: "新名称" } });
    expect((await act("withdrawPackage")).row.state).toBe("WITHDRAWN");
    const running = await submitted("parallel", {});
    await expect(
      at.call(counter, "withdrawPackage", { id: running.row.id, version: running.version }, { today: TODAY }),
    ).rejects.toMatchObject({ code: "approvals.refused.wrong-package-state" });
  });

  test("凭编号和查询码查得到一件事的进度", async () => {
    const draft = { code: "parallel", title: "查进度的申请", enterprise: "岚州天枢有限公司" };
    const { package: drafted, accessCode } = await at.call<{ package: View; accessCode: string }>(counter, "draftPackage", draft, {
      today: TODAY,
    });
    const nobody = at.database.actor("anonymous" as never, { permissions: new Set() });
    const found = await at.call<PublicTimeline>(nobody, "publicStatus", { zone: "first", number: drafted.row.number, code: accessCode });
    expect(found.lines.map(({ words: { zh } }) => zh).slice(1)).toEqual(["事项fire：待启动", "事项defence：待启动", "事项permit：待启动"]);
  });

  test("定义：循环的、引用没有的，拒绝；生效日不早于今天", async () => {
    const set = (definition: PackageDefinition, effectiveOn = TODAY) =>
      at.call(head, "setPackageDefinition", { definition, effectiveOn, reason: "修订" }, { today: TODAY });
    const looped = { ...parallel, children: parallel.children.map((one) => ({ ...one, after: ["permit"] })) };
    await expect(set(looped)).rejects.toMatchObject({ code: "approvals.package-refused" });
    const strange = { ...parallel, children: [...parallel.children, { ...child("nothing", [], {}), fields: {} }] };
    await expect(set(strange)).rejects.toMatchObject({ code: "approvals.package-refused" });
    await expect(set(parallel, "2026-05-11")).rejects.toMatchObject({ code: "approvals.effective-in-past" });
    await expect(set(parallel)).rejects.toMatchObject({ code: "approvals.package-unchanged" });
  });
});
