import { type JobProgress, type RunningJob, restoreActor } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { FileStore } from "#kernel/server/files.ts";
import type { SecretBoxes } from "#kernel/server/secret-box.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type ClaimedJob = {
  readonly zone_id: string;
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly actor: unknown;
  readonly cursor: unknown;
  readonly done: string;
  readonly attempts: number;
  readonly worker: number;
};

/** Ends a handler from inside `step`: somebody cancelled, the server closes, or another worker has taken the job over. */
export class JobStopped extends Error {
  readonly because: "cancelled" | "closing" | "lost";
  constructor(because: "cancelled" | "closing" | "lost") {
    super(`The job was stopped: ${because}`);
    this.name = "JobStopped";
    this.because = because;
  }
}

type Surroundings = {
  readonly unitOfWork: UnitOfWork;
  readonly store: FileStore;
  readonly secretBox: SecretBoxes;
  readonly signal: AbortSignal;
};

export function runningJob(job: ClaimedJob, { unitOfWork, store, secretBox, signal }: Surroundings): RunningJob {
  const actor = restoreActor(job.actor);
  const goOn = () => {
    if (signal.aborted) throw new JobStopped("closing");
  };
  return {
    id: job.id,
    kind: job.kind,
    payload: job.payload,
    actor,
    cursor: job.cursor,
    done: Number(job.done),
    attempt: job.attempts,
    store,
    secretBox,
    signal,
    step: async (work) => {
      goOn();
      const cancelled = await unitOfWork.run(actor, { origin: `job ${job.kind}` }, async (tx) => recordProgress(tx, job, await work(tx)));
      if (cancelled) throw new JobStopped("cancelled");
    },
    read: async (work) => {
      goOn();
      return unitOfWork.run(actor, { readOnly: true }, work);
    },
  };
}

/** The progress commits with the work. Whoever no longer holds the job fails here, and its work is rolled back. */
async function recordProgress(tx: Tx, job: ClaimedJob, { cursor, done, total, message }: JobProgress): Promise<boolean> {
  const held = await tx
    .updateTable("job")
    .set({
      ...(cursor === undefined ? {} : { cursor: JSON.stringify(cursor) }),
      ...(done === undefined ? {} : { done }),
      ...(total === undefined ? {} : { total }),
      ...(message === undefined ? {} : { message }),
      worker: job.worker,
    })
    .where("zone_id", "=", job.zone_id)
    .where("id", "=", job.id)
    .where("worker", "=", job.worker)
    .where("state", "=", "running")
    .returning("cancel_requested")
    .executeTakeFirst();
  if (!held) throw new JobStopped("lost");
  return held.cancel_requested;
}
