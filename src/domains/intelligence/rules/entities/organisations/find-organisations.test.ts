import { expect, test } from "vitest";
import { findOrganisations } from "#domains/intelligence/rules/entities/organisations/find-organisations.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

function read(text: string): [ReadArticle, ReadDocument] {
  const article = { index: 0, title: "", region: null, published: null, medium: null, text: MappedText.of(text), bodyStart: 0 };
  return [article, { original: text, articles: [article], cuts: [] }];
}
const namesIn = (text: string) => findOrganisations(...read(text)).map((organisation) => organisation.name);

test.each([
  ["位于产业园的扬州恒拓机械有限公司(以下简称“恒拓机械”)扩产。恒拓机械订单饱满。", ["扬州恒拓机械有限公司", "恒拓机械"]],
  ["区招商专班走访成都迈孚新材料股份有限公司,迈孚公司负责人介绍了情况。", ["成都迈孚新材料股份有限公司", "迈孚公司"]],
  ["上半年引进翼帆智能、澜起科技、瑞帛、比亚迪等项目12个。", ["翼帆智能", "澜起科技", "瑞帛", "比亚迪"]],
  ["与东南大学无锡研究院、国家开发银行、科技部开展合作。", ["东南大学无锡研究院", "国家开发银行", "科技部"]],
  ["记者从绵阳高新区经济发展局获悉,成都市统计局公布了数据。", ["绵阳高新区经济发展局", "成都市统计局"]],
])("%s", (text, expected) => {
  expect(namesIn(text)).toEqual(expect.arrayContaining(expected));
});

test.each([
  "新能源、新材料、装备制造等企业加快发展,我们公司的订单很多,有关部门积极协调。",
  "重庆高新区、成都高新区、两江新区等国家级开发区固定资产投资增长10%。",
  "产业园引进了12家企业,其中上市公司3家,科技型企业增长43.9%。",
  "他联想到平安的生活,平安是福。",
])("没有机构：%s", (text) => {
  expect(namesIn(text)).toEqual([]);
});

test("the quote is the original's own words at the span", () => {
  const [article, document] = read("一季度,苏州华星光电技术有限公司产值增长8%。");
  const [found] = findOrganisations(article, document);
  expect(found).toMatchObject({
    name: "苏州华星光电技术有限公司",
    kind: "company",
    quote: "苏州华星光电技术有限公司",
    spans: [{ start: 4, end: 16 }],
  });
});

test("a person before a team is no organisation", () => {
  expect(namesIn("由清华大学王大明院士团队领衔。")).toEqual(["清华大学"]);
});

test.each([
  ["公司去年收购德国传感器厂商Nordwerk GmbH,业务增长。", ["Nordwerk GmbH"]],
  ["由台湾岚辉投资的触控面板项目完成征地。", ["台湾岚辉"]],
  ["芦峰竹业是县里的纳税大户。", ["芦峰竹业"]],
  ["县工信和科技局局长介绍了情况。", ["县工信和科技局"]],
  ["本文首发于云岭新闻网,欢迎阅读。", ["云岭新闻网"]],
  ["她看着手机银行的短信,BC电池效率提高。", []],
  ["美国加州、日本东京、德国慕尼黑等地客商前来考察。", []],
] as const)("%s", (text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});

test.each([
  ["其中,深圳岚锐达投资20亿元建设储能电池生产基地。", ["深圳岚锐达"]],
  ["江苏中信岚新能源光伏支架项目开工。", ["江苏中信岚新能源"]],
  ["市发改委负责人介绍了情况。", ["市发改委"]],
] as const)("%s", (text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});
