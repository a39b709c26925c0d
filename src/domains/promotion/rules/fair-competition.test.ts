import { describe, expect, test } from "vitest";
import type { DossierPart, DossierSaid } from "#domains/promotion/contract/dossier.ts";
import { checkFairCompetition } from "#domains/promotion/rules/fair-competition.ts";

const EMPTY: DossierSaid = { who: "", fit: "", introduction: "", space: "", conditions: "", clauses: [], risks: "", asked: "" };
const said = (part: DossierPart, text: string): DossierSaid =>
  part === "clauses" ? { ...EMPTY, clauses: [{ document: "促进条例", article: "第十二条", says: text }] } : { ...EMPTY, [part]: text };
const found = (part: DossierPart, text: string) => checkFairCompetition(said(part, text)).map((one) => [one.part, one.kind]);

describe("对单个企业的金额承诺：在哪一部分都拒绝", () => {
  test.each<[DossierPart, string]>([
    ["conditions", "给予企业一次性奖励500万元。"],
    ["conditions", "落地即奖５００万元"],
    ["conditions", "落地即奖 5 0 0 万 元"],
    ["conditions", "奖励五百万元人民币"],
    ["conditions", "补贴两千万"],
    ["conditions", "奖励伍佰万元整"],
    ["conditions", "扶持贰仟萬元"],
    ["conditions", "落地奖补500w"],
    ["conditions", "奖励5\u20600\u00ad0\u200e万\u202c元"],
    ["conditions", "补偿搬迁费用的三成"],
    ["conditions", "没有附加条件，给予奖励500万元"],
    ["conditions", "不涉及土地，一次性补贴300万"],
    ["conditions", "按固定资产投资的5%补贴"],
    ["conditions", "装修费用全额补贴"],
    ["conditions", "按百分之十给予扶持"],
    ["conditions", "A grant of 5 million yuan after landing."],
    ["conditions", "奖励 RMB 3,000,000"],
    ["conditions", "支持力度￥300万"],
    ["space", "厂房租金每平方米每月10元"],
    ["clauses", "补助最高300万元"],
    ["introduction", "引荐成功给予中介费20万元"],
    ["who", "园区承诺给其补贴3000万元"],
    ["fit", "为补齐短板，给予企业1亿元"],
    ["risks", "若达产，返还其土地款2000万元"],
    ["asked", "企业投资6亿元，我区奖励其5%"],
  ])("%s：%s", (part, text) => expect(found(part, text)).toEqual([[part, "money"]]));
});

describe("条例点名的优惠方式：没有金额也拒绝", () => {
  test.each([
    "增值税先征后返",
    "土地零地价供应",
    "减免该企业的企业所得税",
    "地方留存部分返还",
    "土地出让金返还用于建设",
    "前三年免租",
    "前三年租金全免",
    "土地价款先缴后奖",
    "按其地方财政贡献给予奖励",
    "按该企业形成的地方贡献予以扶持",
    "税收奖励按年兑现",
    "免费提供标准厂房",
    "无偿划拨一期用地",
    "对该企业给予专项奖励",
    "先\u200b征后\u2061返",
    "社保缓征：缓征该企业社会保险费",
  ])("%s", (text) => expect(found("conditions", text)).toEqual([["conditions", "preference"]]));
});

describe("可以写的", () => {
  test.each<[DossierPart, string]>([
    ["conditions", "按《岚州市促进先进制造业发展办法》第十二条执行，凡符合条件的企业均可申报"],
    ["conditions", "不给予任何个别财政奖励，不承诺5%的返还"],
    ["conditions", "严禁先征后返"],
    ["conditions", "不按税收贡献奖励单个企业"],
    ["conditions", "为其办理专项规划许可，免费提供政策咨询"],
    ["space", "3号楼A座2层，层高6米，配电2000kW，用水500w吨以内另议"],
    ["asked", "地方贡献按合同约定"],
    ["conditions", "提供全程帮办代办，3个工作日内答复"],
    ["space", "一期用地200亩，厂房层高8米，承重2吨，第3号楼"],
    ["clauses", "符合条件的均可申报"],
    ["who", "企业2025年营业收入12.6亿元，净利润8000万元，同比增长15%"],
    ["who", "2025年收到政府补助3000万元，占净利润的20%"],
    ["asked", "固定资产投资6亿元，达产后年产值20亿元，税收8000万元"],
    ["risks", "资产负债率68%，一年内到期借款3.2亿元"],
  ])("%s：%s", (part, text) => expect(found(part, text)).toEqual([]));
});

test("每一处都报，连同原文", () => {
  const problems = checkFairCompetition({ ...EMPTY, conditions: "奖励500万元。提供帮办。\n补贴租金20%", space: "租金8元每平方米" });
  expect(problems).toEqual([
    { part: "space", kind: "money", found: "租金8元每平方米" },
    { part: "conditions", kind: "money", found: "奖励500万元" },
    { part: "conditions", kind: "money", found: "补贴租金20%" },
  ]);
});
