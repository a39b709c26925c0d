import { describe, expect, test } from "vitest";
import { DEFAULT_LEAD_RULES } from "#domains/promotion/rules/default-lead-rules.ts";
import { disputes, isToBeRecycled, mayPick, type PickCase, protectedUntil, type TouchCase } from "#domains/promotion/rules/lead-pool.ts";
import { addDays, localDate } from "#kernel/local-date.ts";

const { pool } = DEFAULT_LEAD_RULES;
const today = localDate("2026-06-30");
const free: PickCase = { status: "ACTIVE", ownerId: null, previousOwnerId: null, previousUntil: null };
const picker = { id: "甲", pickedToday: 0, held: 0 };

describe("领取", () => {
  test.each([
    ["池中的可以领", free, picker, undefined],
    ["别人名下的不行", { ...free, ownerId: "乙" }, picker, "owned"],
    ["自己名下的不用再领", { ...free, ownerId: "甲" }, picker, "own-already"],
    ["搁置的不行", { ...free, status: "PARKED" as const }, picker, "wrong-status:PARKED"],
    ["今天领到第四条还可以", free, { ...picker, pickedToday: 4 }, undefined],
    ["今天领满五条就不行", free, { ...picker, pickedToday: 5 }, "picked-enough:5"],
    ["名下五十九条还可以", free, { ...picker, held: 59 }, undefined],
    ["名下满六十条就不行", free, { ...picker, held: 60 }, "holds-enough:60"],
    ["退回第十四天还在冷却", { ...free, previousOwnerId: "甲", previousUntil: addDays(today, -14) }, picker, "cooling:2026-07-01"],
    ["退回第十五天可以再领", { ...free, previousOwnerId: "甲", previousUntil: addDays(today, -15) }, picker, undefined],
    ["别人退回的不受冷却", { ...free, previousOwnerId: "乙", previousUntil: today }, picker, undefined],
  ] as const)("%s", (_, lead, who, because) => {
    const decision = mayPick(lead, who, pool, today);
    expect(decision.allowed ? undefined : decision.because).toBe(because);
  });
});

describe("回收", () => {
  const held: TouchCase = {
    stage: "CONTACTED",
    status: "ACTIVE",
    ownerId: "甲",
    ownedSince: addDays(today, -40),
    touchedOn: addDays(today, -20),
  };
  test.each([
    ["第十九天不收", { ...held, touchedOn: addDays(today, -19) }, false],
    ["第二十天收", held, true],
    ["从没对接的自承办起算", { ...held, touchedOn: null, ownedSince: addDays(today, -20) }, true],
    ["承办之前的对接不算", { ...held, touchedOn: addDays(today, -40), ownedSince: addDays(today, -3) }, false],
    ["在谈的不收，由搁置管", { ...held, stage: "NEGOTIATING" as const }, false],
    ["搁置的不收", { ...held, status: "PARKED" as const }, false],
    ["池里的不收", { ...held, ownerId: null, ownedSince: null }, false],
  ] as const)("%s", (_, lead, expected) => expect(isToBeRecycled(lead, pool, today)).toBe(expected));
});

describe("首谈报备", () => {
  const first = {
    talkedOn: localDate("2026-04-01"),
    protectedUntil: protectedUntil(localDate("2026-04-01"), pool),
    departmentId: "招商一部",
    by: "甲",
  };
  test.each([
    ["保护期内别的部门：待裁定", { id: "乙", departmentId: "招商二部" }, "2026-06-30", true],
    ["保护期过了：不再争", { id: "乙", departmentId: "招商二部" }, "2026-07-01", false],
    ["同部门的同事：不争", { id: "丙", departmentId: "招商一部" }, "2026-05-01", false],
    ["本人：不争", { id: "甲", departmentId: "招商三部" }, "2026-05-01", false],
  ] as const)("%s", (_, who, on, expected) => {
    expect(first.protectedUntil).toBe("2026-06-30");
    expect(disputes(first, who, localDate(on))).toBe(expected);
  });
});
