import type { contractOperations } from "#domains/promotion/contract/contract-operations.ts";
import type { diligenceOperations } from "#domains/promotion/contract/diligence-operations.ts";
import type { dossierOperations } from "#domains/promotion/contract/dossier-operations.ts";
import type { leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import type { pathOperations } from "#domains/promotion/contract/path-operations.ts";
import type { poolOperations } from "#domains/promotion/contract/pool-operations.ts";
import type { promiseOperations } from "#domains/promotion/contract/promise-operations.ts";
import type { screeningOperations } from "#domains/promotion/contract/screening-operations.ts";
import type { targetOperations } from "#domains/promotion/contract/target-operations.ts";
import type { watchOperations } from "#domains/promotion/contract/watch-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** What each table of operations asks of its handlers: use cases take their own shape from here. */
export type LeadHandlers = HandlersOf<typeof leadOperations, OperationContext>;
export type PoolHandlers = HandlersOf<typeof poolOperations, OperationContext>;
export type ContractHandlers = HandlersOf<typeof contractOperations, OperationContext>;
export type PromiseHandlers = HandlersOf<typeof promiseOperations, OperationContext>;
export type DiligenceHandlers = HandlersOf<typeof diligenceOperations, OperationContext>;
export type DossierHandlers = HandlersOf<typeof dossierOperations, OperationContext>;
export type WatchHandlers = HandlersOf<typeof watchOperations, OperationContext>;
export type ScreeningHandlers = HandlersOf<typeof screeningOperations, OperationContext>;
export type TargetHandlers = HandlersOf<typeof targetOperations, OperationContext>;
export type PathHandlers = HandlersOf<typeof pathOperations, OperationContext>;
