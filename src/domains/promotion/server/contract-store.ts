import type { Selectable } from "kysely";
import type { z } from "zod";
import type { ContractKind, FundsProof, FundsState } from "#domains/promotion/contract/contract.ts";
import type { ContractView } from "#domains/promotion/contract/contract-operations.ts";
import type { InvestorClass } from "#domains/promotion/contract/lead.ts";
import { amountClassOf, type CountedContract } from "#domains/promotion/rules/contract-measures.ts";
import { contractPolicy, fundsPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import { decimal, sum } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type ContractTableRow = Selectable<DB["promotion_contract"]>;
export type FundsTableRow = Selectable<DB["promotion_funds"]>;

export async function getContract(tx: Tx, id: string, lock = false): Promise<ContractTableRow> {
  const query = tx.selectFrom("promotion_contract").selectAll().where("zone_id", "=", actorOf(tx).zoneId).where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-contract", "not-found");
  return row;
}

export async function fundsOf(tx: Tx, contractIds: readonly string[]): Promise<ReadonlyMap<string, readonly FundsTableRow[]>> {
  if (contractIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_funds")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("contract_id", "in", [...contractIds])
    .orderBy("arrived_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return Map.groupBy(rows, (row) => row.contract_id);
}

export async function contractViews(tx: Tx, rows: readonly ContractTableRow[]): Promise<z.input<typeof ContractView>[]> {
  if (rows.length === 0) return [];
  const actor = actorOf(tx);
  const funds = await fundsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const leads = new Map(
    (
      await tx
        .selectFrom("promotion_lead")
        .select(["id", "code", "project_name"])
        .where("zone_id", "=", actor.zoneId)
        .where("id", "in", [...new Set(rows.map((row) => row.lead_id))])
        .execute()
    ).map((lead) => [lead.id, lead]),
  );
  return rows.map((row) => {
    const own = funds.get(row.id) ?? [];
    const lead = leads.get(row.lead_id);
    return {
      id: row.id,
      lead: { id: row.lead_id, code: lead?.code ?? "", projectName: lead?.project_name ?? "" },
      kind: row.kind as ContractKind,
      number: row.number,
      title: row.title,
      party: row.party_name,
      signedOn: row.signed_on as LocalDate,
      amountYuan: row.amount_yuan === null ? null : decimal(row.amount_yuan),
      amountClass: row.amount_yuan === null ? null : amountClassOf(decimal(row.amount_yuan)),
      amountPhrase: row.amount_phrase,
      investorClasses: row.investor_classes as InvestorClass[],
      industry: row.industry,
      leadingIndustry: row.leading_industry,
      fair: row.fair,
      conditions: row.conditions,
      fileName: row.file_name,
      state: row.state as "SIGNED" | "ENDED",
      endedOn: row.ended_on as LocalDate | null,
      endedReason: row.ended_reason,
      arrivedYuan: sum(own.filter(({ state }) => state === "CONFIRMED").map((one) => decimal(one.amount_yuan))),
      funds: own.map((one) => ({
        id: one.id,
        contractId: row.id,
        arrivedOn: one.arrived_on as LocalDate,
        amountYuan: decimal(one.amount_yuan),
        proof: one.proof as FundsProof,
        proofNumber: one.proof_number,
        note: one.note,
        fileName: one.file_name,
        state: one.state as FundsState,
        enteredBy: one.by_name,
        recordedOn: one.recorded_on as LocalDate,
        decidedBy: one.decided_by_name,
        decidedOn: one.decided_on as LocalDate | null,
        decision: one.decision,
        version: one.version,
        abilities: abilitiesOf(fundsPolicy, actor, { state: one.state, by: one.by }),
      })),
      by: row.by_name,
      version: row.version,
      abilities: abilitiesOf(contractPolicy, actor, { state: row.state }),
    };
  });
}

export async function viewContract(tx: Tx, id: string): Promise<z.input<typeof ContractView>> {
  const [view] = await contractViews(tx, [await getContract(tx, id)]);
  if (view === undefined) throw new Error(`contract ${id} has no view`);
  return view;
}

/** Every contract of the zone as the measures count it; those of leads that were joined to others with them, each once by its number. */
export async function countedContracts(tx: Tx): Promise<readonly CountedContract[]> {
  const rows = await tx
    .selectFrom("promotion_contract as contract")
    .innerJoin("promotion_lead as lead", (join) =>
      join.onRef("lead.zone_id", "=", "contract.zone_id").onRef("lead.id", "=", "contract.lead_id"),
    )
    .selectAll("contract")
    .select(["lead.joined_to"])
    .where("contract.zone_id", "=", actorOf(tx).zoneId)
    .orderBy("contract.signed_on")
    .orderBy("contract.number")
    .execute();
  const funds = await fundsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const own = (funds.get(row.id) ?? []).map((one) => ({
      state: one.state,
      counted: { id: one.id, on: one.arrived_on as LocalDate, yuan: decimal(one.amount_yuan) },
    }));
    return {
      id: row.id,
      project: row.joined_to ?? row.lead_id,
      number: row.number,
      title: row.title,
      party: row.party_name,
      kind: row.kind as ContractKind,
      signedOn: row.signed_on as LocalDate,
      endedOn: row.ended_on as LocalDate | null,
      amountYuan: row.amount_yuan === null ? null : decimal(row.amount_yuan),
      investorClasses: row.investor_classes as InvestorClass[],
      leadingIndustry: row.leading_industry,
      arrived: own.filter(({ state }) => state === "CONFIRMED").map(({ counted }) => counted),
      waiting: own.filter(({ state }) => state === "ENTERED").map(({ counted }) => counted),
    };
  });
}
