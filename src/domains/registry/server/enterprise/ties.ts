import { sql } from "kysely";
import { v7 } from "uuid";
import { z } from "zod";
import { type BookKind, tieWords, type ZoneTieKind } from "#domains/registry/contract/enterprise.ts";
import { hasDirection } from "#domains/registry/rules/read-tie-row.ts";
import { tiePolicy } from "#domains/registry/rules/registry-policy.ts";
import { noteActivity } from "#domains/registry/server/enterprise/activities.ts";
import { requireOfficial } from "#domains/registry/server/enterprise/book.ts";
import { getForChange, getProfile } from "#domains/registry/server/enterprise/enterprise-row.ts";
import type { EnterpriseHandlers } from "#domains/registry/server/handler-shapes.ts";
import { makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { amount, booksOf } from "#domains/registry/server/search/present-enterprise.ts";
import { findSources } from "#domains/registry/server/sources.ts";
import { AppError } from "#kernel/app-error.ts";
import { compare, type Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

type TieRow = {
  readonly zone_tie_id: string | null;
  readonly kind: string;
  readonly direction: "out" | "in";
  readonly other_id: string;
  readonly name: string;
  readonly identifier: string;
  readonly share_pct: string | null;
  readonly strength: number;
  readonly evidence: string;
  readonly official: string | null;
  readonly as_of: string | null;
  readonly source_id: string | null;
  readonly key: string;
};

const TieMark = z.object({ strength: z.number().int(), key: z.string().max(120) });
/** The enterprise itself and whatever was merged into it: their ties are its ties, and one between them is none. */
const family = (id: string) => sql`(select f.id from enterprise f where f.id = ${id}::uuid or f.merged_into = ${id}::uuid)`;
const OWN_SOURCE = "园区录入";

/** Public ties and the zone's own, both directions, the strongest first. Another end that was merged is shown as what it was merged into. */
async function tieRows(
  tx: Tx,
  actor: Actor,
  id: string,
  kind: ZoneTieKind | undefined,
  after: z.infer<typeof TieMark> | undefined,
  count: number,
) {
  const kinds = kind === undefined ? sql`` : sql` and t.kind = ${kind}`;
  const mark = after === undefined ? sql`true` : sql`(t.strength, t.key) < (${after.strength}::integer, ${after.key})`;
  const whole = family(id);
  const zone = sql`t.zone_id = ${actor.zoneId}::uuid and t.removed_on is null`;
  const { rows } = await sql<TieRow>`select t.zone_tie_id, t.kind, t.direction, coalesce(into_.id, e.id, t.other_id) other_id,
      coalesce(into_.name, e.name, p.name, '') as name, coalesce(into_.identifier, e.identifier, '') identifier, t.share_pct, t.strength, t.evidence,
      p.name official, t.as_of, t.source_id, t.key
    from (
      select null::uuid zone_tie_id, t.kind, 'out' direction, t.to_id other_id, null::uuid official_id, t.share_pct, t.strength::integer strength, t.evidence, t.as_of, t.source_id,
        'p' || t.kind || 'o' || t.to_id || t.from_id as key from enterprise_tie t where t.from_id in ${whole}${kinds}
      union all select null, t.kind, 'in', t.from_id, null, t.share_pct, t.strength, t.evidence, t.as_of, t.source_id, 'p' || t.kind || 'i' || t.from_id || t.to_id
        from enterprise_tie t where t.to_id in ${whole}${kinds}
      union all select t.id, t.kind, 'out', t.to_id, t.official_id, t.share_pct, t.strength, t.evidence, t.as_of, null, 'z' || t.id
        from zone_tie t where ${zone} and t.from_id in ${whole}${kinds}
      union all select t.id, t.kind, 'in', t.from_id, null, t.share_pct, t.strength, t.evidence, t.as_of, null, 'z' || t.id
        from zone_tie t where ${zone} and t.to_id in ${whole}${kinds}
    ) t left join enterprise e on e.id = t.other_id left join enterprise into_ on into_.id = e.merged_into
      left join person p on p.zone_id = ${actor.zoneId}::uuid and p.id = t.official_id
    where ${mark} and t.other_id is distinct from ${id}::uuid and into_.id is distinct from ${id}::uuid order by t.strength desc, t.key desc limit ${count}`.execute(
    tx,
  );
  return rows;
}

export const enterpriseTies: EnterpriseHandlers["enterpriseTies"] = async ({ id, kind, cursor, limit }, { tx, actor, today }) => {
  await getProfile(tx, id);
  const rows = await tieRows(tx, actor, id, kind, readMark(cursor, TieMark), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await presentTies(tx, actor, page, today),
    next: rows.length > limit && last !== undefined ? makeMark({ strength: last.strength, key: last.key }) : null,
    total: null,
  };
};

async function presentTies(tx: Tx, actor: Actor, rows: readonly TieRow[], today: LocalDate) {
  const sources = await findSources(
    tx,
    rows.map((row) => row.source_id),
  );
  const books = await booksOf(
    tx,
    rows.flatMap((row) => row.other_id ?? []),
    today,
  );
  return rows.map((row) => ({
    zoneTieId: row.zone_tie_id,
    kind: row.kind as ZoneTieKind,
    direction: row.direction,
    other:
      row.official === null
        ? { id: row.other_id, name: row.name, identifier: row.identifier, book: [...(books.get(row.other_id) ?? [])] as BookKind[] }
        : null,
    sharePct: amount(row.share_pct),
    strength: row.strength,
    evidence: row.evidence,
    official: row.official,
    asOf: row.as_of as LocalDate | null,
    source: row.zone_tie_id === null ? ((row.source_id === null ? undefined : sources.get(row.source_id)?.name) ?? "") : OWN_SOURCE,
    abilities: abilitiesOf(tiePolicy, actor, { ofZone: row.zone_tie_id !== null }),
  }));
}

export const countTies = async (tx: Tx, actor: Actor, id: string): Promise<number> => {
  const whole = family(id);
  const ends = sql`((from_id in ${whole}) <> coalesce(to_id in ${whole}, false))`;
  const { rows } = await sql<{
    count: string;
  }>`select (select count(*) from enterprise_tie where from_id in ${whole} and ${ends}) + (select count(*) from enterprise_tie where to_id in ${whole} and ${ends})
    + (select count(*) from zone_tie where zone_id = ${actor.zoneId}::uuid and removed_on is null and (from_id in ${whole} or to_id in ${whole}) and ${ends}) "count"`.execute(
    tx,
  );
  return Number(rows[0]?.count ?? 0);
};

export const addTie: EnterpriseHandlers["addTie"] = async (input, { tx, actor, today, journal, emit }) => {
  const { id, toId, officialId, kind, sharePct, strength, evidence, asOf } = input;
  const acquaintance = kind === "acquaintance";
  if (acquaintance !== (officialId !== undefined) || acquaintance === (toId !== undefined))
    throw new AppError("registry.tie-other-end", "invalid");
  if (toId === id) throw new AppError("registry.tie-to-itself", "invalid");
  if (sharePct !== undefined && (sharePct.startsWith("-") || compare(sharePct, "100" as Decimal) > 0))
    throw new AppError("registry.share", "invalid");
  if (asOf !== undefined && asOf > today) throw new AppError("registry.date-in-future", "invalid", { date: asOf, today });
  await getForChange(tx, id);
  const other = toId === undefined ? await requireOfficial(tx, actor, officialId as string) : (await getForChange(tx, toId)).name;
  const tieId = v7();
  const [from, to] = toId !== undefined && !hasDirection(kind) && toId < id ? [toId, id] : [id, toId ?? null];
  const { rows: there } = await sql`select from zone_tie where zone_id = ${actor.zoneId}::uuid and removed_on is null and kind = ${kind}
    and from_id = ${from}::uuid and to_id is not distinct from ${to}::uuid and official_id is not distinct from ${officialId ?? null}::uuid`.execute(
    tx,
  );
  if (there.length > 0) throw new AppError("registry.tie-there-already", "conflict");
  await tx
    .insertInto("zone_tie")
    .values({
      zone_id: actor.zoneId,
      id: tieId,
      from_id: from,
      to_id: to,
      official_id: officialId ?? null,
      kind,
      share_pct: sharePct ?? null,
      strength,
      evidence,
      as_of: asOf ?? today,
      entered_by: actor.id,
    })
    .execute();
  await noteActivity(tx, {
    enterpriseId: id,
    on: asOf ?? today,
    kind: "tie",
    subject: `zone-tie:${tieId}`,
    summary: `登记关联：${tieWords[kind].zh} ${other}，${evidence}`.slice(0, 500),
  });
  journal({
    subject: `zone-tie:${tieId}`,
    after: { from, to, officialId: officialId ?? null, kind, sharePct: sharePct ?? null, strength, evidence },
  });
  await emit("registry.tie-entered", { tieId, fromId: from, toId: to, kind });
  const row = (await tieRows(tx, actor, id, kind, undefined, 10_000)).find((one) => one.zone_tie_id === tieId) as TieRow;
  return (await presentTies(tx, actor, [row], today))[0] as Awaited<ReturnType<typeof presentTies>>[number];
};

export const removeTie: EnterpriseHandlers["removeTie"] = async ({ tieId, because }, { tx, actor, today, journal, emit }) => {
  const removed = await tx
    .updateTable("zone_tie")
    .set({ removed_on: today, removed_by: actor.id, removed_because: because })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", tieId)
    .where("removed_on", "is", null)
    .returning(["from_id", "to_id", "kind"])
    .executeTakeFirst();
  if (removed === undefined) throw new AppError("registry.no-such-tie", "not-found");
  await noteActivity(tx, {
    enterpriseId: removed.from_id,
    on: today,
    kind: "tie",
    subject: `zone-tie:${tieId}`,
    summary: `撤销关联：${tieWords[removed.kind as ZoneTieKind].zh}，${because}`.slice(0, 500),
  });
  journal({ subject: `zone-tie:${tieId}`, before: removed, after: { removed: true, because } });
  await emit("registry.tie-removed", { tieId, fromId: removed.from_id, toId: removed.to_id, kind: removed.kind });
  return { ok: true };
};
