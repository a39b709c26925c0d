import { sql } from "kysely";
import { v7 } from "uuid";
import { EnterpriseFilter, type EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { listClasses } from "#domains/registry/rules/industry-class.ts";
import { viewPolicy } from "#domains/registry/rules/registry-policy.ts";
import type { SearchHandlers } from "#domains/registry/server/handler-shapes.ts";
import { exportEnterprises } from "#domains/registry/server/search/export-enterprises.ts";
import { enterpriseFacets } from "#domains/registry/server/search/facets.ts";
import { findIds } from "#domains/registry/server/search/find-enterprises.ts";
import { listFound } from "#domains/registry/server/search/present-enterprise.ts";
import { AppError } from "#kernel/app-error.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

const MOST_VIEWS = 200;

const viewQuery = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("saved_view")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where((by) => by.or([by("saved_by", "=", actor.id), by("shared", "=", true)]));
type ViewRow = Awaited<ReturnType<ReturnType<typeof viewQuery>["execute"]>>[number];

const presentView = (row: ViewRow, actor: Actor) => ({
  id: row.id,
  name: row.name,
  // What an older edition kept and this one does not know is left out rather than refused.
  filter: EnterpriseFilter.safeParse(row.filter).data ?? {},
  sort: row.sort as EnterpriseSort,
  shared: row.shared,
  by: row.saved_by_name,
  savedAt: String(row.saved_at),
  version: row.version,
  abilities: abilitiesOf(viewPolicy, actor, { savedBy: row.saved_by }),
});

async function getView(tx: Tx, actor: Actor, id: string): Promise<ViewRow> {
  const row = await viewQuery(tx, actor).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-view", "not-found");
  if (row.saved_by !== actor.id) throw new AppError("not-own-view", "forbidden");
  return row;
}

const saveView: SearchHandlers["saveView"] = async ({ id, version, name, filter, sort, shared }, { tx, actor, now, journal }) => {
  const taken = await tx
    .selectFrom("saved_view")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("saved_by", "=", actor.id)
    .where("name", "=", name)
    .executeTakeFirst();
  if (taken !== undefined && taken.id !== id) throw new AppError("registry.view-name-taken", "conflict", { name });
  const kept = { name, filter: JSON.stringify(filter), sort, shared, saved_at: now };
  if (id === undefined) {
    const row = await tx
      .insertInto("saved_view")
      .values({ zone_id: actor.zoneId, id: v7(), saved_by: actor.id, saved_by_name: actor.name, ...kept })
      .returningAll()
      .executeTakeFirstOrThrow();
    journal({ subject: `saved-view:${row.id}`, after: { name, filter, sort, shared } });
    return presentView(row, actor);
  }
  const before = await getView(tx, actor, id);
  if (version !== undefined && before.version !== version) throw new AppError("registry.changed-meanwhile", "conflict");
  const row = await tx
    .updateTable("saved_view")
    .set({ ...kept, version: before.version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  journal({ subject: `saved-view:${id}`, before: { name: before.name, filter: before.filter }, after: { name, filter, sort, shared } });
  return presentView(row, actor);
};

export const searchHandlers: SearchHandlers = {
  searchEnterprises: async ({ cursor, limit, sort, ...filter }, { tx, today }) => {
    const { ids, next } = await findIds(tx, { filter, sort, limit, cursor }, today);
    return { items: [...(await listFound(tx, ids, today))], next };
  },
  enterpriseFacets,
  exportEnterprises,
  listViews: async (_, { tx, actor }) => ({
    items: (await viewQuery(tx, actor).orderBy("name").limit(MOST_VIEWS).execute()).map((row) => presentView(row, actor)),
  }),
  saveView,
  removeView: async ({ viewId }, { tx, actor, journal }) => {
    const { name } = await getView(tx, actor, viewId);
    await tx.deleteFrom("saved_view").where("zone_id", "=", actor.zoneId).where("id", "=", viewId).execute();
    journal({ subject: `saved-view:${viewId}`, before: { name }, after: { removed: true } });
    return { ok: true };
  },
  listRegions: async ({ under = "" }, { tx }) => {
    // 重庆 and the other municipalities have districts straight under them: what has no city between is listed with the cities.
    const { rows } = await sql<{ code: string; name: string }>`select code, name from region
      where code ~ '^([0-9]{2}){1,3}$' and code <> ${under} and starts_with(code, ${under})
        and (length(code) = length(${under}) + 2 or (length(${under}) = 2 and length(code) = 6
          and not exists (select from region city where city.code = left(region.code, 4)))) order by code limit 500`.execute(tx);
    return { items: rows };
  },
  listClasses: async ({ under, q }) => ({ items: [...listClasses(under, q)] }),
};
