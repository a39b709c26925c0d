import { expect, test } from "vitest";
import type { StatementItem } from "#domains/promotion/contract/statement.ts";
import { missingForDistress } from "#domains/promotion/rules/distress-ready.ts";
import { exampleStatement } from "#domains/promotion/rules/example-statement.ts";

const FULL = Object.fromEntries(
  ["revenue", "netProfit", "operatingCash", "assets", "currentAssets", "liabilities", "currentLiabilities", "equity"].map((item) => [
    item,
    "1",
  ]),
) as Record<StatementItem, string>;

test("八项齐全才评分", () => expect(missingForDistress([exampleStatement(2025, FULL)], 2025)).toEqual([]));

test.each(Object.keys(FULL) as StatementItem[])("缺%s：不评分，并说缺什么", (item) => {
  const { [item]: _, ...rest } = FULL;
  expect(missingForDistress([exampleStatement(2025, rest)], 2025)).toEqual([{ item, year: 2025 }]);
});

test("上一年齐全不能代替这一年", () => expect(missingForDistress([exampleStatement(2024, FULL)], 2025)).toHaveLength(8));
