import type { z } from "zod";
import type { ClauseView } from "#domains/promotion/contract/diligence.ts";
import type { ContractClause } from "#domains/promotion/contract/statement-red-lines.ts";
import { conditionsOf, memoRows } from "#domains/promotion/server/diligence/memo-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Writes the conditions of the newest approved memo into contracts in force of the lead that do not have them yet. */
export async function copyClauses(tx: Tx, leadId: string, today: LocalDate): Promise<number> {
  const memo = (await memoRows(tx, leadId)).find(({ state }) => state === "APPROVED");
  const conditions = memo === undefined || memo.recommendation === "stop" ? [] : conditionsOf(memo);
  if (memo === undefined || conditions.length === 0) return 0;
  const zone = actorOf(tx).zoneId;
  const contracts = await tx
    .selectFrom("promotion_contract")
    .select("id")
    .where("zone_id", "=", zone)
    .where("lead_id", "=", leadId)
    .where("state", "=", "SIGNED")
    .where("kind", "not in", ["framework", "intent"])
    .execute();
  let copied = 0;
  for (const { id } of contracts) {
    const there = await tx
      .selectFrom("contract_clause")
      .select(["ordinal", "clause"])
      .where("zone_id", "=", zone)
      .where("contract_id", "=", id)
      .execute();
    const known = new Set(there.map(({ clause }) => clause));
    const lacking = conditions.filter(({ clause }) => !known.has(clause));
    if (lacking.length === 0) continue;
    await tx
      .insertInto("contract_clause")
      .values(
        lacking.map(({ clause, words }, place) => ({
          zone_id: zone,
          contract_id: id,
          ordinal: there.length + place + 1,
          clause,
          words,
          memo_id: memo.id,
          recorded_on: today,
        })),
      )
      .execute();
    copied += lacking.length;
  }
  return copied;
}

export async function clausesOf(tx: Tx, leadId: string): Promise<z.input<typeof ClauseView>[]> {
  const rows = await tx
    .selectFrom("contract_clause as clause")
    .innerJoin("promotion_contract as contract", (join) =>
      join.onRef("contract.zone_id", "=", "clause.zone_id").onRef("contract.id", "=", "clause.contract_id"),
    )
    .innerJoin("diligence_memo as memo", (join) =>
      join.onRef("memo.zone_id", "=", "clause.zone_id").onRef("memo.id", "=", "clause.memo_id"),
    )
    .select(["clause.contract_id", "clause.clause", "clause.words", "contract.number", "memo.edition"])
    .where("clause.zone_id", "=", actorOf(tx).zoneId)
    .where("contract.lead_id", "=", leadId)
    .orderBy("contract.number")
    .orderBy("clause.ordinal")
    .execute();
  return rows.map((row) => ({
    contractId: row.contract_id,
    contract: row.number,
    clause: row.clause as ContractClause,
    words: row.words,
    edition: row.edition,
  }));
}
