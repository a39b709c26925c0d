import type { VersionState } from "#domains/chain/contract/chain.ts";
import type { PlacementState } from "#domains/chain/contract/placement.ts";
import { type VersionCase, type VersionMove, versionMoves } from "#domains/chain/rules/version-lifecycle.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import { type Actor, all, allow, type Decision, type Grants, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** handbook §1: 招商局 keeps the chain graph; leadership and the head of a department answer for it. */
export const chainGrants = {
  "chain.read": COMMITTEE_ROLES,
  "chain.edit": ["promotion", "department_head"],
  "chain.approve": ["leadership", "department_head"],
  "chain.place": ["promotion", "department_head"],
} as const satisfies Grants;

/** The state in which a version cannot be moved so, as a reason of this domain's own: other domains have drafts too. */
const STANDS_AT = {
  DRAFT: "version-is-draft",
  SUBMITTED: "version-is-submitted",
  APPROVED: "version-is-approved",
} as const satisfies Record<VersionState, string>;

const mayMove = (move: VersionMove, one: VersionCase): Decision => {
  const decision = checkMove(versionMoves[move], one);
  return !decision.allowed && decision.because.startsWith("wrong-state:") ? refuse(STANDS_AT[one.state]) : decision;
};

/** handbook §1: no self-approval. Who drafted, edited or submitted a version does not decide on it. */
const anotherPerson = (actor: Actor, { authors }: VersionCase) => someoneElse(actor, authors, "own-version");

export const versionPolicy = {
  edit: (actor, one) => all(holds(actor, "chain.edit"), one.state === "DRAFT" ? allow : refuse(STANDS_AT[one.state])),
  submit: (actor, one) => all(holds(actor, "chain.edit"), mayMove("submit", one)),
  approve: (actor, one) => all(holds(actor, "chain.approve"), mayMove("approve", one), anotherPerson(actor, one)),
  sendBack: (actor, one) => all(holds(actor, "chain.approve"), mayMove("sendBack", one)),
} satisfies Policy<VersionCase>;

export type PlacementCase = { readonly state: PlacementState; readonly until: string | null };

/** A person says yes or no, and may think again of a no; what is confirmed ends with a day, and is not taken back. */
export const placementPolicy = {
  confirm: (actor, one) => all(holds(actor, "chain.place"), one.state === "CONFIRMED" ? refuse("placement-confirmed") : allow),
  reject: (actor, one) => all(holds(actor, "chain.place"), one.state === "PROPOSED" ? allow : refuse("placement-decided")),
  end: (actor, one) =>
    all(
      holds(actor, "chain.place"),
      one.state === "CONFIRMED" ? allow : refuse("placement-not-confirmed"),
      one.until === null ? allow : refuse("ended-already"),
    ),
} satisfies Policy<PlacementCase>;

export const rolePolicy = {
  end: (actor, one) => all(holds(actor, "chain.edit"), one.until === null ? allow : refuse("ended-already")),
} satisfies Policy<{ readonly until: string | null }>;
