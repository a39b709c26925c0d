import { describe, expect, test } from "vitest";
import { LeadStatus } from "#domains/promotion/contract/lead.ts";
import {
  claimPolicy,
  contractPolicy,
  fundsPolicy,
  leadEvidencePolicy,
  leadPolicy,
  promotionGrants,
} from "#domains/promotion/rules/promotion-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const permissionsOf = (role: Role): ReadonlySet<string> =>
  new Set(
    Object.entries(promotionGrants).flatMap(([permission, roles]) => ((roles as readonly Role[]).includes(role) ? [permission] : [])),
  );
const person = (role: Role, id = "本人"): Actor => ({
  id,
  name: id,
  zoneId: "z",
  role,
  permissions: permissionsOf(role),
  enterpriseId: null,
  departmentId: null,
});
const own = { stage: "NEGOTIATING", status: "ACTIVE", ownerId: "本人" } as const;
type Action = keyof typeof leadPolicy;
const actions = Object.keys(leadPolicy) as Action[];
const because = (decision: { readonly allowed: boolean; readonly because?: string }) => (decision.allowed ? "可以" : decision.because);

/** On one's own active lead under negotiation; the complement is refused. */
const ALLOWED: Readonly<Record<Action, readonly Role[]>> = {
  edit: ["promotion", "department_head"],
  move: ["promotion", "department_head"],
  log: ["promotion", "department_head"],
  mark: ["promotion", "department_head"],
  attachEvidence: ["promotion", "department_head"],
  park: ["promotion", "department_head"],
  resume: [],
  lose: ["promotion", "department_head"],
  release: ["promotion", "department_head"],
  assign: ["leadership", "department_head"],
  decide: [],
  claim: ["promotion", "department_head"],
  join: ["promotion", "department_head"],
  addContract: ["promotion", "department_head"],
  setPromises: ["promotion", "department_head"],
  recordActual: [],
  send: [],
};

describe("谁可以对自己名下的在谈线索做什么", () => {
  test.each(actions.flatMap((action) => Role.options.map((role) => [action, role] as const)))("%s × %s", (action, role) => {
    expect(leadPolicy[action](person(role), own).allowed).toBe(ALLOWED[action].includes(role));
  });
});

describe("别人名下的和池里的", () => {
  test.each([
    ["move", "乙", "promotion", "not-own-lead"],
    ["move", "乙", "department_head", "可以"],
    ["log", "乙", "promotion", "not-own-lead"],
    ["log", null, "promotion", "no-owner"],
    ["claim", "乙", "promotion", "可以"],
    ["mark", "乙", "promotion", "可以"],
  ] as const)("%s，承办人%s，%s：%s", (action, ownerId, role, expected) => {
    expect(because(leadPolicy[action](person(role), { ...own, ownerId }))).toBe(expected);
  });
});

describe("不能自己审自己", () => {
  test("承办人不能对自己的线索作决策，别的负责人可以", () => {
    const lead = { ...own, stage: "DECISION" } as const;
    expect(because(leadPolicy.decide(person("department_head"), lead))).toBe("own-lead");
    expect(because(leadPolicy.decide(person("department_head", "乙"), lead))).toBe("可以");
    expect(because(leadPolicy.decide(person("leadership", "乙"), lead))).toBe("可以");
    expect(because(leadPolicy.decide(person("promotion", "乙"), lead))).toBe("missing-permission:promotion.decide");
  });

  test("附材料的人不能自己确认", () => {
    const piece = { by: "本人", confirmed: false, needsSecond: true };
    expect(because(leadEvidencePolicy.confirm(person("promotion"), piece))).toBe("own-entry");
    expect(because(leadEvidencePolicy.confirm(person("promotion", "乙"), piece))).toBe("可以");
    expect(because(leadEvidencePolicy.confirm(person("promotion", "乙"), { ...piece, confirmed: true }))).toBe("confirmed-already");
    expect(because(leadEvidencePolicy.confirm(person("promotion", "乙"), { ...piece, needsSecond: false }))).toBe("needs-no-second");
  });

  test("登记到位资金的人不能自己确认", () => {
    expect(because(fundsPolicy.confirm(person("promotion"), { state: "ENTERED", by: "本人" }))).toBe("own-entry");
    expect(because(fundsPolicy.confirm(person("department_head"), { state: "ENTERED", by: "乙" }))).toBe("可以");
    expect(because(fundsPolicy.confirm(person("leadership"), { state: "ENTERED", by: "乙" }))).toBe(
      "missing-permission:promotion.diligence",
    );
    expect(because(fundsPolicy.confirm(person("promotion"), { state: "CONFIRMED", by: "乙" }))).toBe("funds-decided");
  });

  test.each([
    ["本人", "乙", "own-claim"],
    ["乙", "本人", "own-claim"],
    ["乙", "丙", "可以"],
  ])("首谈裁定：报备人%s、对方%s：%s", (by, againstBy, expected) => {
    expect(because(claimPolicy.decide(person("department_head"), { state: "DISPUTED", by, againstBy }))).toBe(expected);
  });
});

test.each(LeadStatus.options)("状态 %s：并入和了结的线索不再办理", (status) => {
  const lead = { ...own, status };
  const may = (action: Action) => leadPolicy[action](person("promotion"), lead).allowed;
  expect(may("move")).toBe(status === "ACTIVE");
  expect(may("resume")).toBe(status === "PARKED");
  expect(may("log")).toBe(status === "ACTIVE" || status === "PARKED");
});

test("合同终止后不再登记到位资金，也不再终止", () => {
  expect(because(contractPolicy.enterFunds(person("promotion"), { state: "SIGNED" }))).toBe("可以");
  expect(because(contractPolicy.enterFunds(person("promotion"), { state: "ENDED" }))).toBe("contract-ended");
  expect(because(contractPolicy.end(person("leadership"), { state: "ENDED" }))).toBe("contract-ended");
  expect(because(contractPolicy.end(person("promotion"), { state: "SIGNED" }))).toBe("missing-permission:promotion.decide");
});
