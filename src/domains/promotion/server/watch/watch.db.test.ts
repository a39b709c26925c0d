import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WarningRow } from "#domains/promotion/contract/watch-operations.ts";
import { exampleStatement } from "#domains/promotion/rules/example-statement.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestPromotion;
let who: Officers;
let liaison: Actor;
beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
  liaison = await at.person("liaison", "企业服务中心");
});
afterAll(() => at.database.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => "成了",
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
let count = 0;
async function resident(until: string | null = null): Promise<string> {
  const id = randomUUID();
  count += 1;
  await at.database.tamper("insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', $2, $3)", [
    id,
    `91500000MAXY0${String(count).padStart(4, "0")}X`,
    `在区企业${id.slice(0, 6)}`,
  ]);
  await at.database.tamper(
    "insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, to_on, liaison_id, entered_by) values ($1, $2, $3, 'resident', '2020-01-01', $4, $5, 'x')",
    [at.database.zoneId, randomUUID(), id, until, liaison.id],
  );
  return id;
}
type Warnings = {
  readonly items: readonly WarningRow[];
  readonly total: number;
  readonly levels: readonly { readonly level: string; readonly count: number }[];
};
type Watched = { readonly entries: readonly { readonly id: string; readonly version: number }[]; readonly warnings: readonly WarningRow[] };
const look = (today = "2026-06-30") => at.call<{ raised: number; ended: number }>(who.head, "lookAtResidents", {}, { today });
const warned = async (enterpriseId: string, given: Readonly<Record<string, unknown>> = {}) =>
  (await at.call<Warnings>(liaison, "listWarnings", { limit: 100, ...given })).items.filter((one) => one.enterpriseId === enterpriseId);
const permit = (enterpriseId: string, expiresOn: string, today = "2026-06-30") =>
  at.call<Watched>(liaison, "enterPermit", { enterpriseId, name: "排污许可证", expiresOn, source: "证照" }, { today });

describe("在区企业早期预警", () => {
  test("许可临近到期：先关注，再预警；级别变了，旧的了结、新的记起", async () => {
    const id = await resident();
    await permit(id, "2026-09-15");
    await look();
    expect((await warned(id)).map(({ warning }) => [warning.kind, warning.level, warning.subject])).toEqual([
      ["permit", "attention", "排污许可证"],
    ]);
    expect(await look()).toMatchObject({ raised: 0, ended: 0 });
    await look("2026-08-20");
    expect((await warned(id)).map(({ warning, raisedOn }) => [warning.level, raisedOn])).toEqual([["warning", "2026-08-20"]]);
    expect((await warned(id, { ended: true })).map(({ endedOn }) => endedOn)).toEqual(["2026-08-20"]);
  });

  test("换了新证：同名许可以最后的到期日为准", async () => {
    const id = await resident();
    await permit(id, "2026-07-10");
    await look();
    expect(await warned(id)).toHaveLength(1);
    await permit(id, "2029-07-10");
    await look();
    expect(await warned(id)).toEqual([]);
  });

  test("外迁迹象加权；核实了结后不再算", async () => {
    const id = await resident();
    const { entries } = await at.call<Watched>(liaison, "enterSign", {
      enterpriseId: id,
      sign: "registered-elsewhere",
      on: "2026-06-01",
      subject: "拟迁往邻市",
      source: "走访",
    });
    await look();
    expect((await warned(id))[0]?.warning).toMatchObject({ kind: "relocation", level: "urgent" });
    const close = { enterpriseId: id, watchId: entries[0]?.id, version: 1, because: "已确认不迁" };
    await at.call(liaison, "closeWatch", close);
    expect(await refused(at.call(liaison, "closeWatch", { ...close, version: 2 }))).toBe("promotion.refused.watch-closed");
    await look();
    expect(await warned(id)).toEqual([]);
    expect(
      await refused(
        at.call(liaison, "enterSign", { enterpriseId: id, sign: "said-so", on: "2026-07-01", subject: "将来", source: "走访" }),
      ),
    ).toBe("promotion.date-in-future");
  });

  test("年报显出困境的，带原因和可以做的", async () => {
    const id = await resident();
    const weak = {
      revenue: "300000000",
      netProfit: "-90000000",
      deductedProfit: "-95000000",
      operatingCash: "-50000000",
      assets: "1000000000",
      currentAssets: "300000000",
      liabilities: "900000000",
      currentLiabilities: "800000000",
      equity: "100000000",
    };
    await at.database.tamper(
      "insert into enterprise_finance (enterprise_id, year, revenue_yuan, profit_yuan, assets_yuan, liabilities_yuan) values ($1, 2025, 30000000, -90000000, 100000000, 150000000)",
      [id],
    );
    await look();
    // Four figures of the register are too few to score by: nothing is said, and nothing is passed as sound.
    expect(await warned(id, { kind: "distress" })).toEqual([]);
    for (const year of [2023, 2024, 2025])
      await at.database.tamper(
        "insert into diligence_statement (zone_id, party_key, year, revision, party_name, items, source, recorded_on, by, by_name) select $1, 'uscc:' || identifier, $3, 1, name, $4, '审计报告', '2026-05-01', 'x', 'x' from enterprise where id = $2",
        [at.database.zoneId, id, year, JSON.stringify(exampleStatement(year, weak))],
      );
    await look();
    const [found] = await warned(id, { kind: "distress" });
    expect(found?.warning.reasons.length).toBeGreaterThan(1);
    expect(found?.warning.helps.length).toBeGreaterThan(0);
  });

  test("只看自己联系的；已迁出的和不在册的不看", async () => {
    const id = await resident();
    await permit(id, "2026-07-01");
    await look();
    expect(await warned(id, { mine: true })).toHaveLength(1);
    const { items } = await at.call<Warnings>(who.officer, "listWarnings", { mine: true });
    expect(items).toEqual([]);
    const gone = await resident("2026-01-01");
    expect(await refused(permit(gone, "2026-07-01"))).toBe("promotion.no-such-resident");
    expect(await refused(permit(randomUUID(), "2026-07-01"))).toBe("promotion.no-such-resident");
  });

  test("级别计数不随级别筛选变", async () => {
    const all = await at.call<Warnings>(liaison, "listWarnings", {});
    const one = await at.call<Warnings>(liaison, "listWarnings", { level: "urgent" });
    expect(one.levels).toEqual(all.levels);
    expect(one.total).toBe(all.levels.find(({ level }) => level === "urgent")?.count);
    expect(all.total).toBe(all.levels.reduce((sum, { count: of }) => sum + of, 0));
  });

  test("核对过而没有发现，说的是哪天核对的；两人同时核对，同一件事只记一次", async () => {
    const own = await createTestPromotion();
    try {
      const { head, second } = await own.officers();
      const lookedOn = async () => (await own.call<{ lookedOn: string | null }>(head, "listWarnings", {})).lookedOn;
      expect(await lookedOn()).toBeNull();
      await own.call(head, "lookAtResidents", {}, { today: "2026-06-29" });
      expect(await lookedOn()).toBe("2026-06-29");
      const id = randomUUID();
      await own.database.tamper(
        "insert into enterprise (id, identifier_kind, identifier, name) values ($1, 'uscc', '91500000MAXY90001X', '并看企业')",
        [id],
      );
      await own.database.tamper(
        "insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, entered_by) values ($1, $2, $3, 'resident', '2020-01-01', 'x')",
        [own.database.zoneId, randomUUID(), id],
      );
      await own.call(head, "enterPermit", { enterpriseId: id, name: "排污许可证", expiresOn: "2026-07-10", source: "证照" });
      const both = await Promise.all([head, second].map((actor) => own.call<{ raised: number }>(actor, "lookAtResidents", {})));
      expect(both.map(({ raised }) => raised).toSorted()).toEqual([0, 1]);
    } finally {
      await own.database.close();
    }
  });
});
