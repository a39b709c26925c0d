import { sql } from "kysely";
import { v7 } from "uuid";
import { ProfileField } from "#domains/registry/contract/enterprise.ts";
import { compareEnterprises } from "#domains/registry/rules/duplicates.ts";
import { columnOfField, fieldText } from "#domains/registry/rules/profile-field.ts";
import { mergePolicy } from "#domains/registry/rules/registry-policy.ts";
import { comparables } from "#domains/registry/server/duplicates/comparables.ts";
import { noteActivity } from "#domains/registry/server/enterprise/activities.ts";
import { getForChange, getProfile, type ProfileRow } from "#domains/registry/server/enterprise/enterprise-row.ts";
import { candidateId } from "#domains/registry/server/enterprise-id.ts";
import type { DuplicateHandlers } from "#domains/registry/server/handler-shapes.ts";
import { IdMark, makeMark, readMark } from "#domains/registry/server/page-marks.ts";
import { refreshFound } from "#domains/registry/server/refresh-found.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

/** Filled where the kept one says nothing. Its name and status stay; a revenue comes with its year or not at all. */
const FILLED = ProfileField.options.filter((field) => !["name", "status", "revenueYear", "revenueGrowthPct"].includes(field));

const told = (row: ProfileRow, field: ProfileField): string | null =>
  fieldText((row as unknown as Readonly<Record<string, unknown>>)[columnOfField(field)]);

const fillable = (keep: ProfileRow, merge: ProfileRow): readonly ProfileField[] =>
  FILLED.filter((field) => told(keep, field) === null && told(merge, field) !== null);

/** @throws AppError `registry.merge-itself`, `registry.merge-two-codes`, `registry.merge-has-others`, `registry.merge-merged` */
async function requireMergeable(tx: Tx, keep: ProfileRow, merge: ProfileRow): Promise<void> {
  if (keep.id === merge.id) throw new AppError("registry.merge-itself", "invalid");
  for (const row of [keep, merge])
    if (row.merged_into !== null) throw new AppError("registry.merge-merged", "conflict", { name: row.name });
  if (keep.identifier_kind === "uscc" && merge.identifier_kind === "uscc")
    throw new AppError("registry.merge-two-codes", "conflict", { one: keep.identifier, other: merge.identifier });
  const { rows } = await sql`select from enterprise where merged_into = ${merge.id}::uuid limit 1`.execute(tx);
  if (rows.length > 0) throw new AppError("registry.merge-has-others", "conflict", { name: merge.name });
}

export const tryMerge: DuplicateHandlers["tryMerge"] = async ({ keepId, mergeId }, context) => {
  const { tx, today, sentenceOf } = context;
  const [keep, merge] = [await getProfile(tx, keepId), await getProfile(tx, mergeId)];
  const problem = await requireMergeable(tx, keep, merge).then(
    () => null,
    (error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    },
  );
  const filled = fillable(keep, merge);
  const [one, other] = [await comparables(tx, [keepId]), await comparables(tx, [mergeId])];
  const compared = one[0] === undefined || other[0] === undefined ? { score: 0, terms: [] } : compareEnterprises(one[0], other[0]);
  const rows = new Map((await listRows(tx, [keepId, mergeId], today)).map((row) => [row.id, row]));
  const sentence = problem === null ? null : sentenceOf(problem);
  return {
    keep: rows.get(keepId) as NonNullable<ReturnType<typeof rows.get>>,
    merge: rows.get(mergeId) as NonNullable<ReturnType<typeof rows.get>>,
    fields: ProfileField.options.map((field) => ({
      field,
      keep: told(keep, field),
      merge: told(merge, field),
      filled: filled.includes(field),
    })),
    terms: [...compared.terms],
    score: compared.score,
    problem: sentence === null ? null : { zh: sentence, en: sentence },
  };
};

/** What the merge changed of the kept row, as it was. */
type Before = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly fieldSources: ProfileRow["field_sources"];
  readonly alias: string | null;
};

/**
 * The merged row stays as it is and points at the kept one; names, qualifications, finances and ties are read of both. Empty fields of the kept
 * one are filled, its names get the other's. So nothing is lost, and all of it can be undone.
 */
export const mergeEnterprises: DuplicateHandlers["mergeEnterprises"] = async (input, { tx, actor, today, journal, emit }) => {
  const { keepId, mergeId, keepVersion, mergeVersion, because } = input;
  if (keepId === mergeId) throw new AppError("registry.merge-itself", "invalid");
  // Always in one order, so that two who merge the same pair wait for each other and do not lock each other out.
  const locked = new Map<string, ProfileRow>();
  for (const id of [keepId, mergeId].sort()) locked.set(id, await lockAny(tx, id));
  const [keep, merge] = [locked.get(keepId) as ProfileRow, locked.get(mergeId) as ProfileRow];
  if (keep.version !== keepVersion || merge.version !== mergeVersion) throw new AppError("registry.changed-meanwhile", "conflict");
  await requireMergeable(tx, keep, merge);
  const filled = fillable(keep, merge);
  const id = v7();
  const alias = keep.name === merge.name ? null : merge.name;
  const before: Before = {
    fields: Object.fromEntries(filled.map((field) => [field, (keep as unknown as Record<string, unknown>)[columnOfField(field)] ?? null])),
    fieldSources: keep.field_sources,
    alias: alias === null || (await hasName(tx, keepId, alias)) ? null : alias,
  };
  await fill(tx, keep, merge, filled);
  if (before.alias !== null)
    await sql`insert into enterprise_name (enterprise_id, name, kind, source_id) values (${keepId}, ${before.alias}, 'alias', ${merge.source_id})`.execute(
      tx,
    );
  await sql`update enterprise set merged_into = ${keepId}::uuid, changed_at = now(), version = version + 1 where id = ${mergeId}::uuid`.execute(
    tx,
  );
  await refreshFound(tx, [keepId]);
  await tx
    .insertInto("enterprise_merge")
    .values({
      id,
      kept_id: keepId,
      merged_id: mergeId,
      because,
      before: JSON.stringify(before),
      on_day: today,
      by_name: actor.name,
      by_zone: actor.zoneId,
    })
    .execute();
  await decide(tx, candidateId(keepId, mergeId), "MERGED", actor, because);
  await noteActivity(tx, {
    enterpriseId: keepId,
    on: today,
    kind: "merge",
    subject: `enterprise-merge:${id}`,
    summary: `并入“${merge.name}”：${because}`.slice(0, 500),
  });
  journal({ subject: `enterprise-merge:${id}`, before, after: { keepId, mergeId, filled, because } });
  await emit("registry.enterprises-merged", { mergeId: id, keptId: keepId, mergedId: mergeId });
  return presentMerge(await getMerge(tx, id), actor);
};

async function lockAny(tx: Tx, id: string): Promise<ProfileRow> {
  await sql`select from enterprise where id = ${id}::uuid for update`.execute(tx);
  return getProfile(tx, id);
}

async function hasName(tx: Tx, id: string, name: string): Promise<boolean> {
  const { rows } = await sql`select from enterprise_name where enterprise_id = ${id}::uuid and name = ${name} limit 1`.execute(tx);
  return rows.length > 0;
}

async function fill(tx: Tx, keep: ProfileRow, merge: ProfileRow, filled: readonly ProfileField[]): Promise<void> {
  const columns = filled.map(columnOfField);
  if (filled.includes("revenueYuan")) columns.push("revenue_year", "revenue_growth_pct");
  const sources = Object.fromEntries(filled.map((field) => [field, merge.field_sources[field] ?? { s: merge.source_id, d: merge.as_of }]));
  const sets = columns.map((column) => sql`${sql.raw(column)} = m.${sql.raw(column)}`);
  await sql`update enterprise k set ${sets.length === 0 ? sql`` : sql`${sql.join(sets)},`} field_sources = k.field_sources || ${JSON.stringify(sources)}::jsonb,
      changed_at = now(), version = k.version + 1
    from enterprise m where k.id = ${keep.id}::uuid and m.id = ${merge.id}::uuid`.execute(tx);
}

/** What was filled is emptied again, unless it was changed since; the other row is found again. */
export const undoMerge: DuplicateHandlers["undoMerge"] = async ({ mergeId, because }, { tx, actor, today, journal, emit }) => {
  const row = await getMerge(tx, mergeId);
  const may = mergePolicy.undo(actor, { undone: row.undone_on !== null });
  if (!may.allowed) throw new AppError(may.because, "conflict");
  await getForChange(tx, row.kept_id);
  const before = row.before as unknown as Before;
  const merged = await getProfile(tx, row.merged_id);
  const fields = Object.keys(before.fields).map((field) => ProfileField.parse(field));
  const kept = await getProfile(tx, row.kept_id);
  const unchanged = fields.filter((field) => told(kept, field) === told(merged, field));
  const columns = unchanged.flatMap((field) =>
    field === "revenueYuan" ? ["revenue_yuan", "revenue_year", "revenue_growth_pct"] : [columnOfField(field)],
  );
  const sets = columns.map((column) =>
    column === "products" || column === "other_classes" ? sql`${sql.raw(column)} = '{}'` : sql`${sql.raw(column)} = null`,
  );
  await sql`update enterprise set ${sets.length === 0 ? sql`` : sql`${sql.join(sets)},`} field_sources = field_sources - ${unchanged}::text[],
      changed_at = now(), version = version + 1 where id = ${row.kept_id}::uuid`.execute(tx);
  if (before.alias !== null)
    await sql`delete from enterprise_name where enterprise_id = ${row.kept_id}::uuid and name = ${before.alias} and kind = 'alias'`.execute(
      tx,
    );
  await sql`update enterprise set merged_into = null, changed_at = now(), version = version + 1 where id = ${row.merged_id}::uuid`.execute(
    tx,
  );
  await refreshFound(tx, [row.kept_id, row.merged_id]);
  await tx
    .updateTable("enterprise_merge")
    .set({ undone_on: today, undone_by: actor.name, undone_in: actor.zoneId, undone_because: because })
    .where("id", "=", mergeId)
    .execute();
  await decide(tx, candidateId(row.kept_id, row.merged_id), "DISMISSED", actor, because);
  await noteActivity(tx, {
    enterpriseId: row.kept_id,
    on: today,
    kind: "merge",
    subject: `enterprise-merge:${mergeId}`,
    summary: `撤销并入“${merged.name}”：${because}`.slice(0, 500),
  });
  journal({ subject: `enterprise-merge:${mergeId}`, after: { undone: true, because, emptied: unchanged } });
  await emit("registry.merge-undone", { mergeId, keptId: row.kept_id, mergedId: row.merged_id });
  return presentMerge(await getMerge(tx, mergeId), actor);
};

/** A pair that nobody was asked about has no candidate; there is nothing to decide then. */
export async function decide(tx: Tx, id: string, state: "MERGED" | "DISMISSED", actor: Actor, because: string): Promise<void> {
  await sql`update duplicate_candidate set state = ${state}, decided_by = ${actor.name}, decided_in = ${actor.zoneId}::uuid, because = ${because}, decided_at = now(), version = version + 1
    where id = ${id}::uuid`.execute(tx);
}

const mergeQuery = (tx: Tx) =>
  tx
    .selectFrom("enterprise_merge as m")
    .innerJoin("enterprise as kept", "kept.id", "m.kept_id")
    .innerJoin("enterprise as merged", "merged.id", "m.merged_id")
    .selectAll("m")
    .select([
      "kept.name as kept_name",
      "kept.identifier as kept_identifier",
      "merged.name as merged_name",
      "merged.identifier as merged_identifier",
    ]);
type MergeRow = Awaited<ReturnType<ReturnType<typeof mergeQuery>["execute"]>>[number];

async function getMerge(tx: Tx, id: string): Promise<MergeRow> {
  const row = await mergeQuery(tx).where("m.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("registry.no-such-merge", "not-found");
  return row;
}

/** A person of one zone has no name in another. */
export const toldIn = (zoneId: string | null, actor: Actor, name: string): string => (zoneId === actor.zoneId ? name : ELSEWHERE);
const ELSEWHERE = "其他园区";

const presentMerge = (row: MergeRow, actor: Actor) => ({
  id: row.id,
  kept: { id: row.kept_id, name: row.kept_name, identifier: row.kept_identifier },
  merged: { id: row.merged_id, name: row.merged_name, identifier: row.merged_identifier },
  because: row.because,
  filled: Object.keys((row.before as unknown as Before).fields),
  on: row.on_day as unknown as LocalDate,
  by: toldIn(row.by_zone, actor, row.by_name),
  at: row.at as unknown as Instant,
  undone:
    row.undone_on === null
      ? null
      : {
          on: row.undone_on as unknown as LocalDate,
          by: toldIn(row.undone_in, actor, row.undone_by ?? ""),
          because: row.undone_because ?? "",
        },
  abilities: abilitiesOf(mergePolicy, actor, { undone: row.undone_on !== null }),
});

export const listMerges: DuplicateHandlers["listMerges"] = async ({ enterpriseId, cursor, limit }, { tx, actor }) => {
  const after = readMark(cursor, IdMark);
  let query = mergeQuery(tx)
    .orderBy("m.id", "desc")
    .limit(limit + 1);
  if (enterpriseId !== undefined)
    query = query.where((by) => by.or([by("m.kept_id", "=", enterpriseId), by("m.merged_id", "=", enterpriseId)]));
  if (after !== undefined) query = query.where("m.id", "<", after.id);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => presentMerge(row, actor)),
    next: rows.length > limit && last !== undefined ? makeMark({ id: last.id }) : null,
    total: null,
  };
};
