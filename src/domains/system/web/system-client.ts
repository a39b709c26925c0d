import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send } from "#ui/transport.ts";

export const system = createClient(systemOperations, send);

export const journalExportAddress = (range: { readonly from?: string; readonly to?: string }): string =>
  callOf(systemOperations.exportJournal, range as never).url;
