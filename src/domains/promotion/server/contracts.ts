import { v7 } from "uuid";
import { contractKindWords, isEntry } from "#domains/promotion/contract/contract.ts";
import { AMOUNT_LADDER, contractMeasures as measure } from "#domains/promotion/rules/contract-measures.ts";
import { contractPolicy, leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { offsetOf } from "#domains/promotion/server/choose-leads.ts";
import { contractViews, countedContracts, getContract, viewContract } from "#domains/promotion/server/contract-store.ts";
import { copyClauses } from "#domains/promotion/server/diligence/clauses.ts";
import type { ContractHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { MOST_BYTES } from "#domains/promotion/server/lead-evidence.ts";
import { lockLead, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { keepFile } from "#kernel/server/files.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What the contract does not say is taken from its lead: the classes of the investor, the industry. */
export const addContract: ContractHandlers["addContract"] = async (input, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, input.id);
  requireDecision(leadPolicy.addContract(actor, subjectOf(lead)));
  if (input.signedOn > today) throw new AppError("promotion.date-in-future", "invalid", { date: input.signedOn, today });
  const amount = input.amountYuan ?? null;
  if (amount === null && !isEntry(input.kind))
    throw new AppError("promotion.contract-amount", "invalid", { kind: contractKindWords[input.kind].zh });
  await requireNumberNew(tx, input.number);
  const [file] = context.files;
  const kept = file === undefined ? undefined : await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_BYTES });
  const id = v7();
  await tx
    .insertInto("promotion_contract")
    .values({
      zone_id: actor.zoneId,
      id,
      lead_id: lead.id,
      kind: input.kind,
      number: input.number,
      title: input.title,
      party_name: lead.party_name,
      signed_on: input.signedOn,
      amount_yuan: amount,
      amount_phrase: input.amountPhrase,
      investor_classes: input.investorClasses ?? lead.investor_classes,
      industry: input.industry ?? lead.industry,
      leading_industry: input.leadingIndustry ?? lead.leading_industry,
      fair: input.fair,
      conditions: input.conditions,
      file_hash: kept?.hash ?? null,
      file_name: kept && file ? file.name : null,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  await copyClauses(tx, lead.id, today);
  context.journal({
    subject: `contract:${id}`,
    after: { lead: lead.code, kind: input.kind, number: input.number, amountYuan: amount, signedOn: input.signedOn },
  });
  await context.emit("promotion.contract-entered", { leadId: lead.id, contractId: id, kind: input.kind, signedOn: input.signedOn });
  return viewContract(tx, id);
};

/** One contract is entered once: whoever does it again learns where it stands. */
async function requireNumberNew(tx: Tx, number: string): Promise<void> {
  const there = await tx
    .selectFrom("promotion_contract as contract")
    .innerJoin("promotion_lead as lead", (join) =>
      join.onRef("lead.zone_id", "=", "contract.zone_id").onRef("lead.id", "=", "contract.lead_id"),
    )
    .select("lead.code")
    .where("contract.zone_id", "=", actorOf(tx).zoneId)
    .where("contract.number", "=", number)
    .executeTakeFirst();
  if (there !== undefined) throw new AppError("promotion.contract-number", "conflict", { number, code: there.code });
}

/** It stays on record with the day of its end, and is counted in no period that ends later. */
export const endContract: ContractHandlers["endContract"] = async ({ contractId, version, on, reason }, context) => {
  const { tx, actor, today } = context;
  const row = await getContract(tx, contractId, true);
  requireVersion(row, version);
  requireDecision(contractPolicy.end(actor, { state: row.state }));
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  if (on < row.signed_on) throw new AppError("promotion.before-registration", "invalid", { date: on, last: row.signed_on });
  await tx
    .updateTable("promotion_contract")
    .set({ state: "ENDED", ended_on: on, ended_reason: reason, version: version + 1 })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", contractId)
    .execute();
  context.journal({ subject: `contract:${contractId}`, before: { state: "SIGNED" }, after: { state: "ENDED", on }, detail: { reason } });
  await context.emit("promotion.contract-ended", { leadId: row.lead_id, contractId, on });
  return viewContract(tx, contractId);
};

/** Ends of the classes, from the ladder that counts them. */
const BANDS = AMOUNT_LADDER.steps.map((step, place) => ({ ...step, from: AMOUNT_LADDER.steps[place - 1]?.upTo ?? null }));

/** @throws AppError `promotion.dates-reversed` */
function requirePeriod(from: LocalDate | undefined, to: LocalDate | undefined): void {
  if (from !== undefined && to !== undefined && from > to) throw new AppError("promotion.dates-reversed", "invalid", { from, to });
}

export const listContracts: ContractHandlers["listContracts"] = async (input, { tx, actor }) => {
  requirePeriod(input.from, input.to);
  const offset = offsetOf(input.cursor);
  let query = tx.selectFrom("promotion_contract").where("promotion_contract.zone_id", "=", actor.zoneId);
  if (input.q) {
    const words = `%${input.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where((by) => by.or([by("number", "ilike", words), by("title", "ilike", words), by("party_name", "ilike", words)]));
  }
  if (input.kind) query = query.where("kind", "=", input.kind);
  if (input.from) query = query.where("signed_on", ">=", input.from);
  if (input.to) query = query.where("signed_on", "<=", input.to);
  if (input.leadId) query = query.where("lead_id", "=", input.leadId);
  const band = BANDS.find((one) => one.band === input.class);
  if (band?.from) query = query.where("amount_yuan", ">=", band.from);
  if (band?.upTo) query = query.where("amount_yuan", "<", band.upTo);
  if (input.waiting)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("promotion_funds as funds")
          .select("funds.id")
          .whereRef("funds.zone_id", "=", "promotion_contract.zone_id")
          .whereRef("funds.contract_id", "=", "promotion_contract.id")
          .where("funds.state", "=", "ENTERED"),
      ),
    );
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy("signed_on", "desc").orderBy("number").offset(offset).limit(input.limit).execute();
  return {
    items: await contractViews(tx, rows),
    next: offset + rows.length < Number(total) ? String(offset + rows.length) : null,
    total: Number(total),
  };
};

/** Without dates: the year so far. */
export const contractMeasures: ContractHandlers["contractMeasures"] = async ({ from, to }, { tx, today }) => {
  const until = to ?? today;
  requirePeriod(from, until);
  return measure(await countedContracts(tx), { from: from ?? (`${until.slice(0, 4)}-01-01` as LocalDate), to: until });
};

export const downloadContract: ContractHandlers["downloadContract"] = async ({ contractId }, { tx, actor, store }) => {
  const row = await getContract(tx, contractId);
  const file =
    row.file_hash === null
      ? undefined
      : await tx
          .selectFrom("file")
          .select(["hash", "mime"])
          .where("zone_id", "=", actor.zoneId)
          .where("hash", "=", row.file_hash)
          .executeTakeFirst();
  if (file === undefined) throw new AppError("promotion.no-such-file", "not-found");
  return { name: row.file_name ?? "contract", mime: file.mime, bytes: Uint8Array.from(await store.get(actor.zoneId, file.hash)) };
};
