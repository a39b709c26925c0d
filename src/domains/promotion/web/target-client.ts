import { graphOperations } from "#domains/chain/contract/graph-operations.ts";
import { pathOperations } from "#domains/promotion/contract/path-operations.ts";
import { screeningOperations } from "#domains/promotion/contract/screening-operations.ts";
import { targetOperations } from "#domains/promotion/contract/target-operations.ts";
import { searchOperations } from "#domains/registry/contract/search-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send } from "#ui/transport.ts";

export const screening = createClient(screeningOperations, send);
export const targets = createClient(targetOperations, send);
export const paths = createClient(pathOperations, send);
/** Places of the chain and enterprises of the register, to choose from. */
export const chainGraph = createClient(graphOperations, send);
export const register = createClient(searchOperations, send);

export const targetsExportAddress = (listId: string): string => callOf(targetOperations.exportTargets, { listId, format: "xlsx" }).url;

/** What is read again after a command. */
export const TARGETS_TOUCHED: readonly string[] = [
  "target-lists",
  "target-list",
  "target",
  "target-refresh",
  "screening",
  "signals",
  "leads",
  "board",
];
