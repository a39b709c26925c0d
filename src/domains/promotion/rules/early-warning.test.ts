import { describe, expect, test } from "vitest";
import { RelocationSign } from "#domains/promotion/contract/distress-warning.ts";
import { type ResidentWatch, readEarlyWarnings } from "#domains/promotion/rules/early-warning.ts";
import { DEFAULT_EARLY_WARNING } from "#domains/promotion/rules/early-warning-default.ts";
import { decimal } from "#kernel/decimal.ts";
import { addDays, localDate } from "#kernel/local-date.ts";

const TODAY = localDate("2026-06-30");
const QUIET: ResidentWatch = { permits: [], distress: null, signs: [] };
const read = (given: Partial<ResidentWatch>) => readEarlyWarnings(DEFAULT_EARLY_WARNING, { ...QUIET, ...given }, TODAY);

test("没有迹象就没有预警", () => expect(read({})).toEqual([]));

describe("许可到期", () => {
  const level = (days: number, asked: string | null = null) =>
    read({
      permits: [{ name: "排污许可证", expiresOn: addDays(TODAY, days), renewalAskedOn: asked === null ? null : localDate(asked) }],
    })[0]?.level;
  test.each([
    [-1, "urgent"],
    [0, "warning"],
    [30, "warning"],
    [31, "attention"],
    [90, "attention"],
    [91, undefined],
  ])("还有 %i 天：%s", (days, expected) => expect(level(days)).toBe(expected));

  test("已申请延续的只需关注，到期后才申请的不算", () => {
    expect(level(10, "2026-06-01")).toBe("attention");
    expect(level(-1, "2026-06-01")).toBe("attention");
    expect(level(-10, "2026-06-25")).toBe("urgent");
    expect(level(10, "2026-07-01")).toBe("warning");
  });
});

describe("经营困境", () => {
  test.each([
    ["79.99", undefined],
    ["80", "attention"],
    ["89.99", "attention"],
    ["90", "warning"],
    ["97", "urgent"],
  ])("高于 %s%% 的可比企业：%s", (percentile, expected) => {
    const [warning] = read({ distress: { percentile: decimal(percentile), year: 2025, drivers: [{ zh: "亏损", en: "loss" }] } });
    expect(warning?.level).toBe(expected);
    if (expected !== undefined) expect(warning?.reasons).toHaveLength(2);
  });
});

describe("外迁迹象", () => {
  const sign = (kind: RelocationSign, days = -1) => ({ kind, on: addDays(TODAY, days), subject: "记录" });
  const level = (...signs: ReturnType<typeof sign>[]) => read({ signs })[0]?.level;
  test.each([
    [["tax-falling"], "attention"],
    [["tax-falling", "power-falling"], "warning"],
    [["lease-ending"], "warning"],
    [["land-elsewhere"], "warning"],
    [["land-elsewhere", "jobs-falling"], "urgent"],
    [["registered-elsewhere"], "urgent"],
  ] as const)("%j：%s", (kinds, expected) => expect(level(...kinds.map((kind) => sign(kind)))).toBe(expected));

  test("一年之外的、以后的和重复的不加重", () => {
    expect(level(sign("tax-falling", -365))).toBeUndefined();
    expect(level(sign("tax-falling", -364))).toBe("attention");
    expect(level(sign("tax-falling", 1))).toBeUndefined();
    expect(level(sign("tax-falling", -1), sign("tax-falling", -2), sign("tax-falling", -3))).toBe("attention");
  });

  test("每种迹象都有帮得上的办法", () => {
    const [warning] = read({ signs: RelocationSign.options.map((kind) => sign(kind)) });
    expect(warning?.helps).toHaveLength(RelocationSign.options.length);
    expect(warning?.reasons).toHaveLength(RelocationSign.options.length);
  });
});

test("最紧急的排在前面", () => {
  const found = read({
    permits: [{ name: "许可", expiresOn: addDays(TODAY, 60), renewalAskedOn: null }],
    distress: { percentile: decimal("99"), year: 2025, drivers: [] },
    signs: [{ kind: "lease-ending", on: TODAY, subject: "厂房" }],
  });
  expect(found.map(({ kind, level }) => [kind, level])).toEqual([
    ["distress", "urgent"],
    ["relocation", "warning"],
    ["permit", "attention"],
  ]);
});
