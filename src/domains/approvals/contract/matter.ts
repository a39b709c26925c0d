import { z } from "zod";
import { EvidenceKind } from "#domains/projects/contract/project.ts";
import { Condition } from "#kernel/condition.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";

const Words = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });
const Source = z.string().trim().min(1).max(400);
/** Short and stable: materials, review nodes and form fields are named by it within their matter. */
const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export const MatterCode = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

/** The four stages of a construction project, business opening, and what stands beside them (handbook §5). */
export const MatterStage = z.enum(["land-planning", "works-planning", "construction", "completion", "business-opening", "operation"]);
export type MatterStage = z.infer<typeof MatterStage>;

/** A renewal is the only kind of which the law says what silence means. */
export const MatterKind = z.enum(["licence", "filing", "registration", "service", "renewal"]);
export type MatterKind = z.infer<typeof MatterKind>;

const Limit = z.object({ length: z.number().int().min(0).max(400), unit: z.enum(["workday", "day"]), source: Source });

/** Time that is not counted, by reason; `most` in workdays, null where no length is fixed. */
const PauseRule = z.object({ reason: z.string().trim().min(1).max(40), most: z.number().int().min(1).max(400).nullable(), source: Source });

export const MatterField = z.object({
  key: Key,
  label: Words,
  kind: z.enum(["text", "number", "boolean", "day", "choice"]),
  required: z.boolean().default(false),
  choices: z.array(z.string().trim().min(1).max(60)).max(40).default([]),
});
export type MatterField = z.infer<typeof MatterField>;

export const MatterMaterial = z.object({
  key: Key,
  name: Words,
  need: z.enum(["mandatory", "conditional"]),
  /** Of a conditional material: when it is needed, by the fields of the form. */
  when: Condition.optional(),
  /** The result of another matter stands for it, and is looked up rather than asked for again. */
  resultOf: MatterCode.optional(),
  /** 容缺: may come later, on a promise. */
  deferrable: z.boolean().default(false),
  /** 告知承诺: a written promise stands for it. */
  byCommitment: z.boolean().default(false),
  note: z.string().trim().max(300).default(""),
});
export type MatterMaterial = z.infer<typeof MatterMaterial>;

/** One piece of the review: it waits for those in `after`, and the rest run side by side (并联). */
export const ReviewNode = z.object({
  key: Key,
  name: Words,
  /** The department that reviews, by its name in the zone. */
  department: z.string().trim().min(1).max(60),
  after: z.array(Key).max(20).default([]),
  limit: Limit,
  /** A local internal rule may read silence between departments as no objection. It closes this node and never decides the case. */
  silence: z.enum(["none", "no-objection"]).default("none"),
});
export type ReviewNode = z.infer<typeof ReviewNode>;

export const MatterResult = z.object({
  name: Words,
  /** What it proves in the register of projects, where it belongs to a project. */
  evidence: EvidenceKind.optional(),
  validMonths: z.number().int().min(1).max(600).nullable().default(null),
});
export type MatterResult = z.infer<typeof MatterResult>;

export const Matter = z.object({
  code: MatterCode,
  name: Words,
  stage: MatterStage,
  kind: MatterKind,
  /** The licensing body. The zone's window accepts and returns for it; the authority stays with it (审批不出园). */
  authority: z.string().trim().min(1).max(80),
  /** The department of the zone whose window handles it, by name. */
  department: z.string().trim().min(1).max(60),
  legal: Limit,
  promised: Limit.nullable(),
  pauses: z.array(PauseRule).max(30),
  /** More time with the head's approval; null where the law gives none. */
  extension: z.object({ length: z.number().int().min(1).max(200), source: Source }).nullable(),
  /** Workdays for the one supplement notice; afterwards it is deemed accepted. */
  supplementWithin: z.number().int().min(1).max(20).default(5),
  /** Safety, security, environment, health: no promise may stand for a proof. */
  highRisk: z.boolean().default(false),
  form: z.array(MatterField).max(60).default([]),
  materials: z.array(MatterMaterial).max(60),
  reviews: z.array(ReviewNode).max(40).default([]),
  fee: z.object({ yuan: Decimal, source: Source }).nullable(),
  result: MatterResult.nullable(),
  source: Source,
});
export type Matter = z.infer<typeof Matter>;

export const MatterVersion = z.object({
  code: MatterCode,
  version: z.number().int().min(1),
  effectiveOn: LocalDate,
  matter: Matter,
  reason: z.string(),
  changedOn: LocalDate,
  changedBy: z.string(),
});
export type MatterVersion = z.infer<typeof MatterVersion>;

export const stageWords: Readonly<Record<MatterStage, Text>> = {
  "land-planning": { zh: "立项用地规划许可", en: "Project approval and land planning" },
  "works-planning": { zh: "工程建设许可", en: "Works planning" },
  construction: { zh: "施工许可", en: "Construction permit" },
  completion: { zh: "竣工验收", en: "Completion and acceptance" },
  "business-opening": { zh: "企业开办", en: "Business opening" },
  operation: { zh: "经营", en: "Operation" },
};

export const kindWords: Readonly<Record<MatterKind, Text>> = {
  licence: { zh: "行政许可", en: "licence" },
  filing: { zh: "备案", en: "filing" },
  registration: { zh: "登记", en: "registration" },
  service: { zh: "公共服务", en: "public service" },
  renewal: { zh: "延续", en: "renewal" },
};
