import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { AssistView, CaseView } from "#domains/approvals/contract/case.ts";
import { exampleMaterial, exampleNode } from "#domains/approvals/rules/example-matter.ts";
import { createTestApprovals, PIXEL, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestApprovals;
let window: Actor;
let second: Actor;
let head: Actor;
let helper: Actor;
let counter: Actor;
let builder: Actor;
const file = { name: "材料.png", bytes: PIXEL };

beforeAll(async () => {
  at = await createTestApprovals();
  const own = await at.department("行政审批局");
  builder = await at.person("department_head", { departmentId: await at.department("建设管理局") });
  window = await at.person("approval_window", { departmentId: own });
  second = await at.person("approval_window", { departmentId: own });
  head = await at.person("department_head", { departmentId: own });
  helper = await at.person("task_force");
  counter = await at.person("approval_window", { departmentId: own });
  const materials = [
    exampleMaterial("main"),
    exampleMaterial("proof", { byCommitment: true }),
    exampleMaterial("late", { deferrable: true }),
  ];
  await at.matter({ code: "plain", materials });
  await at.matter({ code: "stopping", materials, pauses: [{ reason: "招标", most: null, source: "行政许可法第四十五条" }] });
  await at.matter({
    code: "hearing",
    pauses: [{ reason: "听证", most: 20, source: "行政许可法第四十七条" }],
    reviews: [exampleNode("silent")],
  });
  await at.matter({
    code: "reviewed",
    reviews: [exampleNode("silent", [], { silence: "no-objection" }), exampleNode("loud"), exampleNode("joint", ["silent", "loud"])],
  });
  await at.matter({
    code: "renewal",
    kind: "renewal",
    form: [{ key: "valid-until", label: { zh: "有效期至", en: "valid until" }, kind: "day", required: true, choices: [] }],
    result: { name: { zh: "许可证", en: "licence" }, validMonths: 12 },
  });
});
afterAll(() => at.database.close());

let count = 0;
/** Filed with everything but what is promised or deferred. */
async function filed(matterCode: string, promises: Readonly<Record<string, "commitment" | "deferred">>, today: string, more: object = {}) {
  count += 1;
  const { case: drafted } = await at.draft(counter, { matterCode, title: `第${count}件`, enterprise: `企业${count}`, ...more }, today);
  let seen: CaseView = drafted;
  for (const { key } of drafted.materials)
    seen =
      promises[key] === undefined
        ? await at.call<CaseView>(counter, "provideMaterial", { id: seen.row.id, key }, { files: [file], today })
        : await at.call<CaseView>(counter, "promiseMaterial", { id: seen.row.id, key, how: promises[key], text: "承诺属实" }, { today });
  return at.step(counter, "submitCase", seen, {}, today);
}
const accepted = async (...given: Parameters<typeof filed>) => {
  const seen = await filed(...given);
  return at.step(window, "acceptCase", seen, {}, given[2]);
};
const open = (id: string, today: string) => at.call<CaseView>(window, "openCase", { id }, { today });
const clocks = (today: string) => at.call<Record<string, number>>(window, "runClocks", {}, { today });
const refusal = (work: Promise<unknown>) => expect(work).rejects;

describe("告知承诺", () => {
  async function promised(day: string) {
    const seen = await accepted("plain", { proof: "commitment" }, day);
    const decided = await at.step(head, "decideCase", seen, { decision: "granted", reason: "合规", resultNumber: `号${count}` }, day);
    const commitment = decided.commitments[0];
    if (commitment === undefined) throw new Error("no commitment");
    return { decided, commitment };
  }
  const verify = (actor: Actor, commitmentId: string, version: number, more: object, today: string) =>
    at.call<CaseView>(actor, "verifyCommitment", { commitmentId, version, note: "现场核对", ...more }, { today });

  test("属实：核查完毕，再核查拒绝", async () => {
    const { commitment } = await promised("2026-03-02");
    const seen = await verify(window, commitment.id, 1, { finding: "true" }, "2026-03-10");
    expect(seen.commitments[0]).toMatchObject({ state: "VERIFIED", foundOn: "2026-03-10" });
    await refusal(verify(window, commitment.id, 2, { finding: "false", correctBy: "2026-04-01" }, "2026-03-11")).toMatchObject({
      code: "approvals.refused.wrong-state:VERIFIED",
    });
  });

  test("不实：须写整改期限，期限内不撤销；核查人不撤销；撤销后结果作废，申请人不再适用承诺，修复后恢复", async () => {
    const { decided, commitment } = await promised("2026-03-02");
    const wrong = { finding: "false" };
    await refusal(verify(window, commitment.id, 1, wrong, "2026-03-10")).toMatchObject({ code: "approvals.refused.missing-correct-by" });
    await refusal(verify(window, commitment.id, 1, { ...wrong, correctBy: "2026-03-10" }, "2026-03-10")).toMatchObject({
      code: "approvals.refused.correct-by-past",
    });
    await verify(head, commitment.id, 1, { ...wrong, correctBy: "2026-03-20" }, "2026-03-10");
    const revoke = (actor: Actor, today: string) =>
      at.call<CaseView>(actor, "revokeResult", { commitmentId: commitment.id, version: 2, reason: "虚假承诺" }, { today });
    await refusal(revoke(head, "2026-03-23")).toMatchObject({ code: "approvals.refused.verifier-revokes", kind: "forbidden" });
    const leader = await at.person("leadership");
    await refusal(revoke(leader, "2026-03-20")).toMatchObject({ code: "approvals.refused.correction-still-open" });
    const revoked = await revoke(leader, "2026-03-23");
    expect(revoked.commitments[0]).toMatchObject({ state: "REVOKED" });
    expect(revoked.result).toMatchObject({ revokedOn: "2026-03-23", revokedBecause: "虚假承诺" });
    const again = { matterCode: "plain", title: "又一件", enterprise: decided.row.enterprise };
    const { case: next } = await at.draft(counter, again, "2026-04-01");
    const promise = () =>
      at.call<CaseView>(
        counter,
        "promiseMaterial",
        { id: next.row.id, key: "proof", how: "commitment", text: "承诺" },
        { today: "2026-04-01" },
      );
    await refusal(promise()).toMatchObject({ code: "approvals.excluded" });
    const { items } = await at.call<{ items: { id: string; enterprise: string }[] }>(window, "listExclusions", {});
    const exclusionId = items.find(({ enterprise }) => enterprise === decided.row.enterprise)?.id;
    const stranger = await at.person("department_head", { departmentId: await at.department("经济运行局") });
    await refusal(at.call(stranger, "repairCredit", { exclusionId, reason: "已完成信用修复" }, { today: "2026-04-01" })).toMatchObject({
      code: "approvals.refused.other-departments-finding",
      kind: "forbidden",
    });
    await at.call(head, "repairCredit", { exclusionId, reason: "已完成信用修复" }, { today: "2026-04-01" });
    expect((await promise()).materials.find(({ key }) => key === "proof")).toMatchObject({ state: "commitment" });
  });

  test("不实后整改：不再撤销", async () => {
    const { commitment } = await promised("2026-03-02");
    await verify(window, commitment.id, 1, { finding: "false", correctBy: "2026-03-20" }, "2026-03-10");
    const seen = await verify(second, commitment.id, 2, { finding: "corrected" }, "2026-03-16");
    expect(seen.commitments[0]?.state).toBe("CORRECTED");
    await refusal(
      at.call(head, "revokeResult", { commitmentId: commitment.id, version: 3, reason: "撤销" }, { today: "2026-04-01" }),
    ).toMatchObject({ code: "approvals.refused.wrong-state:CORRECTED" });
  });
});

describe("承诺不实", () => {
  const wrong = async (seen: CaseView, correctBy: string, today: string) => {
    const [commitment] = seen.commitments;
    if (commitment === undefined) throw new Error("no commitment");
    const found = { commitmentId: commitment.id, version: commitment.version, finding: "false", correctBy, note: "现场核对" };
    return at.call<CaseView>(window, "verifyCommitment", found, { today });
  };
  const grant = (seen: CaseView, today: string) =>
    at.step(head, "decideCase", seen, { decision: "granted", reason: "合规", resultNumber: `号${count}` }, today);
  const closed = { code: "approvals.refused.false-promise", params: { name: "材料proof" } };

  test("决定前查明：不准予，等申请人整改；可以不予许可；整改后准予", async () => {
    const seen = await wrong(await accepted("plain", { proof: "commitment" }, "2026-03-02"), "2026-03-20", "2026-03-04");
    expect(seen.row.blocking).toMatchObject({ who: "applicant" });
    const { abilities } = await at.call<CaseView>(head, "openCase", { id: seen.row.id }, { today: "2026-03-04" });
    expect(abilities["grant"]).toEqual({ allowed: false, because: "false-promise:材料proof" });
    await refusal(grant(seen, "2026-03-05")).toMatchObject(closed);
    const [commitment] = seen.commitments;
    const put = { commitmentId: commitment?.id, version: commitment?.version, finding: "corrected", note: "已补证明" };
    const corrected = await at.call<CaseView>(window, "verifyCommitment", put, { today: "2026-03-06" });
    expect((await grant(corrected, "2026-03-06")).row.state).toBe("DECIDED");
    const other = await wrong(await accepted("plain", { proof: "commitment" }, "2026-03-02"), "2026-03-20", "2026-03-04");
    const refused = await at.step(head, "decideCase", other, { decision: "refused", reason: "承诺不实" }, "2026-03-05");
    expect((await at.step(window, "deliverCase", refused, { how: "counter" }, "2026-03-05")).row.state).toBe("DELIVERED");
  });

  test("决定后查明：不送达；整改后送达", async () => {
    const decided = await grant(await accepted("plain", { proof: "commitment" }, "2026-03-02"), "2026-03-03");
    const seen = await wrong(decided, "2026-03-20", "2026-03-04");
    await refusal(at.step(window, "deliverCase", seen, { how: "counter" }, "2026-03-05")).toMatchObject(closed);
    const [commitment] = seen.commitments;
    const put = { commitmentId: commitment?.id, version: commitment?.version, finding: "corrected", note: "已补证明" };
    const corrected = await at.call<CaseView>(window, "verifyCommitment", put, { today: "2026-03-06" });
    expect((await at.step(window, "deliverCase", corrected, { how: "counter" }, "2026-03-06")).row.state).toBe("DELIVERED");
  });

  test("整改期限过了还没有决定的，次日按规则终止", async () => {
    const seen = await wrong(await accepted("plain", { proof: "commitment" }, "2026-03-02"), "2026-03-06", "2026-03-04");
    expect(await clocks("2026-03-06")).toMatchObject({ falsePromises: 0 });
    expect(await clocks("2026-03-07")).toMatchObject({ falsePromises: 1 });
    expect(await clocks("2026-03-07")).toMatchObject({ falsePromises: 0 });
    const now = await open(seen.row.id, "2026-03-07");
    expect(now.row.state).toBe("TERMINATED");
    expect(now.steps.at(-1)).toMatchObject({ automatic: "承诺不实逾期未整改，终止办理", by: "园枢" });
  });
});

describe("自动步骤：写明规则，只走一次，从不因沉默发证", () => {
  test("五个工作日未告知视为受理，自收到之日起算；当日不算，次日才算", async () => {
    const seen = await filed("plain", { late: "deferred" }, "2026-03-02");
    expect(await clocks("2026-03-09")).toMatchObject({ deemedAccepted: 0 });
    expect(await clocks("2026-03-10")).toMatchObject({ deemedAccepted: 1 });
    expect(await clocks("2026-03-10")).toMatchObject({ deemedAccepted: 0 });
    const now = await open(seen.row.id, "2026-03-10");
    expect(now.row).toMatchObject({ state: "ACCEPTED", acceptedOn: "2026-03-02" });
    expect(now.steps.at(-1)).toMatchObject({ automatic: "逾期未告知，视为受理", by: "园枢" });
    expect(now.deferrals[0]).toMatchObject({ state: "OPEN" });
    await at.step(window, "terminateCase", now, { reason: "测试完毕" }, "2026-03-10");
  });

  test("部门逾期视为无异议：只关本环节，只限写明的环节，不作决定", async () => {
    const seen = await accepted("reviewed", {}, "2026-03-02");
    const reviewing = await at.step(window, "startReview", seen, {}, "2026-03-02");
    expect(await clocks("2026-03-09")).toMatchObject({ silentOpinions: 0 });
    expect(await clocks("2026-03-10")).toMatchObject({ silentOpinions: 1 });
    expect(await clocks("2026-06-30")).toMatchObject({ silentOpinions: 0, deemedRenewed: 0 });
    const now = await open(reviewing.row.id, "2026-06-30");
    expect(now.reviews.map(({ state }) => state)).toEqual(["silent", "open", "waiting"]);
    expect(now.row).toMatchObject({ state: "REVIEWING", decision: null });
    expect(now.result).toBeNull();
  });

  test.each([
    ["届满前三十日申请，届满次日视为准予延续", "2026-03-02", "2026-04-01", "2026-04-02", 1],
    ["届满当日还不", "2026-03-02", "2026-04-01", "2026-04-01", 0],
    ["不足三十日申请的不适用", "2026-03-03", "2026-04-01", "2026-04-02", 0],
  ] as const)("%s", async (_, day, expires, today, renewed) => {
    const seen = await accepted("renewal", {}, day, { form: { "valid-until": expires } });
    expect(await clocks(today)).toMatchObject({ deemedRenewed: renewed });
    const now = await open(seen.row.id, today);
    expect(now.row.state).toBe(renewed === 1 ? "DECIDED" : "ACCEPTED");
    if (renewed === 1) {
      expect(now.result).toMatchObject({ validUntil: "2027-04-01" });
      expect(now.steps.at(-1)).toMatchObject({ move: "deemRenewed", automatic: "届满前未作决定，视为准予延续", by: "园枢" });
    } else await at.step(window, "terminateCase", now, { reason: "测试完毕" }, today);
  });

  test("其余事项多久都不因沉默发证", async () => {
    const seen = await accepted("plain", {}, "2026-01-05");
    await clocks("2026-06-30");
    const now = await open(seen.row.id, "2026-06-30");
    expect([now.row.state, now.row.decision, now.result]).toEqual(["ACCEPTED", null, null]);
    expect(now.row.alert).toBe("over");
  });

  test("容缺逾期未补：终止，已决定未送达的结果作废；补了的不动", async () => {
    const owed = await accepted("plain", { late: "deferred" }, "2026-03-02");
    const decided = await at.step(
      head,
      "decideCase",
      owed,
      { decision: "granted", reason: "合规", resultNumber: `号${count}` },
      "2026-03-05",
    );
    await refusal(at.step(window, "deliverCase", decided, { how: "counter" }, "2026-03-05")).toMatchObject({
      code: "approvals.refused.missing-deferred",
    });
    const due = decided.deferrals[0]?.dueOn ?? "";
    expect(await clocks(due)).toMatchObject({ lapsedDeferrals: 0 });
    expect(await clocks("2026-03-30")).toMatchObject({ lapsedDeferrals: 1 });
    expect(await clocks("2026-03-30")).toMatchObject({ lapsedDeferrals: 0 });
    const now = await open(owed.row.id, "2026-03-30");
    expect(now.row.state).toBe("TERMINATED");
    expect(now.deferrals[0]?.state).toBe("LAPSED");
    expect(now.result?.revokedOn).toBe("2026-03-30");
    expect(now.steps.at(-1)?.automatic).toBe("容缺材料逾期未补，终止办理");
  });
});

describe("中止期满", () => {
  test("次日按规则恢复：部门能出意见，中止的日子不算在谁头上", async () => {
    const seen = await accepted("hearing", {}, "2026-03-02");
    const reviewing = await at.step(window, "startReview", seen, {}, "2026-03-02");
    const pause = { reason: "听证", from: "2026-03-04", to: "2026-03-10", notice: "1号" };
    const paused = await at.step(window, "pauseCase", reviewing, pause, "2026-03-04");
    expect(await clocks("2026-03-10")).toMatchObject({ resumed: 0 });
    expect(await clocks("2026-03-11")).toMatchObject({ resumed: 1 });
    expect(await clocks("2026-03-11")).toMatchObject({ resumed: 0 });
    const now = await open(paused.row.id, "2026-03-11");
    expect(now.row).toMatchObject({ state: "REVIEWING", blocking: { who: "department", since: "2026-03-02", workdays: 2 } });
    expect(now.steps.at(-1)).toMatchObject({ move: "resumeReviewing", automatic: "中止期限届满，恢复计时", by: "园枢" });
    const given = { node: "silent", agree: true, opinion: "同意" };
    const opined = await at.step(builder, "giveOpinion", now, given, "2026-03-11");
    expect(opined.row.blocking).toMatchObject({ who: "head" });
  });
});

describe("容缺的期限随承诺办理期限", () => {
  const dueOf = async (id: string) => {
    const [row] = await at.database.tamper("select due_on::text due from approval_deferral where case_id = $1", [id]);
    return row?.["due"];
  };

  test("无限期中止：到期日一天天后移，不终止；恢复后顺延", async () => {
    const seen = await accepted("stopping", { late: "deferred" }, "2026-06-01");
    expect(seen.deferrals[0]?.dueOn).toBe("2026-06-15");
    const paused = await at.step(window, "pauseCase", seen, { reason: "招标", from: "2026-06-03", notice: "1号" }, "2026-06-03");
    expect(await clocks("2026-06-22")).toMatchObject({ lapsedDeferrals: 0 });
    const now = await open(paused.row.id, "2026-06-22");
    expect([now.row.state, now.deferrals[0]?.dueOn, now.deferrals[0]?.daysLate]).toEqual(["SUSPENDED", now.row.clock?.promisedDueOn, 0]);
    expect(await dueOf(seen.row.id)).toBe(now.row.clock?.promisedDueOn);
    const resumed = await at.step(window, "resumeCase", now, { lastDay: "2026-06-22" }, "2026-06-23");
    expect(resumed.deferrals[0]?.dueOn).toBe(resumed.row.clock?.promisedDueOn);
    expect(await dueOf(seen.row.id)).toBe(resumed.row.clock?.promisedDueOn);
    await at.step(window, "terminateCase", resumed, { reason: "测试完毕" }, "2026-06-23");
  });

  test("延长：承诺期限内批准的，容缺一同延长", async () => {
    const seen = await accepted("stopping", { late: "deferred" }, "2026-06-01");
    const extended = await at.step(head, "extendCase", seen, { reason: "案情复杂" }, "2026-06-12");
    expect(extended.deferrals[0]?.dueOn).toBe(extended.row.clock?.promisedDueOn);
    expect(await dueOf(seen.row.id)).toBe("2026-06-30");
    expect(await clocks("2026-06-30")).toMatchObject({ lapsedDeferrals: 0 });
    expect(await clocks("2026-07-01")).toMatchObject({ lapsedDeferrals: 1 });
  });
});

describe("帮办代办", () => {
  test("有授权、在期限内才能代为提交材料和申请，过程由本人记录", async () => {
    const { case: drafted } = await at.draft(counter, { matterCode: "plain", title: "帮办的一件", enterprise: "受帮企业" }, "2026-03-02");
    const { id } = drafted.row;
    const bring = (today: string) => at.call<CaseView>(helper, "provideMaterial", { id, key: "main" }, { files: [file], today });
    await refusal(bring("2026-03-02")).toMatchObject({ code: "approvals.refused.no-authorisation", kind: "forbidden" });
    const assist = await at.call<z.infer<typeof AssistView>>(
      helper,
      "assistCase",
      { id, authorisation: "委托书1号", to: "2026-03-06" },
      { today: "2026-03-02" },
    );
    await refusal(at.call(helper, "assistCase", { id, authorisation: "委托书2号" }, { today: "2026-03-03" })).toMatchObject({
      code: "approvals.assisted-already",
    });
    expect((await bring("2026-03-06")).materials.find(({ key }) => key === "main")?.state).toBe("provided");
    await refusal(bring("2026-03-07")).toMatchObject({ code: "approvals.refused.no-authorisation" });
    await at.call(helper, "logAssist", { assistId: assist.id, text: "陪同到窗口" }, { today: "2026-03-05" });
    const other = await at.person("liaison");
    await refusal(at.call(other, "logAssist", { assistId: assist.id, text: "冒充" }, { today: "2026-03-05" })).toMatchObject({
      code: "approvals.assist-other",
    });
    await refusal(at.call(helper, "logAssist", { assistId: assist.id, text: "过期" }, { today: "2026-03-09" })).toMatchObject({
      code: "approvals.assist-over",
    });
    expect((await open(id, "2026-03-09")).assists[0]?.log.map(({ text }) => text)).toEqual(["陪同到窗口"]);
  });
});
