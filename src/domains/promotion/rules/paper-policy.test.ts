import { describe, expect, test } from "vitest";
import { LeadStatus } from "#domains/promotion/contract/lead.ts";
import { PaperState } from "#domains/promotion/contract/paper.ts";
import { diligencePolicy, paperPolicy } from "#domains/promotion/rules/paper-policy.ts";
import { promotionGrants } from "#domains/promotion/rules/promotion-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const person = (role: Role, id: string): Actor => ({
  id,
  name: id,
  zoneId: "z",
  role,
  permissions: new Set(
    Object.entries(promotionGrants).flatMap(([permission, roles]) => ((roles as readonly Role[]).includes(role) ? [permission] : [])),
  ),
  enterpriseId: null,
  departmentId: null,
});
const WORKERS: readonly Role[] = ["promotion", "department_head"];

describe("谁可以对一份意见或专案做什么", () => {
  const cases = Role.options.flatMap((role) =>
    PaperState.options.flatMap((state) => (["起草人", "别人"] as const).map((who) => [role, state, who] as const)),
  );
  test.each(cases)("%s × %s × %s", (role, state, who) => {
    const paper = { state, writtenBy: "起草人" };
    const works = WORKERS.includes(role);
    expect(paperPolicy.edit(person(role, who), paper).allowed).toBe(works && state === "DRAFT" && who === "起草人");
    expect(paperPolicy.submit(person(role, who), paper).allowed).toBe(works && state === "DRAFT" && who === "起草人");
    expect(paperPolicy.review(person(role, who), paper).allowed).toBe(works && state === "SUBMITTED" && who === "别人");
  });
});

describe("何时可以起草", () => {
  const lead = { stage: "PROPOSAL", status: "ACTIVE", ownerId: "承办人" } as const;
  test.each(LeadStatus.options)("线索状态 %s", (status) => {
    expect(diligencePolicy.write(person("promotion", "承办人"), { lead: { ...lead, status }, open: false }).allowed).toBe(
      status === "ACTIVE",
    );
    expect(diligencePolicy.enter(person("promotion", "别人"), { lead: { ...lead, status }, open: true }).allowed).toBe(status !== "JOINED");
  });

  test.each([
    ["别人的线索", "promotion", "别人", lead, false, "not-own-lead"],
    ["部门负责人", "department_head", "别人", lead, false, "可以"],
    ["上一稿未结", "promotion", "承办人", lead, true, "paper-open"],
    ["已落地", "promotion", "承办人", { ...lead, stage: "LANDED" }, false, "wrong-stage:LANDED"],
    ["领导", "leadership", "别人", lead, false, "missing-permission:promotion.diligence"],
  ] as const)("%s", (_, role, who, given, open, said) => {
    const decision = diligencePolicy.write(person(role, who), { lead: given, open });
    expect(decision.allowed ? "可以" : decision.because).toBe(said);
  });
});
