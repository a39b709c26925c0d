import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IntroductionPath } from "#domains/promotion/contract/path.ts";
import { PATH_RULES } from "#domains/promotion/rules/introduction-paths.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { fillRegister } from "#domains/promotion/server/test-register.ts";

let at: TestPromotion;
let who: Officers;
let fill: ReturnType<typeof fillRegister>;
beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
  fill = fillRegister(at);
});
afterAll(() => at.database.close());

type Answer = {
  paths: IntroductionPath[];
  blocked: number;
  introducers: number;
  hubs: { name: string }[];
  target: { roles: string[] };
  adverse: { id: string }[];
};
const pathsTo = (enterpriseId: string) => at.call<Answer>(who.officer, "introductionPaths", { enterpriseId });
const resident = async (name: string, given = {}) => {
  const id = await fill.enterprise(name);
  await fill.book(id, "resident", given);
  return id;
};

describe("由谁找谁", () => {
  test("在园企业、基金、干部各有路径，写成一句话，每一步有证据", async () => {
    const [target, middle, holder] = [
      await fill.enterprise("目标功率"),
      await fill.enterprise("中间电气"),
      await fill.enterprise("控股集团"),
    ];
    const own = await resident("园内整流", { liaison_id: who.second.id });
    const fund = await fill.enterprise("云岭基金");
    await fill.book(fund, "fund");
    await fill.tie(own, middle, "supply", { strength: 90 });
    await fill.tie(holder, middle, "investment", { strength: 100, share_pct: "60.00" });
    await fill.tie(holder, target, "investment", { strength: 100, share_pct: "35.50" });
    await fill.zoneTie(fund, target, "investment", { share_pct: "5" });
    await fill.zoneTie(middle, null, "acquaintance", { official_id: who.leader.id, strength: 70 });
    const { paths, introducers } = await pathsTo(target);
    expect(introducers).toBe(3);
    expect(paths.map(({ sentence }) => sentence.zh)).toEqual([
      "请合作基金云岭基金直接联系目标功率：云岭基金持有目标功率 5% 的股权。",
      "请在园企业园内整流找中间电气，中间电气找控股集团，由控股集团引荐目标功率：园内整流向中间电气供货，控股集团持有中间电气 60% 的股权，控股集团持有目标功率 35.5% 的股权。",
      `请干部${who.leader.name}找中间电气，中间电气找控股集团，由控股集团引荐目标功率：${who.leader.name}与中间电气熟识，控股集团持有中间电气 60% 的股权，控股集团持有目标功率 35.5% 的股权。`,
    ]);
    expect(paths[1]).toMatchObject({
      liaison: who.second.name,
      ties: [{ evidence: "年报", weight: 720 }, { weight: 900 }, { weight: 900 }],
      score: 58.3,
    });
    expect(paths[0]?.ties[0]?.source).toBe("园区录入");
  });

  test("与目标有竞争或纠纷的不出面，说明有几条没有采用；解除后恢复", async () => {
    const target = await fill.enterprise("竞品目标");
    const own = await resident("园内同行");
    await fill.tie(own, target, "officer");
    await fill.zoneTie(own, target, "competitor");
    expect(await pathsTo(target)).toMatchObject({ paths: [], blocked: 1, adverse: [{ id: own }], target: { roles: [] } });
    expect((await pathsTo(own)).target.roles).toEqual(["resident"]);
    await at.database.tamper(
      "update zone_tie set removed_on = '2026-06-01', removed_by = 'test', removed_because = '不再竞争' where from_id = $1",
      [own],
    );
    expect((await pathsTo(target)).paths).toHaveLength(1);
  });

  test("关联过多的一家不往下找，页面说得出是谁", async () => {
    const [target, bank] = [await fill.enterprise("银行客户"), await fill.enterprise("大银行")];
    await fill.tie(bank, target, "supply");
    for (let place = 0; place < PATH_RULES.hub; place += 1) await fill.tie(bank, randomUUID(), "supply");
    expect((await pathsTo(target)).hubs).toEqual([{ id: bank, name: "大银行" }]);
  });

  test("并入他企的一家，关联随之归到存续的一家", async () => {
    const [target, old] = [await fill.enterprise("存续目标"), await fill.enterprise("被并目标")];
    const own = await resident("园内客户");
    await fill.tie(old, own, "supply");
    await at.database.tamper("update enterprise set merged_into = $1 where id = $2", [target, old]);
    await fill.changed();
    expect((await pathsTo(target)).paths.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([["园内客户", "存续目标"]]);
    expect((await pathsTo(old)).paths).toHaveLength(1);
  });
});
