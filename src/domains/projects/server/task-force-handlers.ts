import { v7 } from "uuid";
import { ISSUE_LEVELS, issueLevelWords } from "#domains/projects/contract/dispatch.ts";
import type { ProjectStage } from "#domains/projects/contract/project.ts";
import type { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { checkNewDay, checkRoll, type DayProblem } from "#domains/projects/rules/project-calendar.ts";
import { projectPolicy, taskPolicy } from "#domains/projects/rules/project-policy.ts";
import { getProject, holdProject, namesOf } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { addressOpenSupervision } from "#domains/projects/server/supervision-store.ts";
import { appendLog, appendRoll, getTask, taskViews, updateTask, viewTaskForce } from "#domains/projects/server/task-force-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type TaskForceHandlers = HandlersOf<typeof taskForceOperations, OperationContext>;

const formTaskForce: TaskForceHandlers["formTaskForce"] = async ({ id, leadId, members }, context) => {
  const { tx, today } = context;
  const project = await holdProject(tx, id);
  requireDecision(projectPolicy.formTaskForce(actorOf(tx), { stage: project.stage as ProjectStage }));
  const zone = { zone_id: actorOf(tx).zoneId };
  const people = [leadId, ...members.map((member) => member.personId)];
  const names = await namesOf(tx, people);
  if (people.some((person) => !names.has(person))) throw new AppError("projects.no-such-person", "not-found");
  await tx
    .insertInto("project_task_force")
    .values({ ...zone, project_id: id, lead_id: leadId, formed_on: today })
    .onConflict((on) => on.columns(["zone_id", "project_id"]).doUpdateSet({ lead_id: leadId, disbanded_on: null }))
    .execute();
  // Who is no longer named leaves today; who stays under the same duty stays since when it was.
  const standing = await tx
    .selectFrom("task_force_member")
    .selectAll()
    .where("zone_id", "=", zone.zone_id)
    .where("project_id", "=", id)
    .where("to_day", "is", null)
    .execute();
  const stays = (personId: string, duty: string) => standing.some((one) => one.person_id === personId && one.duty === duty);
  for (const one of standing.filter(
    (member) => !members.some((named) => named.personId === member.person_id && named.duty === member.duty),
  )) {
    await tx
      .updateTable("task_force_member")
      .set({ to_day: today })
      .where("zone_id", "=", zone.zone_id)
      .where("project_id", "=", id)
      .where("person_id", "=", one.person_id)
      .where("from_day", "=", one.from_day)
      .execute();
  }
  for (const { personId, duty } of members.filter((named) => !stays(named.personId, named.duty))) {
    await tx
      .insertInto("task_force_member")
      .values({ ...zone, project_id: id, person_id: personId, duty, from_day: today })
      .onConflict((on) => on.columns(["zone_id", "project_id", "person_id", "from_day"]).doUpdateSet({ duty, to_day: null }))
      .execute();
  }
  await addressOpenSupervision(tx, id);
  context.journal({ subject: `project:${project.id}`, after: { taskForce: { lead: leadId, members: members.length } } });
  await context.emit("projects.task-force-formed", { projectId: id });
  return viewTaskForce(tx, id, today);
};

const addTask: TaskForceHandlers["addTask"] = async ({ id, kind, title, ownerId, dueOn }, context) => {
  const { tx, today } = context;
  const project = await getProject(tx, id);
  requireDecision(projectPolicy.addTask(actorOf(tx), { stage: project.stage as ProjectStage }));
  if (!(await namesOf(tx, [ownerId])).has(ownerId)) throw new AppError("projects.no-such-person", "not-found");
  if (dueOn < project.signed_on) throw new AppError("projects.before-last-step", "invalid", { date: dueOn, last: project.signed_on });
  refuseDay(checkNewDay({ kind, dueOn }, today, await loadCalendar(tx)));
  const taskId = v7();
  await tx
    .insertInto("project_task")
    .values({ zone_id: actorOf(tx).zoneId, id: taskId, project_id: id, kind, title, owner_id: ownerId, opened_on: today, due_on: dueOn })
    .execute();
  if (kind === "issue") await appendLog(tx, { projectId: id, taskId, kind: "raised", text: title, on: today });
  context.journal({ subject: `project:${id}`, after: { task: taskId, kind, dueOn, owner: ownerId } });
  return getTask(tx, taskId, today);
};

function refuseDay(problem: DayProblem | undefined): void {
  if (problem !== undefined) throw new AppError(problem.code, "invalid", problem.params);
}

const closeTask: TaskForceHandlers["closeTask"] = async ({ taskId, version, note }, context) => {
  const { tx, today } = context;
  const task = await getTask(tx, taskId, today);
  requireDecision(taskPolicy.close(actorOf(tx), task));
  await updateTask(tx, taskId, version, { state: "DONE", closed_on: today, closing_note: note });
  await appendLog(tx, { projectId: task.project.id, taskId, kind: "closed", text: `${task.title}：${note}`, on: today });
  context.journal({
    subject: `project:${task.project.id}`,
    before: { task: taskId, state: "OPEN" },
    after: { task: taskId, state: "DONE" },
  });
  return getTask(tx, taskId, today);
};

const rollTask: TaskForceHandlers["rollTask"] = async ({ taskId, version, to, reason }, context) => {
  const { tx, today } = context;
  const task = await getTask(tx, taskId, today);
  requireDecision(taskPolicy.roll(actorOf(tx), task));
  refuseDay(checkRoll({ kind: task.kind, dueOn: task.dueOn as LocalDate }, to, today, await loadCalendar(tx)));
  await updateTask(tx, taskId, version, { due_on: to, rolled: task.rolled + 1 });
  await appendRoll(tx, { taskId, ordinal: task.rolled + 1, from: task.dueOn as LocalDate, to, reason, on: today });
  await appendLog(tx, {
    projectId: task.project.id,
    taskId,
    kind: "rolled",
    text: `${task.title}：${task.dueOn} → ${to}，${reason}`,
    on: today,
  });
  context.journal({
    subject: `project:${task.project.id}`,
    before: { task: taskId, dueOn: task.dueOn },
    after: { task: taskId, dueOn: to },
    detail: { reason },
  });
  return getTask(tx, taskId, today);
};

const escalateIssue: TaskForceHandlers["escalateIssue"] = async ({ taskId, version, to, reason }, context) => {
  const { tx, today } = context;
  const task = await getTask(tx, taskId, today);
  requireDecision(taskPolicy.escalate(actorOf(tx), task));
  if (ISSUE_LEVELS.indexOf(to) <= ISSUE_LEVELS.indexOf(task.level))
    throw new AppError("projects.escalate-up", "conflict", { from: issueLevelWords[task.level][context.language] });
  await updateTask(tx, taskId, version, { level: to });
  const text = `${task.title}：${issueLevelWords[task.level].zh} → ${issueLevelWords[to].zh}，${reason}`;
  await appendLog(tx, { projectId: task.project.id, taskId, kind: "raised", text, on: today });
  context.journal({
    subject: `project:${task.project.id}`,
    before: { task: taskId, level: task.level },
    after: { task: taskId, level: to },
    detail: { reason },
  });
  await context.emit("projects.issue-escalated", { projectId: task.project.id, taskId, to });
  return getTask(tx, taskId, today);
};

export const taskForceHandlers: TaskForceHandlers = {
  formTaskForce,
  openTaskForce: ({ id }, { tx, today }) => viewTaskForce(tx, id, today),
  addTask,
  closeTask,
  rollTask,
  escalateIssue,
  listTasks: async ({ mine, ownerId, ...choice }, { tx, today, actor }) => ({
    items: await taskViews(tx, { ...choice, ownerId: mine ? actor.id : ownerId }, today),
  }),
};
