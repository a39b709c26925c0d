import { v7 } from "uuid";
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
};

/** Asks for work to be done after the commit. @returns the id of the job. */
export async function enqueueJob(tx: Tx, { kind, title, payload, runAfter }: NewJob): Promise<string> {
  const actor = actorOf(tx);
  const id = v7();
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
    .execute();
  return id;
}

/** A queued job is cancelled at once, a running one at its next step: what it has done so far stays. */
export async function cancelJob(tx: Tx, id: string): Promise<void> {
  const { zoneId } = actorOf(tx);
  const ended = await tx
    .updateTable("job")
    .set({ state: "cancelled", finished_at: recordedAt(tx) })
    .where("zone_id", "=", zoneId)
    .where("id", "=", id)
    .where("state", "=", "queued")
    .executeTakeFirst();
  if (ended.numUpdatedRows > 0n) return;
  const asked = await tx
    .updateTable("job")
    .set({ cancel_requested: true })
    .where("zone_id", "=", zoneId)
    .where("id", "=", id)
    .where("state", "=", "running")
    .executeTakeFirst();
  if (asked.numUpdatedRows === 0n) throw new AppError("job.not-running", "conflict");
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
