import type { LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import { type Actor, all, allow, type Grants, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";

/** handbook §1: 招商 work on leads, leadership decides on them; nobody confirms or decides on what is his own. */
export const promotionGrants = {
  "promotion.read": ["leadership", "promotion", "department_head"],
  "promotion.work": ["promotion", "department_head"],
  "promotion.decide": ["leadership", "department_head"],
  "promotion.diligence": ["promotion", "department_head"],
  /** A liaison is who hears first that a resident is in trouble. */
  "promotion.watch": ["leadership", "promotion", "department_head", "liaison"],
  "promotion.set-rules": ["leadership", "department_head"],
} as const satisfies Grants;

export type LeadSubject = { readonly stage: LeadStage; readonly status: LeadStatus; readonly ownerId: string | null };

const notJoined = ({ status }: LeadSubject) => (status === "JOINED" ? refuse(`wrong-status:${status}`) : allow);
const isActive = ({ status }: LeadSubject) => (status === "ACTIVE" ? allow : refuse(`wrong-status:${status}`));
const openEnded = ({ status }: LeadSubject) => (status === "LOST" || status === "REJECTED" ? refuse(`wrong-status:${status}`) : allow);
/** Leads of a colleague are read, and worked on by their owner or a head (handbook §1: own leads writable). */
export const ownOrHead = (actor: Actor, { ownerId }: LeadSubject) =>
  ownerId === actor.id || actor.role === "department_head" ? allow : refuse(ownerId === null ? "no-owner" : "not-own-lead");

/** What may be done with one lead now. Moves have their own gates, in rules/lead-lifecycle.ts. */
export const leadPolicy = {
  edit: (actor, lead) => all(holds(actor, "promotion.work"), notJoined(lead), openEnded(lead), ownOrHead(actor, lead)),
  move: (actor, lead) => all(holds(actor, "promotion.work"), isActive(lead), ownOrHead(actor, lead)),
  log: (actor, lead) => all(holds(actor, "promotion.work"), notJoined(lead), openEnded(lead), ownOrHead(actor, lead)),
  mark: (actor, lead) => all(holds(actor, "promotion.work"), isActive(lead)),
  attachEvidence: (actor, lead) => all(holds(actor, "promotion.work"), notJoined(lead), openEnded(lead), ownOrHead(actor, lead)),
  park: (actor, lead) => all(holds(actor, "promotion.work"), isActive(lead), ownOrHead(actor, lead)),
  resume: (actor, lead) =>
    all(holds(actor, "promotion.work"), lead.status === "PARKED" ? allow : refuse("not-parked"), ownOrHead(actor, lead)),
  lose: (actor, lead) => all(holds(actor, "promotion.work"), notJoined(lead), openEnded(lead), ownOrHead(actor, lead)),
  release: (actor, lead) =>
    all(
      holds(actor, "promotion.work"),
      isActive(lead),
      ownOrHead(actor, lead),
      lead.stage === "SIGNED" || lead.stage === "LANDED" ? refuse(`wrong-stage:${lead.stage}`) : allow,
    ),
  assign: (actor, lead) => all(holds(actor, "promotion.decide"), notJoined(lead), openEnded(lead)),
  /** Nobody decides on his own lead (handbook §1). */
  decide: (actor, lead) => all(holds(actor, "promotion.decide"), notJoined(lead), someoneElse(actor, lead.ownerId, "own-lead")),
  claim: (actor, lead) => all(holds(actor, "promotion.work"), notJoined(lead), openEnded(lead)),
  join: (actor, lead) => all(holds(actor, "promotion.work"), notJoined(lead), openEnded(lead)),
  addContract: (actor, lead) => all(holds(actor, "promotion.work"), isActive(lead), ownOrHead(actor, lead)),
  setPromises: (actor, lead) => all(holds(actor, "promotion.work"), isActive(lead), ownOrHead(actor, lead)),
  recordActual: (actor, lead) =>
    all(holds(actor, "promotion.work"), lead.stage === "SIGNED" || lead.stage === "LANDED" ? allow : refuse("not-signed-yet")),
  send: (actor, lead) =>
    all(holds(actor, "promotion.work"), lead.stage === "SIGNED" || lead.stage === "LANDED" ? allow : refuse("not-signed-yet")),
} satisfies Policy<LeadSubject>;

/** A paper is confirmed by somebody else than who attached it (handbook §1). */
export const leadEvidencePolicy = {
  confirm: (actor: Actor, piece: { readonly by: string; readonly confirmed: boolean; readonly needsSecond: boolean }) =>
    all(
      holds(actor, "promotion.diligence"),
      piece.needsSecond ? allow : refuse("needs-no-second"),
      piece.confirmed ? refuse("confirmed-already") : allow,
      someoneElse(actor, piece.by, "own-entry"),
    ),
} satisfies Policy<{ readonly by: string; readonly confirmed: boolean; readonly needsSecond: boolean }>;

export type ClaimSubject = { readonly state: string; readonly by: string; readonly againstBy: string | null };

/** Neither of the two that dispute a first talk decides on it. */
export const claimPolicy = {
  decide: (actor: Actor, claim: ClaimSubject) =>
    all(
      holds(actor, "promotion.decide"),
      claim.state === "DISPUTED" ? allow : refuse("claim-decided"),
      someoneElse(actor, [claim.by, claim.againstBy], "own-claim"),
    ),
} satisfies Policy<ClaimSubject>;

export type ContractSubject = { readonly state: string };

export const contractPolicy = {
  enterFunds: (actor: Actor, contract: ContractSubject) =>
    all(holds(actor, "promotion.work"), contract.state === "SIGNED" ? allow : refuse("contract-ended")),
  end: (actor: Actor, contract: ContractSubject) =>
    all(holds(actor, "promotion.decide"), contract.state === "SIGNED" ? allow : refuse("contract-ended")),
} satisfies Policy<ContractSubject>;

/** Funds count once a second person has confirmed them, never the one who entered them. */
export const fundsPolicy = {
  confirm: (actor: Actor, funds: { readonly state: string; readonly by: string }) =>
    all(
      holds(actor, "promotion.diligence"),
      funds.state === "ENTERED" ? allow : refuse("funds-decided"),
      someoneElse(actor, funds.by, "own-entry"),
    ),
} satisfies Policy<{ readonly state: string; readonly by: string }>;

/** What concerns the whole of the domain and no single record. */
export const promotionPolicy = {
  register: (actor: Actor) => holds(actor, "promotion.work"),
  setRules: (actor: Actor) => holds(actor, "promotion.set-rules"),
  runClocks: (actor: Actor) => holds(actor, "promotion.decide"),
  join: (actor: Actor) => holds(actor, "promotion.work"),
} satisfies Policy<null>;
