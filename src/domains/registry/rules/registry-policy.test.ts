import { describe, expect, test } from "vitest";
import {
  bookPolicy,
  correctionPolicy,
  duplicatePolicy,
  enterprisePolicy,
  importPolicy,
  mergePolicy,
  registryGrants,
  tiePolicy,
} from "#domains/registry/rules/registry-policy.ts";
import { type Actor, holds } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, Role } from "#kernel/role.ts";

const actor = (role: Role, enterpriseId: string | null = null): Actor => ({
  id: `${role}-1`,
  name: role,
  zoneId: "z",
  role,
  permissions: new Set(
    Object.entries(registryGrants).flatMap(([permission, roles]) => ((roles as readonly Role[]).includes(role) ? [permission] : [])),
  ),
  enterpriseId,
  departmentId: null,
});

test("谁可以导入、合并、登记名册或更正，就看得到企业库", () => {
  for (const permission of ["registry.import", "registry.merge", "registry.edit-book", "registry.correct", "registry.export"] as const)
    for (const role of registryGrants[permission]) expect(registryGrants["registry.read"], `${role} ${permission}`).toContain(role);
});
const allowed = (decide: (actor: Actor) => { allowed: boolean }): readonly Role[] =>
  Role.options.filter((role) => decide(actor(role, "e")).allowed);

describe("企业库：谁可以做什么，名单之外一律不行", () => {
  test.each<[string, (one: Actor) => { allowed: boolean }, readonly Role[]]>([
    ["更正", (one) => enterprisePolicy.correct(one, { mergedInto: null }), ["promotion", "statistics", "department_head"]],
    ["更正已并入的", (one) => enterprisePolicy.correct(one, { mergedInto: "x" }), []],
    ["列入名册", (one) => enterprisePolicy.enterBook(one, { mergedInto: null }), ["promotion", "liaison", "department_head"]],
    ["结束已结束的名册条目", (one) => bookPolicy.end(one, { to: "2026-01-01" }), []],
    ["撤销园区的关联", (one) => tiePolicy.remove(one, { ofZone: true }), ["promotion", "liaison", "department_head"]],
    ["撤销公开的关联", (one) => tiePolicy.remove(one, { ofZone: false }), []],
    ["合并", (one) => duplicatePolicy.merge(one, { state: "OPEN" }), ["department_head"]],
    ["合并已有结论的", (one) => duplicatePolicy.merge(one, { state: "DISMISSED" }), []],
    ["撤销合并", (one) => mergePolicy.undo(one, { undone: false }), ["department_head"]],
    ["再撤销一次", (one) => mergePolicy.undo(one, { undone: true }), []],
    [
      "答复更正",
      (one) => correctionPolicy.answer(one, { state: "ASKED", enterpriseId: "e" }),
      ["promotion", "statistics", "department_head"],
    ],
    ["答复已答复的", (one) => correctionPolicy.answer(one, { state: "ACCEPTED", enterpriseId: "e" }), []],
    ["撤回本企业的申请", (one) => correctionPolicy.withdraw(one, { state: "ASKED", enterpriseId: "e" }), ["enterprise"]],
    ["撤回别家企业的申请", (one) => correctionPolicy.withdraw(one, { state: "ASKED", enterpriseId: "f" }), []],
    ["执行导入", (one) => importPolicy.run(one, { state: "CHECKED" }), ["promotion", "department_head"]],
    ["执行正在进行的导入", (one) => importPolicy.run(one, { state: "RUNNING" }), []],
    ["打开企业库", (one) => holds(one, "registry.read"), COMMITTEE_ROLES],
  ])("%s", (_, decide, roles) => expect([...allowed(decide)].sort()).toEqual([...roles].sort()));
});
