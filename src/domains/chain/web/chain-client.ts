import type { z } from "zod";
import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import type { GraphFormat, GraphImportRow } from "#domains/chain/contract/version-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const chain = createClient(chainOperations, send);

/** What a change of the graph or of who stands on it changes on other pages. */
export const TOUCHED_BY_THE_CHAIN = [
  "chain-graph",
  "chain-node",
  "chain-gaps",
  "chain-versions",
  "chain-version",
  "chain-placements",
] as const;

export const exportAddress = (id: string, format: GraphFormat): string => callOf(chainOperations.exportGraph, { id, format }).url;
export const graphTemplateAddress = (): string => callOf(chainOperations.graphTemplate, {}).url;
export const placementTemplateAddress = (): string => callOf(chainOperations.placementTemplate, {}).url;

export async function importGraph(id: string, replace: boolean, files: readonly File[], dryRun: boolean) {
  const operation = chainOperations.importGraph;
  return operation.output.parse(await sendWithFiles(callOf(operation, { id, replace, dryRun }), files));
}
export type ImportedGraphRow = z.infer<typeof GraphImportRow>;

export async function proposePlacements(file: File, dryRun: boolean) {
  const operation = chainOperations.proposePlacements;
  return operation.output.parse(await sendWithFiles(callOf(operation, { dryRun }), [file]));
}
