import type { Role } from "#kernel/role.ts";

type SecondFactorRule = { readonly role: Role; readonly source: string };

const MLPS = "GB/T 22239-2019 8.1.4.1 d (three administrators); handbook §16: two-factor for privileged users";
const MONEY = "handbook §1, §7: who reviews and pays public money";
const DECIDES = "handbook §1: decides for a department or the zone, and sees due diligence and unpublished figures";

/** Roles that nobody holds without a second factor. The law asks it of privileged users; who these are is said here, row by row. */
export const SECOND_FACTOR_RULES: readonly SecondFactorRule[] = [
  { role: "system_administrator", source: MLPS },
  { role: "security_administrator", source: MLPS },
  { role: "audit_administrator", source: MLPS },
  { role: "payer", source: MONEY },
  { role: "policy_payout", source: MONEY },
  { role: "department_head", source: DECIDES },
  { role: "leadership", source: DECIDES },
];

type HeldRole = { readonly role: Role; readonly sample: boolean };

/**
 * The role for which this account needs a second factor, of those that it holds today. The accounts of the sample zone are published with their
 * password (`published`): a second factor would protect nothing there, and they come in on this machine only.
 */
export const roleThatNeedsSecondFactor = (held: readonly HeldRole[], published: boolean): Role | undefined =>
  held.find(({ role, sample }) => !(published && sample) && SECOND_FACTOR_RULES.some((rule) => rule.role === role))?.role;

/** What is still to be done before a sign-in holds. */
export type SignInStep = "second-factor" | "change-password" | "enrol-second-factor";

/** One step at a time; who has a second factor shows it before anything else, or a stolen temporary password would be enough to change it. */
export function nextStep(account: {
  readonly enrolled: boolean;
  readonly passed: boolean;
  readonly mustChange: boolean;
  readonly required: boolean;
}): SignInStep | null {
  if (account.enrolled && !account.passed) return "second-factor";
  if (account.mustChange) return "change-password";
  return account.required && !account.enrolled ? "enrol-second-factor" : null;
}
