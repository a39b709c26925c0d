import { chainOn, findCurrentVersion, listPlaced } from "#domains/chain/server/api.ts";
import type { Recommendation } from "#domains/promotion/contract/diligence.ts";
import type { DossierFacts } from "#domains/promotion/contract/dossier.ts";
import type { LeadStage } from "#domains/promotion/contract/lead.ts";
import { promiseLines } from "#domains/promotion/rules/promise-ledger.ts";
import { findingsOf } from "#domains/promotion/server/diligence/findings.ts";
import { conditionsOf, memoRows } from "#domains/promotion/server/diligence/memo-store.ts";
import { pathsTo } from "#domains/promotion/server/introduction-paths.ts";
import type { LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import { promisesOf } from "#domains/promotion/server/promise-store.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

const MOST_RESIDENTS = 12;
const MOST_PATHS = 3;

/** What the platform knows of a lead by itself as of a day: the enterprise, its place in the chain, risks, promises on record. */
export async function factsOf(tx: Tx, lead: LeadTableRow, today: LocalDate): Promise<DossierFacts> {
  const { findings, party } = await findingsOf(tx, lead, today);
  const memo = (await memoRows(tx, lead.id)).find(({ state }) => state === "APPROVED");
  const kept = (await promisesOf(tx, [lead.id])).get(lead.id);
  const report = findings.report;
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
    space: null,
    policy: null,
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
