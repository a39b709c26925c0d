import type { Grants } from "#kernel/policy.ts";
import { SIGNED_IN_ROLES } from "#kernel/role.ts";

export const noticesGrants = {
  "notices.read": SIGNED_IN_ROLES,
  "notices.robots": ["system_administrator"],
} as const satisfies Grants;
