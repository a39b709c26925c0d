import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { isOutside } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { sniffType } from "#kernel/server/sniff-type.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** A material by its own id, or the result's document by the id of its case. */
export const downloadMaterial: CaseHandlers["downloadMaterial"] = async ({ pieceId }, { tx, store }) => {
  const file = (await findPiece(tx, pieceId)) ?? (await findResult(tx, pieceId));
  if (file?.file_hash == null) throw new AppError("approvals.no-such-file", "not-found");
  const bytes = Uint8Array.from(await store.get(actorOf(tx).zoneId, file.file_hash));
  return { name: file.file_name ?? "file", mime: await sniffType(bytes), bytes };
};

const findPiece = (tx: Tx, id: string) =>
  tx
    .selectFrom("approval_piece")
    .select(["file_hash", "file_name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();

/** Nothing is released to the applicant before it is delivered. */
function findResult(tx: Tx, caseId: string) {
  const query = tx
    .selectFrom("approval_result")
    .select(["file_hash", "file_name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("case_id", "=", caseId);
  return (isOutside(actorOf(tx)) ? query.where("delivered_on", "is not", null) : query).executeTakeFirst();
}
