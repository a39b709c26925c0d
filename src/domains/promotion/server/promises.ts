import type { z } from "zod";
import { type PromiseMetric, promiseMetricWords } from "#domains/promotion/contract/promise.ts";
import type { PromisesView } from "#domains/promotion/contract/promise-operations.ts";
import { countLines, isBroken, promiseLines, promiseTotals } from "#domains/promotion/rules/promise-ledger.ts";
import { leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { offsetOf } from "#domains/promotion/server/choose-leads.ts";
import type { PromiseHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { getLead, type LeadTableRow, lockLead, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { appendActuals, type KeptPromises, promisesOf } from "#domains/promotion/server/promise-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import { sum } from "#kernel/decimal.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Said = Parameters<PromiseHandlers["setPromises"]>[0];
type View = z.input<typeof PromisesView>;

/** At signing the promises become one record; a supplementary agreement appends to it and repaints nothing. */
export const setPromises: PromiseHandlers["setPromises"] = async (input, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, input.id);
  requireDecision(leadPolicy.setPromises(actor, subjectOf(lead)));
  requireSound(input, today);
  const before = (await promisesOf(tx, [lead.id])).get(lead.id);
  if (before !== undefined && input.reason === "") throw new AppError("promotion.promise-reason", "conflict");
  const contract = await tx
    .selectFrom("promotion_contract")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("lead_id", "=", lead.id)
    .where("kind", "=", "formal")
    .where("state", "=", "SIGNED")
    .orderBy("signed_on", "desc")
    .executeTakeFirst();
  const revision = (before?.row.revision ?? 0) + 1;
  await tx
    .insertInto("promotion_promise")
    .values({
      zone_id: actor.zoneId,
      lead_id: lead.id,
      revision,
      contract_id: contract?.id ?? null,
      promised_on: input.promisedOn,
      investment: JSON.stringify([...input.investment].sort((one, other) => one.year - other.year)),
      start_on: input.startOn ?? null,
      produce_on: input.produceOn ?? null,
      full_year: input.fullYear ?? null,
      output_yuan: input.outputYuan ?? null,
      tax_yuan: input.taxYuan ?? null,
      jobs: input.jobs ?? null,
      land_mu: input.landMu ?? null,
      tax_per_mu_yuan: input.taxPerMuYuan ?? null,
      reason: input.reason,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: `lead:${lead.id}`,
    before: before?.promised,
    after: { revision, ...input },
    detail: { reason: input.reason },
  });
  await context.emit("promotion.promises-set", { leadId: lead.id, revision });
  return viewPromises(tx, lead, today);
};

function requireSound(input: Said, today: LocalDate): void {
  if (input.promisedOn > today) throw new AppError("promotion.date-in-future", "invalid", { date: input.promisedOn, today });
  const lasting = [input.outputYuan, input.taxYuan, input.jobs, input.taxPerMuYuan].some((one) => one !== undefined);
  const some = lasting || input.investment.length > 0 || [input.startOn, input.produceOn, input.landMu].some((one) => one !== undefined);
  if (!some) throw new AppError("promotion.promise-empty", "invalid");
  if (lasting && input.fullYear === undefined) throw new AppError("promotion.full-year", "invalid");
  if (input.startOn !== undefined && input.produceOn !== undefined && input.produceOn < input.startOn)
    throw new AppError("promotion.promise-order", "invalid", { produce: input.produceOn, start: input.startOn });
}

export const openPromises: PromiseHandlers["openPromises"] = async ({ id, asOf }, { tx, actor, today }) => {
  const lead = await getLead(tx, id);
  const kept = (await promisesOf(tx, [id], asOf)).get(id);
  return {
    promises: kept === undefined ? null : await present(tx, lead, kept, asOf ?? today),
    abilities: abilitiesOf(leadPolicy, actor, subjectOf(lead)),
  };
};

const DATED: readonly PromiseMetric[] = ["start", "produce"];
/** What the register of projects tells by itself once a lead has a project there. */
const FROM_PROJECTS: readonly PromiseMetric[] = ["investment", "start", "produce"];

/** By hand, until the domain comes that knows it; what the register of projects tells is not entered over it. */
export const recordActual: PromiseHandlers["recordActual"] = async ({ id, metric, year, amount, on, note }, context) => {
  const { tx, actor, today } = context;
  const lead = await lockLead(tx, id);
  requireDecision(leadPolicy.recordActual(actor, subjectOf(lead)));
  const kept = (await promisesOf(tx, [id])).get(id);
  if (kept === undefined) throw new AppError("promotion.no-promises", "not-found");
  const word = promiseMetricWords[metric].zh;
  const dated = DATED.includes(metric);
  if (lead.project_id !== null && FROM_PROJECTS.includes(metric))
    throw new AppError("promotion.actual-from-projects", "conflict", { metric: word });
  if (dated && (on === undefined || amount !== undefined)) throw new AppError("promotion.actual-date", "invalid", { metric: word });
  if (!dated && (amount === undefined || on !== undefined)) throw new AppError("promotion.actual-amount", "invalid", { metric: word });
  if (on !== undefined && on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  if (year !== undefined && year > yearOf(today)) throw new AppError("promotion.year-in-future", "invalid", { year });
  const lines = promiseLines(kept.promised, kept.actuals, today).filter((line) => line.metric === metric);
  const byYear = lines.some((line) => line.year !== null);
  if (!dated && byYear && year === undefined) throw new AppError("promotion.actual-amount", "invalid", { metric: word });
  const fits = lines.some(
    (line) => line.year === null || line.year === year || (year !== undefined && metric !== "investment" && line.year <= year),
  );
  if (!fits) throw new AppError("promotion.actual-not-promised", "invalid", { metric: word, year: year ?? "–" });
  await appendActuals(
    tx,
    id,
    [{ metric, year: byYear ? (year ?? null) : null, amount: amount ?? null, reachedOn: on ?? null, origin: "hand", note }],
    today,
  );
  context.journal({
    subject: `lead:${id}`,
    after: { actual: metric, year: year ?? null, amount: amount ?? null, on: on ?? null },
    detail: { note },
  });
  await context.emit("promotion.actual-recorded", { leadId: id, metric, year: year ?? null });
  return viewPromises(tx, lead, today);
};

async function viewPromises(tx: Tx, lead: LeadTableRow, today: LocalDate): Promise<View> {
  const kept = (await promisesOf(tx, [lead.id])).get(lead.id);
  if (kept === undefined) throw new AppError("promotion.no-promises", "not-found");
  return present(tx, lead, kept, today);
}

async function present(tx: Tx, lead: LeadTableRow, kept: KeptPromises, asOf: LocalDate): Promise<View> {
  const contract =
    kept.row.contract_id === null
      ? undefined
      : await tx
          .selectFrom("promotion_contract")
          .select("number")
          .where("zone_id", "=", lead.zone_id)
          .where("id", "=", kept.row.contract_id)
          .executeTakeFirst();
  return presented(lead, kept, contract?.number ?? null, asOf, tx);
}

function presented(lead: LeadTableRow, kept: KeptPromises, contractNumber: string | null, asOf: LocalDate, tx: Tx): View {
  const lines = promiseLines(kept.promised, kept.actuals, asOf);
  const revisions = [...kept.earlier, kept.row];
  return {
    lead: { id: lead.id, code: lead.code, projectName: lead.project_name, party: lead.party_name },
    project: lead.project_id === null ? null : { id: lead.project_id, code: lead.project_code ?? "" },
    contractNumber,
    promisedOn: kept.row.promised_on as LocalDate,
    revision: kept.row.revision,
    history: revisions.map((row) => ({
      revision: row.revision,
      promisedOn: row.promised_on as LocalDate,
      reason: row.reason,
      by: row.by_name,
    })),
    totalYuan: sum(kept.promised.investment.map(({ yuan }) => yuan)),
    lines: [...lines],
    ...countLines(lines),
    abilities: abilitiesOf(leadPolicy, actorOf(tx), subjectOf(lead)),
  };
}

/** Every record of promises of the zone, as of a day: what a page, a file and the door give out. */
export async function ledgerOn(tx: Tx, asOf: LocalDate): Promise<readonly View[]> {
  const kept = await promisesOf(tx, null, asOf);
  if (kept.size === 0) return [];
  const leads = await tx
    .selectFrom("promotion_lead")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", [...kept.keys()])
    .where("status", "<>", "JOINED")
    .orderBy("code", "desc")
    .execute();
  const contracts = new Map(
    (await tx.selectFrom("promotion_contract").select(["id", "number"]).where("zone_id", "=", actorOf(tx).zoneId).execute()).map((one) => [
      one.id,
      one.number,
    ]),
  );
  return leads.flatMap((lead) => {
    const own = kept.get(lead.id);
    if (own === undefined) return [];
    return [presented(lead, own, own.row.contract_id === null ? null : (contracts.get(own.row.contract_id) ?? null), asOf, tx)];
  });
}

/** The ledger: what was promised against what came of it, per lead and in total. The totals are of what the filter leaves. */
export const promiseLedger: PromiseHandlers["promiseLedger"] = async ({ q, asOf, broken, cursor, limit }, { tx, today }) => {
  const day = asOf ?? today;
  const words = q?.toLowerCase() ?? "";
  const all = (await ledgerOn(tx, day)).filter(
    ({ lead, lines, project }) =>
      `${lead.code} ${lead.projectName} ${lead.party} ${project?.code ?? ""}`.toLowerCase().includes(words) &&
      (broken !== true || lines.some((line) => isBroken(line as never))),
  );
  const offset = offsetOf(cursor);
  const items = all.slice(offset, offset + limit);
  return {
    items,
    next: offset + items.length < all.length ? String(offset + items.length) : null,
    total: all.length,
    asOf: day,
    totals: [...promiseTotals(all.map(({ lead, lines }) => ({ lead: lead.id, lines: lines as never })))],
  };
};
