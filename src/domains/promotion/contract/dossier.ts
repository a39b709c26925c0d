import { z } from "zod";
import { ChainAction, Strength } from "#domains/chain/contract/chain.ts";
import { MemoCondition, Recommendation } from "#domains/promotion/contract/diligence.ts";
import { InteractionKind, LeadStage } from "#domains/promotion/contract/lead.ts";
import { PaperState } from "#domains/promotion/contract/paper.ts";
import { PromiseLine } from "#domains/promotion/contract/promise.ts";
import { RedLineBand } from "#domains/promotion/contract/statement-red-lines.ts";
import { KeptScore } from "#domains/promotion/contract/target.ts";
import { Controller, EnterpriseStatus } from "#domains/registry/contract/enterprise.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const Both = z.object({ zh: z.string(), en: z.string() });

/** The parts of a tailored plan that a person writes. */
export const DossierPart = z.enum(["who", "fit", "introduction", "space", "conditions", "clauses", "risks", "asked"]);
export type DossierPart = z.infer<typeof DossierPart>;

export const dossierPartWords: Readonly<Record<DossierPart, Text>> = {
  who: { zh: "企业情况", en: "Who they are" },
  fit: { zh: "产业链契合", en: "Chain fit and our gap" },
  introduction: { zh: "引荐路径", en: "Introduction" },
  space: { zh: "空间载体", en: "Space" },
  conditions: { zh: "支持条件", en: "Conditions" },
  clauses: { zh: "政策条款", en: "Policy clauses" },
  risks: { zh: "风险与防控", en: "Risks" },
  asked: { zh: "拟要求承诺", en: "Promises asked" },
};

/** Several lines; what cannot be seen and is no line break is taken out, so that what a reviewer reads is what stands there. */
const Said = z
  .string()
  .overwrite((text) => text.replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, "").trim())
  .max(3000);

/** A clause that is open to everybody who meets it: the document, where in it, and what it says. */
export const GeneralClause = z.object({
  document: visibleText(2, 160),
  article: visibleText(0, 60),
  says: visibleText(0, 300),
});
export type GeneralClause = z.infer<typeof GeneralClause>;

export const DossierSaid = z.object({
  who: Said,
  fit: Said,
  introduction: Said,
  space: Said,
  conditions: Said,
  clauses: z.array(GeneralClause).max(20),
  risks: Said,
  asked: Said,
});
export type DossierSaid = z.infer<typeof DossierSaid>;

/** A way to the enterprise over at most three ties, as a sentence. Null where the register does not know the party: the page and the paper say so. */
const IntroductionPath = z.object({ zh: z.string(), en: z.string(), ties: z.number().int().min(1).max(3) });

/** What the register says of the enterprise; what it does not say is null and named as not registered. */
const KnownEnterprise = z.object({
  id: Id,
  status: EnterpriseStatus,
  foundedOn: LocalDate.nullable(),
  region: z.string().nullable(),
  controller: Controller.nullable(),
  stockCode: z.string().nullable(),
  capitalYuan: Decimal.nullable(),
  employees: z.number().int().nullable(),
  revenueYuan: Decimal.nullable(),
  revenueYear: z.number().int().nullable(),
  growthPct: Decimal.nullable(),
  products: z.array(z.string()),
  /** Valid on the day. */
  qualifications: z.array(Both),
  source: z.string(),
  asOf: LocalDate.nullable(),
});
export type KnownEnterprise = z.infer<typeof KnownEnterprise>;

/** What another domain has for the enterprise: a plant that is free, a general clause that it meets. Money to one enterprise is never among it. */
export const DossierOffer = z.object({
  title: Both,
  says: Both,
  source: z.string(),
  on: LocalDate.nullable(),
  /** Where its record is opened, such as `/space/units/ID`. */
  path: z.string().nullable(),
});
export type DossierOffer = z.infer<typeof DossierOffer>;

/** Parts of a plan that a domain further to the right fills. */
export const OfferedPart = z.enum(["space", "policy"]);
export type OfferedPart = z.infer<typeof OfferedPart>;

/** What the platform knows by itself. Contacts are never among it: they are read with the rights of whoever looks. */
export const DossierFacts = z.object({
  asOf: LocalDate,
  lead: z.object({
    code: z.string(),
    projectName: z.string(),
    party: z.string(),
    identifier: z.string().nullable(),
    industry: z.string(),
    stage: LeadStage,
    amountYuan: Decimal.nullable(),
  }),
  /** Null where the lead names no place of the chain, or the graph in force has none of that code. */
  chain: z
    .object({
      code: z.string(),
      path: z.array(z.string()),
      strength: Strength,
      producers: z.number().int(),
      action: ChainAction.nullable(),
      residents: z.array(z.string()),
    })
    .nullable(),
  introductions: z.array(IntroductionPath).nullable(),
  /** Null where the register does not know the party. Editions that were frozen before it was told have none either. */
  enterprise: KnownEnterprise.nullable().default(null),
  /** How the enterprise scores for the place that the lead names, by the table in force, term by term. */
  fit: KeptScore.nullable().default(null),
  /** What was learnt in talks, the newest first. */
  needs: z.array(z.object({ on: LocalDate, kind: InteractionKind, learnt: z.string() })).default([]),
  /** Null as long as no domain offers the part (`server/dossier/dossier-sources.ts`); until then it holds what a person writes. */
  space: z.array(DossierOffer).nullable(),
  policy: z.array(DossierOffer).nullable(),
  risks: z.object({
    band: z.enum([...RedLineBand.options, "missing"]),
    lines: z.array(Both),
    distress: z.object({ year: z.number().int(), percentile: z.number().int() }).nullable(),
    memo: z.object({ edition: z.number().int(), recommendation: Recommendation, conditions: z.array(MemoCondition) }).nullable(),
  }),
  promises: z.array(PromiseLine),
});
export type DossierFacts = z.infer<typeof DossierFacts>;

export const DossierEdition = z.object({
  id: Id,
  edition: z.number().int(),
  state: PaperState,
  said: DossierSaid,
  /** As they stood on the day of submission; null for a draft, which shows those of today. */
  facts: DossierFacts.nullable(),
  writtenOn: LocalDate,
  writtenBy: z.string(),
  submittedOn: LocalDate.nullable(),
  reviewed: z.object({ on: LocalDate, by: z.string(), review: z.string() }).nullable(),
  missing: z.array(z.string()),
  version: z.number().int(),
  abilities: Abilities,
});
export type DossierEdition = z.infer<typeof DossierEdition>;

export const DossierView = z.object({
  lead: z.object({ id: Id, code: z.string(), projectName: z.string(), party: z.string() }),
  /** Masked but for those who work on leads. */
  contact: z.object({ name: personal("name", z.string()), phone: personal("phone", z.string()) }),
  now: DossierFacts,
  editions: z.array(DossierEdition),
  abilities: Abilities,
});
export type DossierView = z.infer<typeof DossierView>;
