import { v7 } from "uuid";
import type { LeadEvidenceKind } from "#domains/promotion/contract/lead.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type ConfirmedPaper = {
  readonly leadId: string;
  readonly kind: LeadEvidenceKind;
  readonly number: string;
  readonly origin: string;
  readonly writtenBy: { readonly id: string; readonly name: string };
  readonly review: string;
  readonly on: LocalDate;
};

/** A paper that one person wrote and the present one has just passed: it opens its gate at once. @returns its id. */
export async function attachConfirmed(tx: Tx, paper: ConfirmedPaper): Promise<string> {
  const actor = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("promotion_evidence")
    .values({
      zone_id: actor.zoneId,
      id,
      lead_id: paper.leadId,
      kind: paper.kind,
      number: paper.number,
      dated_on: paper.on,
      note: "",
      origin: paper.origin,
      recorded_on: paper.on,
      by: paper.writtenBy.id,
      by_name: paper.writtenBy.name,
      confirmed_on: paper.on,
      confirmed_by: actor.id,
      confirmed_by_name: actor.name,
      confirmation: paper.review,
    })
    .execute();
  return id;
}
