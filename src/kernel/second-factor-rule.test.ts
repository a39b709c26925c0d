import { describe, expect, test } from "vitest";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";
import { nextStep, roleThatNeedsSecondFactor, SECOND_FACTOR_RULES } from "#kernel/second-factor-rule.ts";

const PRIVILEGED = [
  "leadership",
  "policy_payout",
  "payer",
  "department_head",
  "system_administrator",
  "security_administrator",
  "audit_administrator",
];

describe("哪些岗位要双因素", () => {
  test.each(SIGNED_IN_ROLES)("%s", (role) => {
    const needed = roleThatNeedsSecondFactor([{ role, sample: false }], false);
    expect(needed).toBe(PRIVILEGED.includes(role) ? role : undefined);
  });

  test("公开口令的示范账号只在示范园区免，别的园区、别的账号不免", () => {
    const role = "payer" as const;
    expect(roleThatNeedsSecondFactor([{ role, sample: true }], true)).toBeUndefined();
    expect(roleThatNeedsSecondFactor([{ role, sample: true }], false)).toBe("payer");
    expect(roleThatNeedsSecondFactor([{ role, sample: false }], true)).toBe("payer");
    expect(
      roleThatNeedsSecondFactor(
        [
          { role: "expert", sample: false },
          { role, sample: false },
        ],
        false,
      ),
    ).toBe("payer");
  });

  test("每一条都有出处", () => {
    expect(SECOND_FACTOR_RULES.filter(({ source }) => source.length < 10)).toEqual([]);
  });
});

describe("登录还差哪一步", () => {
  const of = (enrolled: boolean, passed: boolean, mustChange: boolean, required: boolean) =>
    nextStep({ enrolled, passed, mustChange, required });
  test.each([
    [of(true, false, true, true), "second-factor"],
    [of(true, false, false, false), "second-factor"],
    [of(true, true, true, true), "change-password"],
    [of(false, false, true, true), "change-password"],
    [of(false, false, false, true), "enrol-second-factor"],
    [of(true, true, false, true), null],
    [of(false, false, false, false), null],
  ])("%#：%s", (step, expected) => {
    expect(step).toBe(expected);
  });
});
