import { describe, expect, test } from "vitest";
import { SupervisionState } from "#domains/projects/contract/supervision-operations.ts";
import { projectGrants, supervisionPolicy } from "#domains/projects/rules/project-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";

const actorAs = (role: (typeof SIGNED_IN_ROLES)[number], id = "本人"): Actor => ({
  id,
  name: role,
  zoneId: "zone",
  role,
  enterpriseId: null,
  departmentId: "建设管理局",
  permissions: new Set(
    Object.entries(projectGrants).flatMap(([name, roles]) => ((roles as readonly string[]).includes(role) ? [name] : [])),
  ),
});
const letter = (state: string, more: { issuedBy?: string; repliedBy?: string; departmentId?: string; addresseeId?: string } = {}) => ({
  state,
  issuedBy: more.issuedBy ?? null,
  repliedBy: more.repliedBy ?? null,
  addresseeId: more.addresseeId ?? null,
  departmentId: more.departmentId ?? "建设管理局",
});

/** Who may do what in which state; everything else is refused. */
const ALLOWED = [
  ["issue", "OPEN", ["leadership", "department_head"]],
  ["reply", "ISSUED", ["task_force", "department_head"]],
  ["close", "ISSUED", ["leadership", "department_head"]],
  ["close", "REPLIED", ["leadership", "department_head"]],
] as const;

describe("督办单：谁在哪个状态能办什么", () => {
  test.each(["issue", "reply", "close"] as const)("%s：名单之外一律拒绝", (what) => {
    for (const state of SupervisionState.options)
      for (const role of SIGNED_IN_ROLES) {
        const expected = ALLOWED.some(
          ([move, from, roles]) => move === what && from === state && (roles as readonly string[]).includes(role),
        );
        expect([state, role, supervisionPolicy[what](actorAs(role), letter(state)).allowed]).toEqual([state, role, expected]);
      }
  });

  test.each([
    ["department_head", {}, true],
    ["department_head", { departmentId: "行政审批局" }, false],
    ["department_head", { departmentId: "行政审批局", addresseeId: "本人" }, true],
    ["task_force", { departmentId: "行政审批局" }, true],
  ] as const)("%s 回复 %j：%s", (role, more, allowed) => {
    expect(supervisionPolicy.reply(actorAs(role), letter("ISSUED", more)).allowed).toBe(allowed);
  });

  test.each([
    ["签发人不能自己回复", "reply", letter("ISSUED", { issuedBy: "本人" }), "own-letter"],
    ["回复人不能自己办结", "close", letter("REPLIED", { issuedBy: "别人", repliedBy: "本人" }), "own-reply"],
  ] as const)("%s", (_, what, subject, because) => {
    expect(supervisionPolicy[what](actorAs("department_head"), subject)).toEqual({ allowed: false, because });
    expect(supervisionPolicy[what](actorAs("department_head", "另一人"), subject)).toEqual({ allowed: true });
  });
});
