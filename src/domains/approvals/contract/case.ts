import { z } from "zod";
import { MatterCode, MatterStage } from "#domains/approvals/contract/matter.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });

/** DRAFT … DELIVERED and the two ways out (handbook §5). What was decided stands in `decision`. */
export const CaseState = z.enum([
  "DRAFT",
  "SUBMITTED",
  "SUPPLEMENT",
  "ACCEPTED",
  "REVIEWING",
  "SUSPENDED",
  "DECIDED",
  "DELIVERED",
  "WITHDRAWN",
  "TERMINATED",
]);
export type CaseState = z.infer<typeof CaseState>;

export const caseStateWords: Readonly<Record<CaseState, Text>> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  SUBMITTED: { zh: "已提交", en: "Submitted" },
  SUPPLEMENT: { zh: "待补正", en: "To be supplemented" },
  ACCEPTED: { zh: "已受理", en: "Accepted" },
  REVIEWING: { zh: "审查中", en: "Under review" },
  SUSPENDED: { zh: "依法中止计时", en: "Clock suspended" },
  DECIDED: { zh: "已决定", en: "Decided" },
  DELIVERED: { zh: "已送达", en: "Delivered" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  TERMINATED: { zh: "已终止", en: "Terminated" },
};

export const CaseDecision = z.enum(["granted", "refused"]);
export type CaseDecision = z.infer<typeof CaseDecision>;

/** How a material stands: here, promised (承诺), deferred (容缺), taken from another result, not needed by the form, or missing. */
export const MaterialState = z.enum(["provided", "commitment", "deferred", "reused", "not-needed", "missing"]);
export type MaterialState = z.infer<typeof MaterialState>;

export const MaterialView = z.object({
  key: z.string(),
  name: Words,
  state: MaterialState,
  deferrable: z.boolean(),
  byCommitment: z.boolean(),
  fileName: z.string().nullable(),
  pieceId: Id.nullable(),
  providedOn: LocalDate.nullable(),
  /** The number of the result that stands for it. */
  reusedFrom: z.string().nullable(),
  note: z.string(),
});

/** A limit as it stands on a day. */
export const ClockView = z.object({
  state: z.enum(["not-started", "running", "paused", "overdue", "met"]),
  elapsed: z.number().int(),
  remaining: z.number().int(),
  unit: z.enum(["workday", "day"]),
  legalDueOn: LocalDate,
  legalProvisional: z.boolean(),
  promisedDueOn: LocalDate.nullable(),
  promisedProvisional: z.boolean(),
  late: z.boolean(),
  promiseBroken: z.boolean(),
  pausedFor: z.string().nullable(),
  pauseEndsAtLatest: LocalDate.nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

/** On whom an open case waits, in a sentence: applicant, window, departments, head. */
export const Blocking = z.object({
  who: z.enum(["applicant", "window", "department", "head", "nobody"]),
  name: z.string(),
  since: LocalDate.nullable(),
  workdays: z.number().int(),
  sentence: Words,
});
export type Blocking = z.infer<typeof Blocking>;

/** The limit that runs in the present state: whose it is, until when, and how many workdays are left (below zero: over). */
export const CaseDue = z.object({
  kind: z.enum(["notice", "supplement", "handling", "delivery"]),
  on: LocalDate,
  provisional: z.boolean(),
  workdaysLeft: z.number().int(),
});
export type CaseDue = z.infer<typeof CaseDue>;

export const CaseRow = z.object({
  id: Id,
  number: z.string(),
  matterCode: MatterCode,
  matterName: Words,
  stage: MatterStage,
  enterprise: z.string(),
  title: z.string(),
  project: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
  packageNumber: z.string().nullable(),
  state: CaseState,
  decision: CaseDecision.nullable(),
  submittedOn: LocalDate.nullable(),
  acceptedOn: LocalDate.nullable(),
  clock: ClockView.nullable(),
  due: CaseDue.nullable(),
  /** green: in time; near: within the alert of its limit; late: past the promise; over: past the law. */
  alert: z.enum(["none", "near", "late", "over"]),
  blocking: Blocking,
  department: z.string(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** One line of the history. `automatic` names the rule by which the platform took the step by itself. */
export const CaseStepView = z.object({
  move: z.string(),
  from: CaseState.nullable(),
  to: CaseState,
  on: LocalDate,
  words: Words,
  note: z.string().nullable(),
  automatic: z.string().nullable(),
  by: z.string(),
  recordedAt: Instant,
});

export const ReviewView = z.object({
  key: z.string(),
  name: Words,
  department: z.string(),
  after: z.array(z.string()),
  state: z.enum(["waiting", "open", "agreed", "objected", "silent"]),
  openedOn: LocalDate.nullable(),
  dueOn: LocalDate.nullable(),
  dueProvisional: z.boolean(),
  closedOn: LocalDate.nullable(),
  /** Kept inside the committee. */
  opinion: z.string().nullable(),
  by: z.string().nullable(),
  daysLate: z.number().int(),
  abilities: Abilities,
});

export const PauseView = z.object({
  id: Id,
  reason: z.string(),
  from: LocalDate,
  to: LocalDate.nullable(),
  notice: z.string(),
  latestTo: LocalDate.nullable(),
});
export const SupplementView = z.object({
  noticedOn: LocalDate,
  items: z.array(z.string()),
  dueOn: LocalDate.nullable(),
  answeredOn: LocalDate.nullable(),
});

/** 告知承诺: the promise, who verifies it by when, and what came of it. */
export const CommitmentView = z.object({
  id: Id,
  materialKey: z.string(),
  materialName: Words,
  text: z.string(),
  promisedOn: LocalDate,
  verifyBy: LocalDate,
  verifyProvisional: z.boolean(),
  state: z.enum(["PENDING", "VERIFIED", "FALSE", "CORRECTED", "REVOKED"]),
  finding: z.string().nullable(),
  foundOn: LocalDate.nullable(),
  correctBy: LocalDate.nullable(),
  daysLate: z.number().int(),
  version: z.number().int(),
});

/** 容缺受理: what is still owed, until when. */
export const DeferralView = z.object({
  id: Id,
  materialKey: z.string(),
  materialName: Words,
  promisedOn: LocalDate,
  dueOn: LocalDate,
  dueProvisional: z.boolean(),
  state: z.enum(["OPEN", "SUPPLIED", "LAPSED"]),
  suppliedOn: LocalDate.nullable(),
  daysLate: z.number().int(),
});

/** 帮办代办: who helps, by which authorisation, and what was done. */
export const AssistView = z.object({
  id: Id,
  helper: z.string(),
  authorisation: z.string(),
  from: LocalDate,
  to: LocalDate.nullable(),
  log: z.array(z.object({ on: LocalDate, text: z.string(), by: z.string() })),
});

export const ResultView = z.object({
  number: z.string(),
  name: Words,
  datedOn: LocalDate,
  validUntil: LocalDate.nullable(),
  pieceId: Id.nullable(),
  deliveredOn: LocalDate.nullable(),
  deliveredHow: z.string().nullable(),
  revokedOn: LocalDate.nullable(),
  revokedBecause: z.string().nullable(),
});

export const CaseView = z.object({
  row: CaseRow,
  matterVersion: z.number().int(),
  authority: z.string(),
  uscc: z.string().nullable(),
  contactName: personal("name", z.string()),
  contactPhone: personal("phone", z.string()),
  form: personal("text", z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]))),
  materials: z.array(MaterialView),
  steps: z.array(CaseStepView),
  reviews: z.array(ReviewView),
  pauses: z.array(PauseView),
  supplement: SupplementView.nullable(),
  extension: z.object({ length: z.number().int(), grantedOn: LocalDate, reason: z.string(), by: z.string() }).nullable(),
  commitments: z.array(CommitmentView),
  deferrals: z.array(DeferralView),
  assists: z.array(AssistView),
  result: ResultView.nullable(),
  /** Moves that leave the state: who has to act, and what is missing, by code. */
  next: z.array(z.object({ move: z.string(), to: CaseState, by: z.string(), missing: z.array(z.string()) })),
  version: z.number().int(),
  abilities: Abilities,
});
export type CaseView = z.infer<typeof CaseView>;

/** What everybody with number and code sees, and what the applicant sees first: done, who has it, what is due. No names of people. */
export const PublicTimeline = z.object({
  number: z.string(),
  matterName: Words,
  state: CaseState,
  decision: CaseDecision.nullable(),
  authority: z.string(),
  /** As it stood on this day. */
  asOf: LocalDate,
  dueOn: LocalDate.nullable(),
  dueProvisional: z.boolean(),
  waitsFor: Words,
  lines: z.array(z.object({ on: LocalDate.nullable(), words: Words, done: z.boolean(), automatic: z.boolean() })),
});
export type PublicTimeline = z.infer<typeof PublicTimeline>;
