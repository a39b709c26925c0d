import { graphOperations } from "#domains/chain/contract/graph-operations.ts";
import { placementOperations } from "#domains/chain/contract/placement-operations.ts";
import { versionOperations } from "#domains/chain/contract/version-operations.ts";

/** Everything that can be asked of the chain graph. */
export const chainOperations = { ...versionOperations, ...graphOperations, ...placementOperations };
