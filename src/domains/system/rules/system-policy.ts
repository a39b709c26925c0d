import { type Actor, all, allow, type Grants, holds, type Policy, refuse } from "#kernel/policy.ts";

/** Three administrators keep each other in check (handbook §16, 等保2.0): one runs, one grants, one reads the journal. */
export const systemGrants = {
  "system.read": ["system_administrator", "security_administrator", "audit_administrator", "leadership"],
  "system.administer": ["system_administrator"],
  "system.people": ["security_administrator"],
  "system.journal": ["audit_administrator"],
  /** Who keeps the key is not who reads the journal; both may look at what was signed. */
  "system.keys": ["security_administrator"],
  "system.digests": ["audit_administrator", "security_administrator"],
  /** Those who call on people in their work; who governs, counts or audits sees what is masked. */
  "system.unmask": ["promotion", "task_force", "liaison", "approval_window", "department_head", "policy_payout", "payer"],
} as const satisfies Grants;

export const retentionPolicy = { run: (actor: Actor) => holds(actor, "system.journal") } satisfies Policy<object>;

export const digestPolicy = {
  sign: (actor: Actor) => holds(actor, "system.journal"),
  compare: (actor: Actor) => holds(actor, "system.journal"),
  cut: (actor: Actor) => holds(actor, "system.journal"),
  rotate: (actor: Actor) => holds(actor, "system.keys"),
} satisfies Policy<object>;

export type PersonSubject = { readonly personId: string };

/** Nobody changes his own roles. */
export const personPolicy = {
  grantRole: (actor: Actor, person: PersonSubject) =>
    all(holds(actor, "system.people"), person.personId === actor.id ? refuse("person.self") : allow),
  revokeRole: (actor: Actor, person: PersonSubject) =>
    all(holds(actor, "system.people"), person.personId === actor.id ? refuse("person.self") : allow),
} satisfies Policy<PersonSubject>;

export type JobSubject = { readonly state: "queued" | "running" | "done" | "failed" | "cancelled"; readonly ownerId: string };

const mayTouch = (actor: Actor, job: JobSubject) =>
  job.ownerId === actor.id || actor.permissions.has("system.administer") ? allow : refuse("missing-permission:system.administer");
export const jobPolicy = {
  cancel: (actor: Actor, job: JobSubject) =>
    all(mayTouch(actor, job), job.state === "queued" || job.state === "running" ? allow : refuse("job.not-running")),
  resume: (actor: Actor, job: JobSubject) =>
    all(mayTouch(actor, job), job.state === "failed" || job.state === "cancelled" ? allow : refuse("job.not-stopped")),
} satisfies Policy<JobSubject>;
