import { describe, expect, test } from "vitest";
import { Recommendation } from "#domains/promotion/contract/diligence.ts";
import type { ContractClause, RedLineReport } from "#domains/promotion/contract/statement-red-lines.ts";
import { exampleStatement } from "#domains/promotion/rules/example-statement.ts";
import { missingForMemo } from "#domains/promotion/rules/memo.ts";
import { readRedLines } from "#domains/promotion/rules/red-lines.ts";
import { DEFAULT_RED_LINES } from "#domains/promotion/rules/red-lines-default.ts";
import { decimal } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";

const report = (liabilities: string, cash: string | null = "10"): RedLineReport =>
  readRedLines(DEFAULT_RED_LINES, {
    statements: [2023, 2024, 2025].map((year) =>
      exampleStatement(year, {
        revenue: "900",
        netProfit: "80",
        assets: "1000",
        currentAssets: "600",
        liabilities,
        currentLiabilities: "300",
        ...(cash === null ? {} : { operatingCash: cash }),
      }),
    ),
    year: 2025,
    committedYuan: decimal("100"),
    events: [],
    asOf: localDate("2026-06-30"),
  });

const sound = report("500");
const touched = report("800");
const stopped = report("860");
const unknown = report("500", null);

describe("风险评估意见能否提交", () => {
  test.each<[string, Recommendation, readonly ContractClause[], RedLineReport | null, readonly string[]]>([
    ["各项未触及", "proceed", [], sound, []],
    ["各项未触及，仍附条件", "conditional", ["milestones"], sound, []],
    ["附条件却没有条件", "conditional", [], sound, ["memo-no-condition"]],
    ["触及警示，写可以引进", "proceed", ["funds-first", "performance-bond"], touched, ["memo-not-unconditional"]],
    ["触及警示，条件写全", "conditional", ["funds-first", "performance-bond"], touched, []],
    ["触及警示，条件不全", "conditional", ["funds-first"], touched, ["memo-clause:performance-bond"]],
    ["触及止步，附条件也不行", "conditional", ["funds-first", "performance-bond"], stopped, ["memo-stop:debtRatio"]],
    ["缺数据，写可以引进", "proceed", [], unknown, ["memo-figures-missing"]],
    ["缺数据，附条件", "conditional", ["milestones"], unknown, []],
    ["没有报表，写可以引进", "proceed", [], null, ["memo-figures-missing"]],
    ["没有报表，附条件", "conditional", ["funds-first"], null, []],
  ])("%s", (_, recommendation, clauses, given, missing) => {
    expect(missingForMemo({ recommendation, clauses, report: given, denied: false })).toEqual(missing);
  });

  test.each([sound, touched, stopped, unknown, null])("不宜引进：什么时候都可以写", (given) => {
    expect(missingForMemo({ recommendation: "stop", clauses: [], report: given, denied: true })).toEqual([]);
  });

  test.each(Recommendation.options.filter((one) => one !== "stop"))("所称隶属被否认，写“%s”不能提交", (recommendation) => {
    expect(missingForMemo({ recommendation, clauses: ["milestones"], report: sound, denied: true })).toEqual(["memo-stop:parentage"]);
  });
});
