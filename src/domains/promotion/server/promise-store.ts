import type { Selectable } from "kysely";
import type { PromiseMetric } from "#domains/promotion/contract/promise.ts";
import type { Actual, Promised } from "#domains/promotion/rules/promise-ledger.ts";
import { type Decimal, decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type PromiseTableRow = Selectable<DB["promotion_promise"]>;

/** The promises of a lead: the revision in force, those before it, and everything that became known of them. */
export type KeptPromises = {
  readonly row: PromiseTableRow;
  readonly earlier: readonly PromiseTableRow[];
  readonly promised: Promised;
  readonly actuals: readonly Actual[];
};

/** Of these leads, or of all of the zone; leads without promises are not among them. A past day sees what was promised and known by it. */
export async function promisesOf(tx: Tx, leadIds: readonly string[] | null, asOf?: LocalDate): Promise<ReadonlyMap<string, KeptPromises>> {
  if (leadIds !== null && leadIds.length === 0) return new Map();
  const zone = actorOf(tx).zoneId;
  let promises = tx.selectFrom("promotion_promise").selectAll().where("zone_id", "=", zone).orderBy("revision");
  let actuals = tx.selectFrom("promotion_actual").selectAll().where("zone_id", "=", zone).orderBy("ordinal");
  if (leadIds !== null) {
    promises = promises.where("lead_id", "in", [...leadIds]);
    actuals = actuals.where("lead_id", "in", [...leadIds]);
  }
  if (asOf !== undefined) promises = promises.where("recorded_on", "<=", asOf);
  const known = Map.groupBy(await actuals.execute(), (row) => row.lead_id);
  return new Map(
    [...Map.groupBy(await promises.execute(), (row) => row.lead_id)].flatMap(([leadId, revisions]): [string, KeptPromises][] => {
      const row = revisions.at(-1);
      if (row === undefined) return [];
      return [
        [
          leadId,
          {
            row,
            earlier: revisions.slice(0, -1),
            promised: promisedOf(row),
            actuals: (known.get(leadId) ?? []).map((actual) => ({
              metric: actual.metric as PromiseMetric,
              year: actual.year,
              amount: amountOf(actual.amount),
              reachedOn: actual.reached_on as LocalDate | null,
              origin: actual.origin as "projects" | "hand",
              recordedOn: actual.recorded_on as LocalDate,
              note: actual.note,
            })),
          },
        ],
      ];
    }),
  );
}

const amountOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text));

const promisedOf = (row: PromiseTableRow): Promised => ({
  investment: row.investment as unknown as Promised["investment"],
  startOn: row.start_on as LocalDate | null,
  produceOn: row.produce_on as LocalDate | null,
  fullYear: row.full_year,
  outputYuan: amountOf(row.output_yuan),
  taxYuan: amountOf(row.tax_yuan),
  jobs: row.jobs,
  landMu: amountOf(row.land_mu),
  taxPerMuYuan: amountOf(row.tax_per_mu_yuan),
});

export type NewActual = {
  readonly metric: PromiseMetric;
  readonly year: number | null;
  readonly amount: Decimal | null;
  readonly reachedOn: LocalDate | null;
  readonly origin: "projects" | "hand";
  readonly note: string;
};

export async function appendActuals(tx: Tx, leadId: string, actuals: readonly NewActual[], recordedOn: LocalDate): Promise<void> {
  if (actuals.length === 0) return;
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("promotion_actual")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("lead_id", "=", leadId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("promotion_actual")
    .values(
      actuals.map((actual, place) => ({
        zone_id: actor.zoneId,
        lead_id: leadId,
        ordinal: (last ?? 0) + 1 + place,
        metric: actual.metric,
        year: actual.year,
        amount: actual.amount,
        reached_on: actual.reachedOn,
        origin: actual.origin,
        note: actual.note,
        recorded_on: recordedOn,
        by: actor.id,
        by_name: actor.name,
      })),
    )
    .execute();
}
