import { z } from "zod";
import {
  BookKind,
  Controller,
  EnterpriseRow,
  EnterpriseStatus,
  FieldOrigin,
  IdentifierKind,
  NameKind,
  ProfileField,
  QualificationKind,
  QualificationLevel,
  ZoneTieKind,
} from "#domains/registry/contract/enterprise.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Reason = z.string().trim().min(2).max(500);
const Note = z.string().trim().max(500);
const Name = z.string().trim().min(2).max(120);
const Amount = Decimal.refine((amount) => /^\d{1,18}(\.\d+)?$/.test(amount), { error: "registry.amount" });

export const NameView = z.object({
  name: z.string(),
  kind: NameKind,
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  source: z.string(),
});

export const QualificationView = z.object({
  kind: QualificationKind,
  level: QualificationLevel.nullable(),
  number: z.string(),
  issuer: z.string(),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  /** As of the business day. */
  state: z.enum(["valid", "not-yet", "expired"]),
  /** Days until it ends; null without an end. */
  daysLeft: z.number().int().nullable(),
  source: z.string(),
  asOf: LocalDate.nullable(),
});

export const FinanceView = z.object({
  year: z.number().int(),
  revenueYuan: Decimal.nullable(),
  profitYuan: Decimal.nullable(),
  assetsYuan: Decimal.nullable(),
  liabilitiesYuan: Decimal.nullable(),
  taxYuan: Decimal.nullable(),
  researchYuan: Decimal.nullable(),
  employees: z.number().int().nullable(),
  /** Against the year before, where that is known and above nothing. */
  revenueGrowthPct: Decimal.nullable(),
  source: z.string(),
  asOf: LocalDate.nullable(),
});

export const ProductView = z.object({
  name: z.string(),
  segment: z.string(),
  sharePct: Decimal.nullable(),
  revenueYuan: Decimal.nullable(),
  year: z.number().int().nullable(),
  source: z.string(),
  asOf: LocalDate.nullable(),
});

export const TieView = z.object({
  /** Of a tie that the zone entered; null of a public one. */
  zoneTieId: Id.nullable(),
  kind: ZoneTieKind,
  /** `out`: from the enterprise that is looked at (it supplies, it holds the share); `in`: from the other. */
  direction: z.enum(["out", "in"]),
  /** Null of an acquaintance, which is with an official. */
  other: z.object({ id: Id, name: z.string(), identifier: z.string(), book: z.array(BookKind) }).nullable(),
  sharePct: Decimal.nullable(),
  /** 0 to 100. */
  strength: z.number().int(),
  evidence: z.string(),
  /** Of an acquaintance: the official. */
  official: z.string().nullable(),
  asOf: LocalDate.nullable(),
  source: z.string(),
  abilities: Abilities,
});

export const BookEntry = z.object({
  id: Id,
  enterpriseId: Id,
  kind: BookKind,
  from: LocalDate,
  to: LocalDate.nullable(),
  liaisonId: Id.nullable(),
  liaison: z.string().nullable(),
  note: z.string(),
  endedBecause: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});

export const CorrectionView = z.object({
  id: Id,
  enterprise: z.object({ id: Id, name: z.string() }),
  field: ProfileField,
  /** As it stood when the correction was asked for; null for nothing. */
  before: z.string().nullable(),
  asked: z.string(),
  because: z.string(),
  state: z.enum(["ASKED", "ACCEPTED", "REFUSED", "WITHDRAWN"]),
  askedOn: LocalDate,
  askedBy: z.string(),
  answeredOn: LocalDate.nullable(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});

/** One line of everything that the zone did with an enterprise, newest first. `subject` names the record, such as `lead:…`. */
export const ActivityRow = z.object({
  id: Id,
  on: LocalDate,
  kind: z.string(),
  subject: z.string(),
  summary: z.string(),
  by: z.string(),
  recordedAt: Instant,
});

/** Fields of the profile as they stand; each one's source is in `origins`, by the field's name. */
export const Profile = z.object({
  ...EnterpriseRow.shape,
  otherClasses: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
  address: z.string(),
  scope: z.string(),
  website: z.string(),
});

export const EnterpriseView = z.object({
  profile: Profile,
  origins: z.record(z.string(), FieldOrigin),
  /** Oddities of the identifier or the row that were let pass, as codes. */
  warnings: z.array(z.string()),
  names: z.array(NameView),
  qualifications: z.array(QualificationView),
  finances: z.array(FinanceView),
  products: z.array(ProductView),
  book: z.array(BookEntry),
  /** Others that were merged into this one. */
  merged: z.array(z.object({ mergeId: Id, id: Id, name: z.string(), on: LocalDate })),
  /** Where this one was merged into another, that one. */
  mergedInto: z.object({ id: Id, name: z.string() }).nullable(),
  corrections: z.array(CorrectionView),
  counts: z.object({ ties: z.number().int(), duplicates: z.number().int(), activities: z.number().int() }),
  recordedAt: Instant,
  changedAt: Instant,
  version: z.number().int(),
  abilities: Abilities,
});

/** What may be given of an enterprise by hand. */
export const EnterpriseDraft = z.object({
  identifierKind: IdentifierKind.default("uscc"),
  /** Left out of a provisional one, which then gets a number. */
  identifier: z.string().trim().max(60).default(""),
  name: Name,
  status: EnterpriseStatus.default("active"),
  classCode: z.string().trim().max(6).optional(),
  regionCode: z.string().trim().max(6).optional(),
  address: Note.optional(),
  foundedOn: LocalDate.optional(),
  capitalYuan: Amount.optional(),
  employees: z.number().int().min(0).max(10_000_000).optional(),
  controller: Controller.optional(),
  scope: z.string().trim().max(4000).optional(),
  products: z.array(z.string().trim().min(1).max(40)).max(50).optional(),
  website: z.string().trim().max(200).optional(),
  stockCode: z.string().trim().max(12).optional(),
  /** Where this is known from. */
  source: z.string().trim().min(2).max(120),
  asOf: LocalDate.optional(),
});

/** A new value as text, as it would stand in a spreadsheet: amounts in 元, days as 2026-03-02, lists with ；. */
const FieldValue = z.string().trim().max(4000);

export const enterpriseOperations = defineOperations({
  openEnterprise: {
    kind: "query",
    path: "/api/registry/enterprises/:id",
    permission: "registry.read",
    summary: { zh: "打开企业", en: "Open an enterprise" },
    input: z.object({ id: Id }),
    output: EnterpriseView,
  },
  enterpriseTies: {
    kind: "query",
    path: "/api/registry/enterprises/:id/ties",
    permission: "registry.read",
    summary: { zh: "企业的关联", en: "Ties of an enterprise" },
    input: PageRequest.extend({ id: Id, kind: ZoneTieKind.optional() }),
    output: pageOf(TieView),
  },
  enterpriseTimeline: {
    kind: "query",
    path: "/api/registry/enterprises/:id/timeline",
    permission: "registry.read",
    summary: { zh: "企业的往来记录", en: "Timeline of an enterprise" },
    input: PageRequest.extend({ id: Id, kind: z.string().max(60).optional() }),
    output: pageOf(ActivityRow),
  },
  noteOnEnterprise: {
    kind: "command",
    path: "/api/registry/enterprises/:id/notes",
    permission: "registry.edit-book",
    idempotency: "key",
    summary: { zh: "记一条往来", en: "Note something on an enterprise" },
    input: z.object({ id: Id, on: LocalDate, summary: z.string().trim().min(2).max(500) }),
    output: ActivityRow,
  },
  registerEnterprise: {
    kind: "command",
    path: "/api/registry/enterprises",
    permission: "registry.import",
    idempotency: "key",
    summary: { zh: "登记企业", en: "Register an enterprise" },
    input: EnterpriseDraft,
    output: z.object({ id: Id, identifier: z.string(), warnings: z.array(z.string()) }),
  },
  correctEnterprise: {
    kind: "command",
    path: "/api/registry/enterprises/:id/correct",
    permission: "registry.correct",
    idempotency: "key",
    summary: { zh: "更正企业信息", en: "Correct a field of an enterprise" },
    input: z.object({
      id: Id,
      version: z.number().int(),
      field: ProfileField,
      value: FieldValue,
      because: Reason,
      asOf: LocalDate.optional(),
    }),
    output: EnterpriseView,
  },
  addName: {
    kind: "command",
    path: "/api/registry/enterprises/:id/names",
    permission: "registry.correct",
    idempotency: "key",
    summary: { zh: "补记名称", en: "Add a name of an enterprise" },
    input: z.object({
      id: Id,
      name: Name,
      kind: z.enum(["former", "alias", "short", "english"]),
      from: LocalDate.optional(),
      to: LocalDate.optional(),
      source: z.string().trim().min(2).max(120),
    }),
    output: EnterpriseView,
  },
  addQualification: {
    kind: "command",
    path: "/api/registry/enterprises/:id/qualifications",
    permission: "registry.correct",
    idempotency: "key",
    summary: { zh: "登记资质", en: "Enter a qualification" },
    input: z.object({
      id: Id,
      kind: QualificationKind,
      level: QualificationLevel.optional(),
      number: z.string().trim().max(60).default(""),
      issuer: z.string().trim().max(80).default(""),
      from: LocalDate,
      to: LocalDate.optional(),
      source: z.string().trim().min(2).max(120),
    }),
    output: EnterpriseView,
  },
  listBook: {
    kind: "query",
    path: "/api/registry/book",
    permission: "registry.read",
    summary: { zh: "园区企业名册", en: "The zone's book of enterprises" },
    input: PageRequest.extend({
      kind: BookKind.optional(),
      liaisonId: Id.optional(),
      q: z.string().trim().max(80).optional(),
      /** As it stood on that day; today when nothing is said. */
      asOf: LocalDate.optional(),
    }),
    output: pageOf(z.object({ entry: BookEntry, enterprise: EnterpriseRow })),
  },
  enterBook: {
    kind: "command",
    path: "/api/registry/enterprises/:id/book",
    permission: "registry.edit-book",
    idempotency: "key",
    summary: { zh: "列入园区名册", en: "Enter an enterprise in the zone's book" },
    input: z.object({
      id: Id,
      kind: BookKind,
      from: LocalDate,
      to: LocalDate.optional(),
      liaisonId: Id.optional(),
      note: Note.default(""),
    }),
    output: BookEntry,
  },
  changeBook: {
    kind: "command",
    path: "/api/registry/book/:entryId/change",
    permission: "registry.edit-book",
    idempotency: "natural",
    summary: { zh: "修改名册条目", en: "Change an entry of the book" },
    input: z.object({
      entryId: Id,
      version: z.number().int(),
      from: LocalDate.optional(),
      liaisonId: Id.nullable().optional(),
      note: Note.optional(),
    }),
    output: BookEntry,
  },
  endBook: {
    kind: "command",
    path: "/api/registry/book/:entryId/end",
    permission: "registry.edit-book",
    idempotency: "natural",
    summary: { zh: "移出名册", en: "End an entry of the book" },
    input: z.object({ entryId: Id, version: z.number().int(), to: LocalDate, because: Reason }),
    output: BookEntry,
  },
  addTie: {
    kind: "command",
    path: "/api/registry/enterprises/:id/ties",
    permission: "registry.edit-book",
    idempotency: "key",
    summary: { zh: "登记关联", en: "Enter a tie" },
    /** From the enterprise of the path to the other. An acquaintance names an official, the others an enterprise. */
    input: z.object({
      id: Id,
      toId: Id.optional(),
      officialId: Id.optional(),
      kind: ZoneTieKind,
      sharePct: Decimal.optional(),
      strength: z.number().int().min(1).max(100).default(50),
      evidence: z.string().trim().min(2).max(500),
      asOf: LocalDate.optional(),
    }),
    output: TieView,
  },
  removeTie: {
    kind: "command",
    path: "/api/registry/ties/:tieId/remove",
    permission: "registry.edit-book",
    idempotency: "natural",
    summary: { zh: "撤销关联", en: "Take a tie back" },
    input: z.object({ tieId: Id, because: Reason }),
    output: z.object({ ok: z.boolean() }),
  },
  ownEnterprise: {
    kind: "query",
    path: "/api/registry/own",
    permission: "registry.see-own",
    summary: { zh: "本企业信息", en: "One's own enterprise" },
    input: z.object({}),
    output: z.object({
      profile: Profile.nullable(),
      origins: z.record(z.string(), FieldOrigin),
      names: z.array(NameView),
      qualifications: z.array(QualificationView),
      finances: z.array(FinanceView),
      products: z.array(ProductView),
      corrections: z.array(CorrectionView),
      abilities: Abilities,
    }),
  },
  askCorrection: {
    kind: "command",
    path: "/api/registry/own/corrections",
    permission: "registry.ask-correction",
    idempotency: "key",
    summary: { zh: "申请更正本企业信息", en: "Ask for a correction of one's own enterprise" },
    input: z.object({ field: ProfileField, value: FieldValue, because: Reason }),
    output: CorrectionView,
  },
  withdrawCorrection: {
    kind: "command",
    path: "/api/registry/own/corrections/:correctionId/withdraw",
    permission: "registry.ask-correction",
    idempotency: "natural",
    summary: { zh: "撤回更正申请", en: "Withdraw a correction that was asked for" },
    input: z.object({ correctionId: Id, version: z.number().int() }),
    output: CorrectionView,
  },
  listCorrections: {
    kind: "query",
    path: "/api/registry/corrections",
    permission: "registry.read",
    summary: { zh: "企业申请的更正", en: "Corrections that enterprises asked for" },
    input: PageRequest.extend({ state: CorrectionView.shape.state.optional() }),
    output: pageOf(CorrectionView),
  },
  answerCorrection: {
    kind: "command",
    path: "/api/registry/corrections/:correctionId/answer",
    permission: "registry.correct",
    idempotency: "natural",
    summary: { zh: "答复更正申请", en: "Answer a correction that was asked for" },
    input: z.object({ correctionId: Id, version: z.number().int(), accept: z.boolean(), answer: Reason }),
    output: CorrectionView,
  },
});
