import { v5, v7 } from "uuid";
import { AppError } from "#kernel/app-error.ts";
import { storeActor } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

export type NewJob = {
  readonly kind: string;
  readonly title: Text;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this instant. */
  readonly runAfter?: string;
  /** What it is done for, such as a day: of one kind and zone it is done once for it, however many servers ask. */
  readonly once?: string;
};

/** Asks for work to be done after the commit. @returns the id of the job. */
export async function enqueueJob(tx: Tx, { kind, title, payload, runAfter, once }: NewJob): Promise<string> {
  const actor = actorOf(tx);
  const id = once === undefined ? v7() : v5(`${kind} ${once}`, actor.zoneId);
  await tx
    .insertInto("job")
    .values({
      zone_id: actor.zoneId,
      id,
      kind,
      title: JSON.stringify(title),
      payload: JSON.stringify(payload),
      actor: storeActor(actor),
      actor_id: actor.id,
      created_at: recordedAt(tx),
      ...(runAfter === undefined ? {} : { run_after: runAfter }),
    })
    // The key keeps what is done once; other ids never meet it.
    .onConflict((conflict) => conflict.columns(["zone_id", "id"]).doNothing())
    .execute();
  return id;
}

/**
 * Asks for work that takes in everything up to the moment when it begins: one that is still queued does for all that asked meanwhile.
 * Two who ask in the same moment may queue it twice, which costs work and changes nothing.
 */
export async function enqueueUnlessQueued(tx: Tx, job: NewJob): Promise<void> {
  const queued = await tx
    .selectFrom("job")
    .select("id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("kind", "=", job.kind)
    .where("state", "=", "queued")
    .limit(1)
    .executeTakeFirst();
  if (queued === undefined) await enqueueJob(tx, job);
}

/** A queued job is cancelled at once, a running one at its next step: what it has done so far stays. */
export async function cancelJob(tx: Tx, id: string): Promise<void> {
  if (!(await stopJob(tx, id))) throw new AppError("job.not-running", "conflict");
}

/** The same without complaint. @returns whether there was something to stop. */
export async function stopJob(tx: Tx, id: string): Promise<boolean> {
  const { zoneId } = actorOf(tx);
  const ended = await tx
    .updateTable("job")
    .set({ state: "cancelled", finished_at: recordedAt(tx) })
    .where("zone_id", "=", zoneId)
    .where("id", "=", id)
    .where("state", "=", "queued")
    .executeTakeFirst();
  if (ended.numUpdatedRows > 0n) return true;
  const asked = await tx
    .updateTable("job")
    .set({ cancel_requested: true })
    .where("zone_id", "=", zoneId)
    .where("id", "=", id)
    .where("state", "=", "running")
    .executeTakeFirst();
  return asked.numUpdatedRows > 0n;
}

/** Queues a failed or cancelled job again; it continues at its cursor. */
export async function resumeJob(tx: Tx, id: string): Promise<void> {
  const resumed = await tx
    .updateTable("job")
    .set({ state: "queued", attempts: 0, cancel_requested: false, failure: null, finished_at: null, run_after: recordedAt(tx) })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("state", "in", ["failed", "cancelled"])
    .executeTakeFirst();
  if (resumed.numUpdatedRows === 0n) throw new AppError("job.not-ended", "conflict");
}
