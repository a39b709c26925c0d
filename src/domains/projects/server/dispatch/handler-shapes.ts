import type { dispatchOperations } from "#domains/projects/contract/dispatch-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type DispatchHandlers = HandlersOf<typeof dispatchOperations, OperationContext>;
