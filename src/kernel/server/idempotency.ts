import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/**
 * The stored result of a command that was given under the same key before; undefined when it is new. Of two that come at once, the
 * second waits here for the first and then finds its result.
 * @throws AppError `idempotency.other-body` when the key was used with another body.
 */
export async function findResult(tx: Tx, operation: string, key: string, bodyHash: string): Promise<unknown> {
  const actor = actorOf(tx);
  await takeTurn(tx, "idempotency", actor.id, operation, key);
  const stored = await tx
    .selectFrom("idempotency_key")
    .select(["body_hash", "result"])
    .where("zone_id", "=", actor.zoneId)
    .where("actor_id", "=", actor.id)
    .where("operation", "=", operation)
    .where("key", "=", key)
    .executeTakeFirst();
  if (stored && stored.body_hash !== bodyHash) throw new AppError("idempotency.other-body", "conflict", { key });
  return stored?.result;
}

/** Keeps the result with the change itself: both are there, or neither. */
export async function keepResult(tx: Tx, operation: string, key: string, bodyHash: string, result: unknown): Promise<void> {
  const actor = actorOf(tx);
  await tx
    .insertInto("idempotency_key")
    .values({ zone_id: actor.zoneId, actor_id: actor.id, operation, key, body_hash: bodyHash, result: JSON.stringify(result ?? null) })
    .execute();
}
