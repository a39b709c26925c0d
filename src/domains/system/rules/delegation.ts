import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { COMMITTEE_ROLES, type Role } from "#kernel/role.ts";

/** A post lent for longer is filled, not lent. */
export const LONGEST_DELEGATION_DAYS = 90;

type Refused = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
type Lent = {
  readonly role: Role;
  readonly lenderId: string;
  readonly borrowerId: string;
  /** The role is itself a lent one. */
  readonly lent: boolean;
  readonly ownEnds: LocalDate | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
};

const LENDABLE: readonly Role[] = COMMITTEE_ROLES;
/** Administrators check one another and are appointed; who acts for an enterprise or a bank is theirs to name. */
export const isLendable = (role: Role): boolean => LENDABLE.includes(role);

/** Why a role is not lent so. Days count from the first to the last, both included. */
export function problemOfDelegation({ role, lenderId, borrowerId, lent, ownEnds, from, to, today }: Lent): Refused | undefined {
  if (lenderId === borrowerId) return { code: "delegation.to-self", params: {} };
  if (lent) return { code: "delegation.lent-on", params: {} };
  if (!isLendable(role)) return { code: "delegation.not-lendable", params: {} };
  if (from < today) return { code: "delegation.begins-before", params: { from, today } };
  if (to < from) return { code: "delegation.ends-before", params: { from, to } };
  if (ownEnds !== null && to > ownEnds) return { code: "delegation.outlives", params: { to, ends: ownEnds } };
  if (daysBetween(from, to) + 1 > LONGEST_DELEGATION_DAYS)
    return { code: "delegation.too-long", params: { days: daysBetween(from, to) + 1, most: LONGEST_DELEGATION_DAYS } };
  return undefined;
}

export const delegationState = (
  { validFrom, validTo, revoked }: { readonly validFrom: LocalDate; readonly validTo: LocalDate; readonly revoked: boolean },
  today: LocalDate,
): "coming" | "running" | "over" | "ended" => {
  if (revoked) return "ended";
  if (today < validFrom) return "coming";
  return today > validTo ? "over" : "running";
};
