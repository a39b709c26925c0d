import { z } from "zod";
import { Colour, ColourReason } from "#domains/projects/contract/colour.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();

/** What a colour asks for: blue a reminder, yellow a written plan, red a letter, two yellows in a row an escalation (handbook §4). */
export const SupervisionKind = z.enum(["letter", "escalation", "plan", "reminder"]);
export type SupervisionKind = z.infer<typeof SupervisionKind>;
export const SupervisionState = z.enum(["OPEN", "ISSUED", "REPLIED", "CLOSED", "CANCELLED"]);
export type SupervisionState = z.infer<typeof SupervisionState>;

export const supervisionKindWords: Readonly<Record<SupervisionKind, Text>> = {
  letter: { zh: "督办单", en: "Supervision letter" },
  escalation: { zh: "升级督办", en: "Escalation" },
  plan: { zh: "书面计划", en: "Written plan" },
  reminder: { zh: "提醒", en: "Reminder" },
};
export const supervisionStateWords: Readonly<Record<SupervisionState, Text>> = {
  OPEN: { zh: "待签发", en: "To be issued" },
  ISSUED: { zh: "待回复", en: "To be replied to" },
  REPLIED: { zh: "已回复", en: "Replied to" },
  CLOSED: { zh: "已办结", en: "Closed" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};

/** Why the system cancelled what had not been issued. */
export const CancelReason = z.enum(["colour-cleared", "no-longer-supervised", "asked-twice"]);
export type CancelReason = z.infer<typeof CancelReason>;

export const cancelReasonWords: Readonly<Record<CancelReason, Text>> = {
  "colour-cleared": { zh: "签发前灯已转{colour}，督办事由消失", en: "the light had turned {colour} before it was issued" },
  "no-longer-supervised": { zh: "签发前项目已不再亮灯", en: "the project had no light any more before it was issued" },
  "asked-twice": { zh: "同一项目已有一件待签发", en: "another of the project was waiting already" },
};

export const SupervisionView = z.object({
  id: Id,
  project: z.object({ id: Id, code: z.string(), name: z.string() }),
  kind: SupervisionKind,
  number: z.string().nullable(),
  /** The colour that asked for it, and why the project had it. */
  colour: Colour.nullable(),
  reasons: z.array(ColourReason),
  /** Who answers for it. */
  addressee: z.object({ id: Id, name: z.string() }).nullable(),
  openedOn: LocalDate,
  issueBy: LocalDate.nullable(),
  issuedOn: LocalDate.nullable(),
  issuedBy: z.string().nullable(),
  dueOn: LocalDate.nullable(),
  /** The day that runs, `issueBy` or `dueOn`, lies in a year whose holidays are not yet known. */
  dueProvisional: z.boolean(),
  text: z.string(),
  state: SupervisionState,
  reply: z.string().nullable(),
  repliedOn: LocalDate.nullable(),
  repliedBy: z.string().nullable(),
  closedOn: LocalDate.nullable(),
  closedBy: z.string().nullable(),
  closingNote: z.string().nullable(),
  /** Cancelled by the system on `closedOn`, and the colour that the project had then. */
  cancelledBecause: CancelReason.nullable(),
  cancelledColour: Colour.nullable(),
  /** What a letter would ask for that nobody words otherwise; null once it is issued. */
  draft: z.object({ zh: z.string(), en: z.string() }).nullable(),
  daysLate: z.number().int(),
  version: z.number().int(),
  abilities: Abilities,
});
export type SupervisionView = z.infer<typeof SupervisionView>;

export const SupervisionQuarter = z.object({
  /** `2026Q2`. */
  quarter: z.string(),
  turnedRed: z.number().int(),
  /** Of those that turned red in the quarter, said to be false alarms. */
  falseAlarms: z.number().int(),
  /** Left red in the quarter, false alarms apart. */
  cleared: z.number().int(),
  /** Median of the days from red to cleared, of those that were cleared in the quarter. */
  medianDays: Decimal.nullable(),
  letters: z.number().int(),
  repliedInTime: z.number().int(),
  repliedLate: z.number().int(),
  closed: z.number().int(),
});

const supervisionId = Id;
const version = z.number().int();
/** More than that are issued in several commands. */
export const MOST_AT_ONCE = 500;

export const supervisionOperations = defineOperations({
  listSupervision: {
    kind: "query",
    path: "/api/projects/supervision",
    permission: "projects.read",
    summary: { zh: "督办事项", en: "Supervision" },
    input: PageRequest.extend({
      state: SupervisionState.optional(),
      kind: SupervisionKind.optional(),
      /** Only what is not closed or cancelled. */
      open: z.boolean().default(false),
      /** Only what should have been issued or replied to by now. */
      late: z.boolean().default(false),
      /** Only what I answer for. */
      mine: z.boolean().default(false),
    }),
    output: pageOf(SupervisionView).extend({
      /** Of each kind what is not closed, and how much of it is late: whatever the filters. */
      standing: z.array(z.object({ kind: SupervisionKind, open: z.number().int(), late: z.number().int() })),
    }),
  },
  openSupervision: {
    kind: "query",
    path: "/api/projects/supervision/:supervisionId",
    permission: "projects.read",
    summary: { zh: "打开督办事项", en: "Open one piece of supervision" },
    input: z.object({ supervisionId }),
    output: SupervisionView,
  },
  issueSupervision: {
    kind: "command",
    path: "/api/projects/supervision/:supervisionId/issue",
    permission: "projects.supervise",
    idempotency: "natural",
    summary: { zh: "签发督办单", en: "Issue a supervision letter" },
    input: z.object({ supervisionId, version, text: z.string().trim().min(2).max(2000), addresseeId: Id.optional() }),
    output: SupervisionView,
  },
  issueAllSupervision: {
    kind: "command",
    path: "/api/projects/supervision/issue",
    permission: "projects.supervise",
    idempotency: "natural",
    summary: { zh: "批量签发督办单", en: "Issue several supervision letters" },
    input: z.object({
      /** In the order of their numbers, each with its drafted words. */
      items: z.array(z.object({ supervisionId, version })).min(1).max(MOST_AT_ONCE),
    }),
    output: z.object({
      issued: z.array(z.object({ supervisionId, number: z.string(), project: z.string() })),
      /** One that cannot be issued is refused alone. */
      refused: z.array(z.object({ supervisionId, project: z.string().nullable(), problem: z.object({ zh: z.string(), en: z.string() }) })),
    }),
  },
  replySupervision: {
    kind: "command",
    path: "/api/projects/supervision/:supervisionId/reply",
    permission: "projects.work",
    idempotency: "natural",
    summary: { zh: "回复督办", en: "Reply to supervision" },
    input: z.object({ supervisionId, version, reply: z.string().trim().min(2).max(2000) }),
    output: SupervisionView,
  },
  closeSupervision: {
    kind: "command",
    path: "/api/projects/supervision/:supervisionId/close",
    permission: "projects.supervise",
    idempotency: "natural",
    summary: { zh: "办结督办", en: "Close supervision" },
    input: z.object({ supervisionId, version, note: z.string().trim().min(2).max(500) }),
    output: SupervisionView,
  },
  downloadSupervision: {
    kind: "query",
    path: "/api/projects/supervision/:supervisionId/letter",
    permission: "projects.read",
    summary: { zh: "下载督办单", en: "Download a supervision letter" },
    input: z.object({ supervisionId, format: z.enum(["docx", "pdf"]).default("pdf"), language: z.enum(["zh", "en"]).default("zh") }),
    output: FileReply,
    file: "export",
  },
  supervisionStatistics: {
    kind: "query",
    path: "/api/projects/supervision/statistics",
    permission: "projects.read",
    summary: { zh: "督办统计：多久消红、误报多少", en: "How long from red to cleared, how many false alarms" },
    input: z.object({ quarters: z.number().int().min(1).max(40).default(8), asOf: DayInReach.optional() }),
    output: z.object({
      asOf: LocalDate,
      /** Newest first; quarters in which nothing was recorded are left out. */
      quarters: z.array(SupervisionQuarter),
      /** Red on the day itself, and the median of how long they have been, false alarms aside. */
      redNow: z.number().int(),
      /** Of them false alarms. */
      falseNow: z.number().int(),
      redForDays: Decimal.nullable(),
    }),
  },
});
