import type { Grants } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

export const workbenchGrants = { "workbench.read": COMMITTEE_ROLES } as const satisfies Grants;
