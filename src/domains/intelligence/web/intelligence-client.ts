import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { callOf, createClient } from "#kernel/client.ts";
import { send, sendWithFiles } from "#ui/transport.ts";

export const intelligence = createClient(intelligenceOperations, send);

/** Files beside the input go as multipart. */
export async function ingestFiles(files: readonly File[], published: string | undefined) {
  const operation = intelligenceOperations.ingest;
  const input = published ? { published: published as never } : {};
  return operation.output.parse(await sendWithFiles(callOf(operation, input), files));
}

export const originalAddress = (id: string): string => callOf(intelligenceOperations.downloadOriginal, { id }).url;
