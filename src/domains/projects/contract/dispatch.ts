import { z } from "zod";
import { IssueLevel } from "#domains/projects/contract/task-force-operations.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();
export const PersonRef = z.object({ id: Id, name: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;
export const ProjectRef = z.object({ id: Id, code: z.string(), name: z.string() });
export type ProjectRef = z.infer<typeof ProjectRef>;
/** A sentence that was made by a rule, in both languages. */
export const Sentence = z.object({ zh: z.string(), en: z.string() });
export type Sentence = z.infer<typeof Sentence>;

/** 计划 → 召开 → 纪要已审定, or cancelled before it was held. */
export const MeetingState = z.enum(["PLANNED", "CONVENED", "MINUTED", "CANCELLED"]);
export type MeetingState = z.infer<typeof MeetingState>;

/** Where an item of the agenda comes from; in the order in which they are taken. */
export const AgendaSource = z.enum([
  "red",
  "second-yellow",
  "issue",
  "resolution",
  "supervision",
  "deferred",
  "added",
  "yellow",
  "date-request",
  "milestone",
]);
export type AgendaSource = z.infer<typeof AgendaSource>;

/** What a person made of an item: it stays, is put off to the next meeting, or is left out. */
export const AgendaChange = z.enum(["keep", "defer", "drop"]);
export type AgendaChange = z.infer<typeof AgendaChange>;

export const Capacity = z.enum(["chair", "lead", "owner", "guest"]);
export type Capacity = z.infer<typeof Capacity>;
export const AttendanceStatus = z.enum(["INVITED", "PRESENT", "ABSENT", "REPRESENTED"]);
export type AttendanceStatus = z.infer<typeof AttendanceStatus>;

export const ResolutionState = z.enum(["OPEN", "DONE", "CANCELLED"]);
export type ResolutionState = z.infer<typeof ResolutionState>;
export const MinutesState = z.enum(["WRITTEN", "APPROVED", "RETURNED"]);
export type MinutesState = z.infer<typeof MinutesState>;
export const MeetingMode = z.enum(["place", "online"]);
export type MeetingMode = z.infer<typeof MeetingMode>;

/** What stands in one edition of the minutes, frozen when it was written; printed in either language. */
export const MinutesContent = z.object({
  zone: Sentence,
  year: z.number().int(),
  number: z.number().int(),
  heldOn: LocalDate,
  startsAt: z.string(),
  mode: MeetingMode,
  place: z.string(),
  chair: z.string(),
  attendance: z.array(
    z.object({
      name: z.string(),
      capacity: Capacity,
      status: AttendanceStatus,
      representedBy: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  items: z.array(
    z.object({
      source: AgendaSource,
      title: z.string(),
      project: z.string().nullable(),
      reason: Sentence,
      change: AgendaChange,
      changeReason: z.string().nullable(),
      notes: z.string(),
      resolutions: z.array(
        z.object({ number: z.number().int(), text: z.string(), owner: z.string(), department: z.string().nullable(), dueOn: LocalDate }),
      ),
    }),
  ),
  remarks: z.string(),
  writtenBy: z.string(),
});
export type MinutesContent = z.infer<typeof MinutesContent>;

export const meetingStateWords: Readonly<Record<MeetingState, Text>> = {
  PLANNED: { zh: "待召开", en: "Planned" },
  CONVENED: { zh: "已召开，纪要待审定", en: "Held, minutes to be approved" },
  MINUTED: { zh: "纪要已审定", en: "Minutes approved" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};

export const agendaSourceWords: Readonly<Record<AgendaSource, Text>> = {
  red: { zh: "红灯项目", en: "Red projects" },
  "second-yellow": { zh: "连续黄灯项目", en: "Projects yellow twice in a row" },
  issue: { zh: "卡点问题", en: "Stuck issues" },
  resolution: { zh: "逾期议定事项", en: "Overdue resolutions" },
  supervision: { zh: "逾期督办", en: "Overdue supervision" },
  deferred: { zh: "上次缓议", en: "Put off last time" },
  added: { zh: "临时提交", en: "Added by hand" },
  yellow: { zh: "黄灯项目", en: "Yellow projects" },
  "date-request": { zh: "待审定的改期", en: "Date changes waiting" },
  milestone: { zh: "两周内到期的节点", en: "Milestones due in two weeks" },
};

export const agendaChangeWords: Readonly<Record<AgendaChange, Text>> = {
  keep: { zh: "上会", en: "On the agenda" },
  defer: { zh: "缓议", en: "Put off" },
  drop: { zh: "不上会", en: "Left out" },
};

export const capacityWords: Readonly<Record<Capacity, Text>> = {
  chair: { zh: "主持人", en: "Chair" },
  lead: { zh: "专班领导", en: "Task force lead" },
  owner: { zh: "责任人", en: "Owner" },
  guest: { zh: "列席", en: "Guest" },
};

export const attendanceWords: Readonly<Record<AttendanceStatus, Text>> = {
  INVITED: { zh: "待登记", en: "To be entered" },
  PRESENT: { zh: "出席", en: "Present" },
  ABSENT: { zh: "请假", en: "Absent" },
  REPRESENTED: { zh: "委托代会", en: "Represented" },
};

export const resolutionStateWords: Readonly<Record<ResolutionState, Text>> = {
  OPEN: { zh: "办理中", en: "Open" },
  DONE: { zh: "已办结", en: "Done" },
  CANCELLED: { zh: "已撤销", en: "Cancelled" },
};

export const minutesStateWords: Readonly<Record<MinutesState, Text>> = {
  WRITTEN: { zh: "送审", en: "In review" },
  APPROVED: { zh: "已审定", en: "Approved" },
  RETURNED: { zh: "已退回", en: "Returned" },
};

export const issueLevelWords: Readonly<Record<IssueLevel, Text>> = {
  "task-force": { zh: "专班", en: "Task force" },
  department: { zh: "部门", en: "Department" },
  leadership: { zh: "管委会领导", en: "Leadership" },
};

/** From the lowest to the highest. */
export const ISSUE_LEVELS: readonly IssueLevel[] = IssueLevel.options;
