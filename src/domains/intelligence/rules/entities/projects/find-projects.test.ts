import { expect, test } from "vitest";
import { findProjects } from "#domains/intelligence/rules/entities/projects/find-projects.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

function projectsIn(text: string) {
  const article = { index: 0, title: "", region: null, published: null, medium: null, text: MappedText.of(text), bodyStart: 0 };
  return findProjects(article, { original: text, articles: [article], cuts: [] });
}
const brief = (text: string) => projectsIn(text).map(({ name, stage, investmentYuan }) => [name, stage, investmentYuan]);

test.each([
  ["总投资12.5亿元的翼帆氢能装备产业园正式开工。", [["翼帆氢能装备产业园", "开工", "1250000000"]]],
  [
    "瑞帛生物疫苗生产基地、迈孚光学镜头产业园等一批重大项目落户。",
    [
      ["瑞帛生物疫苗生产基地", "落户", null],
      ["迈孚光学镜头产业园", "落户", null],
    ],
  ],
  ["江陵冷链物流园二期投资3.8亿元,设计库容8万吨,预计明年投产。", [["江陵冷链物流园二期", "在建", "380000000"]]],
  [
    "签约项目中,恒拓碳纤维项目总投资30亿元;翼帆电机项目投资6亿元。",
    [
      ["恒拓碳纤维项目", "签约", "3000000000"],
      ["翼帆电机项目", "签约", "600000000"],
    ],
  ],
  ["沿江新区智慧物流信息平台上线,服务企业三百家。", [["沿江新区智慧物流信息平台", "投产", null]]],
])("%s", (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test("该项目 carries the amount to the project named last", () => {
  expect(projectsIn("“恒拓医疗西南总部项目落户后进展很快。”负责人表示,该项目计划投资11亿元。")[0]).toMatchObject({
    name: "恒拓医疗西南总部项目",
    investmentYuan: "1100000000",
  });
});

test("the investor is the clause's subject", () => {
  expect(projectsIn("深圳翼帆智联股份有限公司拟投资6亿元建设高速连接器生产基地。")[0]).toMatchObject({
    name: "高速连接器生产基地",
    company: "深圳翼帆智联股份有限公司",
    investmentYuan: "600000000",
    stage: "拟建",
  });
});

test.each([
  "今年签约项目20个,合同投资额347亿元,其中百亿级项目1个。",
  "22个项目总投资达171.6亿元,推动项目提速攻坚,狠抓重点项目建设。",
  "固定资产投资完成76.32亿元,17个省市重点项目全年完成投资94.06亿元。",
])("没有具名项目：%s", (text) => {
  expect(projectsIn(text)).toEqual([]);
});

test("no person in the name", () => {
  const names = projectsIn("总投资2亿元的浙江大学王大明院士团队量子点项目开工。").map((project) => project.name);
  expect(names.join()).not.toContain("王大明");
});

test.each([
  ["heads without names", "项目".repeat(40_000)],
  ["amounts without end", "总投资".repeat(30_000)],
  ["digits without end", `投资${"1".repeat(80_000)}亿元`],
  ["one endless enumeration", `${"翼帆、".repeat(30_000)}等企业落户`],
  ["one sentence of projects", "翼帆装备产业园总投资3亿元,".repeat(6_000)],
  ["brackets that never close", `${"(".repeat(60_000)}公司`],
  ["introductions", "翼帆科技有限公司(以下简称翼帆)".repeat(4_000)],
])("hostile text is read in linear time: %s", (_, text) => {
  const start = performance.now();
  projectsIn(text);
  expect(performance.now() - start).toBeLessThan(4_000);
});

test.each([
  [
    "公司位于槟城的封测厂一期已于12月通线,二期预计2025年投产。",
    [
      ["槟城封测厂一期", "投产", null],
      ["槟城封测厂二期", "在建", null],
    ],
  ],
  ["总投资38亿元的岚石化裂解装置技改项目已于10月底建成投产。", [["岚石化裂解装置技改项目", "投产", "3800000000"]]],
  [
    "县里举行集中开工仪式,包括总投资6亿元的岚陂电站进场道路工程、总投资2亿元的岚陂中医院迁建项目。",
    [
      ["岚陂电站进场道路工程", "开工", "600000000"],
      ["岚陂中医院迁建项目", "开工", "200000000"],
    ],
  ],
  ["云溪至白岭高速全年完成投资40亿元。", [["云溪至白岭高速", "在建", null]]],
  ["物流园分别有十九个和十二个项目落户。", []],
] as const)("%s", (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test("each row of a table of projects is one, with investor, money and the stage of its heading", () => {
  const table =
    "集中签约项目如下:\n项目名称 | 投资方 | 总投资(亿元)\n医疗器械产业园 | 上海岚泽医疗 | 12\n固态电池材料项目 | 浙江岚派钴业 | 8.5\n合计 |  | 20.5\n会后参观。";
  expect(projectsIn(table).map(({ name, company, stage, investmentYuan }) => [name, company, stage, investmentYuan])).toEqual([
    ["医疗器械产业园", "上海岚泽医疗", "签约", "1200000000"],
    ["固态电池材料项目", "浙江岚派钴业", "签约", "850000000"],
  ]);
});

test("a work of a list that has begun is past what the heading says", () => {
  const list = "名单公布\n签约项目清单\n①岚川中间体项目:总投资4.8亿元,5月开工。\n②岚元铜箔二期项目:总投资9亿元。\n";
  expect(brief(list)).toEqual([
    ["岚川中间体项目", "开工", "480000000"],
    ["岚元铜箔二期项目", "签约", "900000000"],
  ]);
});
