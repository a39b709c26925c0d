import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRuntime, type Runtime } from "#apps/runtime.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { SessionDoor } from "#kernel/server/operation-context.ts";
import { insertProjects } from "./project-rows.ts";

export const BENCH_DAY = "2026-06-30" as LocalDate;
export const BENCH_REGION = "云岭高新区";
export const BENCH_PROJECTS = 10_000;
const ZONE = "0199c000-0000-7000-8000-0000000000ff";

export type BenchZone = {
  readonly runtime: Runtime;
  readonly zoneId: string;
  readonly actor: Actor;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs an operation as a face would: validated, authorised, in one transaction, on the bench's day. */
  call(operation: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
};

/** A zone of its own on a fresh database, with ten thousand projects, their plans and a year of reports. */
export async function createBenchZone(name: string): Promise<BenchZone> {
  const dataDir = mkdtempSync(join(tmpdir(), `yuanshu-${name}-`));
  const runtime = await openRuntime({ as: "server", environment: process.env, dataDir });
  const actor = localAdministrator(ZONE, runtime.platform.permissions);
  await runtime.unitOfWork.run(actor, {}, (tx) =>
    tx.insertInto("zone").values({ id: ZONE, slug: "bench", name: BENCH_REGION, region: BENCH_REGION }).execute(),
  );
  await insertProjects(runtime.database.ownerUrl, ZONE, BENCH_PROJECTS);
  return {
    runtime,
    zoneId: ZONE,
    actor,
    read: (work) => runtime.unitOfWork.run(actor, { readOnly: true }, work),
    call: async (operation, input) => {
      const mounted = runtime.platform.operations.find((one) => `${one.domain}.${one.name}` === operation);
      if (!mounted) throw new Error(`no operation ${operation}`);
      return runtime.platform.execute(mounted, input, {
        actor,
        businessDate: BENCH_DAY,
        language: "zh",
        from: "local",
        sessions: {} as SessionDoor,
      });
    },
    close: async () => {
      await runtime.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
