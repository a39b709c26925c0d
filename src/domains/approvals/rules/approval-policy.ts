import type { CaseState } from "#domains/approvals/contract/case.ts";
import { type Actor, all, allow, type Decision, type Grants, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";

/** handbook §1 and §5: windows handle the cases of their own department, its head decides, others give opinions; who applied decides nothing. */
export const approvalGrants = {
  "approvals.see-matters": [...COMMITTEE_ROLES, "enterprise"],
  "approvals.set-matters": ["department_head"],
  "approvals.apply": ["enterprise", "approval_window", "liaison", "task_force"],
  "approvals.open-case": [...COMMITTEE_ROLES, "enterprise"],
  "approvals.read": COMMITTEE_ROLES,
  "approvals.handle": ["approval_window", "department_head"],
  "approvals.review": ["approval_window", "department_head", "task_force"],
  "approvals.decide": ["department_head", "leadership"],
  "approvals.verify": ["approval_window", "department_head"],
  "approvals.assist": ["liaison", "task_force"],
} as const satisfies Grants;

export type CaseSubject = {
  readonly state: CaseState;
  readonly enterpriseId: string | null;
  readonly departmentId: string | null;
  readonly applicantId: string;
  /** Who accepted it: the case is decided by somebody else. */
  readonly acceptedBy: string | null;
  /** Who acts for the applicant by an authorisation that runs today (帮办代办). */
  readonly helpers: readonly string[];
};

const inState = (subject: CaseSubject, ...states: readonly CaseState[]): Decision =>
  states.includes(subject.state) ? allow : refuse(`wrong-state:${subject.state}`);

/** A window handles the cases of its own department; a case without one is anybody's who may handle. */
const ownDepartment = (actor: Actor, { departmentId }: CaseSubject): Decision =>
  departmentId === null || actor.departmentId === departmentId ? allow : refuse("other-department");

/**
 * An enterprise's account acts for its own enterprise only; the window for whoever stands at the counter with a case of its department;
 * everybody for what they drafted there themselves, and as helpers while the authorisation runs.
 */
function forApplicant(actor: Actor, subject: CaseSubject): Decision {
  const { enterpriseId, applicantId, helpers } = subject;
  if (actor.role === "enterprise") return enterpriseId !== null && actor.enterpriseId === enterpriseId ? allow : refuse("other-enterprise");
  if (actor.id === applicantId || helpers.includes(actor.id)) return allow;
  return actor.role === "approval_window" ? ownDepartment(actor, subject) : refuse("no-authorisation");
}

const notOwn = (actor: Actor, { applicantId }: CaseSubject): Decision => someoneElse(actor, applicantId, "self-approval");
const notAccepter = (actor: Actor, { acceptedBy }: CaseSubject): Decision => someoneElse(actor, acceptedBy, "accepter-decides");

/** The head decides for the own department; leadership for any. */
const headOf = (actor: Actor, subject: CaseSubject): Decision => (actor.role === "leadership" ? allow : ownDepartment(actor, subject));

const OPEN: readonly CaseState[] = ["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED"];

export const casePolicy = {
  edit: (actor, subject) => all(holds(actor, "approvals.apply"), forApplicant(actor, subject), inState(subject, "DRAFT", "SUPPLEMENT")),
  provide: (actor, subject) => all(holds(actor, "approvals.apply"), forApplicant(actor, subject), inState(subject, "DRAFT", ...OPEN)),
  /** What was deferred comes until the result is released. */
  supply: (actor, subject) =>
    all(holds(actor, "approvals.apply"), forApplicant(actor, subject), inState(subject, "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED")),
  submit: (actor, subject) => all(holds(actor, "approvals.apply"), forApplicant(actor, subject), inState(subject, "DRAFT")),
  answerSupplement: (actor, subject) => all(holds(actor, "approvals.apply"), forApplicant(actor, subject), inState(subject, "SUPPLEMENT")),
  withdraw: (actor, subject) => all(holds(actor, "approvals.apply"), forApplicant(actor, subject), inState(subject, "DRAFT", ...OPEN)),
  /** Whoever lost the code of the receipt is given another, whatever became of the case. */
  renewCode: (actor, subject) => all(holds(actor, "approvals.apply"), forApplicant(actor, subject)),
  accept: (actor, subject) =>
    all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "SUBMITTED"), notOwn(actor, subject)),
  refuseToAccept: (actor, subject) => all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "SUBMITTED")),
  noticeSupplement: (actor, subject) => all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "SUBMITTED")),
  startReview: (actor, subject) => all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "ACCEPTED")),
  pause: (actor, subject) =>
    all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "ACCEPTED", "REVIEWING")),
  resume: (actor, subject) => all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "SUSPENDED")),
  extend: (actor, subject) =>
    all(holds(actor, "approvals.decide"), headOf(actor, subject), inState(subject, "ACCEPTED", "REVIEWING"), notOwn(actor, subject)),
  decide: (actor, subject) =>
    all(
      holds(actor, "approvals.decide"),
      headOf(actor, subject),
      inState(subject, "ACCEPTED", "REVIEWING"),
      notOwn(actor, subject),
      notAccepter(actor, subject),
    ),
  deliver: (actor, subject) => all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, "DECIDED")),
  terminate: (actor, subject) => all(holds(actor, "approvals.handle"), ownDepartment(actor, subject), inState(subject, ...OPEN)),
  assist: (actor, subject) => all(holds(actor, "approvals.assist"), inState(subject, "DRAFT", ...OPEN)),
} satisfies Policy<CaseSubject>;

export type ReviewSubject = {
  readonly state: CaseState;
  readonly node: "waiting" | "open" | "agreed" | "objected" | "silent";
  readonly departmentId: string | null;
  readonly applicantId: string;
};

/** A department's opinion is given by its own people; a node whose department the zone does not have, by anybody who reviews. */
export const reviewPolicy = {
  giveOpinion: (actor, { state, node, departmentId, applicantId }) =>
    all(
      holds(actor, "approvals.review"),
      state === "REVIEWING" ? allow : refuse(`wrong-state:${state}`),
      node === "open" ? allow : refuse("review-not-open"),
      departmentId === null || actor.departmentId === departmentId ? allow : refuse("not-your-review"),
      someoneElse(actor, applicantId, "self-approval"),
    ),
} satisfies Policy<ReviewSubject>;
