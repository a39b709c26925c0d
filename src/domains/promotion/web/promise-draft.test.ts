import { describe, expect, test } from "vitest";
import { EMPTY_PROMISES, type PromiseFields, promisesFrom, wrongField } from "#domains/promotion/web/promise-draft.ts";

const typed = (given: Partial<PromiseFields>): PromiseFields => ({ ...EMPTY_PROMISES, promisedOn: "2026-06-30", ...given });

describe("承诺的填写", () => {
  test("金额按万元填，空着的不送", () => {
    expect(
      promisesFrom(
        typed({
          years: [
            { year: "2026", amount: "30,000" },
            { year: "2027", amount: "" },
          ],
          tax: "4500",
          fullYear: "2028",
          jobs: "320",
          land: "60.5",
          startOn: "2026-09-01",
        }),
      ),
    ).toEqual({
      promisedOn: "2026-06-30",
      investment: [{ year: 2026, yuan: "300000000" }],
      startOn: "2026-09-01",
      fullYear: 2028,
      taxYuan: "45000000",
      jobs: 320,
      landMu: "60.5",
      reason: "",
    });
  });

  test.each([
    [{ years: [{ year: "2026", amount: "三亿" }] }, "investment"],
    [{ years: [{ year: "26", amount: "3" }] }, "investment"],
    [{ fullYear: "明年" }, "fullYear"],
    [{ output: "-1" }, "output"],
    [{ tax: "1e3" }, "tax"],
    [{ jobs: "1.5" }, "jobs"],
    [{ land: "约60" }, "land"],
    [{ jobs: "0", land: "0" }, undefined],
  ] as const)("%j：%s", (given, field) => expect(wrongField(typed(given as Partial<PromiseFields>))).toBe(field));
});
