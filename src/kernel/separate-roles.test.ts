import { describe, expect, test } from "vitest";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";
import { roleThatForbids } from "#kernel/separate-roles.ts";

const APART = [
  ["system_administrator", "security_administrator"],
  ["system_administrator", "audit_administrator"],
  ["security_administrator", "audit_administrator"],
  ["policy_payout", "payer"],
  ["enterprise", "policy_payout"],
  ["enterprise", "payer"],
  ["enterprise", "approval_window"],
];

describe("一人不得兼任", () => {
  test.each(SIGNED_IN_ROLES.flatMap((held) => SIGNED_IN_ROLES.map((wanted) => [held, wanted] as const)))(
    "已是 %s，再任 %s",
    (held, wanted) => {
      const apart = APART.some((pair) => held !== wanted && pair.includes(held) && pair.includes(wanted));
      expect(roleThatForbids(wanted, ["expert", held])).toBe(apart ? held : undefined);
    },
  );
});
