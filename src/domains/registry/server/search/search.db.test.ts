import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { labelEnterprises } from "#domains/registry/server/labels.ts";
import { createTestRegistry, type TestRegistry } from "#domains/registry/server/test-registry.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";
import { ENTERPRISE_HEAD, enterpriseAt, enterpriseLine, type MadeEnterprise } from "../../../../../sample/enterprise-rows.ts";

const COUNT = 6_000;
const SEED = 11;
let at: TestRegistry;
let promotion: Actor;
const made: readonly MadeEnterprise[] = Array.from({ length: COUNT }, (_, place) => enterpriseAt(place, SEED));

beforeAll(async () => {
  at = await createTestRegistry();
  promotion = await at.person("promotion");
  await at.database.tamper("delete from region");
  const { default: regions } = await import("../../../../../db/reference/regions.json", { with: { type: "json" } });
  for (const [code, name, kind] of regions.rows as unknown as readonly string[][])
    await at.database.tamper("insert into region (code, name, kind, source) values ($1, $2, $3, 'test')", [code, name, kind]);
  const view = await at.import(promotion, "名录.csv", [ENTERPRISE_HEAD, ...made.map(enterpriseLine)].join("\n"));
  expect(view).toMatchObject({ state: "DONE", added: COUNT, refused: 0 });
});
afterAll(() => at.close());

type Page = { readonly items: readonly EnterpriseRow[]; readonly next: string | null };
async function all(input: Readonly<Record<string, unknown>>): Promise<readonly EnterpriseRow[]> {
  const rows: EnterpriseRow[] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await at.call(promotion, "searchEnterprises", { limit: 200, ...input, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
const codes = (rows: readonly { readonly identifier: string }[]): readonly string[] => rows.map((row) => row.identifier).sort();
const expected = (keep: (one: MadeEnterprise) => boolean): readonly string[] =>
  made
    .filter(keep)
    .map((one) => one.code)
    .sort();

describe("检索企业：与逐条比对的结果相同", () => {
  test.each<[string, Record<string, unknown>, (one: MadeEnterprise) => boolean]>([
    ["名称两个字", { q: "重庆" }, (one) => one.name.includes("重庆")],
    ["常见的两个字，走序", { q: "科技" }, (one) => one.name.includes("科技")],
    ["少见的两个字", { q: "华铭" }, (one) => one.name.includes("华铭")],
    ["两个词都要有", { q: "重庆 微电子" }, (one) => one.name.includes("重庆") && one.name.includes("微电子")],
    ["产品词", { q: "工业机器人" }, (one) => one.products.includes("工业机器人")],
    [
      "产品词的一部分",
      { q: "半导体", region: "50" },
      (one) =>
        one.regionCode.startsWith("50") && (one.name.includes("半导体") || one.products.some((product) => product.includes("半导体"))),
    ],
    ["省、门类", { region: "50", classCode: "I" }, (one) => one.regionCode.startsWith("50") && one.classCode.startsWith("I")],
    ["区县、大类", { region: "500112", classCode: "C39" }, (one) => one.regionCode === "500112" && one.classCode.startsWith("C39")],
    ["注册资本区间含两端", { capitalFrom: "50000000", capitalTo: "90000000" }, (one) => one.capital >= 5000 && one.capital <= 9000],
    [
      "大类与注册资本下限，知名的在前",
      { classCode: "C39", capitalFrom: "10000000" },
      (one) => one.classCode.startsWith("C39") && one.capital >= 1000,
    ],
    ["地区与收入上限，知名的少", { region: "50", revenueTo: "3000000" }, (one) => one.regionCode.startsWith("50") && one.revenue[1] <= 300],
    [
      "从业人数与成立日期",
      { employeesFrom: 100, foundedFrom: "2015-01-01", foundedTo: "2020-12-31" },
      (one) => one.employees >= 100 && one.founded >= "2015-01-01" && one.founded <= "2020-12-31",
    ],
    ["满十年不满十一年", { ageFrom: 10, ageTo: 10 }, (one) => one.founded > "2015-06-30" && one.founded <= "2016-06-30"],
    [
      "资质当日有效",
      { qualification: "high-tech" },
      (one) => one.qualifications.some((held) => /^高新技术企业\((\d{4})/.test(held) && Number(/\((\d{4})/.exec(held)?.[1]) >= 2023),
    ],
    ["控制类型", { controller: "central-state" }, (one) => one.controller === "央企"],
    ["上市", { listed: true }, (one) => one.stock !== ""],
    ["收入下限", { revenueFrom: "1000000000" }, (one) => one.revenue[1] >= 100_000],
  ])("%s", async (_, input, keep) => {
    expect(codes(await all(input))).toEqual(expected(keep));
  });

  test.each(["prominence", "capital", "revenue", "growth", "employees", "founded", "name"] as const)(
    "按 %s 排序，翻页不重不漏，次序不变",
    async (sort) => {
      const rows = await all({ q: "重庆", sort });
      expect(codes(rows)).toEqual(expected((one) => one.name.includes("重庆")));
      const values = rows.map((row) =>
        sort === "prominence"
          ? row.prominence
          : sort === "capital"
            ? Number(row.capitalYuan ?? -1)
            : sort === "revenue"
              ? Number(row.revenueYuan ?? -1)
              : sort === "growth"
                ? Number(row.revenueGrowthPct ?? -1e6)
                : sort === "employees"
                  ? (row.employees ?? -1)
                  : sort === "founded"
                    ? Date.parse(row.foundedOn ?? "0001-01-01")
                    : 0,
      );
      expect(values).toEqual([...values].sort((one, other) => other - one));
    },
  );

  test("统一社会信用代码及其开头", async () => {
    const one = made[17] as MadeEnterprise;
    expect(codes(await all({ q: one.code.toLowerCase() }))).toEqual([one.code]);
    expect(codes(await all({ q: one.code.slice(0, 16) }))).toContain(one.code);
  });

  test("证券代码", async () => {
    const one = made[23] as MadeEnterprise;
    await at.database.tamper("update enterprise set stock_code = '688777' where identifier = $1", [one.code]);
    expect(codes(await all({ q: "688777" }))).toEqual([one.code]);
    await at.database.tamper("update enterprise set stock_code = null where identifier = $1", [one.code]);
  });

  test.each([
    [{ capitalFrom: "90000000", capitalTo: "10000000" }],
    [{ growthFrom: "10", growthTo: "-10" }],
    [{ employeesFrom: 300, employeesTo: 20 }],
    [{ ageFrom: 10, ageTo: 3 }],
    [{ foundedFrom: "2020-01-01", foundedTo: "2019-12-31" }],
  ])("区间的下限大于上限 %j：说哪两个数，不说没有企业", async (filter) => {
    const [from, to] = Object.values(filter);
    await expect(all(filter)).rejects.toMatchObject({ code: "registry.range-reversed", params: { from, to } });
  });

  test("一个字、错的翻页标记、别的排序的标记：各有一句话", async () => {
    await expect(all({ q: "渝" })).rejects.toMatchObject({ code: "registry.query-too-short" });
    await expect(all({ cursor: "xx" })).rejects.toMatchObject({ code: "registry.cursor" });
    const page: Page = await at.call(promotion, "searchEnterprises", { q: "重庆", limit: 1 });
    await expect(at.call(promotion, "searchEnterprises", { q: "重庆", sort: "name", cursor: page.next })).rejects.toMatchObject({
      code: "registry.cursor",
    });
    await expect(all({ region: "5" })).rejects.toMatchObject({ code: "input.invalid" });
  });
});

type Facets = {
  readonly counted: number;
  readonly complete: boolean;
  readonly facets: readonly {
    readonly name: string;
    readonly values: readonly {
      readonly value: string;
      readonly count: number;
      readonly label: Text;
      readonly filter: Record<string, unknown>;
    }[];
  }[];
};

test("分布：每个值的数目就是按它筛选得到的数目", async () => {
  const facets = await at.call<Facets>(promotion, "enterpriseFacets", { q: "微电子" });
  const found = expected((one) => one.name.includes("微电子"));
  expect(facets).toMatchObject({ counted: found.length, complete: true });
  for (const { name, values } of facets.facets)
    for (const { count, filter } of values.slice(0, 3)) {
      const rows = await all({ q: "微电子", ...filter });
      expect([name, filter, rows.length]).toEqual([name, filter, count]);
    }
  expect(facets.facets.map(({ values }) => values.length).filter((length) => length > 1).length).toBeGreaterThanOrEqual(6);
});

test("结果太多时只数最知名的一部分，并如实说明", async () => {
  const facets = await at.call<Facets>(promotion, "enterpriseFacets", {});
  expect(facets).toMatchObject({ counted: 2_000, complete: false });
});

test("名册与产业链位置再少也数得全：不在最知名的之列，也不漏", async () => {
  const [last] = await at.database.tamper("select id, name from enterprise order by prominence, id limit 1");
  const id = String(last?.["id"]);
  const name = { zh: "储能电池", en: "Storage batteries" };
  await at.database.uow.run(promotion, {}, (tx) =>
    labelEnterprises(tx, "chain", [
      { enterpriseId: id, value: "GE", name: { zh: "绿色能源", en: "Green energy" }, parent: null, until: null },
      { enterpriseId: id, value: "GE-1", name, parent: "GE", until: null },
    ]),
  );
  await at.call(promotion, "enterBook", { id, kind: "partner", from: "2026-01-01" });
  const valuesOf = async (input: Record<string, unknown>, facet: string) =>
    (await at.call<Facets>(promotion, "enterpriseFacets", input)).facets.find((one) => one.name === facet)?.values;
  expect(await valuesOf({}, "chain")).toMatchObject([{ value: "GE", count: 1, filter: { chainNode: "GE" } }]);
  expect(await valuesOf({}, "book")).toMatchObject([{ value: "partner", count: 1 }]);
  expect(await valuesOf({ chainNode: "GE" }, "chain")).toMatchObject([{ value: "GE" }, { value: "GE-1", count: 1 }]);
  // A place that nobody found stands at keeps its name, so that it can be dropped again.
  expect(await valuesOf({ chainNode: "GE-1", q: "没有这样的名称" }, "chain")).toMatchObject([{ value: "GE-1", count: 0, label: name }]);
  expect((await all({ chainNode: "GE-1" })).map((row) => row.id)).toEqual([id]);
});

test("导出：与检索同一筛选，留痕，末行写明导出人", async () => {
  const file = await at.call<{ name: string; bytes: Uint8Array }>(promotion, "exportEnterprises", { q: "重庆 微电子", format: "csv" });
  const lines = new TextDecoder().decode(file.bytes).trim().split("\r\n");
  expect(lines.length).toBe(expected((one) => one.name.includes("重庆") && one.name.includes("微电子")).length + 2);
  expect(lines.at(-1)).toContain(promotion.name);
  const [entry] = await at.database.tamper("select sequence from journal_entry where operation = 'registry.exportEnterprises'");
  expect(entry).toBeDefined();
});

test("视图：自己的、共享的看得见，别人的改不动", async () => {
  const other = await at.person("leadership");
  const mine = await at.call<{ id: string; version: number }>(promotion, "saveView", {
    name: "小巨人",
    filter: { qualification: "little-giant" },
    shared: true,
  });
  await at.call(promotion, "saveView", { name: "私人", filter: { q: "重庆" } });
  await expect(at.call(promotion, "saveView", { name: "私人", filter: {} })).rejects.toMatchObject({ code: "registry.view-name-taken" });
  const { items } = await at.call<{ items: { name: string; abilities: { change: { allowed: boolean } } }[] }>(other, "listViews", {});
  expect(items.map((view) => [view.name, view.abilities.change.allowed])).toEqual([["小巨人", false]]);
  await expect(at.call(other, "removeView", { viewId: mine.id })).rejects.toMatchObject({ code: "not-own-view" });
  await at.call(promotion, "removeView", { viewId: mine.id });
  expect((await at.call<{ items: unknown[] }>(other, "listViews", {})).items).toEqual([]);
});

test("区划与行业分类一层一层列出", async () => {
  const under = async (input: Record<string, unknown>) =>
    (await at.call<{ items: { code: string }[] }>(promotion, "listRegions", input)).items.map((one) => one.code);
  expect(await under({})).toContain("50");
  expect(await under({ under: "50" })).toContain("500112");
  expect(await under({ under: "51" })).toContain("5101");
  expect((await under({ under: "51" })).every((code) => code.length === 4)).toBe(true);
  const { items } = await at.call<{ items: { code: string; leaf: boolean }[] }>(promotion, "listClasses", { under: "C39" });
  expect(items.map((one) => one.code)).toContain("C397");
});
