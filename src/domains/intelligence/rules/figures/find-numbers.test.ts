import { describe, expect, it } from "vitest";
import { findNumbers } from "#domains/intelligence/rules/figures/find-numbers.ts";

const read = (text: string) => findNumbers(text, []).map(({ value, unit, kind }) => `${value} ${unit} ${kind}`);

describe("numbers with their units", () => {
  it.each([
    ["完成产值1,023.5亿元", ["1023.5 亿元 money"]],
    ["带动就业2300余人", ["2300 人 count"]],
    ["用电量6.4亿千瓦时", ["6.4 亿千瓦时 measure"]],
    ["投入三千二百万元", ["3200 万元 money"]],
    ["同比增长百分之十二点五", ["12.5 % percent"]],
    ["占全市近六成", ["60 % percent"]],
    ["新增5千户", ["5000 户 count"]],
    ["预计3—5家企业落户", ["3 家 count", "5 家 count"]],
    ["高于全市1.4个百分点", ["1.4 个百分点 points"]],
    ["现金流量净额为-3.2亿元", ["-3.2 亿元 money"]],
    ["利税十八亿六千万元", ["18.6 亿元 money"]],
    ["装机两万五千千瓦", ["25000 千瓦 measure"]],
    ["降到一点八六吨", ["1.86 吨 measure"]],
    ["从二十二个工作日缩短到九个工作日", ["22 个工作日 duration", "9 个工作日 duration"]],
    ["出口占了四成", ["40 % percent"]],
    ["依次增长4.8%、-3.6%", ["4.8 % percent", "-3.6 % percent"]],
    ["由上年的-1.15亿元转为正数", ["-1.15 亿元 money"]],
    ["出生率11.9‰", ["11.9 ‰ percent"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ["百亿级项目", "classes"],
    ["世界500强企业", "lists"],
    ["50亿级产业", "classes"],
    ["第三届大会", "ordinals"],
    ["建设“4个中心”", "slogans in quotation marks"],
    ["电话:0816-2395666", "telephone numbers"],
    ["川发〔2021〕12号", "document numbers"],
    ["5G基站", "names"],
    ["印发《稳增长二十条》", "names of documents"],
    ["引进超20亿元项目", "thresholds of classes"],
  ])("%s: %s are no figures", (text) => expect(read(text)).toEqual([]));
});
