import { randomBytes, randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { isConnectionLost } from "#kernel/server/connection-errors.ts";
import { createPool, rowParsers } from "#kernel/server/database.ts";
import type { FileStore } from "#kernel/server/files.ts";
import { deliverEvents, type NamedSubscribers } from "#kernel/server/outbox.ts";
import { type Channel, type OutgoingTools, sendOutgoing } from "#kernel/server/outgoing.ts";
import { type ClaimedJob, JobStopped, runningJob } from "#kernel/server/running-job.ts";
import { type SecretBoxes, secretBoxes } from "#kernel/server/secret-box.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type WorkerParts = {
  readonly workerUrl: string;
  readonly unitOfWork: UnitOfWork;
  readonly store: FileStore;
  readonly secretBox?: SecretBoxes;
  readonly jobs: Readonly<Record<string, JobHandler>>;
  readonly subscribers: NamedSubscribers;
  /** How what is told elsewhere is sent; without it nothing leaves. */
  readonly outgoing?: { readonly channels: Readonly<Record<string, Channel>>; readonly tools: OutgoingTools };
  /** Told of errors that are retried or end a job: for the log. */
  readonly onError?: (error: unknown, job: { readonly id: string; readonly kind: string } | undefined) => void;
  readonly pollMs?: number;
  readonly concurrency?: number;
};

export type Worker = {
  /** There is something new: do not wait for the next look. */
  wake(): void;
  /** Runs until nothing is queued and no event waits: for the command line and for tests. */
  drain(): Promise<void>;
  /** When it last looked whether there is work, as milliseconds of `performance.now()`. */
  lookedAt(): number;
  /** Breaks running jobs off at their next step, to be taken up where they stood, and goes. */
  close(): Promise<void>;
};

const WORKER_LOCK = 7_300_004;
const MOST_ATTEMPTS = 6;

/** Takes jobs and events out of the tables they were committed to. Several workers, in several processes, share the work. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { pollMs = 250, concurrency = 2, secretBox = secretBoxes(randomBytes(32).toString("hex")) } = parts;
  let number = randomInt(1, 2_147_483_647);
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  // One connection holds the lock and looks; the ends of jobs, which come while it looks, have others.
  let client = await connect(parts.workerUrl, number);
  const ends = createPool(parts.workerUrl, "worker ends", { max: concurrency + 1, role: "yuanshu_worker" });
  const sendRound = async (): Promise<number> =>
    parts.outgoing ? sendOutgoing(ends, parts.outgoing.channels, parts.outgoing.tools, (error) => parts.onError?.(error, undefined)) : 0;
  // One round at a time, so that whoever drains waits for what is on its way.
  let round: Promise<number> = Promise.resolve(0);
  const post = (): Promise<number> => {
    round = round.then(sendRound, sendRound);
    return round;
  };
  let woken = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const claim = async (): Promise<ClaimedJob | undefined> => {
    const { rows } = await client.query<ClaimedJob>(CLAIM, [number, Object.keys(parts.jobs), WORKER_LOCK]);
    return rows[0];
  };

  async function run(job: ClaimedJob): Promise<void> {
    const signal = closing.signal;
    try {
      const handler = parts.jobs[job.kind];
      const result = await handler?.(runningJob(job, { unitOfWork: parts.unitOfWork, store: parts.store, secretBox, signal }));
      await end(ends, job, "done", { result: result ?? null });
    } catch (error) {
      if (error instanceof JobStopped && error.because === "lost") return;
      if (error instanceof JobStopped && error.because === "closing") return release(ends, job);
      if (error instanceof JobStopped) return end(ends, job, "cancelled", {});
      parts.onError?.(error, job);
      if (error instanceof AppError && error.kind !== "unavailable")
        return end(ends, job, "failed", { failure: { code: error.code, params: error.params } });
      if (job.attempts >= MOST_ATTEMPTS)
        return end(ends, job, "failed", { failure: { code: "job.gave-up", params: { attempts: job.attempts } } });
      await ends.query(
        "update job set state = 'queued', worker = null, run_after = now() + make_interval(secs => $3) where zone_id = $1 and id = $2",
        [job.zone_id, job.id, 2 ** job.attempts],
      );
    }
  }

  async function look(): Promise<boolean> {
    let found = (await deliverEvents(client, parts.unitOfWork, parts.subscribers)) > 0;
    while (running.size < concurrency && !closing.signal.aborted) {
      const job = await claim();
      if (!job) break;
      found = true;
      const work: Promise<void> = run(job)
        .catch((error: unknown) => parts.onError?.(error, job))
        .finally(() => {
          running.delete(work);
          woken();
        });
      running.add(work);
    }
    return found;
  }

  let lookedAt = performance.now();
  // One look at a time: the loop's own, or one that `drain` asks for.
  let turn: Promise<boolean> = Promise.resolve(false);
  const lookInTurn = (): Promise<boolean> => {
    turn = turn.then(look, look);
    return turn;
  };

  const loop = (async () => {
    while (!closing.signal.aborted) {
      let found = false;
      try {
        found = await lookInTurn();
        lookedAt = performance.now();
      } catch (error) {
        if (!isConnectionLost(error) && !/not queryable/.test(String(error))) parts.onError?.(error, undefined);
        await client.end().catch(() => {});
        // Under a new number: what ran under the old one is taken up again, and whoever still works on it is told at its next step.
        number = randomInt(1, 2_147_483_647);
        client = await connect(parts.workerUrl, number).catch(() => client);
      }
      if (!closing.signal.aborted && (!found || running.size >= concurrency)) await pause();
    }
  })();

  // What is told elsewhere waits for others; it keeps nothing else waiting.
  const posting = (async () => {
    while (parts.outgoing && !closing.signal.aborted) {
      const sent = await post().catch((error: unknown) => {
        if (!isConnectionLost(error)) parts.onError?.(error, undefined);
        return 0;
      });
      if (sent === 0) await wait(pollMs, undefined, { signal: closing.signal }).catch(() => {});
    }
  })();

  return {
    wake: () => woken(),
    lookedAt: () => lookedAt,
    drain: async () => {
      for (let found = true; found || running.size > 0; ) {
        await Promise.all([...running]);
        found = await lookInTurn();
        if ((await post()) > 0) found = true;
      }
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      woken();
      await Promise.all([loop, posting]);
      await Promise.allSettled([...running]);
      await Promise.all([client.end().catch(() => {}), ends.end()]);
    },
  };
}

// A running job whose worker no longer holds the lock of its number was broken off: by a kill, or by the loss of its connection.
const CLAIM = `
  update job set state = 'running', worker = $1, attempts = attempts + 1, started_at = coalesce(started_at, now())
  where (zone_id, id) = (
    select zone_id, id from job
    where run_after <= now() and kind = any($2) and (state = 'queued' or (state = 'running' and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.classid = $3::integer and l.objid = job.worker and l.objsubid = 2)))
    order by run_after, id limit 1 for update skip locked)
  returning zone_id, id, kind, payload, actor, cursor, done, attempts, worker`;

async function connect(workerUrl: string, number: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: workerUrl,
    application_name: "yuanshu worker",
    options: "-c role=yuanshu_worker",
    types: rowParsers,
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  await client.query("select pg_advisory_lock($1::integer, $2::integer)", [WORKER_LOCK, number]);
  return client;
}

async function end(
  ends: pg.Pool,
  job: ClaimedJob,
  state: string,
  outcome: { readonly result?: unknown; readonly failure?: unknown },
): Promise<void> {
  const values = [
    job.zone_id,
    job.id,
    job.worker,
    state,
    outcome.result === undefined ? null : JSON.stringify(outcome.result),
    outcome.failure === undefined ? null : JSON.stringify(outcome.failure),
  ];
  await ends.query(
    "update job set state = $4, result = $5, failure = $6, worker = null, finished_at = now() where zone_id = $1 and id = $2 and worker = $3",
    values,
  );
}

async function release(ends: pg.Pool, job: ClaimedJob): Promise<void> {
  await ends.query(
    "update job set state = 'queued', worker = null, attempts = attempts - 1 where zone_id = $1 and id = $2 and worker = $3",
    [job.zone_id, job.id, job.worker],
  );
}
