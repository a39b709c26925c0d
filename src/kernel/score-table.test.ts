import fc from "fast-check";
import { expect, test } from "vitest";
import type { InputFields, Inputs } from "#kernel/rule-input.ts";
import { prepareInputs } from "#kernel/rule-input.ts";
import { compileScore, explainScore, highestScore, inputsOfScore, pointsAsDecimal, ScoreTable } from "#kernel/score-table.ts";

const label = (zh: string) => ({ zh, en: zh });
const fields: InputFields = {
  fit: { kind: "number", label: label("链条契合") },
  growth: { kind: "number", label: label("成长性") },
  dishonest: { kind: "boolean", label: label("失信") },
};

/** Target score, after handbook §3: chain fit 30, growth 20; a dishonest debtor is vetoed. */
const table = ScoreTable.parse({
  items: [
    {
      name: "fit",
      label: label("链条契合"),
      bands: [
        { points: "30", when: { input: "fit", is: "≥", value: "0.8" } },
        { points: "15.5", when: { input: "fit", is: "≥", value: "0.5" } },
      ],
    },
    {
      name: "growth",
      label: label("成长性"),
      bands: [
        { points: "20", when: { input: "growth", is: "≥", value: "20" } },
        { points: "10", when: { input: "growth", is: ">", value: "0" } },
      ],
    },
  ],
  most: "45",
  veto: { input: "dishonest", is: "=", value: true },
  source: "手册§3",
});

test.each<[Inputs, string | null, readonly string[]]>([
  [{ fit: "0.9", growth: "5", dishonest: false }, "40", []],
  [{ fit: "0.9", growth: "25", dishonest: false }, "45", []],
  [{ fit: "0.6", growth: "-1", dishonest: false }, "15.5", []],
  [{ fit: "0.9", growth: "25", dishonest: true }, "0", []],
  [{ dishonest: true }, "0", []],
  [{ fit: "0.9", dishonest: false }, null, ["growth"]],
  [{ fit: "0.9", growth: "5" }, null, ["dishonest"]],
])("%j 得 %s 分，缺 %j", (inputs, total, missing) => {
  expect(explainScore(table, fields, inputs)).toMatchObject({ total, missing });
});

test("每一档都有说明，落空的也在内；已有把握的分先给出", () => {
  const scored = explainScore(table, fields, { fit: "0.6", dishonest: false });
  expect(scored.known).toBe("15.5");
  expect(scored.items[0]?.bands.map(({ taken, explained }) => [taken, explained.verdict])).toEqual([
    [false, "no"],
    [true, "yes"],
  ]);
  expect(scored.items[1]).toMatchObject({ points: null, missing: ["growth"] });
  expect(inputsOfScore(table)).toEqual(["fit", "growth", "dishonest"]);
  expect(highestScore(table)).toBe("45");
});

const anyInputs = fc.record({
  fit: fc.constantFrom("0.4", "0.5", "0.8", null),
  growth: fc.constantFrom("-1", "0", "0.000001", "20", null),
  dishonest: fc.constantFrom(true, false, null),
});

test("batch and explanation give the same total", () => {
  const score = compileScore(table, fields);
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const row = prepareInputs(fields, inputs);
      if (!row.ok) throw new Error(row.because);
      const scaled = score(row.value);
      expect(scaled === undefined ? null : pointsAsDecimal(scaled)).toBe(explainScore(table, fields, inputs).total);
    }),
  );
});
