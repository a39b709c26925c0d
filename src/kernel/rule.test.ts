import { expect, test } from "vitest";
import { decimal } from "#kernel/decimal.ts";
import { Ladder, readLadder, worstOf } from "#kernel/ladder.ts";
import { localDate } from "#kernel/local-date.ts";
import { ruleInForce } from "#kernel/rule.ts";

const d = localDate;
const version = (number: number, from: string, to: string | null = null) => ({
  rule: "高企认定",
  version: number,
  effectiveFrom: d(from),
  effectiveTo: to === null ? null : d(to),
  source: "国科发火〔2016〕32号",
});

test.each([
  ["2015-12-31", "rule.none-in-force"],
  ["2016-01-01", 1],
  ["2026-03-31", 1],
  ["2026-04-01", 2],
  ["2026-05-01", 3],
])("%s 生效的版本：%s", (asOf, expected) => {
  const versions = [version(2, "2026-04-01"), version(1, "2016-01-01", "2026-03-31"), version(3, "2026-05-01")];
  const found = ruleInForce(versions, d(asOf));
  expect(found.ok ? found.value.version : found.because).toBe(expected);
});

test("同日生效的两个版本取编号大的；没有版本时说明哪天没有", () => {
  expect(ruleInForce([version(4, "2026-01-01"), version(5, "2026-01-01")], d("2026-06-30"))).toMatchObject({ value: { version: 5 } });
  expect(ruleInForce([], d("2026-06-30"))).toEqual({ ok: false, because: "rule.none-in-force", params: { rule: null, day: "2026-06-30" } });
});

const gap = Ladder.parse({
  steps: [
    { band: "green", upTo: "0", including: true },
    { band: "blue", upTo: "10" },
    { band: "yellow", upTo: "30", including: true },
    { band: "red", upTo: null },
  ],
  source: "手册§4",
});

test.each([
  ["-5", "green"],
  ["0", "green"],
  ["0.01", "blue"],
  ["9.99", "blue"],
  ["10", "yellow"],
  ["30", "yellow"],
  ["30.0001", "red"],
])("手册§4四色：进度差%s个百分点为%s", (value, band) => {
  expect(readLadder(gap, decimal(value)).band).toBe(band);
});

test("一档说出它的两端；最差的一项决定颜色并保留原因", () => {
  const progress = readLadder(gap, decimal("12"));
  expect(progress).toEqual({ band: "yellow", value: "12", from: "10", fromIncluded: true, upTo: "30", upToIncluded: true });
  const milestone = { band: "blue", because: "里程碑逾期9天" };
  expect(worstOf(["green", "blue", "yellow", "red"], [milestone, { ...progress, because: "进度差12个百分点" }])).toMatchObject({
    band: "yellow",
    because: "进度差12个百分点",
  });
  expect(worstOf(["green"], [])).toBeUndefined();
});

test.each([
  [[{ band: "a", upTo: "1" }]],
  [
    [
      { band: "a", upTo: null },
      { band: "b", upTo: null },
    ],
  ],
  [
    [
      { band: "a", upTo: "10" },
      { band: "b", upTo: "5" },
      { band: "c", upTo: null },
    ],
  ],
])("不是由低到高的分级被拒绝（%#）", (steps) => {
  expect(Ladder.safeParse({ steps, source: "x" }).success).toBe(false);
});
