import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView, PublicTimeline } from "#domains/approvals/contract/case.ts";
import { exampleMaterial } from "#domains/approvals/rules/example-matter.ts";
import { createTestApprovals, PIXEL, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import { RESULT_REVOKED, ResultRevoked } from "#domains/projects/contract/evidence-event.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { SessionDoor } from "#kernel/server/operation-context.ts";

type Drafted = { readonly case: CaseView; readonly accessCode: string | null };
let at: TestApprovals;
let counter: Actor;
let window: Actor;
let second: Actor;
let elsewhere: Actor;
let head: Actor;
let leader: Actor;
let liaison: Actor;
let nobody: Actor;
const TODAY = "2026-03-02";
const words = (zh: string) => ({ zh, en: zh });
const refusedWith = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  at = await createTestApprovals();
  const own = await at.department("行政审批局");
  counter = await at.person("approval_window", { departmentId: own });
  window = await at.person("approval_window", { departmentId: own });
  second = await at.person("approval_window", { departmentId: own });
  elsewhere = await at.person("approval_window", { departmentId: await at.department("建设管理局") });
  head = await at.person("department_head", { departmentId: own });
  leader = await at.person("leadership");
  liaison = await at.person("liaison");
  nobody = at.database.actor("anonymous", { id: "anonymous", permissions: new Set() });
  await at.matter({ code: "plain", materials: [], pauses: [{ reason: "专家评审", most: null, source: "行政许可法第四十五条" }] });
  await at.matter({ code: "promised", materials: [exampleMaterial("proof", { byCommitment: true })] });
  await at.matter({ code: "papers", materials: [exampleMaterial("request")] });
});
afterAll(() => at.database.close());

let count = 0;
function draft(matterCode: string, enterprise?: string) {
  count += 1;
  const given = { matterCode, title: `第${count}件`, enterprise: enterprise ?? `企业${count}`, contactPhone: "13800001234" };
  return at.draft(counter, given, TODAY);
}
const plain = async () => at.step(counter, "submitCase", (await draft("plain")).case, {}, TODAY);
const promised = async (enterprise?: string) => {
  const { case: seen } = await draft("promised", enterprise);
  const input = { id: seen.row.id, key: "proof", how: "commitment", text: "承诺属实" };
  return at.step(counter, "submitCase", await at.call<CaseView>(counter, "promiseMaterial", input, { today: TODAY }), {}, TODAY);
};
const open = (id: string, actor = window) => at.call<CaseView>(actor, "openCase", { id }, { today: TODAY });
const granting = () => ({ decision: "granted", reason: "合规", resultNumber: `号${randomUUID().slice(0, 8)}` });

describe("同一时刻", () => {
  test("两名窗口人员同时受理：一人办成，另一人被告知已有人改动，历史只有一步", async () => {
    const seen = await plain();
    const results = await Promise.allSettled([window, second].map((actor) => at.step(actor, "acceptCase", seen, {}, TODAY)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "record.changed", kind: "conflict" } });
    expect((await open(seen.row.id)).steps.filter(({ move }) => move === "accept")).toHaveLength(1);
  });

  test("负责人和领导同时决定一件：只有一个决定", async () => {
    const seen = await at.step(window, "acceptCase", await plain(), {}, TODAY);
    const results = await Promise.allSettled([head, leader].map((actor) => at.step(actor, "decideCase", seen, granting(), TODAY)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await open(seen.row.id)).steps.filter(({ move }) => move === "decide")).toHaveLength(1);
  });

  test("两件同时用一个证号决定：只有一件得到它", async () => {
    const seen = [await plain(), await plain()];
    const ready = [];
    for (const one of seen) ready.push(await at.step(window, "acceptCase", one, {}, TODAY));
    const same = { decision: "granted", reason: "合规", resultNumber: "同一个号" };
    const results = await Promise.allSettled([
      at.step(head, "decideCase", ready[0] as CaseView, same, TODAY),
      at.step(leader, "decideCase", ready[1] as CaseView, same, TODAY),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
    expect(await at.database.tamper("select 1 from approval_result where number = '同一个号'")).toHaveLength(1);
  });
});

describe("别人的一件事", () => {
  test("店小二、专班不能提交、撤回、补交别人填的一件事，也不能另要查询码；本人填的可以", async () => {
    const child = (matterCode: string) => ({
      matterCode,
      after: [],
      fields: {},
      materials: { request: "request" },
      compensation: words("善后"),
    });
    await at.matter({ code: "papers-2", materials: [exampleMaterial("request")] });
    const definition = {
      code: "pair",
      name: words("两件一办"),
      form: [],
      materials: [{ key: "request", name: words("申请书") }],
      children: [child("papers"), child("papers-2")],
      promised: { length: 1, unit: "workday", source: "本区承诺" },
      source: "本区清单",
    };
    await at.call(head, "setPackageDefinition", { definition, effectiveOn: TODAY, reason: "首次" }, { today: TODAY });
    const file = async (filer: Actor) =>
      (
        await at.call<{ package: { row: { id: string }; version: number } }>(
          filer,
          "draftPackage",
          { code: "pair", title: "两件一办", enterprise: "岚州某企业" },
          { today: TODAY },
        )
      ).package;
    const theirs = await file(counter);
    const { id } = theirs.row;
    for (const [name, input, files] of [
      ["submitPackage", { id, version: theirs.version }, []],
      ["withdrawPackage", { id, version: theirs.version }, []],
      ["renewPackageCode", { id, version: theirs.version }, []],
      ["providePackageMaterial", { id, key: "request" }, [{ name: "a.png", bytes: PIXEL }]],
    ] as const)
      await expect(at.call(liaison, name, input, { today: TODAY, files }), name).rejects.toEqual(
        refusedWith("approvals.refused.no-authorisation"),
      );
    const own = await file(liaison);
    await at.call(liaison, "withdrawPackage", { id: own.row.id, version: own.version }, { today: TODAY });
  });
});

describe("撤销", () => {
  const falsePromise = async (seen: CaseView) => {
    const commitment = seen.commitments[0];
    const found = { commitmentId: commitment?.id, version: 1, finding: "false", note: "现场核对", correctBy: "2026-03-03" };
    await at.call(window, "verifyCommitment", found, { today: TODAY });
    return at.call<CaseView>(
      leader,
      "revokeResult",
      { commitmentId: commitment?.id, version: 2, reason: "虚假承诺" },
      { today: "2026-03-05" },
    );
  };
  const told = async (caseId: string) =>
    (await at.database.tamper(`select payload from outbox where kind = '${RESULT_REVOKED}' and payload->>'caseId' = $1`, [caseId])).map(
      ({ payload }) => ResultRevoked.parse(payload),
    );

  test("送达前撤销：决定不再送达，办件由规则终止并写明；项目台账得知理由", async () => {
    const accepted = await at.step(window, "acceptCase", await promised(), {}, TODAY);
    const decided = await at.step(head, "decideCase", accepted, granting(), TODAY);
    const revoked = await falsePromise(decided);
    expect(revoked.row.state).toBe("TERMINATED");
    expect(revoked.steps.at(-1)).toMatchObject({ move: "annul", automatic: "决定在送达前被撤销，终止办理", by: "园枢" });
    await expect(at.step(window, "deliverCase", revoked, { how: "counter" }, "2026-03-05")).rejects.toEqual(
      refusedWith("approvals.refused.wrong-state:TERMINATED"),
    );
    expect(await told(revoked.row.id)).toEqual([{ caseId: revoked.row.id, on: "2026-03-05", because: "虚假承诺" }]);
  });

  test("送达后撤销：办件仍是已送达，历史和结果写明撤销", async () => {
    const accepted = await at.step(window, "acceptCase", await promised(), {}, TODAY);
    const decided = await at.step(head, "decideCase", accepted, granting(), TODAY);
    const revoked = await falsePromise(await at.step(window, "deliverCase", decided, { how: "counter" }, TODAY));
    expect(revoked.row.state).toBe("DELIVERED");
    expect(revoked.steps.at(-1)?.move).toBe("revokeResult");
    expect(revoked.result).toMatchObject({ revokedOn: "2026-03-05" });
    expect(await told(revoked.row.id)).toHaveLength(1);
  });

  test("失信之前填下的承诺，失信之后不能据以受理；交了证明本身可以", async () => {
    const earlier = await promised("屡次承诺企业");
    const accepted = await at.step(window, "acceptCase", await promised("屡次承诺企业"), {}, TODAY);
    await falsePromise(await at.step(head, "decideCase", accepted, granting(), TODAY));
    await expect(at.step(window, "acceptCase", earlier, {}, TODAY)).rejects.toEqual(refusedWith("approvals.excluded"));
    const proof = { id: earlier.row.id, key: "proof" };
    const proven = await at.call<CaseView>(counter, "provideMaterial", proof, {
      today: TODAY,
      files: [{ name: "证明.png", bytes: PIXEL }],
    });
    expect((await at.step(window, "acceptCase", proven, {}, TODAY)).row.state).toBe("ACCEPTED");
  });
});

describe("远处的日子", () => {
  test.each([
    ["blockingOverview", { asOf: "9999-12-31" }],
    ["blockingOverview", { asOf: "1900-01-01" }],
    ["chainOverview", { asOf: "9999-12-31" }],
    ["chainOverview", { asOf: "0001-01-01" }],
    ["chainOverview", { from: "1900-01-01" }],
    ["listMatters", { asOf: "9999-12-31" }],
  ])("%s %j：一句话拒绝，不去数", async (name, input) => {
    await expect(at.call(leader, name, input)).rejects.toMatchObject({
      code: "input.invalid",
      params: { problems: expect.stringContaining("应在 1990 年至 2100 年之间") },
    });
  });

  test("最早的日子和今天看得到，明天看不到", async () => {
    for (const name of ["blockingOverview", "chainOverview"]) {
      for (const asOf of ["1990-01-01", TODAY]) await at.call(leader, name, { asOf }, { today: TODAY });
      await expect(at.call(leader, name, { asOf: "2026-03-03" }, { today: TODAY }), name).rejects.toMatchObject({
        code: "approvals.as-of-future",
        params: { date: "2026-03-03", today: TODAY },
      });
    }
  });

  test.each([
    ["9999-12-31", "input.invalid"],
    ["2029-01-01", "approvals.pause-too-far"],
  ])("中止到 %s：%s，办件照常打开", async (to, code) => {
    const seen = await at.step(window, "acceptCase", await plain(), {}, TODAY);
    const pause = { reason: "专家评审", from: "2026-03-03", to, notice: "告知书1号" };
    await expect(at.step(window, "pauseCase", seen, pause, "2026-03-03")).rejects.toEqual(refusedWith(code));
    expect((await open(seen.row.id)).row.state).toBe("ACCEPTED");
  });
});

describe("查询码", () => {
  const again = (actor: Actor, name: string, input: Readonly<Record<string, unknown>>, key: string) => {
    const mounted = at.platform.operations.find((operation) => operation.name === name);
    if (mounted === undefined) throw new Error(name);
    const caller = { actor, businessDate: TODAY as LocalDate, language: "zh" as const, from: "test", sessions: {} as SessionDoor };
    return at.platform.execute(mounted, input, { ...caller, idempotencyKey: key });
  };
  const look = (number: string, code: string | null) =>
    at.call<PublicTimeline>(nobody, "publicStatus", { zone: "first", number, code: code ?? "" }, { today: TODAY });

  test("重复提交同一份草稿：还是那一件，查询码不再给出，库里哪张表都没有它", async () => {
    const input = { matterCode: "plain", title: "重复提交", enterprise: "某企业" };
    const first = (await again(counter, "draftCase", input, "same")) as Drafted;
    const repeated = (await again(counter, "draftCase", input, "same")) as Drafted;
    expect(repeated.case.row.id).toBe(first.case.row.id);
    expect(first.accessCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(repeated.accessCode).toBeNull();
    for (const table of ["idempotency_key", "journal_entry", "journal_personal", "outbox", "approval_status", "approval_step"]) {
      const rows = await at.database.tamper(`select t::text whole from ${table} t`);
      expect(
        rows.filter(({ whole }) => String(whole).includes(String(first.accessCode))),
        table,
      ).toEqual([]);
    }
  });

  test("重发：新码可查，旧码即时失效；历史写明，公开页不写；别的企业、没有授权的人不能要", async () => {
    const { case: seen, accessCode: lost } = await draft("plain");
    await at.step(counter, "submitCase", seen, {}, TODAY);
    const { id, number } = seen.row;
    expect((await look(number, lost)).state).toBe("SUBMITTED");
    const before = await open(id);
    await expect(at.call(liaison, "renewAccessCode", { id, version: before.version }, { today: TODAY })).rejects.toEqual(
      refusedWith("approvals.refused.no-authorisation"),
    );
    const { case: after, accessCode } = await at.call<Drafted>(
      counter,
      "renewAccessCode",
      { id, version: before.version },
      { today: TODAY },
    );
    expect(accessCode).not.toBe(lost);
    expect(after.steps.at(-1)).toMatchObject({ move: "renewCode", to: "SUBMITTED" });
    await expect(look(number, lost)).rejects.toEqual(refusedWith("approvals.no-such-status"));
    const shown = await look(number, accessCode);
    expect(shown.lines.map(({ words: said }) => said.zh)).not.toContain("重发查询码");
    await at.step(window, "acceptCase", after, {}, TODAY);
    expect((await look(number, accessCode)).state).toBe("ACCEPTED");
    await expect(look(number, lost)).rejects.toEqual(refusedWith("approvals.no-such-status"));
  });

  test("猜码：同一地址错三十次后要等；查对的不计", async () => {
    const { case: seen, accessCode } = await draft("plain");
    for (let right = 0; right < 40; right += 1) await look(seen.row.number, accessCode);
    let refused = 0;
    for (let wrong = 0; wrong < 31; wrong += 1)
      await look(seen.row.number, `AAAA-AAAA-AA${String(wrong).padStart(2, "0")}`).catch((error: { code: string }) => {
        refused += error.code === "access.too-many-guesses" ? 1 : 0;
      });
    expect(refused).toBeGreaterThan(0);
    await expect(look(seen.row.number, accessCode)).rejects.toMatchObject({ code: "access.too-many-guesses", kind: "too-many" });
  });
});

describe("材料和个人信息", () => {
  test.each([
    ["安装.exe", Buffer.from("MZ\u0090\u0000\u0003\u0000", "latin1")],
    ["材料.pdf", Buffer.from("<html><script>alert(1)</script></html>")],
    ["图.svg", Buffer.from("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")],
    ["信.eml", Buffer.from("MIME-Version: 1.0\nSubject: x\n\n")],
  ])("%s 不能作为材料：看内容，不看名字", async (name, bytes) => {
    const { case: seen } = await draft("papers");
    const bring = at.call(counter, "provideMaterial", { id: seen.row.id, key: "request" }, { files: [{ name, bytes }], today: TODAY });
    await expect(bring).rejects.toMatchObject({ code: "approvals.material-type", params: { name } });
  });

  test("联系电话：经办窗口、别的部门、店小二、有授权的帮办人都只见掩码，要看须另写事由", async () => {
    const { case: seen } = await draft("plain");
    const phone = async (actor: Actor) => (await open(seen.row.id, actor)).contactPhone;
    expect([await phone(window), await phone(elsewhere), await phone(liaison)]).toEqual(["138****1234", "138****1234", "138****1234"]);
    await at.call(liaison, "assistCase", { id: seen.row.id, authorisation: "委托书" }, { today: TODAY });
    expect(await phone(liaison)).toBe("138****1234");
  });

  test("名称里的脚本、公式、反向字符照原样存取，不改动、不执行", async () => {
    const title = '=HYPERLINK("http://x")<script>alert(1)</script>\u202Eabc';
    const { case: seen } = await at.draft(counter, { matterCode: "plain", title, enterprise: "某企业" }, TODAY);
    expect((await open(seen.row.id)).row.title).toBe(title);
  });
});
