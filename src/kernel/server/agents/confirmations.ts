import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { v7 } from "uuid";
import { AppError } from "#kernel/app-error.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Actor } from "#kernel/policy.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";

/** One command with one input, as one person in one role would give it. */
export type Intended = { readonly operation: string; readonly input: unknown; readonly actor: Actor };

const CODE_BYTES = 9;
const MINUTES = 10;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hashOf = ({ operation, input, actor }: Intended): string =>
  sha256(
    canonicalJson({ operation, input, person: actor.id, role: actor.role, enterprise: actor.enterpriseId, department: actor.departmentId }),
  );

/** @returns a code that lets this very command through once, within ten minutes. Only its hash is kept. */
export async function askConfirmation(unitOfWork: UnitOfWork, intended: Intended, now: Date) {
  const { actor } = intended;
  const code = randomBytes(CODE_BYTES).toString("base64url");
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000).toISOString();
  await unitOfWork.run(actor, {}, (tx) =>
    tx
      .insertInto("agent_confirmation")
      .values({
        zone_id: actor.zoneId,
        id: v7(),
        person_id: actor.id,
        code_hash: sha256(code),
        operation: intended.operation,
        input_hash: hashOf(intended),
        created_at: now.toISOString(),
        expires_at: expiresAt,
      })
      .execute(),
  );
  return { code, expiresAt };
}

/** Spends the code, before the command is given: of two calls with one code at once, one goes through. @throws AppError `agents.confirmation` */
export async function spendConfirmation(unitOfWork: UnitOfWork, intended: Intended, code: string, now: Date): Promise<void> {
  const { actor } = intended;
  const spent = await unitOfWork.run(actor, {}, (tx) =>
    tx
      .updateTable("agent_confirmation")
      .set({ used_at: now.toISOString() })
      .where("zone_id", "=", actor.zoneId)
      .where("code_hash", "=", sha256(code))
      .where("person_id", "=", actor.id)
      .where("operation", "=", intended.operation)
      .where("input_hash", "=", hashOf(intended))
      .where("used_at", "is", null)
      .where("expires_at", ">", sql<string>`${now.toISOString()}::timestamptz`)
      .executeTakeFirst(),
  );
  if (spent.numUpdatedRows === 0n) throw new AppError("agents.confirmation", "conflict");
}
