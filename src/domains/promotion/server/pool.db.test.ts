import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_LEAD_RULES } from "#domains/promotion/rules/default-lead-rules.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import type { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestPromotion;
let who: Officers;

beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
});
afterAll(() => at.database.close());

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: AppError };
const answer = (work: Promise<unknown>): Promise<Answer> =>
  work.then(
    () => ({ ok: true }) as const,
    (error: AppError) => ({ ok: false, error }) as const,
  );
const codeOf = async (work: Promise<unknown>) => {
  const got = await answer(work);
  return got.ok ? "成了" : got.error.code;
};
const pooled = (given: Readonly<Record<string, unknown>> = {}, today?: string) => at.lead(who.head, { toPool: true, ...given }, today);

describe("领取", () => {
  test("两人同一时刻领同一条：一人领到，另一人知道是谁、哪天领的；重复二十次都如此", async () => {
    for (let time = 0; time < 20; time += 1) {
      const day = `2026-05-${String(time + 1).padStart(2, "0")}`;
      const { id } = await pooled({}, day);
      const pick = (actor: Actor) => answer(at.call(actor, "pickLead", { id }, { today: day }));
      const answers = await Promise.all([pick(who.officer), pick(who.second)]);
      const won = answers.findIndex(({ ok }) => ok);
      const lost = answers[1 - won];
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = won === 0 ? who.officer : who.second;
      expect(lost).toMatchObject({
        ok: false,
        error: { code: "promotion.taken", kind: "conflict", params: { name: winner.name, on: day } },
      });
      const view = await at.call(who.leader, "openLead", { id });
      expect(view.row.ownerId).toBe(winner.id);
      expect(view.ownership.filter(({ change }) => change === "PICKED")).toHaveLength(1);
    }
  });

  test("一人同一时刻领六条：按规则每天五条，多的那条不成", async () => {
    const officer = await at.person("promotion", "招商三部");
    const leads = await Promise.all(Array.from({ length: 6 }, () => pooled()));
    const codes = await Promise.all(leads.map(({ id }) => codeOf(at.call(officer, "pickLead", { id }))));
    expect(codes.filter((code) => code === "成了")).toHaveLength(5);
    expect(codes.filter((code) => code === "promotion.refused.picked-enough")).toHaveLength(1);
    const pools = await at.call<{ pickedToday: number; held: number }>(officer, "leadPools", {});
    expect([pools.pickedToday, pools.held]).toEqual([5, 5]);
  });

  test("退回之后冷却期内自己不能再领，别人可以；池里写明谁退的", async () => {
    const { id } = await pooled();
    const picked = await at.call(who.officer, "pickLead", { id });
    await at.call(who.officer, "releaseLead", { id, version: picked.row.version, reason: "行业不熟", pool: "chain" });
    const list = await at.call<{
      items: { row: { id: string }; previousOwner: string | null; abilities: { pick: { allowed: boolean; because?: string } } }[];
    }>(who.officer, "listPool", { pool: "chain" });
    const entry = list.items.find(({ row }) => row.id === id);
    expect(entry).toMatchObject({
      previousOwner: who.officer.name,
      abilities: { pick: { allowed: false, because: "cooling:2026-07-15" } },
    });
    expect(await codeOf(at.call(who.officer, "pickLead", { id }))).toBe("promotion.refused.cooling");
    expect(await codeOf(at.call(who.officer, "pickLead", { id }, { today: "2026-07-15" }))).toBe("成了");
  });

  test("指派给在岗的招商人员；不是的说没有", async () => {
    const { id } = await pooled();
    const version = (await at.call(who.leader, "openLead", { id })).row.version;
    expect(await codeOf(at.call(who.leader, "assignLead", { id, version, ownerId: who.leader.id, reason: "对口" }))).toBe(
      "promotion.no-such-officer",
    );
    const view = await at.call(who.leader, "assignLead", { id, version, ownerId: who.second.id, reason: "对口" });
    expect(view.row).toMatchObject({ ownerId: who.second.id, department: "招商二部" });
    const { items } = await at.call<{ items: { id: string; department: string }[] }>(who.officer, "listOfficers", {});
    expect(items.map(({ id: one }) => one)).toContain(who.officer.id);
    expect(items.map(({ id: one }) => one)).not.toContain(who.leader.id);
  });
});

describe("首谈报备", () => {
  test("两个部门同一时刻报备：一个有效，一个待裁定并写明对方", async () => {
    const { id } = await pooled();
    const claim = (actor: Actor) => at.call<{ claim: string }>(actor, "claimLead", { id, talkedOn: "2026-06-29" });
    const both = await Promise.all([claim(who.officer), claim(who.second)]);
    expect(both.map((one) => one.claim).sort()).toEqual(["DISPUTED", "VALID"]);
    const view = await at.call(who.leader, "openLead", { id });
    const disputed = view.claims.find(({ state }) => state === "DISPUTED");
    const standing = view.claims.find(({ state }) => state === "VALID");
    expect(disputed?.against).toMatchObject({ team: standing?.team, by: standing?.by });
    expect(standing?.protectedUntil).toBe("2026-09-27");
  });

  test("裁定人不是当事人；采纳后线索归首谈的人，原报备不再有效", async () => {
    const lead = await at.lead(who.officer, { talkedOn: "2026-06-20" });
    const again = await codeOf(at.call(who.officer, "claimLead", { id: lead.id, talkedOn: "2026-06-21" }));
    expect(again).toBe("promotion.claimed-already");
    const headClaims = await at.call<{ claim: string; lead: { claims: { id: string; version: number; state: string }[] } }>(
      who.head,
      "claimLead",
      {
        id: lead.id,
        talkedOn: "2026-06-10",
        note: "六月十日已拜访",
      },
    );
    const claim = headClaims.lead.claims.find(({ state }) => state === "DISPUTED");
    const input = { claimId: claim?.id, version: claim?.version, uphold: true, decision: "以更早的拜访记录为准" };
    expect(await codeOf(at.call(who.head, "decideClaim", input))).toBe("promotion.refused.own-claim");
    const decided = await at.call(who.leader, "decideClaim", input);
    expect(decided.row.ownerId).toBe(who.head.id);
    expect(decided.claims.map(({ state }) => state).sort()).toEqual(["REFUSED", "VALID"]);
    expect(decided.ownership.at(-1)).toMatchObject({ change: "AWARDED", to: who.head.name });
    expect(await codeOf(at.call(who.leader, "decideClaim", { ...input, version: 2 }))).toBe("promotion.refused.claim-decided");
  });

  test("活动申报不争首谈，须写明哪场活动", async () => {
    const lead = await at.lead(who.officer, { talkedOn: "2026-06-20" });
    expect(await codeOf(at.call(who.second, "claimLead", { id: lead.id, kind: "fair", talkedOn: "2026-06-21" }))).toBe(
      "promotion.claim-by-fair",
    );
    const claimed = await at.call<{ claim: string }>(who.second, "claimLead", {
      id: lead.id,
      kind: "fair",
      team: "云签约第三场",
      talkedOn: "2026-06-21",
    });
    expect(claimed.claim).toBe("VALID");
    const { total } = await at.call<{ total: number }>(who.leader, "listClaims", { kind: "fair" });
    expect(total).toBe(1);
  });
});

describe("每日核对", () => {
  test("在谈满60天自动搁置，承办满20天未对接自动回收，过期首谈失效；都写明是自动", async () => {
    const silent = await at.leadAt(who, "NEGOTIATING", { uscc: undefined }, "2026-03-02");
    const talked = await at.leadAt(who, "NEGOTIATING", { uscc: undefined }, "2026-03-02");
    await at.call(who.officer, "logInteraction", { id: talked.row.id, kind: "call", on: "2026-06-01", learnt: "仍在选址" });
    const warned = await at.call(who.leader, "openLead", { id: silent.row.id }, { today: "2026-04-01" });
    expect(warned.silence).toEqual({ days: 30, parkedOn: "2026-05-01" });
    const untouched = await at.lead(who.second, { talkedOn: "2026-03-01" }, "2026-06-01");
    const fresh = await at.lead(who.second, {}, "2026-06-20");
    expect(await codeOf(at.call(who.officer, "runLeadClocks", {}))).toBe("access.missing-permission");
    const done = await at.call<{ looked: number; parked: number; recycled: number; lapsed: number }>(who.leader, "runLeadClocks", {});
    expect(done).toMatchObject({ parked: 1, lapsed: 1 });
    const view = await at.call(who.leader, "openLead", { id: silent.row.id });
    expect(view.row).toMatchObject({ stage: "NEGOTIATING", status: "PARKED" });
    expect(view.steps.at(-1)).toMatchObject({ move: "park", automatic: true, reason: "在谈满120天无对接记录，按规则自动搁置" });
    expect((await at.call(who.leader, "openLead", { id: talked.row.id })).row.status).toBe("ACTIVE");
    const back = await at.call(who.leader, "openLead", { id: untouched.id });
    expect([back.row.ownerId, back.ownership.at(-1)?.change, back.ownership.at(-1)?.automatic]).toEqual([null, "RECYCLED", true]);
    expect(back.claims).toMatchObject([{ kind: "first-talk", state: "LAPSED" }]);
    expect((await at.call(who.leader, "openLead", { id: fresh.id })).row.ownerId).toBe(who.second.id);
    // 再核对一次，什么也不变。
    expect(await at.call(who.leader, "runLeadClocks", {})).toMatchObject({ parked: 0, recycled: 0, lapsed: 0 });
    const resumed = await at.call(who.officer, "changeLeadStatus", {
      id: silent.row.id,
      version: view.row.version,
      change: "resume",
      on: "2026-06-30",
      reason: "对方重新联系",
    });
    expect(resumed.row.status).toBe("ACTIVE");
    expect(await at.call(who.leader, "runLeadClocks", {})).toMatchObject({ parked: 0 });
  });
});

describe("规则是数据", () => {
  test("改了之后按新规则领；旧版本留着；生效日不能在过去；有线索的池不能撤", async () => {
    const rules = { ...DEFAULT_LEAD_RULES, pool: { ...DEFAULT_LEAD_RULES.pool, perDay: 1 } };
    const set = (given: Record<string, unknown>) =>
      at.call<{ version: number }>(who.leader, "setLeadRules", { rules, effectiveOn: "2026-06-30", reason: "收紧", ...given });
    expect(await codeOf(set({ effectiveOn: "2026-06-29" }))).toBe("promotion.rule-in-past");
    await pooled({ pool: "fair" });
    const without = { ...rules, pool: { ...rules.pool, pools: rules.pool.pools.filter(({ code }) => code !== "fair") } };
    expect(await codeOf(set({ rules: without }))).toBe("promotion.pool-in-use");
    const silence = { ...rules.clocks.silence, warnDays: 60 };
    expect(await codeOf(set({ rules: { ...rules, clocks: { ...rules.clocks, silence } } }))).toBe("input.invalid");
    expect((await set({})).version).toBe(2);
    const officer = await at.person("promotion", "招商四部");
    const [one, two] = [await pooled(), await pooled()];
    expect(await codeOf(at.call(officer, "pickLead", { id: one.id }))).toBe("成了");
    expect(await codeOf(at.call(officer, "pickLead", { id: two.id }))).toBe("promotion.refused.picked-enough");
    const { versions, inForce } = await at.call<{ versions: unknown[]; inForce: { version: number } }>(who.leader, "listLeadRules", {});
    expect([versions.length, inForce.version]).toEqual([2, 2]);
  });
});
