import type { Selectable } from "kysely";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type PieceRow = Selectable<DB["approval_piece"]>;

/** Everything that was provided, promised, deferred or reused, in the order in which it came: the last of a material counts. */
export async function listPieces(tx: Tx, of: { readonly caseId: string } | { readonly packageId: string }): Promise<readonly PieceRow[]> {
  const query = tx.selectFrom("approval_piece").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
  const named = "caseId" in of ? query.where("case_id", "=", of.caseId) : query.where("package_id", "=", of.packageId);
  return named.orderBy("id").execute();
}
