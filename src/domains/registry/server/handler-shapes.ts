import type { duplicateOperations } from "#domains/registry/contract/duplicate-operations.ts";
import type { enterpriseOperations } from "#domains/registry/contract/enterprise-operations.ts";
import type { importOperations } from "#domains/registry/contract/import-operations.ts";
import type { searchOperations } from "#domains/registry/contract/search-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type SearchHandlers = HandlersOf<typeof searchOperations, OperationContext>;
export type EnterpriseHandlers = HandlersOf<typeof enterpriseOperations, OperationContext>;
export type DuplicateHandlers = HandlersOf<typeof duplicateOperations, OperationContext>;
export type ImportHandlers = HandlersOf<typeof importOperations, OperationContext>;
