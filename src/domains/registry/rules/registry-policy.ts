import { type Actor, all, allow, type Grants, holds, type Policy, refuse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** handbook §1: the promotion office keeps the register, whoever serves an enterprise keeps the zone's book, two enterprises become one by a head only. Whoever runs the system has no business with what stands in it. */
export const registryGrants = {
  "registry.read": COMMITTEE_ROLES,
  "registry.export": ["leadership", "promotion", "statistics", "department_head"],
  "registry.import": ["promotion", "department_head"],
  "registry.edit-book": ["promotion", "department_head", "liaison"],
  "registry.merge": ["department_head"],
  "registry.correct": ["promotion", "department_head", "statistics"],
  "registry.see-own": ["enterprise"],
  "registry.ask-correction": ["enterprise"],
} as const satisfies Grants;

export type EnterpriseSubject = { readonly mergedInto: string | null };

/** What was merged into another is only looked at; its changes belong to the other. */
const notMerged = ({ mergedInto }: EnterpriseSubject) => (mergedInto === null ? allow : refuse("enterprise-merged"));

export const enterprisePolicy = {
  correct: (actor, subject) => all(holds(actor, "registry.correct"), notMerged(subject)),
  enterBook: (actor, subject) => all(holds(actor, "registry.edit-book"), notMerged(subject)),
  addTie: (actor, subject) => all(holds(actor, "registry.edit-book"), notMerged(subject)),
  note: (actor) => holds(actor, "registry.edit-book"),
  merge: (actor, subject) => all(holds(actor, "registry.merge"), notMerged(subject)),
} satisfies Policy<EnterpriseSubject>;

export const bookPolicy = {
  change: (actor) => holds(actor, "registry.edit-book"),
  end: (actor, entry) => all(holds(actor, "registry.edit-book"), entry.to === null ? allow : refuse("book-ended")),
} satisfies Policy<{ readonly to: string | null }>;

export const tiePolicy = {
  remove: (actor, tie) => all(holds(actor, "registry.edit-book"), tie.ofZone ? allow : refuse("public-tie")),
} satisfies Policy<{ readonly ofZone: boolean }>;

/** Asked by the enterprise, answered by an official. */
export const correctionPolicy = {
  answer: (actor, correction) =>
    all(holds(actor, "registry.correct"), correction.state === "ASKED" ? allow : refuse("correction-answered")),
  withdraw: (actor, correction) =>
    all(
      holds(actor, "registry.ask-correction"),
      correction.state === "ASKED" ? allow : refuse("correction-answered"),
      actor.enterpriseId === correction.enterpriseId ? allow : refuse("not-own-enterprise"),
    ),
} satisfies Policy<{ readonly state: string; readonly enterpriseId: string }>;

/** One's own enterprise, seen by its account. */
export const ownPolicy = {
  askCorrection: (actor, own) =>
    all(holds(actor, "registry.ask-correction"), own.there ? allow : refuse("no-enterprise-of-ones-own"), notMerged(own)),
} satisfies Policy<{ readonly there: boolean } & EnterpriseSubject>;

export const duplicatePolicy = {
  dismiss: (actor, candidate) => all(holds(actor, "registry.merge"), candidate.state === "OPEN" ? allow : refuse("duplicate-decided")),
  merge: (actor, candidate) => all(holds(actor, "registry.merge"), candidate.state === "OPEN" ? allow : refuse("duplicate-decided")),
} satisfies Policy<{ readonly state: string }>;

export const mergePolicy = {
  undo: (actor, merge) => all(holds(actor, "registry.merge"), merge.undone ? refuse("merge-undone") : allow),
} satisfies Policy<{ readonly undone: boolean }>;

/** A view is its owner's; a shared one is read by all and changed by its owner. */
export const viewPolicy = {
  change: (actor: Actor, view: { readonly savedBy: string }) => (actor.id === view.savedBy ? allow : refuse("not-own-view")),
} satisfies Policy<{ readonly savedBy: string }>;

export const importPolicy = {
  run: (actor, one) =>
    all(
      holds(actor, "registry.import"),
      ["RECEIVED", "CHECKED", "FAILED", "CANCELLED"].includes(one.state) ? allow : refuse(`import-state:${one.state}`),
    ),
} satisfies Policy<{ readonly state: string }>;
