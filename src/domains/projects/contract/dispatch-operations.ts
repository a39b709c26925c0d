import { z } from "zod";
import {
  AgendaChange,
  AgendaSource,
  AttendanceStatus,
  Capacity,
  MeetingMode,
  MeetingState,
  MinutesState,
  PersonRef,
  ProjectRef,
  ResolutionState,
  Sentence,
} from "#domains/projects/contract/dispatch.ts";
import { IssueLevel } from "#domains/projects/contract/task-force-operations.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Version = z.number().int();
const MB = 1_048_576;
const reason = z.string().trim().min(2).max(300);
const StartsAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const place = z.string().trim().min(2).max(120);

export const MeetingRow = z.object({
  id: Id,
  year: z.number().int(),
  number: z.number().int(),
  heldOn: LocalDate,
  /** The notice of that year is not loaded yet. */
  provisional: z.boolean(),
  startsAt: z.string(),
  mode: MeetingMode,
  place: z.string(),
  chair: PersonRef,
  state: MeetingState,
  items: z.number().int(),
  resolutions: z.number().int(),
  openResolutions: z.number().int(),
  present: z.number().int(),
  invited: z.number().int(),
  version: Version,
});

/** The day that the next meeting would be held on, by the zone's weekday and the work calendar. */
export const MeetingProposal = z.object({
  weekday: z.number().int(),
  heldOn: LocalDate,
  provisional: z.boolean(),
  /** The weekday itself, where it is a day of rest. */
  movedFrom: LocalDate.nullable(),
  holiday: z.string().nullable(),
  /** The meeting that is planned already. */
  planned: MeetingRow.nullable(),
});

export const ResolutionView = z.object({
  id: Id,
  /** Such as `2026-25-3`: year, meeting, place within it. */
  code: z.string(),
  meetingId: Id,
  heldOn: LocalDate,
  project: ProjectRef.nullable(),
  item: z.string(),
  text: z.string(),
  owner: PersonRef,
  department: z.string().nullable(),
  dueOn: LocalDate,
  state: ResolutionState,
  madeOn: LocalDate,
  daysLate: z.number().int(),
  extensions: z.array(z.object({ from: LocalDate, to: LocalDate, reason: z.string(), on: LocalDate, by: z.string() })),
  closedOn: LocalDate.nullable(),
  closedBy: z.string().nullable(),
  closing: z.string().nullable(),
  closingFile: z.string().nullable(),
  version: Version,
  abilities: Abilities,
});

export const AgendaItemView = z.object({
  /** Null until the meeting is convened. */
  id: Id.nullable(),
  key: z.string(),
  /** Place on the agenda; null for what was put off or left out. */
  ordinal: z.number().int().nullable(),
  source: AgendaSource,
  /** The record it comes from: a project, issue, resolution, letter or request. */
  sourceId: Id.nullable(),
  project: ProjectRef.nullable(),
  owner: PersonRef.nullable(),
  title: z.string(),
  reason: Sentence,
  /** Lesser causes of the same project, which are taken together with this one. */
  also: z.array(z.object({ source: AgendaSource, reason: Sentence })),
  change: AgendaChange,
  changeReason: z.string().nullable(),
  changedBy: z.string().nullable(),
  notes: z.string(),
  resolutions: z.array(ResolutionView),
  version: Version,
});

export const AgendaView = z.object({
  meetingId: Id.nullable(),
  heldOn: LocalDate,
  asOf: LocalDate,
  /** Stored when the meeting was convened; otherwise made now. */
  frozen: z.boolean(),
  /** Why the items stand in this order, source by source. */
  order: z.array(z.object({ source: AgendaSource, count: z.number().int(), why: Sentence })),
  items: z.array(AgendaItemView),
});

export const AttendanceView = z.object({
  person: PersonRef,
  capacity: Capacity,
  status: AttendanceStatus,
  representedBy: z.string().nullable(),
  reason: z.string().nullable(),
});

export const MinutesView = z.object({
  edition: z.number().int(),
  state: MinutesState,
  reason: z.string().nullable(),
  writtenOn: LocalDate,
  writtenBy: z.string(),
  reviewedOn: LocalDate.nullable(),
  reviewedBy: z.string().nullable(),
  reviewNote: z.string().nullable(),
  version: Version,
  abilities: Abilities,
});

export const MeetingView = z.object({
  meeting: MeetingRow,
  agenda: AgendaView,
  attendance: z.array(AttendanceView),
  minutes: z.array(MinutesView),
  steps: z.array(z.object({ move: z.string(), to: MeetingState, on: LocalDate, by: z.string(), reason: z.string().nullable() })),
  next: z.array(z.object({ move: z.string(), to: MeetingState, by: z.string(), missing: z.array(z.string()) })),
  abilities: Abilities,
});

/** What one person holds. Counts only: nothing here ranks people or their speed. */
export const WorkloadRow = z.object({
  person: PersonRef,
  department: z.string().nullable(),
  owned: z.number().int(),
  led: z.number().int(),
  tasks: z.object({ open: z.number().int(), overdue: z.number().int(), soon: z.number().int() }),
  issues: z.object({ open: z.number().int(), overdue: z.number().int(), soon: z.number().int() }),
  resolutions: z.object({ open: z.number().int(), overdue: z.number().int(), soon: z.number().int() }),
  /** Open tasks, issues and resolutions together. */
  load: z.number().int(),
});

export const IssueView = z.object({
  id: Id,
  project: ProjectRef,
  title: z.string(),
  owner: PersonRef,
  level: IssueLevel,
  openedOn: LocalDate,
  dueOn: LocalDate,
  rolled: z.number().int(),
  state: z.enum(["OPEN", "DONE", "CANCELLED"]),
  /** Working days since it was raised, until it was resolved. */
  stuckWorkdays: z.number().int(),
  /** Since when it lies with its present level. */
  levelSince: LocalDate,
  daysLate: z.number().int(),
  closedOn: LocalDate.nullable(),
  resolution: z.string().nullable(),
  history: z.array(z.object({ kind: z.string(), text: z.string(), on: LocalDate, by: z.string() })),
  version: Version,
});

export const BurnDown = z.object({
  asOf: LocalDate,
  weeks: z.array(
    z.object({
      /** Monday of the week. */
      from: LocalDate,
      made: z.number().int(),
      closed: z.number().int(),
      /** At the end of the week, or as of today. */
      open: z.number().int(),
      overdue: z.number().int(),
    }),
  ),
});

const resolutionFilters = {
  state: ResolutionState.optional(),
  ownerId: Id.optional(),
  departmentId: Id.optional(),
  projectId: Id.optional(),
  meetingId: Id.optional(),
  overdue: z.boolean().default(false),
  mine: z.boolean().default(false),
};

export const dispatchOperations = defineOperations({
  listMeetings: {
    kind: "query",
    path: "/api/projects/dispatch/meetings",
    permission: "projects.read",
    summary: { zh: "调度会列表", en: "Dispatch meetings" },
    input: PageRequest.extend({ state: MeetingState.optional() }),
    output: pageOf(MeetingRow),
  },
  nextMeeting: {
    kind: "query",
    path: "/api/projects/dispatch/next",
    permission: "projects.read",
    summary: { zh: "下一次调度会的日期", en: "The day of the next dispatch meeting" },
    input: z.object({}),
    output: MeetingProposal,
  },
  openMeeting: {
    kind: "query",
    path: "/api/projects/dispatch/meetings/:meetingId",
    permission: "projects.read",
    summary: { zh: "一次调度会", en: "One dispatch meeting" },
    input: z.object({ meetingId: Id }),
    output: MeetingView,
  },
  dispatchAgenda: {
    kind: "query",
    path: "/api/projects/dispatch/agenda",
    permission: "projects.read",
    summary: { zh: "调度会议程（自动生成）", en: "The agenda of the dispatch meeting, made by itself" },
    input: z.object({ meetingId: Id.optional() }),
    output: AgendaView,
  },
  planMeeting: {
    kind: "command",
    path: "/api/projects/dispatch/meetings",
    permission: "projects.dispatch",
    idempotency: "key",
    summary: { zh: "安排调度会", en: "Plan a dispatch meeting" },
    input: z.object({
      /** The proposed day when it is not given. */
      heldOn: DayInReach.optional(),
      startsAt: StartsAt.default("09:00"),
      chairId: Id,
      mode: MeetingMode.default("place"),
      place,
    }),
    output: MeetingView,
  },
  changeMeeting: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/change",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "调整调度会", en: "Change a planned meeting" },
    input: z.object({
      meetingId: Id,
      version: Version,
      heldOn: DayInReach.optional(),
      startsAt: StartsAt.optional(),
      chairId: Id.optional(),
      mode: MeetingMode.optional(),
      place: place.optional(),
      reason,
    }),
    output: MeetingView,
  },
  conveneMeeting: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/convene",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "召开调度会", en: "Convene a meeting" },
    input: z.object({ meetingId: Id, version: Version }),
    output: MeetingView,
  },
  cancelMeeting: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/cancel",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "取消调度会", en: "Cancel a meeting" },
    input: z.object({ meetingId: Id, version: Version, reason }),
    output: MeetingView,
  },
  setDispatchDay: {
    kind: "command",
    path: "/api/projects/dispatch/day",
    permission: "projects.decide",
    idempotency: "natural",
    summary: { zh: "设定例会日", en: "Set the weekday of the meeting" },
    input: z.object({ weekday: z.number().int().min(1).max(5), reason }),
    output: MeetingProposal,
  },
  addAgendaItem: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/items",
    permission: "projects.dispatch",
    idempotency: "key",
    summary: { zh: "临时提交议题", en: "Add an item to an agenda" },
    input: z.object({
      meetingId: Id,
      title: z.string().trim().min(2).max(200),
      projectId: Id.optional(),
      ownerId: Id.optional(),
      reason,
    }),
    output: MeetingView,
  },
  changeAgendaItem: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/items/change",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "议题缓议、不上会或恢复", en: "Put off, leave out or take back an item" },
    input: z.object({ meetingId: Id, key: z.string().min(3).max(120), change: AgendaChange, reason }),
    output: MeetingView,
  },
  noteAgendaItem: {
    kind: "command",
    path: "/api/projects/dispatch/items/:itemId/notes",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "记录讨论情况", en: "Note the discussion of an item" },
    input: z.object({ itemId: Id, version: Version, notes: z.string().trim().max(4000) }),
    output: MeetingView,
  },
  addResolution: {
    kind: "command",
    path: "/api/projects/dispatch/items/:itemId/resolutions",
    permission: "projects.dispatch",
    idempotency: "key",
    summary: { zh: "登记议定事项", en: "Record a resolution" },
    input: z.object({
      itemId: Id,
      text: z.string().trim().min(4).max(500),
      ownerId: Id,
      /** The department of the owner when it is not given. */
      departmentId: Id.optional(),
      dueOn: DayInReach,
    }),
    output: MeetingView,
  },
  listResolutions: {
    kind: "query",
    path: "/api/projects/dispatch/resolutions",
    permission: "projects.read",
    summary: { zh: "议定事项", en: "Resolutions" },
    input: PageRequest.extend(resolutionFilters),
    output: pageOf(ResolutionView),
  },
  resolutionBurnDown: {
    kind: "query",
    path: "/api/projects/dispatch/burn-down",
    permission: "projects.read",
    summary: { zh: "议定事项按周燃尽", en: "Open resolutions by week" },
    input: z.object({ weeks: z.number().int().min(2).max(52).default(12) }),
    output: BurnDown,
  },
  closeResolution: {
    kind: "command",
    path: "/api/projects/dispatch/resolutions/:resolutionId/close",
    permission: "projects.resolve",
    idempotency: "key",
    summary: { zh: "办结议定事项", en: "Close a resolution" },
    input: z.object({ resolutionId: Id, version: Version, evidence: z.string().trim().min(4).max(500) }),
    output: ResolutionView,
    upload: { maxFiles: 1, maxBytes: 20 * MB, optional: true },
  },
  extendResolution: {
    kind: "command",
    path: "/api/projects/dispatch/resolutions/:resolutionId/extend",
    permission: "projects.decide",
    idempotency: "natural",
    summary: { zh: "延期议定事项", en: "Extend a resolution" },
    input: z.object({ resolutionId: Id, version: Version, to: DayInReach, reason }),
    output: ResolutionView,
  },
  cancelResolution: {
    kind: "command",
    path: "/api/projects/dispatch/resolutions/:resolutionId/cancel",
    permission: "projects.decide",
    idempotency: "natural",
    summary: { zh: "撤销议定事项", en: "Cancel a resolution" },
    input: z.object({ resolutionId: Id, version: Version, reason }),
    output: ResolutionView,
  },
  downloadClosing: {
    kind: "query",
    path: "/api/projects/dispatch/resolutions/:resolutionId/file",
    permission: "projects.read",
    summary: { zh: "下载办结凭证", en: "Download the closing evidence" },
    input: z.object({ resolutionId: Id }),
    output: FileReply,
    file: "stored",
  },
  inviteToMeeting: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/guests",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "邀请列席", en: "Invite a guest" },
    input: z.object({ meetingId: Id, personId: Id }),
    output: MeetingView,
  },
  markAttendance: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/attendance",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "登记出席", en: "Enter who was there" },
    input: z.object({
      meetingId: Id,
      marks: z
        .array(
          z.object({
            personId: Id,
            status: AttendanceStatus.exclude(["INVITED"]),
            representedBy: z.string().trim().max(60).optional(),
            reason: z.string().trim().max(200).optional(),
          }),
        )
        .min(1)
        .max(300),
    }),
    output: MeetingView,
  },
  writeMinutes: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/minutes/write",
    permission: "projects.dispatch",
    idempotency: "natural",
    summary: { zh: "起草会议纪要并送审", en: "Write the minutes and send them for review" },
    input: z.object({
      meetingId: Id,
      version: Version,
      remarks: z.string().trim().max(2000).default(""),
      /** What is corrected; needed once an edition was approved. */
      reason: z.string().trim().max(300).optional(),
    }),
    output: MeetingView,
  },
  reviewMinutes: {
    kind: "command",
    path: "/api/projects/dispatch/meetings/:meetingId/minutes/review",
    permission: "projects.decide",
    idempotency: "natural",
    summary: { zh: "审定或退回会议纪要", en: "Approve or return the minutes" },
    input: z.object({
      meetingId: Id,
      edition: z.number().int().min(1).max(1000),
      version: Version,
      approve: z.boolean(),
      note: z.string().trim().max(300).default(""),
    }),
    output: MeetingView,
  },
  downloadMinutes: {
    kind: "query",
    path: "/api/projects/dispatch/meetings/:meetingId/minutes",
    permission: "projects.read",
    summary: { zh: "下载会议纪要", en: "Download the minutes" },
    input: z.object({
      meetingId: Id,
      format: z.enum(["docx", "pdf"]).default("pdf"),
      language: z.enum(["zh", "en"]).optional(),
      /** The newest approved edition when it is not given, or the newest while none is approved. */
      edition: z.number().int().min(1).max(1000).optional(),
    }),
    output: FileReply,
    file: "export",
  },
  workload: {
    kind: "query",
    path: "/api/projects/dispatch/workload",
    permission: "projects.read",
    summary: { zh: "工作量", en: "Workload" },
    input: z.object({ departmentId: Id.optional(), order: z.enum(["name", "load"]).default("name") }),
    output: z.object({ asOf: LocalDate, until: LocalDate, items: z.array(WorkloadRow) }),
  },
  listIssues: {
    kind: "query",
    path: "/api/projects/issues",
    permission: "projects.read",
    summary: { zh: "卡点问题", en: "Stuck issues" },
    input: z.object({
      level: IssueLevel.optional(),
      open: z.boolean().default(true),
      projectId: Id.optional(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ items: z.array(IssueView) }),
  },
});
