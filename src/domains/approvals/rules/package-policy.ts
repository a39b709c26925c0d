import type { PackageState } from "#domains/approvals/rules/package-course.ts";
import { type Actor, all, allow, type Decision, holds, type Policy, refuse } from "#kernel/policy.ts";

export type PackageSubject = { readonly state: PackageState; readonly enterpriseId: string | null; readonly applicantId: string };

const inState = ({ state }: PackageSubject, ...states: readonly PackageState[]): Decision =>
  states.includes(state) ? allow : refuse(`wrong-package-state:${state}`);
/** As with a case: an enterprise's account for its own enterprise, the window for whoever stands there, others for what they filed themselves. */
function own(actor: Actor, { enterpriseId, applicantId }: PackageSubject): Decision {
  if (actor.role === "enterprise") return enterpriseId !== null && actor.enterpriseId === enterpriseId ? allow : refuse("other-enterprise");
  return actor.role === "approval_window" || actor.id === applicantId ? allow : refuse("no-authorisation");
}
const asDraft = (actor: Actor, subject: PackageSubject): Decision =>
  all(holds(actor, "approvals.apply"), own(actor, subject), inState(subject, "DRAFT"));

/** The applicant has it until it is submitted; what a failed child asks for is the window's to do. */
export const packagePolicy = {
  provide: asDraft,
  submit: asDraft,
  withdraw: asDraft,
  renewCode: (actor, subject) => all(holds(actor, "approvals.apply"), own(actor, subject)),
  compensate: (actor, subject) => all(holds(actor, "approvals.handle"), inState(subject, "COMPENSATING")),
} satisfies Policy<PackageSubject>;
