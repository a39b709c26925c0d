import { describe, expect, test } from "vitest";
import { CaseState } from "#domains/approvals/contract/case.ts";
import { approvalGrants, type CaseSubject, casePolicy, reviewPolicy } from "#domains/approvals/rules/approval-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { type Role, SIGNED_IN_ROLES } from "#kernel/role.ts";

const OWN = "department-own";
const actor = (role: Role, given: Partial<Actor> = {}): Actor => ({
  id: `the-${role}`,
  name: role,
  zoneId: "z",
  role,
  permissions: new Set(
    Object.entries(approvalGrants).flatMap(([permission, roles]) => ((roles as readonly string[]).includes(role) ? [permission] : [])),
  ),
  enterpriseId: role === "enterprise" ? "e1" : null,
  departmentId: OWN,
  ...given,
});
const subject = (state: CaseState, given: Partial<CaseSubject> = {}): CaseSubject => ({
  state,
  enterpriseId: "e1",
  departmentId: OWN,
  applicantId: "somebody",
  acceptedBy: "somebody-else",
  helpers: [],
  ...given,
});
type Deed = keyof typeof casePolicy;
const deeds = Object.keys(casePolicy) as Deed[];

/** For what others filed: the enterprise itself, and the window for whoever stands at the counter. */
const APPLICANTS: readonly Role[] = ["enterprise", "approval_window"];
const HANDLERS: readonly Role[] = ["approval_window", "department_head"];
const DECIDERS: readonly Role[] = ["department_head", "leadership"];
const HELPERS: readonly Role[] = ["liaison", "task_force"];
const OPEN: readonly CaseState[] = ["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED"];

/** Who may, in which states; everything else is refused. */
const MAY: Readonly<Record<Deed, readonly [readonly Role[], readonly CaseState[]]>> = {
  edit: [APPLICANTS, ["DRAFT", "SUPPLEMENT"]],
  provide: [APPLICANTS, ["DRAFT", ...OPEN]],
  supply: [APPLICANTS, ["ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"]],
  submit: [APPLICANTS, ["DRAFT"]],
  answerSupplement: [APPLICANTS, ["SUPPLEMENT"]],
  withdraw: [APPLICANTS, ["DRAFT", ...OPEN]],
  renewCode: [APPLICANTS, CaseState.options],
  accept: [HANDLERS, ["SUBMITTED"]],
  refuseToAccept: [HANDLERS, ["SUBMITTED"]],
  noticeSupplement: [HANDLERS, ["SUBMITTED"]],
  startReview: [HANDLERS, ["ACCEPTED"]],
  pause: [HANDLERS, ["ACCEPTED", "REVIEWING"]],
  resume: [HANDLERS, ["SUSPENDED"]],
  extend: [DECIDERS, ["ACCEPTED", "REVIEWING"]],
  decide: [DECIDERS, ["ACCEPTED", "REVIEWING"]],
  deliver: [HANDLERS, ["DECIDED"]],
  terminate: [HANDLERS, OPEN],
  assist: [HELPERS, ["DRAFT", ...OPEN]],
};

describe("办件：岗位 × 状态", () => {
  test.each(deeds)("%s", (deed) => {
    const [roles, states] = MAY[deed];
    const wrong = SIGNED_IN_ROLES.flatMap((role) =>
      CaseState.options.filter(
        (state) => casePolicy[deed](actor(role), subject(state)).allowed !== (roles.includes(role) && states.includes(state)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["accept", "approval_window", "SUBMITTED", { departmentId: "other" }, "other-department"],
    ["decide", "department_head", "REVIEWING", { departmentId: "other" }, "other-department"],
    ["accept", "approval_window", "SUBMITTED", { applicantId: "the-approval_window" }, "self-approval"],
    ["decide", "department_head", "REVIEWING", { applicantId: "the-department_head" }, "self-approval"],
    ["decide", "department_head", "REVIEWING", { acceptedBy: "the-department_head" }, "accepter-decides"],
    ["withdraw", "approval_window", "REVIEWING", { departmentId: "other" }, "other-department"],
    ["renewCode", "approval_window", "DELIVERED", { departmentId: "other" }, "other-department"],
    ["submit", "enterprise", "DRAFT", { enterpriseId: "e2" }, "other-enterprise"],
    ["withdraw", "enterprise", "ACCEPTED", { enterpriseId: null }, "other-enterprise"],
  ] as const)("%s：%s 在 %s，%j → %s", (deed, role, state, given, because) => {
    expect(casePolicy[deed](actor(role), subject(state, given))).toEqual({ allowed: false, because });
  });

  test.each([
    ["liaison", { applicantId: "the-liaison" }, true],
    ["liaison", { helpers: ["the-liaison"] }, true],
    ["task_force", { helpers: ["the-task_force"] }, true],
    ["task_force", { helpers: ["the-liaison"] }, false],
    ["approval_window", {}, true],
    ["approval_window", { departmentId: "other" }, false],
    ["approval_window", { departmentId: "other", applicantId: "the-approval_window" }, true],
    ["statistics", { helpers: ["the-statistics"] }, false],
  ] as const)("代申请人办事：%s %j → %s", (role, given, allowed) => {
    expect(casePolicy.submit(actor(role), subject("DRAFT", given)).allowed).toBe(allowed);
  });

  test("领导可决定任何部门的办件；没有部门的办件谁的窗口都能办", () => {
    expect(casePolicy.decide(actor("leadership"), subject("REVIEWING", { departmentId: "other" })).allowed).toBe(true);
    expect(casePolicy.accept(actor("approval_window"), subject("SUBMITTED", { departmentId: null })).allowed).toBe(true);
  });
});

describe("部门意见", () => {
  const review = { state: "REVIEWING", node: "open", departmentId: OWN, applicantId: "somebody" } as const;
  test.each([
    ["approval_window", {}, undefined],
    ["department_head", {}, undefined],
    ["task_force", {}, undefined],
    ["liaison", {}, "missing-permission:approvals.review"],
    ["enterprise", {}, "missing-permission:approvals.review"],
    ["approval_window", { departmentId: "other" }, "not-your-review"],
    ["approval_window", { departmentId: null }, undefined],
    ["approval_window", { node: "waiting" }, "review-not-open"],
    ["approval_window", { node: "agreed" }, "review-not-open"],
    ["approval_window", { state: "SUSPENDED" }, "wrong-state:SUSPENDED"],
    ["approval_window", { applicantId: "the-approval_window" }, "self-approval"],
  ] as const)("%s %j → %s", (role, given, because) => {
    const decision = reviewPolicy.giveOpinion(actor(role), { ...review, ...given });
    expect(decision).toEqual(because === undefined ? { allowed: true } : { allowed: false, because });
  });
});
