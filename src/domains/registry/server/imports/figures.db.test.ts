import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportRefusal, ImportView } from "#domains/registry/contract/import-operations.ts";
import { createTestRegistry, type TestRegistry } from "#domains/registry/server/test-registry.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestRegistry;
let promotion: Actor;
const ids = new Map<string, string>();
beforeAll(async () => {
  at = await createTestRegistry();
  promotion = await at.person("promotion");
  const list = [
    "名称,信用代码,证券代码,营业收入2018（万元）",
    "重庆芯曜微电子有限公司,91500000MAXX000157,688001,100",
    "云岭（集团）股份有限公司,,600002,",
    "同名公司甲,91500000MAXX00277Y,,",
  ];
  await at.import(promotion, "名录.csv", list.join("\n"), { asOf: "2019-06-30" });
  for (const row of await at.database.tamper("select id, name from enterprise")) ids.set(String(row["name"]), String(row["id"]));
});
afterAll(() => at.close());

const problems = async (view: ImportView): Promise<readonly string[]> => {
  const { items } = await at.call<{ items: ImportRefusal[] }>(promotion, "listRefusedRows", { importId: view.id, limit: 200 });
  return items.map(({ row, refused, problem }) => `${row} ${refused ? "拒绝" : "核对"} ${problem.zh}`);
};
type View = {
  readonly profile: { readonly revenueYuan: string; readonly revenueYear: number; readonly revenueGrowthPct: string | null };
  readonly finances: readonly { readonly year: number; readonly revenueYuan: string | null; readonly profitYuan: string | null }[];
  readonly products: readonly {
    readonly name: string;
    readonly segment: string;
    readonly sharePct: string | null;
    readonly revenueYuan: string | null;
    readonly year: number | null;
  }[];
  readonly origins: Readonly<Record<string, { readonly source: string; readonly asOf: string }>>;
};
const open = (name: string) => at.call<View>(promotion, "openEnterprise", { id: ids.get(name) });

describe("导入历年财务：一年一行", () => {
  test("按代码、证券代码、名称的别种写法认企业；半年、未来、认不出的逐行拒绝；最新一年写上档案", async () => {
    const text = [
      "stock_code,report_date,主营业务收入(万元),净利润(万元),总资产(万元),员工人数",
      "688001,2019-12-31,150,-12.5,900,88",
      "688001.SH,2020-12-31,180,20,1000,",
      "91500000MAXX000157,2017年,80,,,",
      "云岭(集团)股份公司,2020,77,7,,",
      "688001,2020-06-30,90,,,",
      "688001,2099,90,,,",
      "999999,2020,1,,,",
      "688001,2016,90,,-5,",
      "688001,2015,500万美元,,,",
      "688001,2014,300万美元,5,,",
      "688001,2013,,--,,",
    ];
    const view = await at.import(promotion, "财务.csv", text.join("\n"), { subject: "finances", asOf: "2021-04-30", source: "年报" });
    expect(view).toMatchObject({ state: "DONE", rows: 11, added: 5, refused: 6, warned: 1, missing: [] });
    expect(await problems(view)).toEqual([
      "6 拒绝 第 6 行“年度”列：“2020-06-30”不符合要求，应为年份如 2024，或该年的 12 月 31 日。",
      "7 拒绝 第 7 行“年度”列：“2099”不符合要求，应为年份如 2024，或该年的 12 月 31 日。",
      "8 拒绝 第 8 行“企业（代码、证券代码或名称）”列：“999999”：没有登记这家企业，应为已登记企业的代码、证券代码或名称。",
      expect.stringContaining("9 拒绝 第 9 行“资产总计（万元）”列：“-5”不符合要求"),
      expect.stringContaining("10 拒绝 第 10 行“营业收入（万元）”列：为外币"),
      expect.stringContaining("11 核对 第 11 行“营业收入（万元）”列：为外币"),
      "12 拒绝 第 12 行：这一年没有任何数字。",
    ]);
    const { profile, finances, origins } = await open("重庆芯曜微电子有限公司");
    expect(profile).toMatchObject({ revenueYuan: "1800000", revenueYear: 2020, revenueGrowthPct: "20" });
    expect(origins["revenueYuan"]).toMatchObject({ source: "年报", asOf: "2021-04-30" });
    // The year that the profile had before stays a year of its own.
    expect(finances.map(({ year, revenueYuan, profitYuan }) => [year, revenueYuan, profitYuan])).toEqual([
      [2020, "1800000", "200000"],
      [2019, "1500000", "-125000"],
      [2018, "1000000", null],
      [2017, "800000", null],
      [2014, null, "50000"],
    ]);
    expect((await open("云岭（集团）股份有限公司")).profile).toMatchObject({ revenueYuan: "770000", revenueYear: 2020 });
  });

  test("再导入什么都不变；较早的数据不盖较新的；试导什么也不留", async () => {
    const again = "证券代码,年度,营业收入\n688001,2020,180\n";
    expect(await at.import(promotion, "再.csv", again, { subject: "finances" })).toMatchObject({ unchanged: 1, added: 0, changed: 0 });
    const older = "证券代码,年度,营业收入\n688001,2020,1\n";
    await at.import(promotion, "旧.csv", older, { subject: "finances", asOf: "2020-12-31" });
    const dry = "证券代码,年度,营业收入\n688001,2021,500\n";
    expect(await at.import(promotion, "试.csv", dry, { subject: "finances", dryRun: true })).toMatchObject({ state: "CHECKED", added: 1 });
    expect((await open("重庆芯曜微电子有限公司")).profile).toMatchObject({ revenueYuan: "1800000", revenueYear: 2020 });
  });
});

describe("导入产品与分部：一项一行", () => {
  test("百分数与小数的占比；不是占比的不采用；各留最新一年；按产品可以检索", async () => {
    const text = [
      "stock_code,产品,分部,report_date,weight,revenue_wan",
      "688001,碳化硅外延片,半导体,2019-12-31,0.4,60",
      "688001,碳化硅外延片,半导体,2020-12-31,0.510725,90",
      "688001,其他,,2020-06-30,-59,",
      "688001,,,2020,0.1,",
    ];
    const view = await at.import(promotion, "产品.csv", text.join("\n"), { subject: "products", asOf: "2021-04-30" });
    expect(view).toMatchObject({ state: "DONE", rows: 4, added: 2, unchanged: 1, refused: 1, warned: 1 });
    expect((await problems(view))[0]).toContain("第 4 行“营业收入占比小数”列：不是占比，没有采用");
    const { products } = await open("重庆芯曜微电子有限公司");
    expect(products).toMatchObject([
      { name: "碳化硅外延片", segment: "半导体", sharePct: "51.07", revenueYuan: "900000", year: 2020 },
      { name: "其他", segment: "", sharePct: null, year: 2020 },
    ]);
    const { items } = await at.call<{ items: { id: string }[] }>(promotion, "searchEnterprises", { q: "碳化硅外延片" });
    expect(items.map(({ id }) => id)).toEqual([ids.get("重庆芯曜微电子有限公司")]);
  });

  test("一个名称有几家时要人说是哪一家", async () => {
    await at.import(promotion, "同名.csv", "名称,信用代码\n同名公司甲,91500000MAXX000900\n");
    const view = await at.import(promotion, "产品.csv", "企业名称,产品\n同名公司甲,水泵\n", { subject: "products" });
    expect(view).toMatchObject({ added: 0, refused: 1 });
    expect((await problems(view))[0]).toContain("有几家企业叫这个名称");
  });
});
