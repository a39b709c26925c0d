import { describe, expect, test } from "vitest";
import { approvalGrants } from "#domains/approvals/rules/approval-policy.ts";
import { creditPolicy, definitionPolicy, matterPolicy } from "#domains/approvals/rules/matter-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { type Role, SIGNED_IN_ROLES } from "#kernel/role.ts";

const actor = (role: Role, given: Partial<Actor> = {}): Actor => ({
  id: `the-${role}`,
  name: role,
  zoneId: "z",
  role,
  permissions: new Set(
    Object.entries(approvalGrants).flatMap(([permission, roles]) => ((roles as readonly string[]).includes(role) ? [permission] : [])),
  ),
  enterpriseId: null,
  departmentId: "own",
  ...given,
});
const WHOSE = ["own", "other", null] as const;
/** The local administrator: no department, every permission. */
const local = actor("system_administrator", {
  departmentId: null,
  permissions: new Set(["approvals.set-matters", "approvals.decide"]),
});

describe("事项由办理部门的负责人修订，信用由认定不实的部门修复", () => {
  test.each(SIGNED_IN_ROLES)("%s", (role) => {
    const may = (decide: (departmentId: string | null) => boolean) => WHOSE.filter(decide);
    expect(may((departmentId) => matterPolicy.set(actor(role), { departmentId }).allowed)).toEqual(
      role === "department_head" ? ["own", null] : [],
    );
    expect(may((departmentId) => creditPolicy.repair(actor(role), { departmentId }).allowed)).toEqual(
      role === "department_head" ? ["own", null] : role === "leadership" ? [...WHOSE] : [],
    );
  });

  test.each([
    [[], true],
    [["own", "other"], true],
    [["other"], false],
    [["other", null], true],
  ] as const)("一件事由其中一个办理部门的负责人修订：%j → %s", (departmentIds, allowed) => {
    expect(definitionPolicy.set(actor("department_head"), { departmentIds }).allowed).toBe(allowed);
  });

  test("本机管理员不属于任何部门", () => {
    expect(matterPolicy.set(local, { departmentId: "other" }).allowed).toBe(true);
    expect(creditPolicy.repair(local, { departmentId: "other" }).allowed).toBe(true);
  });

  test("拒绝时说明由谁来办", () => {
    expect(matterPolicy.set(actor("department_head"), { departmentId: "other" })).toEqual({
      allowed: false,
      because: "other-departments-matter",
    });
    expect(creditPolicy.repair(actor("department_head"), { departmentId: "other" })).toEqual({
      allowed: false,
      because: "other-departments-finding",
    });
  });
});
