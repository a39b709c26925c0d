import { expect, test } from "vitest";
import { printCoverage } from "#domains/chain/server/print-coverage.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const day = "2026-06-30" as LocalDate;
const coverage = {
  covered: 44,
  total: 59,
  pct: "74.6",
  asOf: day,
  version: { id: "0199c000-0000-7000-8000-000000000001", number: 2, name: "2026 年版", nameEn: "2026", effectiveFrom: day },
  rows: [
    {
      code: "IT",
      name: { zh: "信息技术", en: "Information technology" },
      level: "industry" as const,
      parent: null,
      covered: 12,
      total: 16,
      pct: "75.0",
    },
    {
      code: "IT-IC",
      name: { zh: "集成电路", en: "Integrated circuits" },
      level: "field" as const,
      parent: "IT",
      covered: 0,
      total: 0,
      pct: null,
    },
  ],
};

test("覆盖率一行在前，再逐个产业和领域；没有方向的不写百分比", () => {
  expect(printCoverage(coverage, "zh").split("\n")).toEqual([
    "产业方向覆盖率: 44/59 = 74.6%  (2026 年版, 2026-06-30)",
    "主导产业 信息技术: 12/16 = 75.0%",
    "  细分领域 集成电路: 0/0",
  ]);
  expect(printCoverage(coverage, "en")).toContain("Coverage of the directions: 44/59 = 74.6%");
});
