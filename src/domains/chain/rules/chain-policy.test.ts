import { describe, expect, test } from "vitest";
import { VersionState } from "#domains/chain/contract/chain.ts";
import { PlacementState } from "#domains/chain/contract/placement.ts";
import { chainGrants, placementPolicy, versionPolicy } from "#domains/chain/rules/chain-policy.ts";
import { checkEffective, type VersionCase, versionOn } from "#domains/chain/rules/version-lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const permissionsOf = (role: Role): ReadonlySet<string> =>
  new Set(Object.entries(chainGrants).flatMap(([permission, roles]) => ((roles as readonly Role[]).includes(role) ? [permission] : [])));
const actor = (role: Role, id = "somebody"): Actor => ({
  id,
  name: id,
  zoneId: "00000000-0000-4000-8000-000000000001",
  role,
  permissions: permissionsOf(role),
  enterpriseId: null,
  departmentId: null,
});
const version = (state: VersionState, more: Partial<VersionCase> = {}): VersionCase => ({
  state,
  authors: ["author"],
  nodes: 5,
  errors: 0,
  ...more,
});

type Deed = keyof typeof versionPolicy;
/** What each role may do at all, and in which state; everything else is expected refused. */
const may: Readonly<Record<Deed, { readonly roles: readonly Role[]; readonly states: readonly VersionState[] }>> = {
  edit: { roles: ["promotion", "department_head"], states: ["DRAFT"] },
  submit: { roles: ["promotion", "department_head"], states: ["DRAFT"] },
  approve: { roles: ["leadership", "department_head"], states: ["SUBMITTED"] },
  sendBack: { roles: ["leadership", "department_head"], states: ["SUBMITTED"] },
};

describe("图谱版本：谁在什么状态能做什么", () => {
  test.each(Object.keys(may) as Deed[])("%s", (deed) => {
    for (const role of Role.options)
      for (const state of VersionState.options)
        expect([role, state, versionPolicy[deed](actor(role), version(state)).allowed]).toEqual([
          role,
          state,
          may[deed].roles.includes(role) && may[deed].states.includes(state),
        ]);
  });

  test("起草、改动、提交过的人不能自己审定，可以退回", () => {
    const own = version("SUBMITTED", { authors: ["author", "editor"] });
    expect(versionPolicy.approve(actor("department_head", "editor"), own)).toEqual({ allowed: false, because: "own-version" });
    expect(versionPolicy.approve(actor("department_head", "other"), own)).toEqual({ allowed: true });
    const lent = { ...actor("department_head", "other"), onBehalfOf: "author" };
    expect(versionPolicy.approve(lent, own)).toEqual({ allowed: false, because: "own-version" });
    expect(versionPolicy.sendBack(actor("department_head", "editor"), own)).toEqual({ allowed: true });
  });

  test.each([
    ["没有环节", { nodes: 0 }, "version-has-no-nodes"],
    ["有错误", { errors: 1 }, "version-has-errors"],
  ] as const)("%s不能提交", (_, more, because) => {
    expect(versionPolicy.submit(actor("promotion"), version("DRAFT", more))).toEqual({ allowed: false, because });
  });

  test("状态不对时说出现在的状态", () => {
    expect(versionPolicy.edit(actor("promotion"), version("APPROVED"))).toEqual({ allowed: false, because: "version-is-approved" });
    expect(versionPolicy.approve(actor("leadership"), version("DRAFT"))).toEqual({ allowed: false, because: "version-is-draft" });
  });
});

describe("企业落位：谁能确认、否决、结束", () => {
  const allowed = {
    confirm: ["PROPOSED", "REJECTED"],
    reject: ["PROPOSED"],
    end: ["CONFIRMED"],
  } as const;
  test.each(Object.keys(allowed) as (keyof typeof allowed)[])("%s", (deed) => {
    for (const role of Role.options)
      for (const state of PlacementState.options)
        expect([role, state, placementPolicy[deed](actor(role), { state, until: null }).allowed]).toEqual([
          role,
          state,
          ["promotion", "department_head"].includes(role) && (allowed[deed] as readonly string[]).includes(state),
        ]);
  });
  test("已经结束的不再结束", () => {
    expect(placementPolicy.end(actor("promotion"), { state: "CONFIRMED", until: "2026-01-01" })).toEqual({
      allowed: false,
      because: "ended-already",
    });
  });
});

describe("生效日期：过去的图谱不改写", () => {
  const day = (text: string) => text as LocalDate;
  const approved = [{ effectiveFrom: day("2022-01-01") }, { effectiveFrom: day("2025-01-01") }];
  const today = day("2026-06-30");
  test.each([
    ["2024-06-01", [], { allowed: true }],
    ["2025-01-01", approved, { allowed: false, because: "effective-not-after-last" }],
    ["2024-06-01", approved, { allowed: false, because: "effective-not-after-last" }],
    ["2026-06-29", approved, { allowed: false, because: "effective-in-the-past" }],
    ["2026-06-30", approved, { allowed: true }],
    ["2027-01-01", approved, { allowed: true }],
  ] as const)("%s", (on, known, expected) => {
    expect(checkEffective(day(on), known, today)).toEqual(expected);
  });

  test.each([
    ["2021-12-31", undefined],
    ["2022-01-01", "2022-01-01"],
    ["2024-12-31", "2022-01-01"],
    ["2025-01-01", "2025-01-01"],
    ["2026-06-30", "2025-01-01"],
  ])("%s 生效的是 %s", (on, expected) => {
    expect(versionOn(approved, day(on))?.effectiveFrom).toBe(expected);
    expect(versionOn(approved.toReversed(), day(on))?.effectiveFrom).toBe(expected);
  });
});
