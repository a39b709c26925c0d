import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { HeicAnswer, HeicTask } from "#domains/projects/server/photos/decode-heic-worker.ts";

const WITHIN_MS = 30_000;

/**
 * The pixels of an HEIC picture. Unpacking takes a second or two of computing, so it is done beside the server's own thread; the decoder
 * is loaded there and goes with it.
 * @throws Error for a file that is damaged, or not read in time.
 */
export async function decodeHeic(task: HeicTask): Promise<HeicAnswer> {
  // What the decoder prints of a damaged file is said in our own words.
  const worker = new Worker(new URL("./decode-heic-worker.ts", import.meta.url), { workerData: task, stdout: true, stderr: true });
  try {
    const [answer] = (await once(worker, "message", { signal: AbortSignal.timeout(WITHIN_MS) })) as [HeicAnswer];
    return answer;
  } finally {
    await worker.terminate();
  }
}
