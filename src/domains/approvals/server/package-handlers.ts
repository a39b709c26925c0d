import type { packageOperations } from "#domains/approvals/contract/package-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type PackageHandlers = HandlersOf<typeof packageOperations, OperationContext>;
