import { describe, expect, test } from "vitest";
import { delegationState, isLendable, problemOfDelegation } from "#domains/system/rules/delegation.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { COMMITTEE_ROLES, SIGNED_IN_ROLES } from "#kernel/role.ts";

const day = (text: string) => text as LocalDate;
const lent = {
  role: "department_head",
  lenderId: "a",
  borrowerId: "b",
  lent: false,
  ownEnds: null,
  from: day("2026-07-01"),
  to: day("2026-07-10"),
  today: day("2026-06-30"),
} as const;

describe("授权代办", () => {
  test.each(SIGNED_IN_ROLES)("%s 能不能借", (role) => {
    expect(isLendable(role)).toBe((COMMITTEE_ROLES as readonly string[]).includes(role));
    expect(problemOfDelegation({ ...lent, role })?.code).toBe(isLendable(role) ? undefined : "delegation.not-lendable");
  });

  test.each([
    [{}, undefined],
    [{ from: day("2026-06-30") }, undefined],
    [{ from: day("2026-06-29") }, "delegation.begins-before"],
    [{ to: day("2026-07-01") }, undefined],
    [{ to: day("2026-06-30") }, "delegation.ends-before"],
    [{ to: day("2026-09-28") }, undefined],
    [{ to: day("2026-09-29") }, "delegation.too-long"],
    [{ ownEnds: day("2026-07-10") }, undefined],
    [{ ownEnds: day("2026-07-09") }, "delegation.outlives"],
    [{ borrowerId: "a" }, "delegation.to-self"],
    [{ lent: true }, "delegation.lent-on"],
  ] as const)("%j：%s", (given, code) => {
    expect(problemOfDelegation({ ...lent, ...given })?.code).toBe(code);
  });

  test.each([
    ["2026-06-30", false, "coming"],
    ["2026-07-01", false, "running"],
    ["2026-07-10", false, "running"],
    ["2026-07-11", false, "over"],
    ["2026-07-05", true, "ended"],
  ] as const)("%s 收回%s：%s", (today, revoked, state) => {
    expect(delegationState({ validFrom: lent.from, validTo: lent.to, revoked }, day(today))).toBe(state);
  });
});
