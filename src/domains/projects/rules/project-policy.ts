import type { ProjectStage } from "#domains/projects/contract/project.ts";
import type { TaskKind } from "#domains/projects/contract/task-force-operations.ts";
import { type Actor, all, allow, type Grants, holds, type Policy, refuse, someoneElse } from "#kernel/policy.ts";
import { COMMITTEE_ROLES, type Role } from "#kernel/role.ts";

/** handbook §1 and §4: 专班 work on their projects, the promotion office registers what it signed, statistics follow 入库, leadership decides. */
export const projectGrants = {
  "projects.read": COMMITTEE_ROLES,
  /** That its own projects are registered, by code and name, and nothing more. */
  "projects.see-own": ["enterprise"],
  "projects.register": ["promotion", "task_force", "department_head"],
  "projects.work": ["task_force", "department_head"],
  /** Onward by those who work on it, out of it and back by those who decide: see `mayMove`. */
  "projects.move": ["task_force", "department_head", "leadership"],
  "projects.lead": ["leadership", "department_head"],
  "projects.report": ["task_force", "department_head", "liaison"],
  "projects.decide": ["leadership", "department_head"],
  "projects.statistics": ["statistics"],
  "projects.supervise": ["leadership", "department_head"],
  "projects.set-rules": ["leadership"],
  "projects.hand-over": ["leadership", "department_head", "system_administrator"],
  "projects.set-geography": ["department_head", "system_administrator"],
  "projects.settle": ["task_force", "department_head"],
} as const satisfies Grants;

export type ProjectSubject = { readonly stage: ProjectStage };

const notOver = ({ stage }: ProjectSubject) => (stage === "TERMINATED" ? refuse("wrong-state:TERMINATED") : allow);

/** What may be done with one project now. Moves have their own gates, in rules/project-lifecycle.ts. */
export const projectPolicy = {
  read: (actor) => holds(actor, "projects.read"),
  edit: (actor, project) => all(holds(actor, "projects.register"), notOver(project)),
  attachEvidence: (actor, project) => all(holds(actor, "projects.work"), notOver(project)),
  move: (actor, project) => all(holds(actor, "projects.move"), notOver(project)),
  reachMilestone: (actor, project) => all(holds(actor, "projects.work"), notOver(project)),
  requestDate: (actor, project) => all(holds(actor, "projects.work"), notOver(project)),
  report: (actor, project) => all(holds(actor, "projects.report"), notOver(project)),
  setInvestmentPlan: (actor, project) => all(holds(actor, "projects.work"), notOver(project)),
  enterStatistics: (actor, project) => all(holds(actor, "projects.statistics"), notOver(project)),
  formTaskForce: (actor, project) => all(holds(actor, "projects.lead"), notOver(project)),
  addTask: (actor, project) => all(holds(actor, "projects.report"), notOver(project)),
  /** Close, roll over, escalate: also of a project that is over, so that nothing stays open for ever. */
  workTask: (actor) => holds(actor, "projects.report"),
  supervise: (actor) => holds(actor, "projects.supervise"),
  replySupervision: (actor) => holds(actor, "projects.work"),
} satisfies Policy<ProjectSubject>;

/** Stopping, resuming and ending a project is decided by the leadership (handbook §4: on a decision); `by` is that of the table of moves. */
export const mayMove = (actor: Actor, project: ProjectSubject, by: Role) =>
  all(projectPolicy.move(actor, project), by === "leadership" ? holds(actor, "projects.decide") : allow);

export type DateRequestSubject = { readonly state: string; readonly requestedBy: string };

/** handbook §1: no self-approval. */
export const dateRequestPolicy = {
  decide: (actor: Actor, request: DateRequestSubject) =>
    all(
      holds(actor, "projects.decide"),
      request.state === "REQUESTED" ? allow : refuse("request-decided"),
      someoneElse(actor, request.requestedBy, "self-approval"),
    ),
  /** Taken back by whoever asked, as long as nobody has decided. */
  withdraw: (actor: Actor, request: DateRequestSubject) =>
    all(
      holds(actor, "projects.work"),
      request.state === "REQUESTED" ? allow : refuse("request-decided"),
      request.requestedBy === actor.id ? allow : refuse("not-own-request"),
    ),
} satisfies Policy<DateRequestSubject>;

export type SupervisionSubject = {
  readonly state: string;
  readonly issuedBy: string | null;
  readonly repliedBy: string | null;
  readonly addresseeId: string | null;
  /** The department that answers for the project. */
  readonly departmentId: string | null;
};

/** Of the heads only that of the project's own department answers for it, or to whom the letter is addressed. */
const isAsked = (actor: Actor, letter: SupervisionSubject) =>
  actor.role !== "department_head" ||
  letter.addresseeId === actor.id ||
  (letter.departmentId !== null && letter.departmentId === actor.departmentId)
    ? allow
    : refuse("not-addressed");

const inState = (subject: SupervisionSubject, states: readonly string[], because: string) =>
  states.includes(subject.state) ? allow : refuse(because);

/** Issued by those who supervise, answered by those who work on the project; nobody answers his own letter or closes his own answer (handbook §1). */
export const supervisionPolicy = {
  issue: (actor, letter) => all(holds(actor, "projects.supervise"), inState(letter, ["OPEN"], "supervision-issued")),
  reply: (actor, letter) =>
    all(
      holds(actor, "projects.work"),
      inState(letter, ["ISSUED"], "supervision-not-awaiting-reply"),
      someoneElse(actor, letter.issuedBy, "own-letter"),
      isAsked(actor, letter),
    ),
  close: (actor, letter) =>
    all(
      holds(actor, "projects.supervise"),
      inState(letter, ["ISSUED", "REPLIED"], "supervision-not-to-close"),
      someoneElse(actor, letter.repliedBy, "own-reply"),
    ),
} satisfies Policy<SupervisionSubject>;
export type TaskSubject = { readonly state: string; readonly kind: TaskKind; readonly owner: { readonly id: string } };

const stillOpen = ({ state }: TaskSubject) => (state === "OPEN" ? allow : refuse("task-closed"));

/** Those who work on projects act on any task; others who may report, such as a liaison, on their own. */
const theirs = (actor: Actor, task: TaskSubject) =>
  all(
    holds(actor, "projects.report"),
    holds(actor, "projects.work").allowed || task.owner.id === actor.id ? allow : refuse("not-own-task"),
    stillOpen(task),
  );

export const taskPolicy = {
  close: theirs,
  roll: theirs,
  escalate: (actor, task) => all(theirs(actor, task), task.kind === "issue" ? allow : refuse("only-issues")),
} satisfies Policy<TaskSubject>;
/** Which reading of a stated completion is meant; a choice may be revised, not one of a document that was taken back. */
export const statedCompletionPolicy = {
  choose: (actor: Actor, statement: { readonly state: string }) =>
    all(holds(actor, "projects.settle"), statement.state === "WITHDRAWN" ? refuse("statement-withdrawn") : allow),
} satisfies Policy<{ readonly state: string }>;
/** A contradiction between a document and the register is settled once, by those who work on projects. */
export const registerConflictPolicy = {
  resolve: (actor: Actor, conflict: { readonly state: string }) =>
    all(holds(actor, "projects.settle"), conflict.state === "OPEN" ? allow : refuse("conflict-settled")),
} satisfies Policy<{ readonly state: string }>;
