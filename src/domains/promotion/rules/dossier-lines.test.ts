import { describe, expect, test } from "vitest";
import { DossierFacts } from "#domains/promotion/contract/dossier.ts";
import { enterpriseLines, fitLines, needLines, offerLines } from "#domains/promotion/rules/dossier-lines.ts";

const KNOWN = {
  id: "0198a3c4-0000-7000-8000-000000000001",
  status: "active",
  foundedOn: "2014-05-06",
  region: "上海市浦东新区",
  controller: null,
  stockCode: "688001",
  capitalYuan: "120000000",
  employees: null,
  revenueYuan: "1260000000",
  revenueYear: 2025,
  growthPct: "15.2",
  products: ["IGBT模块", "碳化硅器件"],
  qualifications: [{ zh: "国家级专精特新“小巨人”", en: "Little giant, national" }],
  source: "工商登记",
  asOf: "2026-05-31",
} as const;
const facts = DossierFacts.pick({ enterprise: true, fit: true, needs: true, space: true }).parse({
  enterprise: KNOWN,
  fit: {
    scoredOn: "2026-06-30",
    scoring: 1,
    known: 545,
    possible: 745,
    terms: [
      { measure: "fit", value: 90, least: 275, most: 275, because: { zh: "主行业 C3972，同一小类", en: "Main class C3972" } },
      { measure: "signals", value: null, least: 0, most: 200, because: { zh: "还没有人登记过它的动态", en: "Nobody has noted anything" } },
    ],
    vetoes: [],
  },
  needs: [{ on: "2026-06-12", kind: "video", learnt: "需要洁净厂房五千平方米" }],
  space: [
    {
      title: { zh: "标准厂房3号楼", en: "Plant 3" },
      says: { zh: "空置4200平方米", en: "4,200 m² free" },
      source: "载体台账",
      on: null,
      path: null,
    },
  ],
});
const said = (lines: readonly { label: string; text: string }[]) => lines.map(({ label, text }) => `${label}：${text}`);

describe("专案里平台已有的内容", () => {
  test("企业情况逐项写出，没有登记的写明缺哪几项，不写成零", () => {
    expect(said(enterpriseLines(facts, "zh"))).toEqual([
      "登记状态：存续",
      "成立：2014年5月6日（周二）",
      "所在地：上海市浦东新区",
      "注册资本：1.2 亿元",
      "营业收入：2025年 12.6 亿元",
      "收入增长：2025年 15.2%",
      "主要产品：IGBT模块、碳化硅器件",
      "有效资质：国家级专精特新“小巨人”",
      "股票代码：688001",
      "企业库未登记：控制类型、员工人数",
      "企业库来源：工商登记，2026-05-31",
    ]);
  });

  test("契合按评分表逐项说明，待查的写成范围", () => {
    expect(said(fitLines(facts, "zh"))).toEqual([
      "目标评分：确定54.5分，最多74.5分（第1版评分表）",
      "产业链契合：27.5分，主行业 C3972，同一小类",
      "扩张信号：0–20分，还没有人登记过它的动态",
    ]);
  });

  test("对接中了解的需求和其他模块给出的空间，带日期与来源", () => {
    expect(said(needLines(facts, "zh"))).toEqual(["对接了解：2026-06-12 屏对屏：需要洁净厂房五千平方米"]);
    expect(said(offerLines(facts.space, "zh"))).toEqual(["标准厂房3号楼：空置4200平方米（载体台账）"]);
    expect(offerLines(null, "zh")).toEqual([]);
  });

  test("企业库不认识的，什么也不编", () => {
    const nobody = { enterprise: null, fit: null };
    expect([...enterpriseLines(nobody, "zh"), ...fitLines(nobody, "en")]).toEqual([]);
  });
});
