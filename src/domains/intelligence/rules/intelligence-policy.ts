import type { DocumentState } from "#domains/intelligence/contract/intelligence-operations.ts";
import { type Actor, all, allow, type Grants, holds, type Policy, refuse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** Who works with documents (handbook §1: statistics reviews, promotion reads the market; the administrator keeps the sources running). */
export const intelligenceGrants = {
  "intelligence.read": COMMITTEE_ROLES,
  "intelligence.read-original": ["statistics", "promotion", "leadership", "department_head"],
  "intelligence.ingest": ["statistics", "promotion"],
  "intelligence.review": ["statistics", "promotion"],
  "intelligence.withdraw": ["statistics", "department_head"],
} as const satisfies Grants;

export type DocumentSubject = { readonly state: DocumentState };

const notWithdrawn = (document: DocumentSubject) => (document.state === "withdrawn" ? refuse("intelligence.withdrawn") : allow);
const readAlready = (document: DocumentSubject) =>
  document.state === "received" || document.state === "reading" ? refuse("intelligence.still-reading") : allow;
const hasText = (document: DocumentSubject) => (document.state === "failed" ? refuse("intelligence.failed") : allow);

export const documentPolicy = {
  review: (actor: Actor, document: DocumentSubject) =>
    all(holds(actor, "intelligence.review"), notWithdrawn(document), readAlready(document), hasText(document)),
  withdraw: (actor: Actor, document: DocumentSubject) => all(holds(actor, "intelligence.withdraw"), notWithdrawn(document)),
  downloadOriginal: (actor: Actor, document: DocumentSubject) => all(holds(actor, "intelligence.read-original"), notWithdrawn(document)),
} satisfies Policy<DocumentSubject>;

export type ConflictSubject = { readonly resolved: boolean };
export const conflictPolicy = {
  resolve: (actor: Actor, conflict: ConflictSubject) =>
    all(holds(actor, "intelligence.review"), conflict.resolved ? refuse("intelligence.conflict-resolved") : allow),
} satisfies Policy<ConflictSubject>;
