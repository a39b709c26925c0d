import { describe, expect, test } from "vitest";
import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import { PackageRow } from "#domains/approvals/contract/package-operations.ts";
import {
  type ChildCase,
  childrenToOpen,
  childStateOf,
  compensationsFor,
  countChildren,
  type PackageCourse,
  type PackageMove,
  packageMoves,
  readChildren,
} from "#domains/approvals/rules/package-course.ts";
import { checkMove } from "#kernel/lifecycle.ts";

const child = (matterCode: string, after: readonly string[] = []) => ({
  matterCode,
  after: [...after],
  fields: {},
  materials: {},
  compensation: { zh: `${matterCode}未办成`, en: `${matterCode} failed` },
});
/** Renaming: the licence first, the seals after it, the bank account after both. */
const rename = [child("licence"), child("seals", ["licence"]), child("account", ["licence", "seals"])];
const ended = (matterCode: string, decision: CaseDecision): ChildCase => ({ matterCode, state: "DECIDED", decision });
const open = (matterCode: string, state: CaseState = "REVIEWING"): ChildCase => ({ matterCode, state, decision: null });

const course = (given: Partial<PackageCourse> = {}): PackageCourse => ({
  state: "RUNNING",
  formMissing: [],
  materialsMissing: [],
  running: 0,
  failed: 0,
  granted: 0,
  ahead: 0,
  openCompensations: 0,
  ...given,
});

describe("一件事的状态", () => {
  const allowed: Readonly<Record<string, PackageCourse>> = {
    "submit:DRAFT": course({ state: "DRAFT" }),
    "withdraw:DRAFT": course({ state: "DRAFT" }),
    "finish:RUNNING": course(),
    "fail:RUNNING": course({ failed: 1 }),
    "settle:COMPENSATING": course({ state: "COMPENSATING", failed: 1, granted: 1 }),
    "giveUp:COMPENSATING": course({ state: "COMPENSATING", failed: 1 }),
  };
  const moves = Object.keys(packageMoves) as PackageMove[];
  test.each(moves.flatMap((move) => PackageRow.shape.state.options.map((state) => [move, state] as const)))("%s 自 %s", (move, state) => {
    const subject = allowed[`${move}:${state}`] ?? course({ state, failed: move === "fail" || move === "settle" ? 1 : 0 });
    expect(checkMove(packageMoves[move], subject).allowed).toBe(allowed[`${move}:${state}`] !== undefined);
  });

  test.each([
    ["表单未填不能提交", "submit", course({ state: "DRAFT", formMissing: ["新名称"] }), "missing-answer:新名称"],
    ["共用材料未交不能提交", "submit", course({ state: "DRAFT", materialsMissing: ["决议"] }), "missing-material:决议"],
    ["还有在办的不能办结", "finish", course({ running: 1 }), "package.children-open"],
    ["还有待启动的不能办结", "finish", course({ ahead: 1 }), "package.children-open"],
    ["有未办成的不能直接办结", "finish", course({ failed: 1 }), "package.child-failed"],
    ["没有未办成的不进入补偿", "fail", course(), "package.none-failed"],
    ["补偿未完不能办结", "settle", course({ state: "COMPENSATING", failed: 1, openCompensations: 1 }), "package.compensation-open"],
    ["一件也没有办成的不是办结", "settle", course({ state: "COMPENSATING", failed: 1 }), "package.nothing-granted"],
    ["有办成的不是未办成", "giveUp", course({ state: "COMPENSATING", failed: 1, granted: 1 }), "package.something-granted"],
    ["补偿完了但还有在办的不能办结", "settle", course({ state: "COMPENSATING", failed: 1, running: 1 }), "package.children-open"],
  ] as const)("%s", (_, move, subject, because) => {
    expect(checkMove(packageMoves[move], subject)).toEqual({ allowed: false, because });
  });
});

test.each([
  ["没有办件", undefined, "waiting"],
  ["草稿", open("x", "DRAFT"), "running"],
  ["审查中", open("x"), "running"],
  ["中止计时", open("x", "SUSPENDED"), "running"],
  ["准予", ended("x", "granted"), "granted"],
  ["准予并送达", { ...ended("x", "granted"), state: "DELIVERED" }, "granted"],
  ["不予", ended("x", "refused"), "failed"],
  ["不予并送达", { ...ended("x", "refused"), state: "DELIVERED" }, "failed"],
  ["撤回", open("x", "WITHDRAWN"), "failed"],
  ["终止", open("x", "TERMINATED"), "failed"],
  ["准予后因容缺未补而终止", { ...ended("x", "granted"), state: "TERMINATED" }, "failed"],
] as const)("子事项状态：%s", (_, found, state) => {
  expect(childStateOf(found)).toBe(state);
});

describe("子事项的启动次序", () => {
  test.each([
    ["一开始只有不等别人的", [], ["licence"]],
    ["执照在办，后面的等着", [open("licence")], []],
    ["执照办成，轮到印章", [ended("licence", "granted")], ["seals"]],
    ["印章也办成，轮到账户", [ended("licence", "granted"), ended("seals", "granted")], ["account"]],
    ["执照不予，后面的都不启动", [ended("licence", "refused")], []],
    ["印章不予，账户不启动", [ended("licence", "granted"), ended("seals", "refused")], []],
    ["已经启动的不再启动", [ended("licence", "granted"), open("seals")], []],
  ] as const)("%s", (_, cases, codes) => {
    expect(childrenToOpen(rename, cases)).toEqual(codes);
  });

  test("前面办不成，等着它的就够不着了，不再算作待办", () => {
    const cases = [ended("licence", "refused")];
    expect(readChildren(rename, cases).map(({ reachable }) => reachable)).toEqual([false, false, false]);
    expect(countChildren(rename, cases)).toEqual({ running: 0, granted: 0, failed: 1, ahead: 0 });
  });
});

describe("补偿", () => {
  test("账户未办成：执照和印章各有一项补偿，什么也不退回", () => {
    const cases = [ended("licence", "granted"), ended("seals", "granted"), ended("account", "refused")];
    expect(compensationsFor(rename, cases, "account").map(({ matterCode, failed }) => [failed, matterCode])).toEqual([
      ["account", "licence"],
      ["account", "seals"],
    ]);
  });
  test("第一个就未办成：没有要补偿的", () => {
    expect(compensationsFor(rename, [ended("licence", "refused")], "licence")).toEqual([]);
  });
  test("还在办的也要处理", () => {
    const parallel = [child("a"), child("b")];
    expect(compensationsFor(parallel, [ended("a", "refused"), open("b")], "a").map(({ matterCode }) => matterCode)).toEqual(["b"]);
  });
});
