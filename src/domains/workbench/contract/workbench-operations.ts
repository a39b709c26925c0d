import { z } from "zod";
import { DocumentRow } from "#domains/intelligence/contract/intelligence-operations.ts";
import { Colour } from "#domains/projects/contract/colour.ts";
import { defineOperations } from "#kernel/contract.ts";
import { LocalDate } from "#kernel/local-date.ts";

const Words = z.object({ zh: z.string(), en: z.string() });

export const Tile = z.object({
  code: z.string(),
  name: Words,
  period: z.string(),
  value: z.string().nullable(),
  unit: z.string(),
  yoyPct: z.string().nullable(),
  /** Difference from the city in percentage points, with its sign. */
  againstCity: z.string().nullable(),
  /** Growth in percent over up to twelve cumulative periods, oldest first. */
  trend: z.array(z.object({ period: z.string(), value: z.string() })),
  observationId: z.uuid(),
  /** How it is counted, where the indicator is counted in several ways. */
  calibre: Words.nullable(),
  /** The same indicator in its other calibres; they open from this tile. */
  others: z.array(
    z.object({ calibre: Words, value: z.string().nullable(), unit: z.string(), yoyPct: z.string().nullable(), observationId: z.uuid() }),
  ),
});

/** Colours as they were last recorded, the worst first, and who has most that is overdue. */
export const ProjectStanding = z.object({
  counts: z.object({ red: z.number().int(), yellow: z.number().int(), blue: z.number().int(), green: z.number().int() }),
  /** Turned red within the last seven days. */
  turnedRed: z.number().int(),
  worst: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string(), colour: Colour, since: LocalDate, reasons: z.array(Words) })),
  overdue: z.array(z.object({ name: z.string(), tasks: z.number().int(), replies: z.number().int() })),
});

/** Open cases against their promised and legal days. */
export const ApprovalStanding = z.object({
  open: z.number().int(),
  near: z.number().int(),
  late: z.number().int(),
  over: z.number().int(),
  /** Where they lie: the department whose window handles them. */
  departments: z.array(z.object({ name: z.string(), open: z.number().int(), late: z.number().int() })),
});

/** The first screen: what the zone is, what waits, what conflicts, what is missing, what came in. */
export const Cockpit = z.object({
  region: z.string(),
  period: z.string().nullable(),
  card: z.object({ id: z.uuid(), state: z.string(), version: z.number().int() }).nullable(),
  tiles: z.array(Tile),
  conflicts: z.object({
    open: z.number().int(),
    items: z.array(z.object({ id: z.string(), indicator: z.string(), period: z.string().nullable(), values: z.array(z.string()) })),
  }),
  backlog: z.object({ documents: z.number().int(), proposals: z.number().int() }),
  missing: z.array(z.object({ code: z.string(), name: Words })),
  recent: z.array(DocumentRow),
  projects: ProjectStanding,
  approvals: ApprovalStanding,
});

/** What a person has to do, by where it comes from. */
export const WorkKind = z.enum([
  "task",
  "calendar-item",
  "issue",
  "supervision-issue",
  "supervision-reply",
  "date-request",
  "month-report",
  "register-conflict",
  "resolution",
  "minutes-review",
  "case-accept",
  "case-start",
  "case-resume",
  "case-review",
  "case-decide",
  "case-deliver",
  "case-supplement",
  "deferral",
  "commitment",
  "correction",
  "revoke",
  "compensation",
  "lead-answer",
  "lead-judge",
  "lead-tell",
  "lead-first-contact",
  "lead-report",
  "lead-silence",
  "lead-next-step",
  "lead-decide",
  "lead-claim",
  "lead-confirm",
  "funds-confirm",
  "memo-review",
  "memo-returned",
  "plan-review",
  "plan-returned",
  "warning-permit",
  "warning-distress",
  "warning-relocation",
  "report-card",
  "documents",
]);
export type WorkKind = z.infer<typeof WorkKind>;

export const WorkItem = z.object({
  kind: WorkKind,
  /** The record that the item opens: task and supervision open their project, an opinion its case, minutes their meeting. */
  opens: z.string(),
  title: z.string(),
  /** Where the title was composed by rule, the same in English. */
  titleEn: z.string().nullable(),
  about: z.string(),
  dueOn: LocalDate.nullable(),
  /** Above zero once its day has passed. */
  daysLate: z.number().int(),
  /** The day rests on a year whose notice is not loaded. */
  provisional: z.boolean(),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const MyWork = z.object({
  today: LocalDate,
  late: z.array(WorkItem),
  now: z.array(WorkItem),
  coming: z.array(WorkItem),
  /** Without a day of its own. */
  whenever: z.array(WorkItem),
});

export const workbenchOperations = defineOperations({
  cockpit: {
    kind: "query",
    path: "/api/workbench/cockpit",
    permission: "workbench.read",
    summary: { zh: "驾驶舱", en: "Cockpit" },
    input: z.object({ period: z.string().max(20).optional() }),
    output: Cockpit,
  },
  myWork: {
    kind: "query",
    path: "/api/workbench/my-work",
    command: "my-work",
    permission: "workbench.read",
    summary: { zh: "我的工作", en: "My work" },
    input: z.object({}),
    output: MyWork,
  },
});
