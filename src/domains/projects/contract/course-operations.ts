import { z } from "zod";
import { Colour } from "#domains/projects/contract/colour.ts";
import { KeyLevel, Milestone, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import { TaskView } from "#domains/projects/contract/task-force-operations.ts";
import { defineOperations, FileReply, PageRequest } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });
const _Person = z.object({ id: Id, name: z.string() });
const ProjectRef = z.object({ id: Id, code: z.string(), name: z.string() });

/** What Gantt and map are narrowed by; the same words as the list of projects. */
export const CourseFilter = z.object({
  q: z.string().trim().max(60).optional(),
  stage: ProjectStage.optional(),
  category: ProjectCategory.optional(),
  level: KeyLevel.optional(),
  list: z.enum(["pre-start", "starting", "under-construction", "completed"]).optional(),
  asOf: DayInReach.optional(),
});

export const GanttMilestone = z.object({
  kind: Milestone,
  plannedOn: LocalDate.nullable(),
  actualOn: LocalDate.nullable(),
  /** How often its planned date was changed. */
  changes: z.number().int(),
});
export type GanttMilestone = z.infer<typeof GanttMilestone>;

export const GanttRow = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  enterprise: z.string(),
  category: ProjectCategory,
  level: KeyLevel,
  stage: ProjectStage,
  plannedTotalYuan: Decimal,
  /** Null where nothing is supervised: suspended for good, or done with. */
  colour: Colour.nullable(),
  milestones: z.array(GanttMilestone),
  /** Changes of date, of all milestones together. */
  changes: z.number().int(),
});
export type GanttRow = z.infer<typeof GanttRow>;

export const EntryKind = z.enum(["calendar", "duty", "issue", "milestone", "supervision", "date-request", "meeting", "resolution"]);
export type EntryKind = z.infer<typeof EntryKind>;

/** Something of one day: an item of the project calendar, or what falls due on it. */
export const CalendarEntry = z.object({
  kind: EntryKind,
  id: z.string(),
  day: LocalDate,
  title: Words,
  /** None where it belongs to the zone: a dispatch meeting, a resolution about several. */
  project: ProjectRef.nullable(),
  owner: z.string().nullable(),
  /** `rolled`: it belonged to this day, was not finished on it, and went on to another. */
  state: z.enum(["open", "done", "rolled"]),
  rolled: z.number().int(),
  /** Where it went from this day, and why. */
  rolledTo: z.object({ day: LocalDate, reason: z.string() }).nullable(),
  daysLate: z.number().int(),
  /** What closing or rolling over needs; null for what is moved elsewhere. */
  task: z.object({ id: Id, version: z.number().int(), abilities: Abilities }).nullable(),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const CalendarDay = z.object({
  day: LocalDate,
  workday: z.boolean(),
  /** The holiday for which it is off or made up. */
  holiday: z.string().nullable(),
  provisional: z.boolean(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** An item that was not finished on its day: rolled over with its reason, or left without a word. */
export const LeftOver = z.object({
  task: TaskView,
  /** The day that it belonged to. */
  day: LocalDate,
  rolledTo: LocalDate.nullable(),
  reason: z.string().nullable(),
});

export const courseOperations = defineOperations({
  gantt: {
    kind: "query",
    path: "/api/projects/gantt",
    permission: "projects.read",
    summary: { zh: "项目甘特图", en: "Projects as a Gantt chart" },
    input: PageRequest.extend(CourseFilter.shape),
    output: z.object({
      asOf: LocalDate,
      /** From the first signing to the last planned date, of all projects of the filter. */
      from: LocalDate,
      to: LocalDate,
      items: z.array(GanttRow),
      next: z.string().nullable(),
      total: z.number().int(),
    }),
  },
  exportGantt: {
    kind: "query",
    path: "/api/projects/gantt/export",
    permission: "projects.read",
    summary: { zh: "导出项目节点（CSV）", en: "Export milestones of projects (CSV)" },
    input: CourseFilter,
    output: FileReply,
    file: "export",
  },
  calendar: {
    kind: "query",
    path: "/api/projects/calendar",
    permission: "projects.read",
    summary: { zh: "建设日历", en: "The project calendar" },
    input: z.object({ from: DayInReach, to: DayInReach, mine: z.boolean().default(false), projectId: Id.optional() }),
    output: z.object({
      today: LocalDate,
      days: z.array(CalendarDay),
      entries: z.array(CalendarEntry),
      /** Items of the calendar of days that are over, still open: they are rolled over with a reason, or finished late. */
      leftOver: z.array(CalendarEntry),
    }),
  },
  leftOver: {
    kind: "query",
    path: "/api/projects/calendar/left-over",
    permission: "projects.read",
    summary: { zh: "当天未毕的事项", en: "What was left over at the end of a day" },
    input: z.object({ day: DayInReach.optional() }),
    output: z.object({
      day: LocalDate,
      items: z.array(LeftOver),
      /** Left without a reason. */
      unexplained: z.number().int(),
    }),
  },
});
