import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const system = createClient(systemOperations, send);

export const journalExportAddress = (filter: Parameters<typeof system.exportJournal>[0]): string =>
  callOf(systemOperations.exportJournal, filter).url;
export const digestsFileAddress = (): string => callOf(systemOperations.downloadDigests, {}).url;

export async function compareWithKept(files: readonly File[]) {
  const operation = systemOperations.compareDigests;
  return operation.output.parse(await sendWithFiles(callOf(operation, {}), files));
}
