import { describe, expect, test } from "vitest";
import { SignalKind } from "#domains/promotion/contract/screening.ts";
import { TargetStatus } from "#domains/promotion/contract/target.ts";
import { promotionGrants } from "#domains/promotion/rules/promotion-policy.ts";
import { screeningPolicy, signalPolicy, targetListPolicy, targetPolicy } from "#domains/promotion/rules/screening-policy.ts";
import type { Actor } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const actor = (role: Role): Actor => ({
  id: role,
  name: role,
  zoneId: "zone",
  role,
  permissions: new Set(
    Object.entries(promotionGrants).flatMap(([permission, roles]) => ((roles as readonly Role[]).includes(role) ? [permission] : [])),
  ),
  enterpriseId: null,
  departmentId: null,
});
const officer = actor("promotion");
const may = (decision: { readonly allowed: boolean }) => decision.allowed;

describe("谁能锁定、分派、登记", () => {
  test("只有招商岗和部门负责人；评分表由领导和部门负责人定", () => {
    const holding = (decide: (one: Actor) => { readonly allowed: boolean }) => Role.options.filter((role) => may(decide(actor(role))));
    expect(holding((one) => screeningPolicy.lock(one)).sort()).toEqual(["department_head", "promotion"]);
    expect(holding((one) => screeningPolicy.note(one)).sort()).toEqual(["department_head", "promotion"]);
    expect(holding((one) => screeningPolicy.setScoring(one)).sort()).toEqual(["department_head", "leadership"]);
    expect(holding((one) => targetListPolicy.close(one, { open: true })).sort()).toEqual(["department_head", "promotion"]);
  });
});

describe("目标企业在什么状态下能做什么", () => {
  const allowed: Readonly<Record<string, readonly TargetStatus[]>> = {
    edit: ["LOCKED", "ASSIGNED"],
    drop: ["LOCKED", "ASSIGNED"],
    restore: ["DROPPED"],
    lead: ["ASSIGNED"],
  };
  test.each(Object.entries(targetPolicy))("%s：列明的状态可以，其余一律不行；清单关闭后都不行", (name, decide) => {
    for (const status of TargetStatus.options) {
      expect([status, may(decide(officer, { status, listOpen: true }))]).toEqual([status, allowed[name]?.includes(status) ?? false]);
      expect(may(decide(officer, { status, listOpen: false }))).toBe(false);
    }
  });
});

describe("动态信号", () => {
  const subject = { kind: "dishonest" as SignalKind, ended: false, withdrawn: false, fromDocument: false };
  test("只有失信、处罚可以终止，且只终止一次", () => {
    expect(SignalKind.options.filter((kind) => may(signalPolicy.end(officer, { ...subject, kind })))).toEqual(["dishonest", "penalty"]);
    expect(may(signalPolicy.end(officer, { ...subject, ended: true }))).toBe(false);
    expect(may(signalPolicy.end(officer, { ...subject, withdrawn: true }))).toBe(false);
  });
  test("来自文件的不能单独撤回，撤回过的不能再撤", () => {
    expect(may(signalPolicy.withdraw(officer, subject))).toBe(true);
    expect(may(signalPolicy.withdraw(officer, { ...subject, fromDocument: true }))).toBe(false);
    expect(may(signalPolicy.withdraw(officer, { ...subject, withdrawn: true }))).toBe(false);
  });
});
