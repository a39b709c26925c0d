import { z } from "zod";

/** Roles of handbook §1, and those that the platform itself needs (administrators, payer, department head, anonymous). */
export const Role = z.enum([
  "leadership",
  "promotion",
  "task_force",
  "liaison",
  "approval_window",
  "policy_payout",
  "payer",
  "statistics",
  "department_head",
  "enterprise",
  "bank",
  "expert",
  "hw_carrier",
  "system_administrator",
  "security_administrator",
  "audit_administrator",
  "anonymous",
]);
export type Role = z.infer<typeof Role>;

/** Officials and staff of the committee: they see the zone's working data. The others see their own or the published data only. */
export const COMMITTEE_ROLES = [
  "leadership",
  "promotion",
  "task_force",
  "liaison",
  "approval_window",
  "policy_payout",
  "payer",
  "statistics",
  "department_head",
] as const satisfies readonly Role[];

export const SIGNED_IN_ROLES = Role.options.filter((role) => role !== "anonymous");
