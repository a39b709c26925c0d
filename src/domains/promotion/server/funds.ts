import { v7 } from "uuid";
import type { FundsProof } from "#domains/promotion/contract/contract.ts";
import { contractPolicy, fundsPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { fundsOf, getContract, viewContract } from "#domains/promotion/server/contract-store.ts";
import type { ContractHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { MOST_BYTES } from "#domains/promotion/server/lead-evidence.ts";
import { requireVersion } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import { compare, decimal, sum } from "#kernel/decimal.ts";
import type { Tx } from "#kernel/server/database.ts";
import { keepFile } from "#kernel/server/files.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Actual arrivals with their proof (handbook §3); one proof is counted once, and no more arrives than was contracted. */
export const enterFunds: ContractHandlers["enterFunds"] = async (input, context) => {
  const { tx, actor, today } = context;
  const contract = await getContract(tx, input.contractId, true);
  requireDecision(contractPolicy.enterFunds(actor, { state: contract.state }));
  if (input.arrivedOn > today) throw new AppError("promotion.date-in-future", "invalid", { date: input.arrivedOn, today });
  if (input.arrivedOn < contract.signed_on)
    throw new AppError("promotion.funds-before-signing", "invalid", { date: input.arrivedOn, signed: contract.signed_on });
  const there = (await fundsOf(tx, [contract.id])).get(contract.id) ?? [];
  await requireProofNew(tx, contract.id, input.proof, input.proofNumber);
  const total = sum([...there.filter((one) => one.state !== "REFUSED").map((one) => decimal(one.amount_yuan)), input.amountYuan]);
  if (contract.amount_yuan !== null && compare(total, decimal(contract.amount_yuan)) > 0)
    throw new AppError("promotion.funds-above-amount", "invalid", { total, amount: decimal(contract.amount_yuan) });
  const [file] = context.files;
  const kept = file === undefined ? undefined : await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_BYTES });
  const id = v7();
  await tx
    .insertInto("promotion_funds")
    .values({
      zone_id: actor.zoneId,
      id,
      contract_id: contract.id,
      arrived_on: input.arrivedOn,
      amount_yuan: input.amountYuan,
      proof: input.proof,
      proof_number: input.proofNumber,
      note: input.note,
      file_hash: kept?.hash ?? null,
      file_name: kept && file ? file.name : null,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: `contract:${contract.id}`,
    after: { funds: id, arrivedOn: input.arrivedOn, amountYuan: input.amountYuan, proof: input.proof, number: input.proofNumber },
  });
  await context.emit("promotion.funds-entered", { contractId: contract.id, fundsId: id });
  return viewContract(tx, contract.id);
};

/** Numbered by whoever issued them: one of them proves the money of one contract. Lists of equipment are numbered by each contract for itself. */
const ISSUED: readonly FundsProof[] = ["bank-slip", "capital-verification"];

/** One proof is counted once, under whichever contract; one that was refused may be entered again as it should have been. */
async function requireProofNew(tx: Tx, contractId: string, proof: FundsProof, number: string): Promise<void> {
  const { zoneId } = actorOf(tx);
  await takeTurn(tx, "promotion", "proof", proof, number);
  let query = tx
    .selectFrom("promotion_funds as funds")
    .innerJoin("promotion_contract as contract", (join) =>
      join.onRef("contract.zone_id", "=", "funds.zone_id").onRef("contract.id", "=", "funds.contract_id"),
    )
    .select("contract.number")
    .where("funds.zone_id", "=", zoneId)
    .where("funds.proof", "=", proof)
    .where("funds.proof_number", "=", number)
    .where("funds.state", "<>", "REFUSED");
  if (!ISSUED.includes(proof)) query = query.where("funds.contract_id", "=", contractId);
  const there = await query.executeTakeFirst();
  if (there !== undefined) throw new AppError("promotion.funds-proof-twice", "conflict", { number, contract: there.number });
}

/** From here on they are counted; refused, they stay on record with the reason. */
export const confirmFunds: ContractHandlers["confirmFunds"] = async ({ fundsId, version, confirm, decision }, context) => {
  const { tx, actor, today } = context;
  const row = await tx
    .selectFrom("promotion_funds")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", fundsId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-funds", "not-found");
  requireVersion(row, version);
  requireDecision(fundsPolicy.confirm(actor, { state: row.state, by: row.by }));
  const state = confirm ? "CONFIRMED" : "REFUSED";
  await tx
    .updateTable("promotion_funds")
    .set({ state, decided_on: today, decided_by: actor.id, decided_by_name: actor.name, decision, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", fundsId)
    .execute();
  context.journal({
    subject: `contract:${row.contract_id}`,
    before: { funds: fundsId, state: row.state },
    after: { funds: fundsId, state, amountYuan: decimal(row.amount_yuan) },
    detail: { decision },
  });
  await context.emit("promotion.funds-decided", { contractId: row.contract_id, fundsId, state });
  return viewContract(tx, row.contract_id);
};

export const downloadFunds: ContractHandlers["downloadFunds"] = async ({ fundsId }, { tx, actor, store }) => {
  const row = await tx
    .selectFrom("promotion_funds as funds")
    .innerJoin("file", (join) => join.onRef("file.zone_id", "=", "funds.zone_id").onRef("file.hash", "=", "funds.file_hash"))
    .select(["funds.file_name", "file.mime", "file.hash"])
    .where("funds.zone_id", "=", actor.zoneId)
    .where("funds.id", "=", fundsId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-file", "not-found");
  return { name: row.file_name ?? "proof", mime: row.mime, bytes: Uint8Array.from(await store.get(actor.zoneId, row.hash)) };
};
