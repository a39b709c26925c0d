import { z } from "zod";
import { defineOperations } from "#kernel/contract.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Role } from "#kernel/role.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();

/** What an official can hold, in the order in which it is handed over. Decisions belong to a role and stay with it. */
export const HeldKind = z.enum(["owner", "leader", "task-force-lead", "member", "task", "supervision", "resolution", "meeting"]);
export type HeldKind = z.infer<typeof HeldKind>;

export const heldKindWords: Readonly<Record<HeldKind, Text>> = {
  owner: { zh: "项目负责人", en: "Owner of a project" },
  leader: { zh: "牵头领导", en: "Leading official of a project" },
  "task-force-lead": { zh: "专班负责人", en: "Head of a task force" },
  member: { zh: "专班成员", en: "Member of a task force" },
  task: { zh: "未办结事项", en: "Open task" },
  supervision: { zh: "未办结督办", en: "Open supervision" },
  resolution: { zh: "未办结议定事项", en: "Open resolution" },
  meeting: { zh: "待主持的调度会", en: "Dispatch meeting to chair" },
};

export const HeldItem = z.object({
  kind: HeldKind,
  /** Of the task, supervision, resolution or meeting, otherwise of the project. */
  id: Id,
  /** None for a meeting, and for a resolution about no one project. */
  project: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
  /** The duty of a member, the title of a task, the number or kind of a supervision. */
  what: z.string(),
  dueOn: LocalDate.nullable(),
});
export type HeldItem = z.infer<typeof HeldItem>;

export const handoverOperations = defineOperations({
  listHolders: {
    kind: "query",
    path: "/api/projects/handover/people",
    permission: "projects.hand-over",
    summary: { zh: "各人手上的项目工作", en: "What each official holds of projects" },
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({ id: Id, name: z.string(), roles: z.array(Role), department: z.string().nullable(), held: z.number().int() }),
      ),
    }),
  },
  handoverPreview: {
    kind: "query",
    path: "/api/projects/handover/:personId",
    permission: "projects.hand-over",
    summary: { zh: "交接预览：这个人手上有什么", en: "Before a handover: what a person holds" },
    input: z.object({ personId: Id }),
    output: z.object({ person: z.object({ id: Id, name: z.string() }), items: z.array(HeldItem) }),
  },
  handOver: {
    kind: "command",
    path: "/api/projects/handover/:fromId",
    permission: "projects.hand-over",
    idempotency: "key",
    summary: { zh: "离岗交接：全部移交给一位同事", en: "Hand everything over to one colleague" },
    input: z.object({
      fromId: Id,
      toId: Id,
      reason: z.string().trim().min(2).max(300),
      /** How many items the preview showed: when it has changed since, nothing moves. */
      expected: z.number().int().min(0),
    }),
    output: z.object({ moved: z.number().int(), byKind: z.array(z.object({ kind: HeldKind, moved: z.number().int() })) }),
  },
});
