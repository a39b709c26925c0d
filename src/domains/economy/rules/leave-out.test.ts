import { describe, expect, test } from "vitest";
import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { leaveOut } from "#domains/economy/rules/leave-out.ts";

const fact = (observationId: string, value: string, more: Partial<AcceptedFact> = {}): AcceptedFact => ({
  observationId,
  indicator: "税收收入",
  code: "tax",
  value,
  unit: "亿元",
  approximation: "exact",
  period: "2025",
  basis: "cumulative",
  region: "云岭高新区",
  yoyPct: null,
  growthBase: null,
  comparison: null,
  scope: "region",
  kind: "actual",
  calibre: null,
  settledness: "unknown",
  source: { kind: "rows", dataset: "台账", title: "台账", rows: [{ id: observationId, label: value }], note: null },
  ...more,
});
const left = (facts: readonly AcceptedFact[], ...excluded: string[]) =>
  leaveOut("tax", facts, new Set(excluded)).map((one) => one.observationId);

describe("剔除", () => {
  test("没有剔除的，一条不少", () => {
    expect(left([fact("a", "50.1"), fact("b", "50.1")], "z")).toEqual(["a", "b"]);
  });
  test("剔除一条，说同一个数的都不留", () => {
    expect(left([fact("a", "50.1"), fact("b", "50.1")], "a")).toEqual([]);
  });
  test("有冲突时只去掉一边", () => {
    expect(left([fact("a", "50.1"), fact("b", "58.3"), fact("c", "58.3")], "c")).toEqual(["a"]);
  });
  test("剔除修订数，初步数补上；剔除已被取代的初步数，修订数不动", () => {
    const both = [fact("a", "50.1", { settledness: "preliminary" }), fact("b", "50.9", { settledness: "revised" })];
    expect(left(both, "b")).toEqual(["a"]);
    expect(left(both, "a")).toEqual(["b"]);
  });
});
