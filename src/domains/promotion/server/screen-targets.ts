import type { PoolFilter } from "#domains/promotion/contract/screening.ts";
import type { Candidate, ExcludedCandidate } from "#domains/promotion/contract/screening-operations.ts";
import { explainVetoes, NOTHING_NOTED } from "#domains/promotion/rules/explain-target.ts";
import { screeningPolicy } from "#domains/promotion/rules/screening-policy.ts";
import { askChain } from "#domains/promotion/server/chain-question.ts";
import type { ScreeningHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { runScreening, type ScreeningRun, scoreEnterprises } from "#domains/promotion/server/run-screening.ts";
import { scoringOn } from "#domains/promotion/server/scoring-versions.ts";
import { listEnterprises } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const screenTargets: ScreeningHandlers["screenTargets"] = async (
  { node, limit, excludedLimit, ...filter },
  { tx, actor, today },
) => {
  const run = await screenOn(tx, { node, filter: withoutGaps(filter), asOf: today }, { limit, excludedLimit });
  const { nodes: _, ...place } = run.place;
  return {
    place,
    filter: run.filter,
    scoring: { version: run.scoring.version, effectiveOn: run.scoring.effectiveOn },
    asOf: today,
    readAt: run.kept.readAt,
    pool: run.ranking.pool,
    ranked: run.ranking.ranked,
    excludedCounts: run.ranking.excluded,
    spread: [...run.ranking.spread],
    items: await candidatesOf(tx, run.top, run, today),
    excluded: await excludedOf(tx, run, today),
    abilities: abilitiesOf(screeningPolicy, actor, null),
  };
};

/** What was not asked for is not kept either. */
export const withoutGaps = (filter: PoolFilter): PoolFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));

export async function screenOn(
  tx: Tx,
  { node, filter, asOf }: { readonly node: string; readonly filter: PoolFilter; readonly asOf: LocalDate },
  limits: { readonly limit: number; readonly excludedLimit: number },
): Promise<ScreeningRun> {
  const place = await askChain(tx, node, asOf);
  return runScreening(tx, { place, filter, scoring: await scoringOn(tx, asOf), asOf }, limits);
}

/** Ranked enterprises in full, with the lists and leads on which they stand already. */
export async function candidatesOf(tx: Tx, ids: readonly string[], run: ScreeningRun, today: LocalDate): Promise<Candidate[]> {
  const [rows, scores] = [await listEnterprises(tx, ids, today), await scoreEnterprises(tx, ids, run)];
  const [lists, leads] = [await listsOf(tx, ids), await leadsOf(tx, ids)];
  const places = new Map(run.top.map((id, place) => [id, place + 1]));
  return rows.flatMap((enterprise) => {
    const scored = scores.get(enterprise.id);
    if (scored === undefined) return [];
    const { id } = enterprise;
    return [{ rank: places.get(id) ?? 0, enterprise, score: scored.score, lists: lists.get(id) ?? [], leads: leads.get(id) ?? [] }];
  });
}

async function excludedOf(tx: Tx, run: ScreeningRun, today: LocalDate): Promise<ExcludedCandidate[]> {
  const [rows, scores] = [await listEnterprises(tx, run.excludedTop, today), await scoreEnterprises(tx, run.excludedTop, run)];
  return rows.flatMap((enterprise) => {
    const scored = scores.get(enterprise.id);
    if (scored === undefined) return [];
    const known = run.picture.known.get(enterprise.id) ?? NOTHING_NOTED;
    return [{ enterprise, score: scored.score, vetoes: explainVetoes(scored.vetoes, scored.row, known, scored.explaining) }];
  });
}

async function listsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Candidate["lists"]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_target as target")
    .innerJoin("promotion_target_list as list", (join) =>
      join.onRef("list.zone_id", "=", "target.zone_id").onRef("list.id", "=", "target.list_id"),
    )
    .select(["target.enterprise_id", "list.id", "list.name"])
    .where("target.zone_id", "=", actorOf(tx).zoneId)
    .where("target.enterprise_id", "in", [...ids])
    .where("target.status", "<>", "DROPPED")
    .where("list.state", "=", "OPEN")
    .orderBy("list.locked_on")
    .orderBy("list.id")
    .execute();
  return grouped(rows.map(({ enterprise_id, id, name }) => [enterprise_id, { id, name }]));
}

async function leadsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Candidate["leads"]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_lead")
    .select(["enterprise_id", "id", "code", "stage"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("enterprise_id", "in", [...ids])
    .where("status", "in", ["ACTIVE", "PARKED"])
    .orderBy("code")
    .execute();
  return grouped(
    rows.flatMap(({ enterprise_id, id, code, stage }) => (enterprise_id === null ? [] : [[enterprise_id, { id, code, stage }]])),
  );
}

function grouped<Item>(pairs: readonly (readonly [string, Item])[]): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [key, item] of pairs) {
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [item]);
    else there.push(item);
  }
  return groups;
}
