import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What is done one after the other in a zone; the number keeps one kind's waiting apart from the others'. */
const TURNS = {
  idempotency: 7_300_005,
  "letter-number": 7_300_021,
  "project-code": 7_300_022,
  handover: 7_300_023,
  roles: 7_300_026,
  promotion: 7_300_024,
  "strength-rule": 7_300_025,
} as const;

/** Of two who do the same in one zone at the same moment the second waits here for the end of the first, and then reads what it wrote. */
export async function takeTurn(tx: Tx, kind: keyof typeof TURNS, ...of: readonly string[]): Promise<void> {
  const what = [actorOf(tx).zoneId, ...of].join("\n");
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, ${TURNS[kind]}))`.execute(tx);
}
