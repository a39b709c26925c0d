import { sql } from "kysely";
import type { BlockingKind, IntroductionKind } from "#domains/promotion/contract/path.ts";
import type { TiesOf } from "#domains/promotion/rules/gather-ties.ts";
import type { Tie } from "#domains/promotion/rules/introduction-paths.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** A tie with what proves it. Of an official the end is `official:` and the id of the person. */
export type ProvenTie = Tie & { readonly sharePct: string | null; readonly evidence: string; readonly source: string };

type Row = {
  readonly asked: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly kind: string;
  readonly share_pct: string | null;
  readonly strength: number;
  readonly evidence: string;
  readonly as_of: string | null;
  readonly source: string | null;
};

const tieOf = (row: Omit<Row, "asked">): ProvenTie => ({
  from: row.from_id,
  to: row.to_id,
  kind: row.kind as IntroductionKind,
  strength: row.strength,
  asOf: row.as_of as LocalDate | null,
  sharePct: row.share_pct === null ? null : row.share_pct.replace(/\.?0+$/, ""),
  evidence: row.evidence,
  source: row.source ?? "",
});

const ZONE_SOURCE = "园区录入";
export const OFFICIAL = "official:";

/**
 * Ties of several enterprises in one question, public ones and the zone's own, both directions; of each at most so many, in the order of the
 * keys. Who was merged into another has the other's ties too.
 */
export async function tiesOf(tx: Tx, ids: readonly string[], most: number): Promise<TiesOf<ProvenTie>> {
  const zone = sql`z.zone_id = ${actorOf(tx).zoneId}::uuid and z.removed_on is null and z.to_id is not null and z.kind not in ('competitor', 'dispute')`;
  const { rows } = await sql<Row>`with asked as (
      select id asked, id as own from unnest(${ids}::uuid[]) u(id)
      union all select e.merged_into, e.id from enterprise e where e.merged_into = any(${ids}::uuid[]))
    select a.asked, coalesce(f.merged_into, t.from_id) from_id, coalesce(g.merged_into, t.to_id) to_id, t.kind, t.share_pct, t.strength, t.evidence, t.as_of,
      coalesce(s.name, t.source) as source
    from asked a cross join lateral (
      (select t.from_id, t.to_id, t.kind, t.share_pct, t.strength::integer strength, t.evidence, t.as_of, t.source_id, null source
        from enterprise_tie t where t.from_id = a.own limit ${most + 1})
      union all (select t.from_id, t.to_id, t.kind, t.share_pct, t.strength, t.evidence, t.as_of, t.source_id, null
        from enterprise_tie t where t.to_id = a.own limit ${most + 1})
      union all (select z.from_id, z.to_id, z.kind, z.share_pct, z.strength, z.evidence, z.as_of, null, ${ZONE_SOURCE}
        from zone_tie z where ${zone} and z.from_id = a.own limit ${most + 1})
      union all (select z.from_id, z.to_id, z.kind, z.share_pct, z.strength, z.evidence, z.as_of, null, ${ZONE_SOURCE}
        from zone_tie z where ${zone} and z.to_id = a.own limit ${most + 1})
    ) t left join enterprise f on f.id = t.from_id and f.merged_into is not null
      left join enterprise g on g.id = t.to_id and g.merged_into is not null
      left join register_source s on s.id = t.source_id`.execute(tx);
  const counts = new Map<string, number>();
  for (const { asked } of rows) counts.set(asked, (counts.get(asked) ?? 0) + 1);
  const more = new Set([...counts].flatMap(([id, count]) => (count > most ? [id] : [])));
  return { ties: rows.filter(({ asked }) => !more.has(asked)).map(tieOf), more };
}

/** Everything that ties the zone's own enterprises to anybody, and officials to the enterprises that they know. */
export async function tiesOfIntroducers(tx: Tx, ids: readonly string[]): Promise<readonly ProvenTie[]> {
  const zoneId = actorOf(tx).zoneId;
  const standing = sql`z.zone_id = ${zoneId}::uuid and z.removed_on is null and z.kind not in ('competitor', 'dispute')`;
  const { rows } = await sql<Omit<Row, "asked">>`with own as (
      select id from unnest(${ids}::uuid[]) u(id)
      union select e.id from enterprise e where e.merged_into = any(${ids}::uuid[]))
    select coalesce(f.merged_into, t.from_id)::text from_id, case when t.official_id is null then coalesce(g.merged_into, t.to_id)::text else ${OFFICIAL} || t.official_id end to_id,
      t.kind, t.share_pct, t.strength, t.evidence, t.as_of, coalesce(s.name, t.source) as source
    from (
      select t.from_id, t.to_id, null::uuid official_id, t.kind, t.share_pct, t.strength::integer strength, t.evidence, t.as_of, t.source_id, null source
        from enterprise_tie t where t.from_id in (select id from own)
      union select t.from_id, t.to_id, null, t.kind, t.share_pct, t.strength, t.evidence, t.as_of, t.source_id, null
        from enterprise_tie t where t.to_id in (select id from own)
      union all select z.from_id, z.to_id, z.official_id, z.kind, z.share_pct, z.strength, z.evidence, z.as_of, null, ${ZONE_SOURCE}
        from zone_tie z where ${standing} and (z.official_id is not null or z.from_id in (select id from own) or z.to_id in (select id from own))
    ) t left join enterprise f on f.id = t.from_id and f.merged_into is not null
      left join enterprise g on g.id = t.to_id and g.merged_into is not null
      left join register_source s on s.id = t.source_id`.execute(tx);
  return rows.map(tieOf);
}

export type BlockedPair = { readonly one: string; readonly other: string; readonly kind: BlockingKind };

/** Competitors and disputes that the zone knows of. */
export async function blockedPairs(tx: Tx): Promise<readonly BlockedPair[]> {
  const { rows } = await sql<BlockedPair>`select coalesce(f.merged_into, z.from_id) as one, coalesce(g.merged_into, z.to_id) other, z.kind
    from zone_tie z left join enterprise f on f.id = z.from_id left join enterprise g on g.id = z.to_id
    where z.zone_id = ${actorOf(tx).zoneId}::uuid and z.removed_on is null and z.kind in ('competitor', 'dispute') and z.to_id is not null`.execute(
    tx,
  );
  return rows;
}
