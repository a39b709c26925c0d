import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

/** How long a telephone number stays open once somebody said why: long enough for the call, short enough to be asked again. */
const LEAVE_MINUTES = 30;

/** Enterprises, banks, experts and carriers reach their own records only, which row-level security sees to: what is theirs is not masked. */
const OWN_ONLY: readonly string[] = ["enterprise", "bank", "expert", "hw_carrier"];
export const seesOwn = (actor: Actor): boolean => OWN_ONLY.includes(actor.role);

const hashOf = (input: unknown): string => createHash("sha256").update(canonicalJson(input)).digest("hex");

/** Whether this person may see this reply unmasked now. */
export async function hasLeave(tx: Tx, actor: Actor, operation: string, input: unknown, now: string): Promise<boolean> {
  const found = await tx
    .selectFrom("personal_leave")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("actor_id", "=", actor.id)
    .where("role", "=", actor.role)
    .where("operation", "=", operation)
    .where("input_hash", "=", hashOf(input))
    .where("expires_at", ">", now)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** @returns until when. */
export async function grantLeave(
  tx: Tx,
  actor: Actor,
  { operation, input, reason, now }: { readonly operation: string; readonly input: unknown; readonly reason: string; readonly now: string },
): Promise<string> {
  const expiresAt = new Date(Date.parse(now) + LEAVE_MINUTES * 60_000).toISOString();
  await tx
    .insertInto("personal_leave")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      actor_id: actor.id,
      role: actor.role,
      operation,
      input_hash: hashOf(input),
      reason,
      granted_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return expiresAt;
}
