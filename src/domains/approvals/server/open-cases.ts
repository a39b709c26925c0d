import { CLOSED } from "#domains/approvals/server/hand-over-cases.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OpenWork } from "#kernel/server/open-work.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Cases that somebody who leaves would leave behind; they move with his projects (hand-over-cases.ts). */
export async function openCases(tx: Tx, personId: string): Promise<OpenWork[]> {
  const { count } = await tx
    .selectFrom("approval_case")
    .select((by) => by.fn.countAll().as("count"))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("holder_id", "=", personId)
    .where("state", "not in", CLOSED)
    .executeTakeFirstOrThrow();
  return [{ what: { zh: "在办审批件", en: "Open case" }, count: Number(count), handOverAt: "/projects/handover" }];
}
