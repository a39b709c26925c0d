import { sql } from "kysely";
import type { EnteredStatement } from "#domains/promotion/contract/diligence.ts";
import { STATEMENT_ITEMS, Statement } from "#domains/promotion/contract/statement.ts";
import { type IndustryMedians, industryMedians } from "#domains/promotion/rules/ratios.ts";
import type { Party } from "#domains/promotion/server/diligence/party.ts";
import { listFinances, type RegisterFinance } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The zone's own statements of some parties, the revision in force of each year. */
async function ownStatements(tx: Tx, keys: readonly string[]) {
  if (keys.length === 0) return [];
  return tx
    .selectFrom("diligence_statement")
    .selectAll()
    .distinctOn(["party_key", "year"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("party_key", "in", [...keys])
    .orderBy("party_key")
    .orderBy("year")
    .orderBy("revision", "desc")
    .execute();
}

/** Newest year first. A year that the zone has no statement of is taken from the national register, which knows four figures of it. */
export async function statementsOf(tx: Tx, parties: readonly Party[]): Promise<ReadonlyMap<string, readonly EnteredStatement[]>> {
  const own = Map.groupBy(await ownStatements(tx, [...new Set(parties.flatMap(({ keys }) => keys))]), (row) => row.party_key);
  const ids = parties.flatMap(({ enterpriseId }) => enterpriseId ?? []);
  const registered = Map.groupBy(await listFinances(tx, ids), ({ enterpriseId }) => enterpriseId);
  return new Map(
    parties.map((party) => {
      const byYear = new Map<number, EnteredStatement>();
      for (const finance of registered.get(party.enterpriseId ?? "") ?? []) byYear.set(finance.year, ofRegister(finance));
      // The key of today last, so that it wins over what was filed under a name.
      for (const row of party.keys.toReversed().flatMap((key) => own.get(key) ?? []))
        byYear.set(row.year, {
          statement: Statement.parse(row.items),
          revision: row.revision,
          source: row.source,
          recordedOn: row.recorded_on as LocalDate,
          by: row.by_name,
        });
      return [party.key, [...byYear.values()].sort((one, other) => other.statement.year - one.statement.year)];
    }),
  );
}

function ofRegister(finance: RegisterFinance): EnteredStatement {
  const silent = Object.fromEntries(STATEMENT_ITEMS.map((item) => [item, null]));
  return {
    statement: Statement.parse({
      ...silent,
      year: finance.year,
      revenue: finance.revenueYuan,
      netProfit: finance.profitYuan,
      assets: finance.assetsYuan,
      liabilities: finance.liabilitiesYuan,
    }),
    revision: 0,
    source: finance.source === "" ? "企业库" : `企业库：${finance.source}`,
    recordedOn: finance.asOf,
    by: null,
  };
}

const MOST_PEER_ROWS = 20_000;

/** Of everybody of the industry whose statements the zone has, the party itself among them. */
export async function mediansOf(tx: Tx, industry: string, years: readonly number[]): Promise<IndustryMedians> {
  if (industry === "" || years.length === 0) return new Map();
  const wanted = [...new Set(years.flatMap((year) => [year, year - 1]))];
  const { rows } = await sql<{
    party_key: string;
    items: unknown;
  }>`select distinct on (party_key, year) party_key, items from diligence_statement
    where zone_id = ${actorOf(tx).zoneId}::uuid and industry = ${industry} and year = any(${wanted}::integer[])
    order by party_key, year, revision desc limit ${MOST_PEER_ROWS}`.execute(tx);
  const peers = Map.groupBy(rows, ({ party_key }) => party_key);
  return industryMedians(
    [...peers.values()].map((own) => own.map(({ items }) => Statement.parse(items))),
    years,
  );
}
