import { type Actor, all, allow, type Grants, holds, type Policy, refuse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** Three administrators keep each other in check (handbook §16, 等保2.0): one runs, one grants, one reads the journal. */
export const systemGrants = {
  "system.read": ["system_administrator", "security_administrator", "audit_administrator", "leadership"],
  "system.administer": ["system_administrator"],
  "system.people": ["security_administrator"],
  "system.journal": ["audit_administrator"],
  /** Who keeps the key is not who reads the journal; both may look at what was signed. */
  "system.keys": ["security_administrator"],
  "system.digests": ["audit_administrator", "security_administrator"],
  "system.delegate": COMMITTEE_ROLES,
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

export type SecondFactorStanding = "on" | "required" | "off" | "published";

export const secondFactorStanding = (account: {
  readonly enrolled: boolean;
  readonly published: boolean;
  readonly required: boolean;
}): SecondFactorStanding => {
  if (account.enrolled) return "on";
  if (account.published) return "published";
  return account.required ? "required" : "off";
};

export type PersonSubject = {
  readonly personId: string;
  readonly left: boolean;
  readonly published: boolean;
  readonly enrolled: boolean;
};

/** Nobody changes his own roles, nor opens his own account by the administrator's door; for who has left there is nothing more to do. */
const touch = (actor: Actor, { personId, left }: PersonSubject) =>
  all(holds(actor, "system.people"), personId === actor.id ? refuse("person.self") : allow, left ? refuse("person.left") : allow);
const notPublished = ({ published }: PersonSubject) => (published ? refuse("account.published") : allow);

export const personPolicy = {
  grantRole: touch,
  revokeRole: touch,
  resetPassword: (actor, person) => all(touch(actor, person), notPublished(person)),
  setMail: (actor, person) => all(touch(actor, person), notPublished(person)),
  resetSecondFactor: (actor, person) => all(touch(actor, person), person.enrolled ? allow : refuse("second-factor.none")),
  endSessions: touch,
  leave: touch,
} satisfies Policy<PersonSubject>;

export type DelegationSubject = { readonly lenderId: string; readonly over: boolean };
export const delegationPolicy = {
  end: (actor, { lenderId, over }) =>
    all(lenderId === actor.id ? allow : refuse("delegation.not-yours"), over ? refuse("delegation.over") : allow),
} satisfies Policy<DelegationSubject>;

export type JobSubject = { readonly state: "queued" | "running" | "done" | "failed" | "cancelled"; readonly ownerId: string };

const mayTouch = (actor: Actor, job: JobSubject) =>
  job.ownerId === actor.id || actor.permissions.has("system.administer") ? allow : refuse("missing-permission:system.administer");
export const jobPolicy = {
  cancel: (actor: Actor, job: JobSubject) =>
    all(mayTouch(actor, job), job.state === "queued" || job.state === "running" ? allow : refuse("job.not-running")),
  resume: (actor: Actor, job: JobSubject) =>
    all(mayTouch(actor, job), job.state === "failed" || job.state === "cancelled" ? allow : refuse("job.not-stopped")),
} satisfies Policy<JobSubject>;
