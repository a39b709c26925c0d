import { z } from "zod";
import { defineOperations } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";

const Id = z.uuid();
const Person = z.object({ id: Id, name: z.string() });
const ProjectRef = z.object({ id: Id, code: z.string(), name: z.string() });

export const TaskKind = z.enum(["duty", "calendar", "issue"]);
export type TaskKind = z.infer<typeof TaskKind>;
/** Where a stuck issue lies: with the task force, with a department, or with the leadership. */
export const IssueLevel = z.enum(["task-force", "department", "leadership"]);
export type IssueLevel = z.infer<typeof IssueLevel>;

export const TaskView = z.object({
  id: Id,
  project: ProjectRef,
  kind: TaskKind,
  title: z.string(),
  owner: Person,
  openedOn: LocalDate,
  dueOn: LocalDate,
  /** How often it was rolled over to another day. */
  rolled: z.number().int(),
  level: IssueLevel,
  state: z.enum(["OPEN", "DONE", "CANCELLED"]),
  closedOn: LocalDate.nullable(),
  closingNote: z.string().nullable(),
  daysLate: z.number().int(),
  version: z.number().int(),
});

export const LogView = z.object({ kind: z.string(), text: z.string(), on: LocalDate, by: z.string() });

export const TaskForceView = z.object({
  project: ProjectRef,
  lead: Person.nullable(),
  formedOn: LocalDate.nullable(),
  members: z.array(z.object({ person: Person, duty: z.string(), from: LocalDate, to: LocalDate.nullable() })),
  tasks: z.array(TaskView),
  log: z.array(LogView),
});

const title = z.string().trim().min(2).max(200);

export const taskForceOperations = defineOperations({
  formTaskForce: {
    kind: "command",
    path: "/api/projects/:id/task-force",
    permission: "projects.lead",
    idempotency: "natural",
    summary: { zh: "组建或调整专班", en: "Form or change a task force" },
    input: z.object({
      id: Id,
      leadId: Id,
      members: z
        .array(z.object({ personId: Id, duty: z.string().trim().min(1).max(100) }))
        .max(40)
        .default([]),
    }),
    output: TaskForceView,
  },
  openTaskForce: {
    kind: "query",
    path: "/api/projects/:id/task-force",
    permission: "projects.read",
    summary: { zh: "项目专班", en: "The task force of a project" },
    input: z.object({ id: Id }),
    output: TaskForceView,
  },
  addTask: {
    kind: "command",
    path: "/api/projects/:id/tasks",
    permission: "projects.report",
    idempotency: "key",
    summary: { zh: "登记事项或问题", en: "Add a duty, calendar item or issue" },
    input: z.object({ id: Id, kind: TaskKind, title, ownerId: Id, dueOn: DayInReach }),
    output: TaskView,
  },
  closeTask: {
    kind: "command",
    path: "/api/projects/tasks/:taskId/close",
    permission: "projects.report",
    idempotency: "natural",
    summary: { zh: "办结事项", en: "Close a task" },
    input: z.object({ taskId: Id, version: z.number().int(), note: z.string().trim().min(2).max(500) }),
    output: TaskView,
  },
  rollTask: {
    kind: "command",
    path: "/api/projects/tasks/:taskId/roll",
    permission: "projects.report",
    idempotency: "natural",
    summary: { zh: "顺延未办结的事项", en: "Roll an unfinished task over" },
    input: z.object({ taskId: Id, version: z.number().int(), to: DayInReach, reason: z.string().trim().min(2).max(300) }),
    output: TaskView,
  },
  escalateIssue: {
    kind: "command",
    path: "/api/projects/tasks/:taskId/escalate",
    permission: "projects.report",
    idempotency: "natural",
    summary: { zh: "上交问题", en: "Escalate an issue" },
    input: z.object({ taskId: Id, version: z.number().int(), to: IssueLevel, reason: z.string().trim().min(2).max(300) }),
    output: TaskView,
  },
  listTasks: {
    kind: "query",
    path: "/api/projects/tasks",
    permission: "projects.read",
    summary: { zh: "事项与问题", en: "Tasks and issues" },
    input: z.object({
      kind: TaskKind.optional(),
      ownerId: Id.optional(),
      /** Mine only. */
      mine: z.boolean().default(false),
      from: DayInReach.optional(),
      to: DayInReach.optional(),
      open: z.boolean().default(true),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ items: z.array(TaskView) }),
  },
});
