import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView, PublicTimeline } from "#domains/approvals/contract/case.ts";
import { createTestApprovals, PIXEL, type TestApprovals } from "#domains/approvals/server/test-approvals.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestApprovals;
let counter: Actor;
let window: Actor;
let head: Actor;
let fire: Actor;
let planning: Actor;
let owner: Actor;
let rival: Actor;
const file = { name: "图纸.png", bytes: PIXEL };
const enterpriseIds = ["0198b000-0000-7000-8000-000000000001", "0198b000-0000-7000-8000-000000000002"] as const;

beforeAll(async () => {
  at = await createTestApprovals();
  const [own, fireDepartment, planningDepartment] = [
    await at.department("行政审批局"),
    await at.department("消防支队"),
    await at.department("规划分局"),
  ];
  for (const [place, id] of enterpriseIds.entries())
    await at.database.tamper("insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', $2, $3)", [
      id,
      place === 0 ? "91500000MAXX000157" : "91500000MAXX000900",
      place === 0 ? "云岭芯曜微电子有限公司" : "岚州另一家有限公司",
    ]);
  counter = await at.person("liaison");
  window = await at.person("approval_window", { departmentId: own });
  head = await at.person("department_head", { departmentId: own });
  fire = await at.person("approval_window", { departmentId: fireDepartment });
  planning = await at.person("approval_window", { departmentId: planningDepartment });
  owner = await at.person("enterprise", { enterpriseId: enterpriseIds[0] });
  rival = await at.person("enterprise", { enterpriseId: enterpriseIds[1] });
  await at.matter({
    code: "permit",
    name: { zh: "建筑工程施工许可", en: "construction permit" },
    kind: "licence",
    promised: { length: 12, unit: "workday", source: "本区承诺" },
    pauses: [
      { reason: "专家评审", most: null, source: "行政许可法第四十五条" },
      { reason: "听证", most: 20, source: "行政许可法第四十七条" },
    ],
    form: [{ key: "deep-pit", label: { zh: "含深基坑", en: "deep pit" }, kind: "boolean", required: true, choices: [] }],
    materials: [
      { key: "drawing", name: { zh: "施工图", en: "drawing" }, need: "mandatory", deferrable: false, byCommitment: false, note: "" },
      {
        key: "pit-plan",
        name: { zh: "深基坑方案", en: "pit plan" },
        need: "conditional",
        when: { input: "deep-pit", is: "=", value: true },
        deferrable: true,
        byCommitment: false,
        note: "",
      },
      { key: "wages", name: { zh: "工资保证金", en: "wage bond" }, need: "mandatory", deferrable: false, byCommitment: true, note: "" },
    ],
    reviews: [
      {
        key: "fire",
        name: { zh: "消防审查", en: "fire review" },
        department: "消防支队",
        after: [],
        limit: { length: 5, unit: "workday", source: "内部规则" },
        silence: "no-objection",
      },
      {
        key: "planning",
        name: { zh: "规划核对", en: "planning check" },
        department: "规划分局",
        after: [],
        limit: { length: 5, unit: "workday", source: "内部规则" },
        silence: "none",
      },
      {
        key: "joint",
        name: { zh: "会审", en: "joint review" },
        department: "行政审批局",
        after: ["fire", "planning"],
        limit: { length: 3, unit: "workday", source: "内部规则" },
        silence: "none",
      },
    ],
    result: { name: { zh: "施工许可证", en: "construction permit" }, evidence: "construction-permit", validMonths: 24 },
  });
  await at.matter({
    code: "plain",
    pauses: [{ reason: "专家评审", most: null, source: "行政许可法第四十五条" }],
    promised: null,
    materials: [],
  });
});
afterAll(() => at.database.close());

const refusedWith = (code: string) => expect.objectContaining({ code });
const provide = (actor: Actor, id: string, key: string, today: string) =>
  at.call<CaseView>(actor, "provideMaterial", { id, key }, { files: [file], today });

/** A complete case, accepted. */
async function accepted(today: string, given: Record<string, unknown> = {}): Promise<CaseView> {
  const { case: drafted } = await at.draft(owner, { form: { "deep-pit": false }, ...given }, today);
  await provide(owner, drafted.row.id, "drawing", today);
  const ready = await provide(owner, drafted.row.id, "wages", today);
  const submitted = await at.step(owner, "submitCase", ready, {}, today);
  return at.step(window, "acceptCase", submitted, {}, today);
}

/** A case of the matter that asks for nothing. */
async function plain(today: string, filer: Actor = owner): Promise<CaseView> {
  const { case: drafted } = await at.draft(filer, { matterCode: "plain", title: "简单事项" }, today);
  return at.step(window, "acceptCase", await at.step(filer, "submitCase", drafted, {}, today), {}, today);
}

describe("从填报到送达", () => {
  test("并联审查、牵头会审、决定、送达，每一步都有人、有日期、有等谁", async () => {
    const first = await accepted("2026-03-02");
    expect(first.row).toMatchObject({ state: "ACCEPTED", blocking: { who: "window", name: "行政审批局" } });
    expect(first.row.clock).toMatchObject({ legalDueOn: "2026-03-30", promisedDueOn: "2026-03-18", elapsed: 0 });
    const reviewing = await at.step(window, "startReview", first, {}, "2026-03-03");
    expect(reviewing.row.blocking).toMatchObject({ who: "department", name: "消防支队、规划分局", since: "2026-03-03" });
    expect(reviewing.reviews.map(({ key, state, dueOn }) => [key, state, dueOn])).toEqual([
      ["fire", "open", "2026-03-10"],
      ["planning", "open", "2026-03-10"],
      ["joint", "waiting", null],
    ]);
    await expect(at.step(planning, "giveOpinion", reviewing, { node: "fire", agree: true, opinion: "越权" }, "2026-03-04")).rejects.toEqual(
      refusedWith("approvals.refused.not-your-review"),
    );
    await expect(at.step(window, "giveOpinion", reviewing, { node: "joint", agree: true, opinion: "过早" }, "2026-03-04")).rejects.toEqual(
      refusedWith("approvals.refused.review-not-open"),
    );
    const one = await at.step(fire, "giveOpinion", reviewing, { node: "fire", agree: false, opinion: "疏散宽度不足" }, "2026-03-04");
    expect(one.row.blocking).toMatchObject({ who: "department", name: "规划分局" });
    await expect(
      at.step(head, "decideCase", one, { decision: "granted", reason: "合规", resultNumber: "S-1" }, "2026-03-05"),
    ).rejects.toEqual(refusedWith("approvals.refused.missing-opinion"));
    const two = await at.step(planning, "giveOpinion", one, { node: "planning", agree: true, opinion: "符合" }, "2026-03-06");
    expect(two.row.blocking).toMatchObject({ who: "department", name: "行政审批局", since: "2026-03-06" });
    const three = await at.step(window, "giveOpinion", two, { node: "joint", agree: true, opinion: "已整改" }, "2026-03-09");
    expect(three.row.blocking).toMatchObject({ who: "head", name: "行政审批局", since: "2026-03-09" });
    // An objection closed its node and decided nothing.
    expect(three.reviews[0]).toMatchObject({ state: "objected", opinion: "疏散宽度不足" });
    await expect(at.step(window, "decideCase", three, { decision: "granted", reason: "合规" }, "2026-03-10")).rejects.toEqual(
      refusedWith("access.missing-permission"),
    );
    await expect(at.step(head, "decideCase", three, { decision: "granted", reason: "合规" }, "2026-03-10")).rejects.toEqual(
      refusedWith("approvals.result-number"),
    );
    const decided = await at.step(
      head,
      "decideCase",
      three,
      { decision: "granted", reason: "合规", resultNumber: "SG-2026-1" },
      "2026-03-10",
    );
    expect(decided.row).toMatchObject({
      state: "DECIDED",
      decision: "granted",
      clock: { state: "met", elapsed: 6 },
      blocking: { who: "window" },
    });
    expect(decided.result).toMatchObject({ number: "SG-2026-1", validUntil: "2028-03-09", deliveredOn: null });
    // Nothing is released before it is delivered.
    expect((await at.call<CaseView>(owner, "openCase", { id: decided.row.id }, { today: "2026-03-10" })).result).toBeNull();
    const delivered = await at.step(window, "deliverCase", decided, { how: "counter" }, "2026-03-11");
    expect(delivered.row).toMatchObject({ state: "DELIVERED", blocking: { who: "nobody" } });
    expect(delivered.steps.map(({ move }) => move)).toEqual([
      "draft",
      "submit",
      "accept",
      "startReview",
      "giveOpinion",
      "giveOpinion",
      "giveOpinion",
      "decide",
      "deliver",
    ]);
  });

  test("企业看得见进度，看不见部门意见和人名", async () => {
    const first = await accepted("2026-03-02");
    const reviewing = await at.step(window, "startReview", first, {}, "2026-03-03");
    await at.step(fire, "giveOpinion", reviewing, { node: "fire", agree: false, opinion: "疏散宽度不足" }, "2026-03-04");
    const seen = JSON.stringify(await at.call(owner, "openCase", { id: first.row.id }, { today: "2026-03-05" }));
    for (const hidden of ["疏散宽度不足", fire.name, window.name]) expect(seen).not.toContain(hidden);
    const timeline = await at.call<PublicTimeline>(owner, "caseTimeline", { id: first.row.id }, { today: "2026-03-05" });
    expect(timeline.lines.filter(({ done }) => done).map(({ words }) => words.zh)).toEqual(["填写申请", "提交申请", "受理", "转入审查"]);
    expect(timeline.lines.filter(({ done }) => !done).map(({ words }) => words.zh)).toEqual(["作出决定", "送达"]);
    expect(timeline.waitsFor.zh).toContain("规划分局");
    expect(timeline.dueOn).toBe("2026-03-18");
  });

  test("办件留在填报当日的事项版本上，以后的修订不改它", async () => {
    const before = await accepted("2026-03-02");
    await at.matter({ code: "permit", materials: [], promised: { length: 3, unit: "workday", source: "新承诺" } }, 2, "2027-04-01");
    const after = await at.call<CaseView>(window, "openCase", { id: before.row.id }, { today: "2027-04-02" });
    expect(after.matterVersion).toBe(1);
    expect(after.materials).toHaveLength(3);
    expect(after.row.clock?.promisedDueOn).toBe("2026-03-18");
    const { case: later } = await at.draft(owner, {}, "2027-04-02");
    expect(later.matterVersion).toBe(2);
  });
});

describe("材料", () => {
  test("缺材料可以提交，不能受理；按表单才需要的材料随答案变化", async () => {
    const { case: drafted } = await at.draft(owner, {}, "2026-03-02");
    expect(drafted.materials.map(({ state }) => state)).toEqual(["missing", "missing", "missing"]);
    await expect(at.step(owner, "submitCase", drafted, {}, "2026-03-02")).rejects.toEqual(refusedWith("approvals.refused.missing-answer"));
    const answered = await at.step(owner, "editCase", drafted, { form: { "deep-pit": false } }, "2026-03-02");
    expect(answered.materials.map(({ state }) => state)).toEqual(["missing", "not-needed", "missing"]);
    const renamed = await at.step(owner, "editCase", answered, { title: "改过的名称" }, "2026-03-02");
    expect(renamed).toMatchObject({ row: { title: "改过的名称" }, form: { "deep-pit": false } });
    const submitted = await at.step(owner, "submitCase", renamed, {}, "2026-03-02");
    const { abilities } = await at.call<CaseView>(window, "openCase", { id: drafted.row.id }, { today: "2026-03-02" });
    expect(abilities).toMatchObject({
      accept: { allowed: false, because: "missing-material:施工图、工资保证金" },
      noticeSupplement: { allowed: true },
      decide: { allowed: false },
    });
    await expect(at.step(window, "acceptCase", submitted, {}, "2026-03-02")).rejects.toMatchObject({
      code: "approvals.refused.missing-material",
      params: { name: "施工图、工资保证金" },
    });
  });

  test("容缺的补齐前不送达，承诺不挡送达；不能容缺的、不能承诺的拒绝", async () => {
    const { case: drafted } = await at.draft(owner, { form: { "deep-pit": true } }, "2026-03-02");
    const { id } = drafted.row;
    const promise = (key: string, how: string) =>
      at.call<CaseView>(owner, "promiseMaterial", { id, key, how, text: "承诺按期补交" }, { today: "2026-03-02" });
    await expect(promise("drawing", "deferred")).rejects.toEqual(refusedWith("approvals.not-deferrable"));
    await expect(promise("drawing", "commitment")).rejects.toEqual(refusedWith("approvals.not-by-commitment"));
    await provide(owner, id, "drawing", "2026-03-02");
    await promise("wages", "commitment");
    const ready = await promise("pit-plan", "deferred");
    const taken = await at.step(window, "acceptCase", await at.step(owner, "submitCase", ready, {}, "2026-03-02"), {}, "2026-03-02");
    expect(taken.deferrals).toMatchObject([{ materialKey: "pit-plan", dueOn: "2026-03-18", state: "OPEN" }]);
    expect(taken.commitments).toMatchObject([{ materialKey: "wages", verifyBy: "2026-03-30", state: "PENDING" }]);
    let seen = await at.step(window, "startReview", taken, {}, "2026-03-03");
    seen = await at.step(fire, "giveOpinion", seen, { node: "fire", agree: true, opinion: "同意" }, "2026-03-04");
    seen = await at.step(planning, "giveOpinion", seen, { node: "planning", agree: true, opinion: "同意" }, "2026-03-04");
    seen = await at.step(window, "giveOpinion", seen, { node: "joint", agree: true, opinion: "同意" }, "2026-03-04");
    seen = await at.step(head, "decideCase", seen, { decision: "granted", reason: "合规", resultNumber: "SG-2026-2" }, "2026-03-05");
    expect(seen.row.blocking).toMatchObject({ who: "applicant" });
    await expect(at.step(window, "deliverCase", seen, { how: "post" }, "2026-03-06")).rejects.toMatchObject({
      code: "approvals.refused.missing-deferred",
      params: { name: "深基坑方案" },
    });
    const supplied = await provide(owner, id, "pit-plan", "2026-03-09");
    expect(supplied.deferrals[0]).toMatchObject({ state: "SUPPLIED", suppliedOn: "2026-03-09" });
    expect((await at.step(window, "deliverCase", supplied, { how: "post" }, "2026-03-09")).row.state).toBe("DELIVERED");
  });

  test("送达的结果可作下一事项的材料，别家的、未送达的、过期的都不行", async () => {
    await at.matter({
      code: "follow-up",
      materials: [
        {
          key: "basis",
          name: { zh: "前置结果", en: "basis" },
          need: "mandatory",
          resultOf: "plain",
          deferrable: false,
          byCommitment: false,
          note: "",
        },
      ],
    });
    const done = await at.step(
      head,
      "decideCase",
      await plain("2026-03-02"),
      { decision: "granted", reason: "合规", resultNumber: "P-77" },
      "2026-03-03",
    );
    const { case: next } = await at.draft(owner, { matterCode: "follow-up" }, "2026-03-03");
    const reuse = (actor: Actor, id: string) =>
      at.call<CaseView>(actor, "reuseResult", { id, key: "basis", resultNumber: "P-77" }, { today: "2026-03-04" });
    await expect(reuse(owner, next.row.id)).rejects.toEqual(refusedWith("approvals.no-such-result"));
    await at.step(window, "deliverCase", done, { how: "electronic" }, "2026-03-04");
    expect((await reuse(owner, next.row.id)).materials[0]).toMatchObject({ state: "reused", reusedFrom: "P-77" });
    const { case: foreign } = await at.draft(rival, { matterCode: "follow-up" }, "2026-03-04");
    await expect(reuse(rival, foreign.row.id)).rejects.toEqual(refusedWith("approvals.no-such-result"));
  });
});

describe("补正", () => {
  test("一次且完整：第二次拒绝，补正后回到待受理", async () => {
    const { case: drafted } = await at.draft(owner, { form: { "deep-pit": false } }, "2026-03-02");
    const submitted = await at.step(owner, "submitCase", drafted, {}, "2026-03-02");
    const noticed = await at.step(
      window,
      "noticeSupplement",
      submitted,
      { items: ["补施工图", "补保证金"], dueOn: "2026-03-20" },
      "2026-03-04",
    );
    expect(noticed.row).toMatchObject({ state: "SUPPLEMENT", blocking: { who: "applicant", since: "2026-03-04" } });
    await provide(owner, drafted.row.id, "drawing", "2026-03-10");
    const whole = await provide(owner, drafted.row.id, "wages", "2026-03-10");
    const back = await at.step(owner, "answerSupplement", whole, { note: "已补齐" }, "2026-03-10");
    expect(back.row.state).toBe("SUBMITTED");
    await expect(at.step(window, "noticeSupplement", back, { items: ["再补一份"] }, "2026-03-11")).rejects.toEqual(
      refusedWith("approvals.refused.supplement-twice"),
    );
    const taken = await at.step(window, "acceptCase", back, {}, "2026-03-11");
    // The time of waiting for the applicant is not counted.
    expect(taken.row.clock).toMatchObject({ elapsed: 0, legalDueOn: "2026-04-09" });
  });

  test.each([
    ["2026-03-09", true],
    ["2026-03-10", false],
  ])("五个工作日内告知：%s", async (day, allowed) => {
    const { case: drafted } = await at.draft(owner, { matterCode: "plain" }, "2026-03-02");
    const submitted = await at.step(owner, "submitCase", drafted, {}, "2026-03-02");
    const notice = at.step(window, "noticeSupplement", submitted, { items: ["补章程"] }, day);
    if (allowed) expect((await notice).row.state).toBe("SUPPLEMENT");
    else await expect(notice).rejects.toMatchObject({ code: "approvals.refused.supplement-too-late", params: { name: "2026-03-09" } });
  });
});

describe("计时", () => {
  test("手册算例：2026-02-09 受理，3 月 13 日到期；2 月 25 日至 3 月 3 日中止，3 月 23 日到期", async () => {
    const first = await plain("2026-02-09");
    expect(first.row.clock).toMatchObject({ legalDueOn: "2026-03-13", legalProvisional: false });
    const paused = await at.step(
      window,
      "pauseCase",
      first,
      { reason: "专家评审", from: "2026-02-25", to: "2026-03-03", notice: "告知书1号" },
      "2026-02-25",
    );
    expect(paused.row).toMatchObject({ state: "SUSPENDED", clock: { state: "paused", elapsed: 6 } });
    const resumed = await at.step(window, "resumeCase", paused, { lastDay: "2026-03-03" }, "2026-03-04");
    expect(resumed.row).toMatchObject({ state: "ACCEPTED", clock: { legalDueOn: "2026-03-23" } });
    const [row] = await at.database.tamper("select legal_due_on::text due from approval_case where id = $1", [first.row.id]);
    expect(row).toEqual({ due: "2026-03-23" });
  });

  test.each([
    [{ reason: "领导出差", from: "2026-03-04" }, "clock.pause-reason"],
    [{ reason: "专家评审", from: "2026-03-05", to: "2026-03-04" }, "clock.pause-backwards"],
    [{ reason: "专家评审", from: "2026-03-04", notice: "" }, "clock.pause-without-notice"],
    [{ reason: "专家评审", from: "2026-03-02" }, "clock.pause-before-start"],
    [{ reason: "专家评审", from: "2026-03-09" }, "approvals.date-in-future"],
    [{ reason: "听证", from: "2026-03-04", to: "2026-06-30" }, "approvals.pause-too-long"],
  ])("中止 %j 拒绝：%s", async (input, code) => {
    await expect(at.step(window, "pauseCase", await accepted("2026-03-02"), { notice: "告知书", ...input }, "2026-03-05")).rejects.toEqual(
      refusedWith(code),
    );
  });

  test("两段中止不重叠；补登记已结束的一段，当即恢复", async () => {
    const first = await plain("2026-03-02");
    const once = await at.step(
      window,
      "pauseCase",
      first,
      { reason: "专家评审", from: "2026-03-04", to: "2026-03-06", notice: "1号" },
      "2026-03-10",
    );
    expect(once.row).toMatchObject({ state: "ACCEPTED", clock: { elapsed: 3 } });
    await expect(
      at.step(window, "pauseCase", once, { reason: "专家评审", from: "2026-03-06", notice: "2号" }, "2026-03-10"),
    ).rejects.toEqual(refusedWith("clock.pause-overlaps"));
  });

  test("补登记的中止挽不回已过的期限", async () => {
    const pause = (seen: CaseView, from: string, today: string) =>
      at.step(window, "pauseCase", seen, { reason: "专家评审", from, to: from, notice: "1号" }, today);
    const over = await plain("2026-04-01");
    await expect(pause(over, "2026-04-02", "2026-06-24")).rejects.toEqual(refusedWith("approvals.pause-after-limit"));
    await expect(pause(over, "2026-04-02", "2026-04-14")).rejects.toEqual(refusedWith("approvals.pause-entered-late"));
    expect((await pause(over, "2026-04-08", "2026-04-14")).row.state).toBe("ACCEPTED");
  });

  test("延长一次，由负责人在期限内批准；第二次、逾期的、经办人的都拒绝", async () => {
    const first = await plain("2026-03-02");
    await expect(at.step(window, "extendCase", first, { reason: "案情复杂" }, "2026-03-10")).rejects.toEqual(
      refusedWith("access.missing-permission"),
    );
    const extended = await at.step(head, "extendCase", first, { reason: "案情复杂" }, "2026-03-10");
    expect(extended.row.clock?.legalDueOn).toBe("2026-04-14");
    await expect(at.step(head, "extendCase", extended, { reason: "仍然复杂" }, "2026-03-11")).rejects.toEqual(
      refusedWith("approvals.extended-already"),
    );
    await expect(at.step(head, "extendCase", await plain("2026-03-02"), { reason: "太晚" }, "2026-04-01")).rejects.toEqual(
      refusedWith("approvals.extension-late"),
    );
  });

  test("2027 年的放假通知没有载入：期限标为暂定", async () => {
    const late = await plain("2026-12-20");
    expect(late.row.clock).toMatchObject({ legalProvisional: true });
    const [row] = await at.database.tamper("select due_provisional from approval_case where id = $1", [late.row.id]);
    expect(row).toEqual({ due_provisional: true });
  });

  test("日期不早于上一步", async () => {
    const first = await plain("2026-03-09");
    await expect(at.step(window, "startReview", first, {}, "2026-03-06")).rejects.toEqual(refusedWith("approvals.before-last-step"));
  });
});

test("结果文书日期：不早于受理和意见，不晚于今天", async () => {
  const seen = await plain("2026-03-02");
  const decide = (datedOn: string) =>
    at.step(head, "decideCase", seen, { decision: "granted", reason: "合规", resultNumber: "P-2001", datedOn }, "2026-03-05");
  await expect(decide("2001-01-01")).rejects.toMatchObject({
    code: "approvals.result-too-early",
    params: { date: "2001-01-01", earliest: "2026-03-02" },
  });
  await expect(decide("2026-03-06")).rejects.toEqual(refusedWith("approvals.date-in-future"));
  expect((await decide("2026-03-02")).result?.datedOn).toBe("2026-03-02");
});

describe("谁可以", () => {
  test("申请人不受理自己的申请，受理人不作决定，别的部门的窗口不办", async () => {
    const { case: own } = await at.draft(window, { matterCode: "plain" }, "2026-03-02");
    const submitted = await at.step(window, "submitCase", own, {}, "2026-03-02");
    await expect(at.step(window, "acceptCase", submitted, {}, "2026-03-02")).rejects.toEqual(
      refusedWith("approvals.refused.self-approval"),
    );
    await expect(at.step(fire, "acceptCase", submitted, {}, "2026-03-02")).rejects.toEqual(
      refusedWith("approvals.refused.other-department"),
    );
    const byHead = await at.step(head, "acceptCase", submitted, {}, "2026-03-02");
    await expect(
      at.step(head, "decideCase", byHead, { decision: "granted", reason: "合规", resultNumber: "P-1" }, "2026-03-03"),
    ).rejects.toEqual(refusedWith("approvals.refused.accepter-decides"));
  });

  test("企业只为本企业申请，只见自己的办件；窗口按名称和信用代码代为申请", async () => {
    await expect(at.draft(owner, { enterprise: "岚州另一家有限公司" }, "2026-03-02")).rejects.toEqual(
      refusedWith("approvals.other-enterprise"),
    );
    const { case: own } = await at.draft(owner, { matterCode: "plain" }, "2026-03-02");
    expect(own).toMatchObject({ row: { enterprise: "云岭芯曜微电子有限公司" }, uscc: "91500000MAXX000157" });
    await expect(at.call(rival, "openCase", { id: own.row.id })).rejects.toEqual(refusedWith("approvals.no-such-case"));
    const mine = await at.call<{ items: readonly { enterprise: string }[] }>(rival, "listMyCases", {});
    expect(mine.items.every(({ enterprise }) => enterprise === "岚州另一家有限公司")).toBe(true);
    await expect(at.draft(counter, { uscc: "91350100M000100Y4Z" }, "2026-03-02")).rejects.toEqual(refusedWith("approvals.uscc"));
    const { case: filed } = await at.draft(counter, { matterCode: "plain", uscc: "9150 0000 MAXX 0001 57" }, "2026-03-02");
    // The same enterprise by its code: its own account sees the case.
    expect((await at.call<CaseView>(owner, "openCase", { id: filed.row.id })).row.number).toBe(filed.row.number);
  });

  test("联系电话：申请企业看自己的看全，经办和其他人看掩码", async () => {
    const { case: own } = await at.draft(owner, { matterCode: "plain", contactPhone: "13800001234" }, "2026-03-02");
    const phone = async (actor: Actor) => (await at.call<CaseView>(actor, "openCase", { id: own.row.id })).contactPhone;
    expect([await phone(owner), await phone(window), await phone(await at.person("statistics"))]).toEqual([
      "13800001234",
      "138****1234",
      "138****1234",
    ]);
  });
});

describe("公开查询", () => {
  test("编号和查询码看到最近一步的副本；错号、错码同一句话；库里没有查询码原文", async () => {
    const { case: drafted, accessCode: given } = await at.draft(owner, { matterCode: "plain" }, "2026-03-02");
    const accessCode = given ?? "";
    const nobody = at.database.actor("anonymous", { id: "anonymous", permissions: new Set() });
    const look = (number: string, code: string) => at.call<PublicTimeline>(nobody, "publicStatus", { zone: "first", number, code });
    expect((await look(drafted.row.number, accessCode)).state).toBe("DRAFT");
    await at.step(owner, "submitCase", drafted, {}, "2026-03-02");
    const seen = await look(drafted.row.number.toLowerCase(), accessCode.replaceAll("-", "").toLowerCase());
    expect(seen).toMatchObject({ state: "SUBMITTED", dueOn: "2026-03-09", waitsFor: { zh: "行政审批局窗口" } });
    for (const [number, code] of [
      [drafted.row.number, "AAAA-AAAA-AAAA"],
      ["BJ-2026-999999", accessCode],
    ] as const)
      await expect(look(number, code)).rejects.toEqual(refusedWith("approvals.no-such-status"));
    const [kept] = await at.database.tamper("select access_hash, to_jsonb(c)::text whole from approval_case c where id = $1", [
      drafted.row.id,
    ]);
    expect(kept?.["access_hash"]).toMatch(/^[0-9a-f]{64}$/);
    expect(String(kept?.["whole"])).not.toContain(accessCode);
  });
});

describe("送达告诉项目", () => {
  test("准予且有凭证种类的结果带项目发出事件", async () => {
    const projectId = "0198b000-0000-7000-8000-0000000000aa";
    await at.matter({
      code: "evidence",
      materials: [],
      result: { name: { zh: "施工许可证", en: "permit" }, evidence: "construction-permit", validMonths: null },
    });
    const { case: drafted } = await at.draft(owner, { matterCode: "evidence", title: "一号厂房" }, "2026-03-02");
    await at.database.tamper("update approval_case set project_id = $2 where id = $1", [drafted.row.id, projectId]);
    let seen = await at.step(owner, "submitCase", drafted, {}, "2026-03-02");
    seen = await at.step(window, "acceptCase", seen, {}, "2026-03-02");
    seen = await at.step(head, "decideCase", seen, { decision: "granted", reason: "合规", resultNumber: "SG-9" }, "2026-03-03");
    await at.step(window, "deliverCase", seen, { how: "counter" }, "2026-03-04");
    const told = await at.database.tamper("select payload from outbox where kind = 'approvals.result-delivered'");
    expect(told).toEqual([
      {
        payload: {
          projectId,
          evidenceKind: "construction-permit",
          number: "SG-9",
          datedOn: "2026-03-03",
          caseId: drafted.row.id,
          title: `施工许可证（${drafted.row.number} 一号厂房）`,
        },
      },
    ]);
  });
});
