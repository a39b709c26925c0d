import type { systemOperations } from "#domains/system/contract/system-operations.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** Newest first; the cursor is the last row's instant and id. */
export async function listRefusals(
  { cursor, limit, actor: actorId }: InputOf<(typeof systemOperations)["listRefusals"]>,
  { tx, actor }: OperationContext,
) {
  const [at, id] = cursor?.split(" ") ?? [];
  let query = tx
    .selectFrom("refusal")
    .select(["id", "at", "actor_id", "role", "origin", "operation", "code"])
    .where("zone_id", "=", actor.zoneId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (actorId !== undefined) query = query.where("actor_id", "=", actorId);
  if (at !== undefined && id !== undefined)
    query = query.where((is) => is.or([is("at", "<", at), is.and([is("at", "=", at), is("id", "<", id)])]));
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const people = await tx.selectFrom("person").select(["id", "name"]).where("zone_id", "=", actor.zoneId).execute();
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      at: row.at as Instant,
      actor: row.actor_id,
      actorName: nameOf.get(row.actor_id) ?? row.actor_id,
      role: row.role,
      from: row.origin || null,
      operation: row.operation,
      code: row.code,
    })),
    next: rows.length > limit && last ? `${last.at} ${last.id}` : null,
    total: null,
  };
}
