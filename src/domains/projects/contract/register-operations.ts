import { z } from "zod";
import { EvidenceKind, KeyLevel, Milestone, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, Instant, LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";
import { Abilities, Decision } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });
const MB = 1_048_576;
const Name = visibleText(2, 120);
/** To the fen. */
const Yuan = Decimal.refine((amount) => /^(?!0+(\.0*)?$)\d{1,15}(\.\d{1,2})?$/.test(amount), { error: "projects.amount" });
const Longitude = z.number().min(70).max(140);
const Latitude = z.number().min(0).max(60);

/** A planned date of one milestone; null takes it out of the plan. */
export const MilestonePlan = z.object({ kind: Milestone, plannedOn: DayInReach.nullable() });

/** What is said of a project and may be changed later. Without defaults: what an edit does not name stays as it is. */
const ProjectSaid = z.object({
  name: Name,
  enterprise: visibleText(2, 120),
  uscc: z.string().trim().max(30).optional(),
  category: ProjectCategory,
  level: KeyLevel,
  industry: z.string().trim().max(60),
  plannedTotalYuan: Yuan,
  contractNumber: z.string().trim().min(1).max(60),
  leasedPlant: z.boolean(),
  place: z.string().trim().max(200),
  parcel: z.string().trim().max(60).optional(),
  longitude: Longitude.optional(),
  latitude: Latitude.optional(),
  departmentId: Id.optional(),
  ownerId: Id.optional(),
  leaderId: Id.optional(),
  contactName: personal("name", z.string().trim().max(40)),
  contactPhone: personal("phone", z.string().trim().max(30)),
  description: z.string().trim().max(2000),
});

/** What an edit names; null, or for a text nothing, empties what a project may be without. */
const ProjectEdit = ProjectSaid.extend({
  uscc: ProjectSaid.shape.uscc.nullable(),
  parcel: ProjectSaid.shape.parcel.nullable(),
  longitude: Longitude.nullable(),
  latitude: Latitude.nullable(),
  departmentId: Id.nullable(),
  ownerId: Id.nullable(),
  leaderId: Id.nullable(),
}).partial();

/** What is said of a project at its registration (handbook §4: enterprise, amount, plan dates). */
export const ProjectDraft = ProjectSaid.extend({
  level: KeyLevel.default("ordinary"),
  industry: ProjectSaid.shape.industry.default(""),
  signedOn: DayInReach,
  leasedPlant: z.boolean().default(false),
  place: ProjectSaid.shape.place.default(""),
  contactName: ProjectSaid.shape.contactName.default(""),
  contactPhone: ProjectSaid.shape.contactPhone.default(""),
  description: ProjectSaid.shape.description.default(""),
  plan: z.array(MilestonePlan).max(20).default([]),
  /** The signed lead that it is opened from. */
  lead: z.string().trim().max(80).optional(),
});
export type ProjectDraft = z.infer<typeof ProjectDraft>;

export const ProjectRow = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  enterprise: z.string(),
  category: ProjectCategory,
  level: KeyLevel,
  industry: z.string(),
  plannedTotalYuan: Decimal,
  stage: ProjectStage,
  signedOn: LocalDate,
  startPlannedOn: LocalDate.nullable(),
  startedOn: LocalDate.nullable(),
  completePlannedOn: LocalDate.nullable(),
  completedOn: LocalDate.nullable(),
  owner: z.string().nullable(),
});
export type ProjectRow = z.infer<typeof ProjectRow>;

export const MilestoneView = z.object({
  kind: Milestone,
  plannedOn: LocalDate.nullable(),
  actualOn: LocalDate.nullable(),
  /** Days late: open past its plan, or reached after it; negative when reached before. Null without a plan. */
  daysLate: z.number().int().nullable(),
  /** Every planned date that it had, oldest first, with the reason of each change. */
  history: z.array(z.object({ plannedOn: LocalDate.nullable(), effectiveOn: LocalDate, reason: z.string().nullable() })),
});

export const StepView = z.object({
  move: z.string(),
  from: ProjectStage.nullable(),
  to: ProjectStage,
  on: LocalDate,
  reason: z.string().nullable(),
  recordedAt: Instant,
  by: z.string(),
});

export const EvidenceView = z.object({
  id: Id,
  kind: EvidenceKind,
  number: z.string(),
  datedOn: LocalDate,
  note: z.string(),
  fileName: z.string().nullable(),
  origin: z.string(),
  /** What it rests on was revoked: it stays in the record and opens no gate. */
  withdrawn: z.object({ on: LocalDate, because: z.string() }).nullable(),
  recordedAt: Instant,
  by: z.string(),
});

/** A move that leaves the stage: who has to act, and what is missing, as codes of contract/project-texts.ts. */
export const NextProjectMove = z.object({
  move: z.string(),
  to: ProjectStage,
  by: Role,
  missing: z.array(z.string()),
  /** May whoever asks make it, the gates aside. */
  ability: Decision,
});

export const DateRequestView = z.object({
  id: Id,
  project: z.object({ id: Id, code: z.string(), name: z.string() }),
  kind: Milestone,
  from: LocalDate.nullable(),
  to: LocalDate,
  reason: z.string(),
  pushes: z.array(z.object({ kind: Milestone, from: LocalDate, to: LocalDate })),
  state: z.enum(["REQUESTED", "GRANTED", "REFUSED", "WITHDRAWN"]),
  requestedOn: LocalDate,
  requestedBy: z.string(),
  decidedOn: LocalDate.nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});

export const ProjectView = z.object({
  row: ProjectRow,
  uscc: z.string().nullable(),
  contractNumber: z.string(),
  leasedPlant: z.boolean(),
  place: z.string(),
  parcel: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  departmentId: Id.nullable(),
  department: z.string().nullable(),
  ownerId: Id.nullable(),
  leaderId: Id.nullable(),
  leader: z.string().nullable(),
  contactName: personal("name", z.string()),
  /** Masked but for those who work on the project. */
  contactPhone: personal("phone", z.string()),
  description: z.string(),
  lead: z.string().nullable(),
  registeredOn: LocalDate,
  registeredBy: z.string(),
  version: z.number().int(),
  steps: z.array(StepView),
  milestones: z.array(MilestoneView),
  evidence: z.array(EvidenceView),
  next: z.array(NextProjectMove),
  dateRequests: z.array(DateRequestView),
  abilities: Abilities,
});

/** A row of an import and what became of it: `problem` is one sentence, where, what, what was expected. */
export const ProjectImportRow = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  problem: Words.nullable(),
  name: z.string().nullable(),
  code: z.string().nullable(),
});

export const ListName = z.enum(["pre-start", "starting", "under-construction", "completed"]);
/** The rates, and which of their projects: those counted (numerator) or all that they are counted of (denominator). */
export const RateName = z.enum(["start", "construction", "construction-with-completed"]);
export const RateSide = z.enum(["counted", "of"]);
export const RateView = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  ratePct: Decimal.nullable(),
  counted: z.array(Id),
  of: z.array(Id),
});

/** The lists as of a day. Overlaps are never summed: `overlap` says how many stand both under 开工 and 在建. */
export const ListsView = z.object({
  asOf: LocalDate,
  planned: z.number().int(),
  counts: z.record(ListName, z.number().int()),
  overlap: z.number().int(),
  constructionRate: z.object({ withoutCompleted: RateView, withCompleted: RateView }),
  startRate: RateView,
});

/** Which projects of the register, as of a day. */
const ProjectFilter = z.object({
  q: z.string().trim().max(60).optional(),
  stage: ProjectStage.optional(),
  category: ProjectCategory.optional(),
  level: KeyLevel.optional(),
  /** One of the derived lists. */
  list: ListName.optional(),
  /** The projects behind a rate: its numerator or, without `side`, its denominator. */
  rate: RateName.optional(),
  side: RateSide.optional(),
  ownerId: Id.optional(),
  asOf: DayInReach.optional(),
});
export type ProjectFilter = z.infer<typeof ProjectFilter>;

/** Somebody of the committee who can be named for a project: no personal data beyond the name. */
export const PersonOfZone = z.object({
  id: Id,
  name: z.string(),
  departmentId: Id.nullable(),
  department: z.string().nullable(),
  roles: z.array(Role),
});
export type PersonOfZone = z.infer<typeof PersonOfZone>;

export const registerOperations = defineOperations({
  registerProject: {
    kind: "command",
    path: "/api/projects",
    permission: "projects.register",
    idempotency: "key",
    summary: { zh: "登记项目", en: "Register a project" },
    input: ProjectDraft,
    output: z.object({ id: Id, code: z.string(), warnings: z.array(z.string()) }),
  },
  editProject: {
    kind: "command",
    path: "/api/projects/:id/edit",
    permission: "projects.register",
    idempotency: "natural",
    summary: { zh: "修改项目登记", en: "Edit what is said of a project" },
    input: ProjectEdit.extend({ id: Id, version: z.number().int() }),
    output: ProjectView,
  },
  listProjects: {
    kind: "query",
    path: "/api/projects",
    permission: "projects.read",
    summary: { zh: "项目列表", en: "List projects" },
    input: PageRequest.extend({ ...ProjectFilter.shape, sort: z.enum(["code", "name", "amount", "signed"]).default("code") }),
    output: pageOf(ProjectRow),
  },
  exportProjects: {
    kind: "query",
    path: "/api/projects/export",
    permission: "projects.read",
    summary: { zh: "导出项目清单", en: "Export a list of projects" },
    input: ProjectFilter.extend({ format: z.enum(["xlsx", "csv"]).default("xlsx") }),
    output: FileReply,
    file: "export",
  },
  listOwnProjects: {
    kind: "query",
    path: "/api/projects/own",
    permission: "projects.see-own",
    summary: { zh: "本企业的项目", en: "Projects of one's own enterprise" },
    input: z.object({}),
    output: z.object({ items: z.array(ProjectRow.pick({ id: true, code: true, name: true })) }),
  },
  listPeople: {
    kind: "query",
    path: "/api/projects/people",
    permission: "projects.read",
    summary: { zh: "可参与项目的人员", en: "People who can be named for projects" },
    input: z.object({ q: z.string().trim().max(40).optional() }),
    output: z.object({ items: z.array(PersonOfZone) }),
  },
  projectLists: {
    kind: "query",
    path: "/api/projects/lists",
    command: "projects lists",
    permission: "projects.read",
    summary: { zh: "三张清单与开工率、在建率", en: "The three lists, start rate and construction rate" },
    input: z.object({ asOf: DayInReach.optional(), category: ProjectCategory.optional(), level: KeyLevel.optional() }),
    output: ListsView,
  },
  openProject: {
    kind: "query",
    path: "/api/projects/:id",
    permission: "projects.read",
    summary: { zh: "打开项目", en: "Open a project" },
    input: z.object({ id: Id }),
    output: ProjectView,
  },
  attachEvidence: {
    kind: "command",
    path: "/api/projects/:id/evidence",
    permission: "projects.work",
    idempotency: "key",
    summary: { zh: "附上凭证", en: "Attach evidence" },
    input: z.object({
      id: Id,
      kind: EvidenceKind,
      number: z.string().trim().max(80).default(""),
      datedOn: DayInReach,
      note: z.string().trim().max(500).default(""),
    }),
    output: ProjectView,
    upload: { maxFiles: 1, maxBytes: 20 * MB, optional: true },
  },
  moveProject: {
    kind: "command",
    path: "/api/projects/:id/move",
    permission: "projects.move",
    idempotency: "key",
    summary: { zh: "项目转入下一阶段", en: "Move a project to its next stage" },
    input: z.object({
      id: Id,
      version: z.number().int(),
      move: z.enum(["supplyLand", "startConstruction", "completeWorks", "startProduction", "suspend", "resume", "terminate"]),
      on: DayInReach,
      reason: z.string().trim().max(500).optional(),
    }),
    output: z.object({ project: ProjectView, warnings: z.array(z.string()) }),
  },
  reachMilestone: {
    kind: "command",
    path: "/api/projects/:id/milestone",
    permission: "projects.work",
    idempotency: "key",
    summary: { zh: "登记节点完成", en: "Enter that a milestone was reached" },
    input: z.object({ id: Id, kind: Milestone, on: DayInReach.nullable(), note: z.string().trim().max(300).default("") }),
    output: ProjectView,
  },
  tryDate: {
    kind: "query",
    path: "/api/projects/:id/try-date",
    permission: "projects.read",
    summary: { zh: "试算：改期会推迟什么", en: "Dry run: what a new date pushes" },
    input: z.object({ id: Id, kind: Milestone, to: DayInReach }),
    output: z.object({
      from: LocalDate.nullable(),
      to: LocalDate,
      days: z.number().int(),
      pushes: z.array(z.object({ kind: Milestone, from: LocalDate, to: LocalDate })),
      problem: Words.nullable(),
    }),
  },
  requestDate: {
    kind: "command",
    path: "/api/projects/:id/request-date",
    permission: "projects.work",
    idempotency: "key",
    summary: { zh: "申请改期", en: "Request another date" },
    input: z.object({
      id: Id,
      kind: Milestone,
      to: DayInReach,
      reason: z.string().trim().min(2).max(500),
      push: z.boolean().default(true),
    }),
    output: ProjectView,
  },
  decideDate: {
    kind: "command",
    path: "/api/projects/date-requests/:requestId/decide",
    permission: "projects.decide",
    idempotency: "natural",
    summary: { zh: "审定改期申请", en: "Decide on a requested date" },
    input: z.object({ requestId: Id, version: z.number().int(), grant: z.boolean(), decision: z.string().trim().min(2).max(500) }),
    output: ProjectView,
  },
  withdrawDateRequest: {
    kind: "command",
    path: "/api/projects/date-requests/:requestId/withdraw",
    permission: "projects.work",
    idempotency: "natural",
    summary: { zh: "撤回改期申请", en: "Withdraw a requested date" },
    input: z.object({ requestId: Id, version: z.number().int(), reason: z.string().trim().max(500).default("") }),
    output: ProjectView,
  },
  listDateRequests: {
    kind: "query",
    path: "/api/projects/date-requests",
    permission: "projects.read",
    summary: { zh: "改期申请", en: "Requests for other dates" },
    input: PageRequest.extend({ state: z.enum(["REQUESTED", "GRANTED", "REFUSED", "WITHDRAWN"]).optional() }),
    output: pageOf(DateRequestView),
  },
  projectsTemplate: {
    kind: "query",
    path: "/api/projects/template",
    permission: "projects.register",
    summary: { zh: "项目导入模板", en: "Template for importing projects" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importProjects: {
    kind: "command",
    path: "/api/projects/import",
    permission: "projects.register",
    idempotency: "key",
    summary: { zh: "导入项目表格", en: "Import a spreadsheet of projects" },
    input: z.object({ dryRun: z.boolean().default(false) }),
    output: z.object({ rows: z.array(ProjectImportRow), imported: z.number().int(), refused: z.number().int() }),
    upload: { maxFiles: 1, maxBytes: 20 * MB },
  },
  downloadEvidence: {
    kind: "query",
    path: "/api/projects/evidence/:evidenceId/file",
    permission: "projects.read",
    summary: { zh: "下载凭证文件", en: "Download a file of evidence" },
    input: z.object({ evidenceId: Id }),
    output: FileReply,
    file: "stored",
  },
});
