import { describe, expect, test } from "vitest";
import { exampleProject } from "#domains/projects/rules/example-project.ts";
import { projectNameKey } from "#domains/projects/rules/project-name.ts";
import { contradictionsOf, findNamed, type Named, type NamedCandidate } from "#domains/projects/rules/register-conflicts.ts";
import { localDate } from "#kernel/local-date.ts";

const named = (given: Partial<Named>): Named => ({
  name: "碳化硅外延片项目",
  company: null,
  investmentYuan: null,
  stage: null,
  quote: "",
  ...given,
});
const candidate = (id: string, name: string, enterprise: string): NamedCandidate => ({ id, nameKey: projectNameKey(name), enterprise });

describe("文档里的项目是台账里的哪一个", () => {
  const register = [
    candidate("a", "碳化硅外延片项目", "云岭芯曜微电子有限公司"),
    candidate("b", "重组蛋白药物产业化", "云岭博澜生物科技股份有限公司"),
    candidate("c", "高端液压件", "江屿重工集团有限公司"),
    candidate("d", "人才公寓", "甲置业有限公司"),
    candidate("e", "人才公寓", "乙置业有限公司"),
    candidate("g", "汇科协作机器人扩能项目（203号）", "岚州青拓智能装备有限公司"),
    candidate("h", "云帆协作机器人扩能项目（357号）", "岚州汇科智能装备有限公司"),
    candidate("f", "芯澜高压功率模块封测产线项目（3号）", "岚州恒启微电子有限公司"),
  ];
  test.each([
    [{ name: "“碳化硅外延片”项目" }, "a", "名称相同"],
    [{ name: "碳化硅外延片项目", company: "芯曜微电子" }, "a", "名称相同，简称对得上"],
    [{ name: "碳化硅外延片项目", company: "澜测仪器" }, undefined, "名称相同，企业不同"],
    [{ name: "博澜生物重组蛋白药物产业化项目", company: "博澜生物" }, "b", "名称里带企业简称"],
    [{ name: "江屿重工高端液压件二期项目", company: "江屿重工" }, "c", "同一企业、名称相含"],
    [{ name: "江屿重工高端液压件二期项目" }, undefined, "没有企业，只是名称相含"],
    [{ name: "人才公寓项目" }, undefined, "两个都像"],
    [{ name: "人才公寓项目", company: "乙置业有限公司" }, "e", "由企业分清"],
    [{ name: "芯澜高压功率模块封测产线项目", company: "芯澜" }, "f", "简称只是从名称里读出来的"],
    [{ name: "高压功率模块封测产线项目", company: "澜测仪器" }, undefined, "另有企业，名称只是相含"],
    [{ name: "汇科协作机器人扩能项目", company: "汇科" }, "g", "全名相含的在先，同企业的别的项目在后"],
    [{ name: "氢能阀门项目", company: "博澜生物" }, undefined, "同一企业的别的项目"],
  ] as const)("%j → %s（%s）", (given, id, _why) => {
    expect(findNamed(named(given), register)?.id).toBe(id);
  });
});

describe("说法与台账", () => {
  const day = localDate("2026-06-05");
  const waiting = exampleProject("p", { total: "1200000000" });
  const building = exampleProject("p", {
    total: "1200000000",
    steps: [["startConstruction", "BUILDING", "2026-03-02"]],
    actuals: [["start", "2026-03-02"]],
  });
  const producing = exampleProject("p", {
    steps: [
      ["startConstruction", "BUILDING", "2025-06-01"],
      ["completeWorks", "COMPLETED", "2026-03-01"],
      ["startProduction", "PRODUCING", "2026-05-01"],
    ],
    actuals: [
      ["start", "2025-06-01"],
      ["complete", "2026-03-01"],
      ["produce", "2026-05-01"],
    ],
  });
  const halted = exampleProject("p", {
    steps: [
      ["startConstruction", "BUILDING", "2026-03-02"],
      ["suspend", "SUSPENDED", "2026-04-01"],
    ],
    actuals: [["start", "2026-03-02"]],
  });

  test.each([
    ["1200000000", "总投资12亿元", []],
    ["1240000000", "总投资12.4亿元", ["1240000000"]],
    ["1000000000", "总投资10亿元", ["1000000000"]],
    ["1000000000", "总投资超10亿元", ["1000000000"]],
    ["1100000000", "总投资超11亿元", []],
    ["1150000000", "总投资11.5亿元", ["1150000000"]],
  ])("总投资12亿元，文档 %s（%s）：%j", (investmentYuan, quote, said) => {
    expect(contradictionsOf(named({ investmentYuan, quote }), waiting, day).map((one) => one.said)).toEqual(said);
  });

  const stages = ["签约", "落户", "拟建", "启动", "开工", "在建", "扩建", "竣工", "投产"] as const;
  test.each([
    ["签约阶段", waiting, ["开工", "在建", "竣工", "投产"]],
    ["在建", building, ["拟建", "竣工", "投产"]],
    ["投产", producing, ["拟建", "在建"]],
    ["停建", halted, ["开工", "在建", "竣工", "投产"]],
  ] as const)("台账%s：只与 %j 冲突", (_, project, expected) => {
    const contradicting = stages.filter((stage) => contradictionsOf(named({ stage }), project, day).length > 0);
    expect(contradicting).toEqual(expected);
  });

  test("文章写的是那一天：后来才竣工的，当时说竣工是不一致，当时说在建不是", () => {
    expect(contradictionsOf(named({ stage: "在建" }), producing, localDate("2026-02-01"))).toEqual([]);
    expect(contradictionsOf(named({ stage: "竣工" }), producing, localDate("2026-02-01"))).toEqual([
      { field: "completed-on", said: "2026-02-01", registered: "2026-03-01" },
    ]);
  });

  test("写明日期的：相差一个月以内当作仪式，再多就是不一致", () => {
    const opening = (quote: string) => contradictionsOf(named({ stage: "开工", quote }), building, day);
    expect(opening("3月20日，碳化硅外延片项目开工")).toEqual([]);
    expect(opening("5月6日，碳化硅外延片项目开工")).toEqual([{ field: "started-on", said: "2026-05-06", registered: "2026-03-02" }]);
    expect(opening("11月6日，碳化硅外延片项目开工")).toEqual([{ field: "started-on", said: "2025-11-06", registered: "2026-03-02" }]);
  });

  test("签约之前的文章说它开工：台账里那时还没有", () => {
    expect(contradictionsOf(named({ stage: "开工" }), waiting, localDate("2024-01-01"))).toEqual([
      { field: "stage", said: "开工", registered: "NONE" },
    ]);
  });
});
