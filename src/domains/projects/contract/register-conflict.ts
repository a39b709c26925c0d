import { z } from "zod";
import { ProjectStage } from "#domains/projects/contract/project.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();

/** What a document and the register disagree about. */
export const ConflictField = z.enum(["amount", "stage", "started-on", "completed-on", "produced-on"]);
export type ConflictField = z.infer<typeof ConflictField>;

/** `WITHDRAWN`: the document was taken back, or the register says the same by now. */
export const ConflictState = z.enum(["OPEN", "KEPT_REGISTER", "CORRECTED", "NOT_THE_SAME", "WITHDRAWN"]);
export type ConflictState = z.infer<typeof ConflictState>;

export const conflictFieldWords: Readonly<Record<ConflictField, Text>> = {
  amount: { zh: "总投资", en: "total investment" },
  stage: { zh: "阶段", en: "stage" },
  "started-on": { zh: "开工日期", en: "start of construction" },
  "completed-on": { zh: "竣工日期", en: "completion" },
  "produced-on": { zh: "投产日期", en: "start of production" },
};

export const conflictStateWords: Readonly<Record<ConflictState, Text>> = {
  OPEN: { zh: "待核实", en: "Open" },
  KEPT_REGISTER: { zh: "以台账为准", en: "Register kept" },
  CORRECTED: { zh: "已更正台账", en: "Register corrected" },
  NOT_THE_SAME: { zh: "不是同一项目", en: "Not the same project" },
  WITHDRAWN: { zh: "已消除", en: "No longer there" },
};

export const RegisterConflict = z.object({
  id: Id,
  project: z.object({ id: Id, code: z.string(), name: z.string(), stage: ProjectStage }),
  document: z.object({ id: Id, title: z.string(), published: LocalDate.nullable() }),
  field: ConflictField,
  /** Of the document: an amount in 元, a stage in its own word, or a day. */
  said: z.string(),
  /** Of the register when it was found: an amount in 元, a stage, `NONE` before the signing, or a day. */
  registered: z.string(),
  quote: z.string(),
  state: ConflictState,
  foundOn: LocalDate,
  decidedOn: LocalDate.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});
export type RegisterConflict = z.infer<typeof RegisterConflict>;

export const conflictOperations = defineOperations({
  listRegisterConflicts: {
    kind: "query",
    path: "/api/projects/conflicts",
    permission: "projects.read",
    summary: { zh: "项目台账与文档不一致", en: "Where documents contradict the register of projects" },
    input: PageRequest.extend({ state: ConflictState.optional(), projectId: Id.optional() }),
    output: pageOf(RegisterConflict),
  },
  resolveRegisterConflict: {
    kind: "command",
    path: "/api/projects/conflicts/:conflictId/resolve",
    permission: "projects.settle",
    idempotency: "natural",
    summary: { zh: "裁定台账与文档的不一致", en: "Settle a contradiction between a document and the register" },
    input: z.object({
      conflictId: Id,
      version: z.number().int(),
      /** `CORRECTED` takes an amount over from the document; stages and days are corrected by their own steps first. */
      resolution: ConflictState.exclude(["OPEN", "WITHDRAWN"]),
      reason: z.string().trim().min(2).max(500),
    }),
    output: RegisterConflict,
  },
});
