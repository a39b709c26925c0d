import { chainOn, findCurrentVersion, listPlaced } from "#domains/chain/server/api.ts";
import type { Recommendation } from "#domains/promotion/contract/diligence.ts";
import type { DossierFacts, KnownEnterprise } from "#domains/promotion/contract/dossier.ts";
import type { InteractionKind, LeadStage } from "#domains/promotion/contract/lead.ts";
import type { KeptScore } from "#domains/promotion/contract/target.ts";
import { sayQualification } from "#domains/promotion/rules/explain-target.ts";
import { promiseLines } from "#domains/promotion/rules/promise-ledger.ts";
import { isValidOn } from "#domains/promotion/rules/target-measures.ts";
import { askChain } from "#domains/promotion/server/chain-question.ts";
import { findingsOf } from "#domains/promotion/server/diligence/findings.ts";
import { conditionsOf, memoRows } from "#domains/promotion/server/diligence/memo-store.ts";
import { offersFor } from "#domains/promotion/server/dossier/dossier-sources.ts";
import { pathsTo } from "#domains/promotion/server/introduction-paths.ts";
import type { LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import { readSourced } from "#domains/promotion/server/pool-columns.ts";
import { promisesOf } from "#domains/promotion/server/promise-store.ts";
import { scoreOne } from "#domains/promotion/server/run-screening.ts";
import { scoringOn } from "#domains/promotion/server/scoring-versions.ts";
import { getEnterprise } from "#domains/registry/server/api.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST_RESIDENTS = 12;
const MOST_PATHS = 3;
const MOST_PRODUCTS = 8;
const MOST_NEEDS = 5;

/** What the platform knows of a lead by itself as of a day: the enterprise, its place in the chain, risks, promises on record. */
export async function factsOf(tx: Tx, lead: LeadTableRow, today: LocalDate): Promise<DossierFacts> {
  const { findings, party } = await findingsOf(tx, lead, today);
  const memo = (await memoRows(tx, lead.id)).find(({ state }) => state === "APPROVED");
  const kept = (await promisesOf(tx, [lead.id])).get(lead.id);
  const report = findings.report;
  const asked = { leadId: lead.id, enterpriseId: party.enterpriseId, chainNode: lead.chain_node, amountYuan: lead.amount_yuan };
  return {
    asOf: today,
    lead: {
      code: lead.code,
      projectName: lead.project_name,
      party: lead.party_name,
      identifier: lead.party_identifier,
      industry: party.industry || lead.industry,
      stage: lead.stage as LeadStage,
      amountYuan: lead.amount_yuan === null ? null : decimal(lead.amount_yuan),
    },
    chain: lead.chain_node === null ? null : await chainFit(tx, lead.chain_node, today),
    introductions: party.enterpriseId === null ? null : await introductionsTo(tx, party.enterpriseId, today),
    enterprise: party.enterpriseId === null ? null : await knownEnterprise(tx, party.enterpriseId, today),
    fit: party.enterpriseId === null || lead.chain_node === null ? null : await fitAt(tx, party.enterpriseId, lead.chain_node, today),
    needs: await needsOf(tx, lead.id),
    space: await offersFor(tx, "space", asked, today),
    policy: await offersFor(tx, "policy", asked, today),
    risks: {
      band: report?.band ?? "missing",
      lines: [
        ...(report?.readings.filter(({ band }) => band !== "clear") ?? []).map(({ zh, en }) => ({ zh, en })),
        ...findings.parentage.filter(({ verdict }) => verdict !== "shown").map(({ zh, en }) => ({ zh, en })),
      ],
      distress: findings.distress === null ? null : { year: findings.distress.year, percentile: findings.distress.percentile },
      memo:
        memo === undefined
          ? null
          : { edition: memo.edition, recommendation: memo.recommendation as Recommendation, conditions: [...conditionsOf(memo)] },
    },
    promises: kept === undefined ? [] : [...promiseLines(kept.promised, kept.actuals, today)],
  };
}

async function introductionsTo(tx: Tx, enterpriseId: string, today: LocalDate): Promise<NonNullable<DossierFacts["introductions"]>> {
  const { paths } = await pathsTo(tx, enterpriseId, MOST_PATHS, today);
  return paths.map(({ sentence, ties }) => ({ ...sentence, ties: ties.length }));
}

async function chainFit(tx: Tx, code: string, today: LocalDate): Promise<DossierFacts["chain"]> {
  if ((await findCurrentVersion(tx, today)) === undefined) return null;
  const { places } = await chainOn(tx, today);
  const names = new Map(places.map((place) => [place.code, place.name]));
  const place = places.find((one) => one.code === code);
  if (place === undefined) return null;
  const residents = (await listPlaced(tx, [code])).filter(
    ({ from, until }) => (from === null || from <= today) && (until === null || today <= until),
  );
  return {
    code,
    path: [...place.path.map((above) => names.get(above) ?? above), place.name],
    strength: place.strength,
    producers: place.producers,
    action: place.action,
    residents: residents.slice(0, MOST_RESIDENTS).map(({ enterprise }) => enterprise),
  };
}

async function knownEnterprise(tx: Tx, id: string, today: LocalDate): Promise<KnownEnterprise> {
  const row = await getEnterprise(tx, id, today);
  const sourced = (await readSourced(tx, [row.id])).get(row.id);
  return {
    id: row.id,
    status: row.status,
    foundedOn: row.foundedOn,
    region: row.region,
    controller: row.controller,
    stockCode: row.stockCode,
    capitalYuan: row.capitalYuan,
    employees: row.employees,
    revenueYuan: row.revenueYuan,
    revenueYear: row.revenueYear,
    growthPct: row.revenueGrowthPct,
    products: row.products.slice(0, MOST_PRODUCTS),
    qualifications: (sourced?.qualifications ?? []).filter((held) => isValidOn(held, today)).map(sayQualification),
    source: sourced?.origin.source ?? "",
    asOf: sourced?.origin.asOf ?? null,
  };
}

/** By the scoring table in force; null where the graph in force has no such place. */
async function fitAt(tx: Tx, enterpriseId: string, node: string, today: LocalDate): Promise<KeptScore | null> {
  if ((await findCurrentVersion(tx, today)) === undefined) return null;
  const { places } = await chainOn(tx, today);
  if (!places.some(({ code }) => code === node)) return null;
  const [place, scoring] = [await askChain(tx, node, today), await scoringOn(tx, today)];
  return (await scoreOne(tx, enterpriseId, { place, scoring, asOf: today })) ?? null;
}

async function needsOf(tx: Tx, leadId: string): Promise<DossierFacts["needs"]> {
  const rows = await tx
    .selectFrom("promotion_interaction")
    .select(["kind", "held_on", "learnt"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "=", leadId)
    .where("learnt", "<>", "")
    .orderBy("held_on", "desc")
    .orderBy("id", "desc")
    .limit(MOST_NEEDS)
    .execute();
  return rows.map(({ kind, held_on, learnt }) => ({ on: held_on as LocalDate, kind: kind as InteractionKind, learnt }));
}
