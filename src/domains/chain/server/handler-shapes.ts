import type { graphOperations } from "#domains/chain/contract/graph-operations.ts";
import type { placementOperations } from "#domains/chain/contract/placement-operations.ts";
import type { versionOperations } from "#domains/chain/contract/version-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

export type VersionHandlers = HandlersOf<typeof versionOperations, OperationContext>;
export type GraphHandlers = HandlersOf<typeof graphOperations, OperationContext>;
export type PlacementHandlers = HandlersOf<typeof placementOperations, OperationContext>;
