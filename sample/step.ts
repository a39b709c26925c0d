import type { z } from "zod";
import type { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import type { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import type { EconomyOperations } from "#domains/economy/contract/economy-operations.ts";
import type { IntelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import type { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import type { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import type { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { SampleFile } from "./spreadsheets.ts";

type ProjectTables = typeof projectsOperations;
type ApprovalTables = typeof approvalsOperations;
type ChainTables = typeof chainOperations;
type RegistryTables = typeof registryOperations;
type PromotionTables = typeof promotionOperations;
type Tables = { readonly intelligence: IntelligenceOperations; readonly economy: EconomyOperations };
type Operations = { readonly [Name in keyof Tables["intelligence"] & string as `intelligence.${Name}`]: Tables["intelligence"][Name] } & {
  readonly [Name in keyof Tables["economy"] & string as `economy.${Name}`]: Tables["economy"][Name];
} & { readonly [Name in keyof ProjectTables & string as `projects.${Name}`]: ProjectTables[Name] } & {
  readonly [Name in keyof ApprovalTables & string as `approvals.${Name}`]: ApprovalTables[Name];
} & { readonly [Name in keyof ChainTables & string as `chain.${Name}`]: ChainTables[Name] } & {
  readonly [Name in keyof RegistryTables & string as `registry.${Name}`]: RegistryTables[Name];
} & { readonly [Name in keyof PromotionTables & string as `promotion.${Name}`]: PromotionTables[Name] };
export type SampleOperation = keyof Operations;
export type SentTo<Name extends SampleOperation> = z.input<Operations[Name]["input"]>;
export type ReplyOf<Name extends SampleOperation> = z.output<Operations[Name]["output"]>;

/** Users of the sample zone who work in the plan. */
export type SampleUser =
  | "statistics"
  | "promotion"
  | "promotion-2"
  | "head"
  | "leader"
  | "taskforce"
  | "window"
  | "window-2"
  | "approval-head"
  | "planning"
  | "construction"
  | "ecology"
  | "liaison"
  | "enterprise";

/** How a step looks at what is there: queries, run as one of the users. */
export type SampleWorld = {
  ask<Name extends SampleOperation>(as: SampleUser, operation: Name, input: SentTo<Name>): Promise<ReplyOf<Name>>;
};

type StepOf<Name extends SampleOperation> = {
  /** Says what is done; shown while the sample loads. Unique. */
  readonly name: string;
  readonly as: SampleUser;
  readonly operation: Name;
  /** Looks at the world as it is; undefined when there is nothing, or nothing more, to do. So a step that broke off, or is taken twice, does no harm. */
  readonly input: (world: SampleWorld) => Promise<SentTo<Name> | undefined>;
  readonly files?: () => Promise<readonly SampleFile[]>;
  /** The day on which it was done, where that is not the day on which the zone lives. */
  readonly on?: LocalDate;
  /** Before the next step, wait until the jobs that were queued have ended. */
  readonly settle?: true;
  /** Steps of one lane follow each other; lanes that stand side by side in the plan have nothing to do with each other, and are taken at once. */
  readonly lane?: string;
};

/** One command of the plan, through the same door as a person's. */
export type SampleStep = { readonly [Name in SampleOperation]: StepOf<Name> }[SampleOperation];
