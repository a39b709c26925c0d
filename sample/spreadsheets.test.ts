import { describe, expect, test } from "vitest";
import { readFigureRow } from "#domains/economy/rules/read-figure-row.ts";
import { readSheet } from "#domains/economy/server/read-sheet.ts";
import { sampleFactsOfYear } from "./indicators.ts";
import { sampleRevision, sampleRevisionSpreadsheet, sampleSpreadsheet } from "./spreadsheets.ts";

describe("填报表格", () => {
  test.each([2024, 2025, 2026] as const)("%s: every row is taken as it was meant", async (year) => {
    const rows = await readSheet(sampleSpreadsheet(year));
    const readings = rows.map((row) => readFigureRow(row, "云岭高新区"));
    expect(readings.flatMap((reading) => (reading.ok ? [] : reading.problems.map((problem) => problem.zh)))).toEqual([]);
    const figures = readings.flatMap((reading) => (reading.ok ? [reading.figure] : []));
    expect(
      figures.map(({ code, region, period, basis, value, unit, yoyPct }) => [
        code,
        region,
        period,
        basis,
        Number(value),
        unit,
        Number(yoyPct),
      ]),
    ).toEqual(
      sampleFactsOfYear(year).map(({ code, region, period, basis, value, unit, yoyPct }) => [
        code,
        region,
        period,
        basis,
        Number(value),
        unit,
        Number(yoyPct),
      ]),
    );
  });

  test("the same seed gives the same bytes, another seed others", () => {
    expect(sampleSpreadsheet(2025).bytes).toEqual(sampleSpreadsheet(2025).bytes);
    expect(sampleSpreadsheet(2025, 1).bytes).not.toEqual(sampleSpreadsheet(2025, 2).bytes);
  });

  test("修订: two levels rise a little, their growth with them, and stay below the following period", async () => {
    const revised = sampleRevision();
    expect(revised.map(({ code, period, value, yoyPct }) => [code, period, value, yoyPct])).toEqual([
      ["tax", "2025H1", "30.1", "6.0"],
      ["service-revenue", "2025H1", "43.6", "10.4"],
    ]);
    const readings = (await readSheet(sampleRevisionSpreadsheet())).map((row) => readFigureRow(row, "云岭高新区"));
    expect(readings.map((reading) => reading.ok && reading.figure.settledness)).toEqual(["revised", "revised"]);
  });
});
