import { createReadStream, existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jobHandlers, subscribers } from "#apps/background.ts";
import type { SessionDoor } from "#kernel/server/operation-context.ts";
import { startWorker } from "#kernel/server/worker.ts";
import { BENCH_DAY, type BenchZone } from "./bench-zone.ts";
import { writeEnterprises } from "./enterprise-rows.ts";

/** The file of a register of so many enterprises, made once for all benches of a machine. */
export async function enterpriseFile(count: number): Promise<string> {
  const folder = join(tmpdir(), "yuanshu-bench-files");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `enterprises-${count}.csv`);
  if (!existsSync(path)) await writeEnterprises(path, count);
  return path;
}

/** Imports a file through the operation and its job, as a face would. @returns milliseconds from the first byte to the last index. */
export async function importFile(zone: BenchZone, path: string): Promise<number> {
  const { platform, unitOfWork, database, store } = zone.runtime;
  const mounted = platform.operations.find((one) => one.domain === "registry" && one.name === "importEnterprises");
  if (!mounted) throw new Error("no operation registry.importEnterprises");
  const worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork,
    store,
    jobs: jobHandlers(zone.runtime),
    subscribers: subscribers(),
    onError: (error) => console.error(error),
    pollMs: 250,
  });
  try {
    const started = performance.now();
    const stored = await store.putStream(zone.zoneId, createReadStream(path, { highWaterMark: 1_048_576 }), Number.MAX_SAFE_INTEGER);
    const view = (await platform.execute(
      mounted,
      { source: "bench" },
      {
        actor: zone.actor,
        businessDate: BENCH_DAY,
        language: "zh",
        from: "local",
        sessions: {} as SessionDoor,
        kept: [{ name: "bench.csv", ...stored }],
      },
    )) as { readonly id: string };
    await worker.drain();
    const took = performance.now() - started;
    const done = (await zone.call("registry.openImport", { importId: view.id })) as { readonly state: string; readonly refused: number };
    if (done.state !== "DONE" || done.refused > 0) throw new Error(`the import ended as ${JSON.stringify(done)}`);
    return took;
  } finally {
    await worker.close();
  }
}
