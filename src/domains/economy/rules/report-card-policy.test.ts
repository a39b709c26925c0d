import { describe, expect, test } from "vitest";
import { ReportCardState } from "#domains/economy/contract/report-card.ts";
import type { ReportCardCase } from "#domains/economy/rules/report-card-lifecycle.ts";
import { economyGrants, reportCardPolicy } from "#domains/economy/rules/report-card-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, Role } from "#kernel/role.ts";

const permissionsOf = (role: Role): ReadonlySet<string> =>
  new Set(Object.entries(economyGrants).flatMap(([permission, roles]) => ((roles as readonly Role[]).includes(role) ? [permission] : [])));

const actor = (role: Role, id = "somebody"): Actor => ({
  id,
  name: id,
  zoneId: "00000000-0000-4000-8000-000000000001",
  role,
  permissions: permissionsOf(role),
  enterpriseId: null,
  departmentId: null,
});

const card = (state: ReportCardState, edition = 1): ReportCardCase => ({
  state,
  edition,
  figures: 6,
  conflicts: 0,
  openChecks: [],
  signer: { name: "周衡", department: "改革发展局" },
  draftedBy: "drafter",
  editors: ["editor"],
  checkedBy: "checker",
  stale: false,
  comment: "已核对",
});

type Ability = keyof typeof reportCardPolicy;
const abilities = Object.keys(reportCardPolicy) as Ability[];
/** What each role may do at all, and in which states the deed is possible; everything else is expected refused. */
const may: Readonly<Record<Ability, readonly Role[]>> = {
  read: COMMITTEE_ROLES,
  edit: ["statistics"],
  check: ["statistics", "department_head"],
  approve: ["statistics", "department_head", "leadership"],
  sendBack: ["statistics", "department_head"],
  publish: ["statistics", "department_head", "leadership"],
  revise: ["statistics"],
  withdraw: ["statistics", "department_head", "leadership"],
};
const when: Readonly<Record<Ability, readonly ReportCardState[]>> = {
  read: ReportCardState.options,
  edit: ["DRAFT"],
  check: ["DRAFT"],
  approve: ["CHECKED"],
  sendBack: ["CHECKED", "APPROVED"],
  publish: ["APPROVED"],
  revise: ["PUBLISHED", "REVISED", "WITHDRAWN"],
  withdraw: ["PUBLISHED", "REVISED"],
};

describe("谁可以对成绩单做什么", () => {
  test.each(abilities)("%s：岗位 × 状态，列明的可以，其余一律不可", (ability) => {
    for (const role of Role.options) {
      for (const state of ReportCardState.options) {
        const decision = reportCardPolicy[ability](actor(role), card(state));
        expect([role, state, decision.allowed]).toEqual([role, state, may[ability].includes(role) && when[ability].includes(state)]);
      }
    }
  });

  test.each(["drafter", "editor", "checker"])("%s 本人不得审定", (id) => {
    for (const role of may.approve) {
      expect(reportCardPolicy.approve(actor(role, id), card("CHECKED"))).toEqual({ allowed: false, because: "self-approval" });
      const lent = { ...actor(role, "another"), onBehalfOf: id };
      expect(reportCardPolicy.approve(lent, card("CHECKED"))).toEqual({ allowed: false, because: "self-approval" });
    }
  });

  test("没有权限的理由先于状态的理由", () => {
    expect(reportCardPolicy.publish(actor("promotion"), card("DRAFT"))).toEqual({
      allowed: false,
      because: "missing-permission:economy.publish",
    });
  });
});
