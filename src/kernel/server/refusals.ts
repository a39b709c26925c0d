import { randomUUID } from "node:crypto";
import type { ErrorParams } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";
import { ANONYMOUS_ID } from "#kernel/server/access.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type Refusal = { readonly origin: string; readonly operation: string; readonly code: string; readonly params: ErrorParams };

/** Keeps what was refused, apart from the journal's chain, so that attempts can be seen. Nobody signed in leaves no trace: anyone can knock. */
export async function recordRefusal(unitOfWork: UnitOfWork, actor: Actor, refusal: Refusal): Promise<void> {
  if (actor.id === ANONYMOUS_ID || actor.role === "anonymous") return;
  await unitOfWork.run(actor, { origin: refusal.origin }, (tx) =>
    tx
      .insertInto("refusal")
      .values({
        zone_id: actor.zoneId,
        id: randomUUID(),
        actor_id: actor.id,
        role: actor.role,
        origin: refusal.origin,
        operation: refusal.operation,
        code: refusal.code,
        params: JSON.stringify(refusal.params),
      })
      .execute(),
  );
}
