import type pg from "pg";
import { isConnectionLost } from "#kernel/server/connection-errors.ts";

/** One thing that has to be so before requests are sent here. */
export type ReadinessPart = "ok" | "away" | "behind" | "silent" | "stopping";
export type Readiness = {
  readonly ready: boolean;
  readonly parts: {
    readonly database: ReadinessPart;
    readonly migrations: ReadinessPart;
    readonly worker: ReadinessPart;
    readonly server: ReadinessPart;
  };
};

export type ReadinessParts = {
  readonly pool: pg.Pool;
  /** The migrations that this program brings. */
  readonly migrations: readonly string[];
  /** When the worker last looked for work, as milliseconds of `performance.now()`; undefined where no worker runs in this process. */
  readonly workerLookedAt: (() => number) | undefined;
  readonly isStopping: () => boolean;
};

const DATABASE_ANSWERS_WITHIN_MS = 3000;
/** A worker looks several times a second; one job's step may hold a look for a while. */
const WORKER_SILENT_MS = 60_000;

/** Whether this process can do its work now: what a load balancer asks before it sends anybody here. */
export async function readinessOf({ pool, migrations, workerLookedAt, isStopping }: ReadinessParts): Promise<Readiness> {
  const applied = await within(DATABASE_ANSWERS_WITHIN_MS, appliedIn(pool)).catch((error: unknown) => {
    if (isConnectionLost(error) || error instanceof TooLate) return undefined;
    throw error;
  });
  const parts: Readiness["parts"] = {
    database: applied === undefined ? "away" : "ok",
    migrations: applied === undefined ? "away" : migrations.every((file) => applied.has(file)) ? "ok" : "behind",
    worker: workerLookedAt !== undefined && performance.now() - workerLookedAt() > WORKER_SILENT_MS ? "silent" : "ok",
    server: isStopping() ? "stopping" : "ok",
  };
  return { ready: Object.values(parts).every((part) => part === "ok"), parts };
}

const appliedIn = async (pool: pg.Pool): Promise<ReadonlySet<string>> =>
  new Set((await pool.query<{ file: string }>("select file from migration")).rows.map(({ file }) => file));

class TooLate extends Error {}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), milliseconds);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
