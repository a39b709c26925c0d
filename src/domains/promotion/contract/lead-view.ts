import { z } from "zod";
import {
  Channel,
  ClaimKind,
  ClaimState,
  InteractionKind,
  InvestorClass,
  LeadEvidenceKind,
  LeadNature,
  LeadStage,
  LeadStatus,
  LostReason,
  PartyKind,
} from "#domains/promotion/contract/lead.ts";
import { Decimal } from "#kernel/decimal.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const Id = z.uuid();

export const LeadClockName = z.enum(["answer", "judge", "tell", "first-contact", "report", "silence", "next-step"]);
export type LeadClockName = z.infer<typeof LeadClockName>;

/** One clock of a lead: open until `metOn`, late past `dueOn`. `source` is the rule's. */
export const LeadClock = z.object({
  name: LeadClockName,
  startedOn: LocalDate,
  dueOn: LocalDate,
  metOn: LocalDate.nullable(),
  late: z.boolean(),
  daysLate: z.number().int(),
  /** The due day rests on a year whose holiday notice is not loaded. */
  provisional: z.boolean(),
  source: z.string(),
});
export type LeadClock = z.infer<typeof LeadClock>;

export const LeadRow = z.object({
  id: Id,
  code: z.string(),
  projectName: z.string(),
  party: z.string(),
  partyKind: PartyKind,
  nature: LeadNature,
  industry: z.string(),
  leadingIndustry: z.boolean(),
  chainNode: z.string().nullable(),
  channel: Channel,
  amountYuan: Decimal.nullable(),
  stage: LeadStage,
  status: LeadStatus,
  stageSince: LocalDate,
  ownerId: Id.nullable(),
  owner: z.string().nullable(),
  department: z.string().nullable(),
  pool: z.string(),
  touchedOn: LocalDate.nullable(),
  /** Of the open clocks the one that falls due first. */
  due: z.object({ name: LeadClockName, on: LocalDate, late: z.boolean(), provisional: z.boolean() }).nullable(),
  version: z.number().int(),
});
export type LeadRow = z.infer<typeof LeadRow>;

/** A move that leaves the stage, who makes it, and what is missing, as codes of contract/lead-texts.ts. */
export const NextLeadMove = z.object({ move: z.string(), to: LeadStage, by: Role, missing: z.array(z.string()) });

export const LeadStepView = z.object({
  move: z.string(),
  fromStage: LeadStage.nullable(),
  toStage: LeadStage,
  fromStatus: LeadStatus.nullable(),
  toStatus: LeadStatus,
  on: LocalDate,
  reason: z.string().nullable(),
  automatic: z.boolean(),
  recordedAt: Instant,
  by: z.string(),
});

export const InteractionView = z.object({
  id: Id,
  kind: InteractionKind,
  on: LocalDate,
  place: z.string(),
  ours: z.string(),
  theirs: personal("names", z.string()),
  learnt: z.string(),
  nextStep: z.string(),
  nextOn: LocalDate.nullable(),
  /** The lead that it was entered for, where that was joined to this one. */
  ofLead: z.string().nullable(),
  recordedAt: Instant,
  by: z.string(),
});

export const LeadEvidenceView = z.object({
  id: Id,
  kind: LeadEvidenceKind,
  number: z.string(),
  datedOn: LocalDate,
  note: z.string(),
  fileName: z.string().nullable(),
  origin: z.string(),
  by: z.string(),
  recordedAt: Instant,
  /** Reviews and memos open their gate once a second person has confirmed them. */
  confirmed: z.object({ on: LocalDate, by: z.string(), note: z.string() }).nullable(),
  needsSecond: z.boolean(),
  version: z.number().int(),
  abilities: Abilities,
});

export const ClaimView = z.object({
  id: Id,
  lead: z.object({ id: Id, code: z.string(), projectName: z.string(), party: z.string() }),
  kind: ClaimKind,
  team: z.string(),
  talkedOn: LocalDate,
  note: z.string(),
  state: ClaimState,
  protectedUntil: LocalDate.nullable(),
  /** The first talk that it stands against. */
  against: z.object({ team: z.string(), by: z.string(), talkedOn: LocalDate }).nullable(),
  by: z.string(),
  recordedOn: LocalDate,
  decidedOn: LocalDate.nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});
export type ClaimView = z.infer<typeof ClaimView>;

export const OwnershipView = z.object({
  change: z.enum(["REGISTERED", "PICKED", "ASSIGNED", "RELEASED", "RECYCLED", "AWARDED"]),
  from: z.string().nullable(),
  to: z.string().nullable(),
  on: LocalDate,
  reason: z.string(),
  automatic: z.boolean(),
  by: z.string(),
});

/** A lead as it stands on a day, with what may be done next, by whom, and what is missing for it. */
export const LeadView = z.object({
  row: LeadRow,
  identifier: z.string().nullable(),
  country: z.string(),
  enterpriseId: Id.nullable(),
  investorClasses: z.array(InvestorClass),
  origin: z.string(),
  summary: z.string(),
  contactName: personal("name", z.string()),
  /** Masked but for those who work on leads. */
  contactPhone: personal("phone", z.string()),
  departmentId: Id.nullable(),
  poolName: z.string(),
  lostReason: LostReason.nullable(),
  answeredOn: LocalDate.nullable(),
  judged: z.object({ on: LocalDate, worthwhile: z.boolean(), judgement: z.string() }).nullable(),
  toldOn: LocalDate.nullable(),
  joinedTo: z.object({ id: Id, code: z.string() }).nullable(),
  joined: z.array(z.object({ id: Id, code: z.string(), projectName: z.string(), party: z.string() })),
  distinctReason: z.string().nullable(),
  project: z.object({ id: Id, code: z.string(), stage: z.object({ zh: z.string(), en: z.string() }), asOf: LocalDate }).nullable(),
  /** Why the register of projects did not open the project; null when nothing is wrong. */
  projectProblem: z.object({ zh: z.string(), en: z.string() }).nullable(),
  registeredOn: LocalDate,
  registeredBy: z.string(),
  clocks: z.array(LeadClock),
  /** Without an entry for so many days that it has to be said: it will be parked by rule on the day given. */
  silence: z.object({ days: z.number().int(), parkedOn: LocalDate }).nullable(),
  steps: z.array(LeadStepView),
  interactions: z.array(InteractionView),
  evidence: z.array(LeadEvidenceView),
  claims: z.array(ClaimView),
  ownership: z.array(OwnershipView),
  next: z.array(NextLeadMove),
  abilities: Abilities,
});
export type LeadView = z.infer<typeof LeadView>;
