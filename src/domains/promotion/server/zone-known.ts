import { sql } from "kysely";
import { listLeaderFirms } from "#domains/chain/server/api.ts";
import type { IntroducerRole } from "#domains/promotion/contract/path.ts";
import { ADVERSE, type ExpansionKind } from "#domains/promotion/contract/screening.ts";
import {
  NOTHING_NOTED,
  type NotedAdverse,
  type NotedSignal,
  type NotedTie,
  type ZoneNoted,
} from "#domains/promotion/rules/explain-target.ts";
import { pairKey } from "#domains/promotion/rules/introduction-paths.ts";
import { blockedPairs, OFFICIAL, type ProvenTie, tiesOfIntroducers } from "#domains/promotion/server/tie-store.ts";
import type { TieKind } from "#domains/registry/contract/enterprise.ts";
import { listResidents, registerGeneration } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What one zone knows of enterprises on a day, and who of its side may introduce. */
export type ZonePicture = {
  readonly stamp: string;
  readonly known: ReadonlyMap<string, ZoneNoted>;
  readonly introducers: ReadonlyMap<string, readonly IntroducerRole[]>;
  /** The person who looks after an enterprise of the zone's book. */
  readonly liaisons: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** Ties of the introducers, by whoever is at the other end. */
  readonly ties: ReadonlyMap<string, readonly ProvenTie[]>;
  readonly blocked: ReadonlySet<string>;
};

const MOST_ZONES = 8;
const pictures = new Map<string, ZonePicture>();

/** Kept as long as neither the register nor what the zone notes has changed. */
export async function zonePicture(tx: Tx, asOf: LocalDate): Promise<ZonePicture> {
  const { zoneId } = actorOf(tx);
  const leaders = await listLeaderFirms(tx, asOf);
  const stamp = [asOf, await registerGeneration(tx), await notesStamp(tx), ...leaders.map(({ enterpriseId }) => enterpriseId)].join(" ");
  const there = pictures.get(zoneId);
  if (there?.stamp === stamp) return there;
  const [residents, funds] = [await listResidents(tx, asOf), await listResidents(tx, asOf, "fund")];
  const introducers = new Map<string, IntroducerRole[]>();
  const add = (id: string, role: IntroducerRole): void => {
    const roles = introducers.get(id);
    if (roles === undefined) introducers.set(id, [role]);
    else if (!roles.includes(role)) roles.push(role);
  };
  for (const { enterpriseId } of leaders) add(enterpriseId, "leader_firm");
  for (const { enterpriseId } of residents) add(enterpriseId, "resident");
  for (const { enterpriseId } of funds) add(enterpriseId, "fund");
  const enterprises = [...introducers.keys()];
  const ties = await tiesOfIntroducers(tx, enterprises);
  for (const { to } of ties) if (to.startsWith(OFFICIAL)) add(to, "official");
  const names = new Map([...(await enterpriseNames(tx, enterprises)), ...(await officialNames(tx, [...introducers.keys()]))]);
  const blocked = new Set((await blockedPairs(tx)).map(({ one, other }) => pairKey(one, other)));
  const picture: ZonePicture = {
    stamp,
    known: await knownOf(
      tx,
      ties.filter(({ from, to }) => !blocked.has(pairKey(from, to))),
      introducers,
      names,
      new Set(residents.map(({ enterpriseId }) => enterpriseId)),
    ),
    introducers,
    liaisons: new Map(
      [...residents, ...funds].flatMap(({ enterpriseId, liaisonId }) => (liaisonId === null ? [] : [[enterpriseId, liaisonId]])),
    ),
    names,
    ties: byOtherEnd(ties, introducers),
    blocked,
  };
  pictures.delete(zoneId);
  pictures.set(zoneId, picture);
  const oldest = pictures.keys().next().value;
  if (pictures.size > MOST_ZONES && oldest !== undefined) pictures.delete(oldest);
  return picture;
}

/** Changes whenever the book, a tie or a sign is: cheaper than reading five thousand residents again. */
async function notesStamp(tx: Tx): Promise<string> {
  const zoneId = actorOf(tx).zoneId;
  const { rows } = await sql<{ stamp: string }>`select
      (select count(*) || ':' || coalesce(sum(version), 0) from enterprise_book where zone_id = ${zoneId}::uuid) || ' ' ||
      (select count(*) || ':' || count(removed_on) from zone_tie where zone_id = ${zoneId}::uuid) || ' ' ||
      (select count(*) || ':' || coalesce(sum(version), 0) from promotion_signal where zone_id = ${zoneId}::uuid) stamp`.execute(tx);
  return rows[0]?.stamp ?? "";
}

export async function enterpriseNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`select id, name from enterprise where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function officialNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = ids.flatMap((id) => (id.startsWith(OFFICIAL) ? [id.slice(OFFICIAL.length)] : []));
  if (people.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["id", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", sql<string>`any(${people}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [`${OFFICIAL}${id}`, name]));
}

function byOtherEnd(ties: readonly ProvenTie[], introducers: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly ProvenTie[]> {
  const known = new Map<string, ProvenTie[]>();
  const put = (end: string, tie: ProvenTie): void => {
    const there = known.get(end);
    if (there === undefined) known.set(end, [tie]);
    else there.push(tie);
  };
  for (const tie of ties) {
    if (introducers.has(tie.from)) put(tie.to, tie);
    if (introducers.has(tie.to)) put(tie.from, tie);
  }
  return known;
}

type SignalRow = {
  readonly enterprise_id: string;
  readonly kind: string;
  readonly on_day: string;
  readonly until_day: string | null;
  readonly note: string;
  readonly source: string;
  readonly document_id: string | null;
};

async function knownOf(
  tx: Tx,
  ties: readonly ProvenTie[],
  introducers: ReadonlyMap<string, readonly IntroducerRole[]>,
  names: ReadonlyMap<string, string>,
  residents: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ZoneNoted>> {
  type Filling = { signals: NotedSignal[]; adverse: NotedAdverse[]; ties: NotedTie[]; resident: boolean };
  const known = new Map<string, Filling>();
  const of = (id: string): Filling => {
    const there = known.get(id);
    if (there !== undefined) return there;
    const fresh: Filling = { ...NOTHING_NOTED, signals: [], adverse: [], ties: [] };
    known.set(id, fresh);
    return fresh;
  };
  for (const id of residents) of(id).resident = true;
  for (const tie of ties)
    for (const [own, other, direction] of [[tie.from, tie.to, "in"] as const, [tie.to, tie.from, "out"] as const]) {
      const role = introducers.get(own)?.[0];
      if (role === undefined || role === "official" || tie.kind === "acquaintance") continue;
      const { strength, evidence, asOf, source } = tie;
      of(other).ties.push({ kind: tie.kind as TieKind, strength, with: names.get(own) ?? "", role, direction, evidence, asOf, source });
    }
  const { rows } =
    await sql<SignalRow>`select coalesce(e.merged_into, s.enterprise_id) enterprise_id, s.kind, s.on_day, s.until_day, s.note, s.source, s.document_id
    from promotion_signal s left join enterprise e on e.id = s.enterprise_id
    where s.zone_id = ${actorOf(tx).zoneId}::uuid and s.withdrawn_on is null order by s.on_day, s.id`.execute(tx);
  for (const { enterprise_id, kind, on_day, until_day, note, source, document_id } of rows) {
    const one = of(enterprise_id);
    const on = on_day as LocalDate;
    const adverse = ADVERSE.find((each) => each === kind);
    if (adverse !== undefined) one.adverse.push({ kind: adverse, on, until: until_day as LocalDate | null, note, source });
    else one.signals.push({ kind: kind as ExpansionKind, on, note, source, ...(document_id === null ? {} : { document: document_id }) });
  }
  return known;
}
