import type { promiseOperations } from "#domains/approvals/contract/promise-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type PromiseHandlers = HandlersOf<typeof promiseOperations, OperationContext>;
