import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestEconomy, firstHalf, type TestEconomy } from "#domains/economy/server/test-economy.ts";
import { decideFacts } from "#kernel/server/facts.ts";

let economy: TestEconomy;
beforeAll(async () => {
  economy = await createTestEconomy();
});
afterAll(() => economy.database.close());

const REGION = "重庆高新区";
const refused = (code: string) => expect.objectContaining({ code });

describe("成绩单：从事实到发布", () => {
  test("采纳之后即可查看，还没有成绩单时如实说明", async () => {
    const clerk = economy.person("statistics");
    await economy.accept(clerk, "上半年成绩", "2020-08-01", firstHalf);
    const brief = await economy.call(clerk, "reportCard", { region: REGION, period: "2020年上半年" }, { language: "en" });
    expect([brief.state, brief.version, brief.period]).toEqual(["DRAFT", null, "2020H1"]);
    expect(brief.figures.map((figure) => [figure.indicator, figure.value, figure.unit, figure.yoy_pct])).toEqual([
      ["地区生产总值增速", 4.7, "%", 4.7],
      ["固定资产投资增速", 15.9, "%", 15.9],
      ["出口总额", 881.7, "亿元", 5.5],
      ["进口总额", 462.1, "亿元", 17.9],
      ["外贸进出口绝对额占全市比重", 48.7, "%", null],
    ]);
    expect(brief.figures.slice(0, 3).map((figure) => figure.indicatorEn)).toEqual([
      "Gross regional product, growth",
      "Investment in fixed assets, growth",
      "Exports",
    ]);
    expect(brief.figures[2]?.source).toEqual({ document: "上半年成绩", quote: "出口总额881.7亿元", start: 100, end: 120 });
    expect(brief.checks).toContainEqual({
      name: "implied-total-growth:trade",
      ok: true,
      detail: "implied total growth 9.46 % lies between 5.5 % and 17.9 %",
    });
    const other = await economy.call(clerk, "reportCard", { region: "两江新区", period: "2020H1" });
    expect(other.figures.map((figure) => figure.value)).toEqual([4.8]);
  });

  test("起草、核对、审定、发布；自己不能审定自己；过去某日看到的就是当时发布的", async () => {
    const [clerk, checker, head] = [economy.person("statistics"), economy.person("statistics"), economy.person("department_head")];
    const drafted = await economy.call(clerk, "draftReportCard", { region: REGION, period: "2020H1" });
    const id = drafted.card.id;
    expect(drafted.card.title).toBe("重庆高新区2020年上半年成绩单");
    expect(drafted.card.needs).toEqual(["missing:comment-on-checks"]);
    await expect(economy.call(clerk, "draftReportCard", { region: REGION, period: "2020H1" })).rejects.toEqual(
      refused("economy.card-exists"),
    );
    await expect(economy.call(checker, "checkReportCard", { id, version: 1 })).rejects.toEqual(
      refused("economy.refused.missing:comment-on-checks"),
    );
    await expect(economy.call(checker, "checkReportCard", { id, version: 9, comment: "已阅" })).rejects.toEqual(refused("record.changed"));

    const checked = await economy.call(checker, "checkReportCard", { id, version: 1, comment: "缺项已知，待上级反馈" });
    expect([checked.card.state, checked.card.version, checked.card.needs]).toEqual(["CHECKED", 2, ["missing:signer"]]);
    expect([checked.row.waitsFor, checked.next[0]]).toEqual([
      { move: "approve", by: "department_head" },
      { move: "approve", by: "department_head", to: "APPROVED", missing: ["missing:signer"] },
    ]);
    await expect(economy.call(checker, "approveReportCard", { id, version: 2 })).rejects.toEqual(refused("economy.refused.missing:signer"));
    await expect(economy.call(clerk, "editReportCard", { id, version: 2, signer: "周衡", signerDepartment: "改革发展局" })).rejects.toEqual(
      refused("economy.refused.wrong-state:CHECKED"),
    );
    const returned = await economy.call(checker, "returnReportCard", { id, version: 2, reason: "补签发人" });
    await expect(economy.call(clerk, "editReportCard", { id, version: 3, signer: "周衡" })).rejects.toEqual(
      refused("economy.signer-incomplete"),
    );
    await economy.call(clerk, "editReportCard", { id, version: returned.card.version, signer: "周衡", signerDepartment: "改革发展局" });
    await economy.call(checker, "checkReportCard", { id, version: 4, comment: "缺项已知，待上级反馈" });
    for (const self of [clerk, checker]) {
      await expect(economy.call(self, "approveReportCard", { id, version: 5 })).rejects.toEqual(refused("economy.refused.self-approval"));
    }
    await expect(economy.call(economy.person("promotion"), "approveReportCard", { id, version: 5 })).rejects.toEqual(
      refused("access.missing-permission"),
    );
    const approved = await economy.call(head, "approveReportCard", { id, version: 5 });
    expect(approved.card.abilities["publish"]).toEqual({ allowed: true });

    economy.at("2020-08-03T02:00:00.000Z");
    const published = await economy.call(head, "publishReportCard", { id, version: 6 });
    expect([published.card.state, published.card.publishedAt, published.row.slug]).toEqual([
      "PUBLISHED",
      "2020-08-03T02:00:00.000Z",
      "重庆高新区-2020H1",
    ]);
    expect(published.card.history.map((step) => step.move)).toEqual(["draft", "check", "sendBack", "check", "approve", "publish"]);

    const open = await economy.call(economy.public, "openPublished", { zone: "first", slug: "重庆高新区-2020H1" });
    expect(open.card?.figures.map((figure) => figure.yoyPct)).toEqual(["4.7", "15.9", "5.5", "17.9", null]);
    expect([open.card?.abilities, open.card?.excluded]).toEqual([{}, []]);
    expect(open.card?.history.map((step) => [step.move, step.by, step.byName, step.reason])).toEqual([
      ["check", "", "", "缺项已知，待上级反馈"],
      ["publish", "", "", null],
    ]);
    await expect(
      economy.call(economy.public, "openPublished", { zone: "first", slug: "重庆高新区-2020H1", asOf: "2020-08-02" as never }),
    ).rejects.toEqual(refused("economy.no-such-publication"));
  });

  test("发布之后事实变动：已发布的不变，修订另出一版，旧日期仍看到旧数", async () => {
    const [clerk, checker, head] = [economy.person("statistics"), economy.person("statistics"), economy.person("leadership")];
    const listed = await economy.call(clerk, "listReportCards", { region: REGION });
    const id = listed.items[0]?.id ?? "";
    const facts = await economy.call(clerk, "listFacts", { region: REGION, code: "exports" });
    const old = facts.items[0];
    expect([old?.sourceTitle, old?.status]).toEqual(["上半年成绩", "accepted"]);
    await economy.database.uow.run(clerk, {}, (tx) =>
      decideFacts(tx, [{ observationId: old?.observationId ?? "", decision: "withdraw", reason: "数据有误" }]),
    );
    await economy.accept(clerk, "更正", "2020-08-20", [
      { indicator: "出口总额", code: "exports", value: "879.9", unit: "亿元", yoyPct: "5.3" },
    ]);

    const stale = await economy.call(clerk, "openReportCard", { id });
    expect([stale.card.stale, stale.card.figures.find((figure) => figure.code === "exports")?.value]).toEqual([true, "881.7"]);

    economy.at("2020-08-21T02:00:00.000Z");
    const revised = await economy.call(clerk, "reviseReportCard", { id, version: stale.card.version, reason: "海关数据更正" });
    expect([revised.card.edition, revised.card.state, revised.card.figures.find((figure) => figure.code === "exports")?.value]).toEqual([
      2,
      "DRAFT",
      "879.9",
    ]);
    expect(revised.card.abilities["withdraw"]).toEqual({ allowed: true });
    await economy.call(checker, "checkReportCard", { id, version: 1, comment: "更正后复核" });
    await economy.call(head, "approveReportCard", { id, version: 2 });
    const again = await economy.call(head, "publishReportCard", { id, version: 3 });
    expect([again.card.state, again.card.edition]).toEqual(["REVISED", 2]);

    const exportsOn = async (asOf: string | undefined) => {
      const seen = await economy.call(economy.public, "openPublished", {
        zone: "first",
        slug: "重庆高新区-2020H1",
        ...(asOf === undefined ? {} : { asOf: asOf as never }),
      });
      return [seen.version, seen.card?.figures.find((figure) => figure.code === "exports")?.value];
    };
    expect(await exportsOn("2020-08-03")).toEqual([1, "881.7"]);
    expect(await exportsOn("2020-08-20")).toEqual([1, "881.7"]);
    expect(await exportsOn("2020-08-21")).toEqual([2, "879.9"]);
    expect(await exportsOn(undefined)).toEqual([2, "879.9"]);
    const brief = await economy.call(clerk, "reportCard", { region: REGION, period: "2020H1", asOf: "2020-08-10" as never });
    expect([brief.state, brief.version, brief.figures.find((figure) => figure.code === "exports")?.value]).toEqual(["PUBLISHED", 1, 881.7]);
  });

  test("撤下：公众只见撤下及理由，留档不变，档案日期仍可查", async () => {
    const head = economy.person("leadership");
    const { items } = await economy.call(head, "listReportCards", {});
    const card = items.find((item) => item.period === "2020H1");
    economy.at("2020-09-01T02:00:00.000Z");
    const gone = await economy.call(head, "withdrawReportCard", {
      id: card?.id ?? "",
      version: card?.version ?? 0,
      reason: "统计口径有误",
    });
    expect([gone.card.state, gone.card.abilities["withdraw"]]).toEqual(["WITHDRAWN", { allowed: false, because: "wrong-state:WITHDRAWN" }]);
    const open = await economy.call(economy.public, "openPublished", { zone: "first", slug: "重庆高新区-2020H1" });
    expect([open.card, open.withdrawn?.reason]).toEqual([null, "统计口径有误"]);
    const file = { zone: "first", slug: "重庆高新区-2020H1", format: "pdf", language: "zh" } as const;
    await expect(economy.call(economy.public, "downloadPublished", file)).rejects.toEqual(refused("economy.publication-withdrawn"));
    expect((await economy.call(economy.public, "downloadPublished", { ...file, version: 1 })).bytes.byteLength).toBeGreaterThan(10_000);
    const list = await economy.call(economy.public, "listPublished", { zone: "first" });
    expect(list.items.map((item) => [item.region, item.period, item.withdrawn])).toEqual([[REGION, "2020H1", true]]);
    const before = await economy.call(head, "reportCard", { region: REGION, period: "2020H1", asOf: "2020-08-31" as never });
    expect([before.state, before.version]).toEqual(["REVISED", 2]);
    await expect(economy.call(head, "reportCard", { region: REGION, period: "2020H1", asOf: "2020-09-01" as never })).rejects.toEqual(
      refused("economy.nothing-published"),
    );
  });

  test("冲突未裁定不能核对，剔除一边即可", async () => {
    const clerk = economy.person("statistics");
    const ids = await economy.accept(clerk, "两处不一", "2021-02-01", [
      { indicator: "税收", code: "tax", value: "50.1", unit: "亿元", period: "2020" },
      { indicator: "税收", code: "tax", value: "58.3", unit: "亿元", period: "2020" },
      { indicator: "出口总额", code: "exports", value: "1800", unit: "亿元", period: "2020" },
    ]);
    const drafted = await economy.call(clerk, "draftReportCard", { region: REGION, period: "2020" });
    expect(drafted.card.conflicts.map((conflict) => conflict.code)).toEqual(["tax"]);
    const given = { id: drafted.card.id, version: 1, comment: "知悉" };
    await expect(economy.call(clerk, "checkReportCard", given)).rejects.toEqual(refused("economy.refused.open-conflicts"));
    const edited = await economy.call(clerk, "editReportCard", { id: drafted.card.id, version: 1, excluded: [ids[1] ?? ""] });
    expect(edited.card.conflicts).toEqual([]);
    expect(edited.card.figures.find((figure) => figure.code === "tax")?.value).toBe("50.1");
    const health = await economy.call(clerk, "dataHealth", { region: REGION, period: "2020" });
    expect(health.conflicts.map((conflict) => conflict.values)).toEqual([["50.1亿元", "58.3亿元"].sort()]);
    expect(health.missing.find((one) => one.code === "gdp")?.lastPeriod).toBe("2020H1");
  });

  test("别的园区看不到，公众不能动", async () => {
    const { items } = await economy.call(economy.person("statistics"), "listReportCards", {});
    const stranger = economy.person("statistics", economy.database.otherZoneId);
    expect((await economy.call(stranger, "listReportCards", {})).items).toEqual([]);
    await expect(economy.call(stranger, "openReportCard", { id: items[0]?.id ?? "" })).rejects.toEqual(refused("economy.no-such-card"));
    await expect(economy.call(economy.public, "openReportCard", { id: items[0]?.id ?? "" })).rejects.toEqual(refused("access.sign-in"));
    await expect(economy.call(economy.public, "openPublished", { zone: "second", slug: "重庆高新区-2020H1" })).rejects.toEqual(
      refused("economy.no-such-publication"),
    );
  });
});
