import { sql } from "kysely";
import type { PlacementReason, PlacementState, Presence } from "#domains/chain/contract/placement.ts";
import { enterpriseKey } from "#domains/chain/rules/enterprise-key.ts";
import type { Standing } from "#domains/chain/rules/strength.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type PlacementRecord = {
  readonly id: string;
  readonly node: string;
  readonly key: string;
  readonly enterpriseId: string | null;
  readonly enterprise: string;
  readonly uscc: string | null;
  readonly state: PlacementState;
  readonly score: number | null;
  readonly reasons: readonly PlacementReason[];
  readonly presence: Presence;
  readonly leading: boolean;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly proposedOn: LocalDate;
  readonly proposedBy: string;
  readonly decidedOn: LocalDate | null;
  readonly decidedBy: string | null;
  readonly note: string;
  readonly version: number;
};

const columns = [
  "id",
  "node",
  "enterprise_key as key",
  "enterprise_id as enterpriseId",
  "enterprise_name as enterprise",
  "uscc",
  "state",
  "score",
  "reasons",
  "presence",
  "is_leading as leading",
  "from_on as from",
  "until_on as until",
  "proposed_on as proposedOn",
  "proposed_by_name as proposedBy",
  "decided_on as decidedOn",
  "decided_by_name as decidedBy",
  "note",
  "version",
] as const;

const placements = (tx: Tx) => tx.selectFrom("chain_placement").select(columns).where("zone_id", "=", actorOf(tx).zoneId);

const recordOf = (row: unknown): PlacementRecord => {
  const told = row as PlacementRecord & { readonly score: unknown };
  return { ...told, score: told.score === null ? null : Number(told.score) };
};

/** @throws AppError `chain.no-such-placement`. */
export async function getPlacement(tx: Tx, id: string): Promise<PlacementRecord> {
  const row = await placements(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("chain.no-such-placement", "not-found");
  return recordOf(row);
}

export async function findPlacement(tx: Tx, node: string, key: string): Promise<PlacementRecord | undefined> {
  const row = await placements(tx).where("node", "=", node).where("enterprise_key", "=", key).executeTakeFirst();
  return row === undefined ? undefined : recordOf(row);
}

/** Confirmed first, then what waits by its score; rejected ones are left out. */
export async function listPlacementsOn(tx: Tx, nodes: readonly string[], most: number): Promise<readonly PlacementRecord[]> {
  if (nodes.length === 0) return [];
  const rows = await placements(tx)
    .where("node", "in", [...nodes])
    .where("state", "<>", "REJECTED")
    .orderBy("state")
    .orderBy("is_leading", "desc")
    .orderBy("score", "desc")
    .orderBy("enterprise_name")
    .limit(most)
    .execute();
  return rows.map(recordOf);
}

export type PlacementFilter = {
  readonly state?: PlacementState | undefined;
  readonly nodes?: readonly string[] | undefined;
  readonly presence?: Presence | undefined;
  readonly q?: string | undefined;
  readonly enterprise?: string | undefined;
};

/** By score downwards, then by id: the order in which a person goes through them. */
export async function searchPlacements(
  tx: Tx,
  { state, nodes, presence, q, enterprise }: PlacementFilter,
  page: { readonly skip: number; readonly limit: number },
): Promise<{ readonly rows: readonly PlacementRecord[]; readonly total: number }> {
  let query = tx.selectFrom("chain_placement").where("zone_id", "=", actorOf(tx).zoneId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (nodes !== undefined) query = query.where("node", "in", nodes.length === 0 ? [""] : [...nodes]);
  if (presence !== undefined) query = query.where("presence", "=", presence);
  if (q !== undefined && q !== "") query = query.where("enterprise_name", "like", `%${q.replace(/[\\%_]/g, "\\$&")}%`);
  if (enterprise !== undefined)
    query = query.where("enterprise_id", "in", (from) =>
      from
        .selectFrom("enterprise")
        .select("id")
        .where((by) => by.or([by("id", "=", enterprise), by("merged_into", "=", enterprise)])),
    );
  const counted = await query.select(({ fn }) => fn.countAll<string>().as("count")).executeTakeFirstOrThrow();
  const rows = await query
    .select(columns)
    .orderBy("score", (order) => order.desc().nullsLast())
    .orderBy("id")
    .offset(page.skip)
    .limit(page.limit)
    .execute();
  return { rows: rows.map(recordOf), total: Number(counted.count) };
}

export type Named = { readonly id: string | null; readonly uscc: string | null; readonly name: string; readonly key: string };

type Told = { readonly name: string; readonly uscc?: string | undefined };

/**
 * Who is meant: an enterprise of the register by its credit code, or by a name that is one's alone there; otherwise known here by code or name.
 * @throws AppError `chain.uscc` for a code that is none.
 */
export async function identify(tx: Tx, given: Told): Promise<Named> {
  const [found] = await identifyAll(tx, [given]);
  if (found instanceof AppError) throw found;
  return found as Named;
}

/** The same for many at once, in their order; in the place of one that cannot be, its refusal. */
export async function identifyAll(tx: Tx, given: readonly Told[]): Promise<readonly (Named | AppError)[]> {
  const told = given.map(({ name, uscc }) => ({ name, uscc: uscc === undefined || uscc === "" ? null : normaliseUscc(uscc) }));
  const codes = told.flatMap(({ uscc }) => uscc ?? []);
  const names = told.flatMap(({ name, uscc }) => (uscc === null ? [name] : []));
  const rows = await tx
    .selectFrom("enterprise")
    .select(["name", "identifier", sql<string>`coalesce(merged_into, id)`.as("id")])
    .where((by) => by.or([by("identifier", "=", sql<string>`any(${codes}::text[])`), by("name", "=", sql<string>`any(${names}::text[])`)]))
    .execute();
  const byCode = new Map(rows.map((row) => [row.identifier, row.id]));
  const byName = Map.groupBy(rows, (row) => row.name);
  const idsOf = (name: string) => new Set((byName.get(name) ?? []).map((row) => row.id));
  return told.map(({ name, uscc }) => {
    if (uscc !== null && !isUscc(uscc)) return new AppError("chain.uscc", "invalid", { uscc: uscc.slice(0, 40) });
    const [only, ...others] = idsOf(name);
    const id = uscc !== null ? (byCode.get(uscc) ?? null) : others.length === 0 ? (only ?? null) : null;
    return { id, uscc, name, key: enterpriseKey({ id, uscc, name }) };
  });
}

/** Which enterprises stand on which nodes already, whatever became of them. */
export async function placedKeys(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("chain_placement")
    .select(["node", "enterprise_key"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .execute();
  return new Set(rows.map((row) => `${row.node}\n${row.enterprise_key}`));
}

export type NewPlacement = {
  readonly id: string;
  readonly node: string;
  readonly enterprise: Named;
  readonly state: "PROPOSED" | "CONFIRMED";
  readonly score: number | null;
  readonly reasons: readonly PlacementReason[];
  readonly basis: Readonly<Record<string, unknown>>;
  readonly presence: Presence;
  readonly leading: boolean;
  readonly from: LocalDate | null;
  readonly on: LocalDate;
  readonly note: string;
};

/** Those that are not there yet; a place that a person has refused before is not asked about again. @returns how many were new. */
export async function insertPlacements(tx: Tx, given: readonly NewPlacement[]): Promise<number> {
  const { zoneId, id: by, name } = actorOf(tx);
  let added = 0;
  for (let start = 0; start < given.length; start += 1000) {
    const done = await tx
      .insertInto("chain_placement")
      .values(
        given.slice(start, start + 1000).map((one) => ({
          zone_id: zoneId,
          id: one.id,
          node: one.node,
          enterprise_key: one.enterprise.key,
          enterprise_id: one.enterprise.id,
          enterprise_name: one.enterprise.name,
          uscc: one.enterprise.uscc,
          state: one.state,
          score: one.score?.toFixed(3) ?? null,
          reasons: JSON.stringify(one.reasons),
          basis: JSON.stringify(one.basis),
          presence: one.presence,
          is_leading: one.leading,
          from_on: one.from,
          proposed_on: one.on,
          proposed_by: by,
          proposed_by_name: name,
          note: one.note,
          ...(one.state === "CONFIRMED" ? { decided_on: one.on, decided_by: by, decided_by_name: name } : {}),
        })),
      )
      .onConflict((conflict) => conflict.columns(["zone_id", "node", "enterprise_key"]).doNothing())
      .executeTakeFirst();
    added += Number(done.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

export type PlacementChange = Partial<Pick<PlacementRecord, "state" | "presence" | "leading" | "from" | "until" | "note" | "decidedOn">>;

/** @throws AppError `record.changed` when somebody else was there between. */
export async function updatePlacement(tx: Tx, row: PlacementRecord, change: PlacementChange): Promise<void> {
  const { zoneId, id: by, name } = actorOf(tx);
  const next = { ...row, ...change };
  const done = await tx
    .updateTable("chain_placement")
    .set({
      state: next.state,
      presence: next.presence,
      is_leading: next.leading,
      from_on: next.from,
      until_on: next.until,
      note: next.note,
      ...(change.decidedOn ? { decided_on: change.decidedOn, decided_by: by, decided_by_name: name } : {}),
      version: row.version + 1,
    })
    .where("zone_id", "=", zoneId)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) !== 1) throw new AppError("record.changed", "conflict");
}

export type Example = {
  readonly id: string;
  readonly code: string;
  readonly names: readonly string[];
  readonly products: readonly string[];
};

/** Confirmed placements with what the enterprise makes: from these it can be learned what belongs where. */
export async function loadExamples(tx: Tx): Promise<readonly Example[]> {
  const rows = await tx
    .selectFrom("chain_placement")
    .select(["id", "node", "enterprise_name", "basis"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "=", "CONFIRMED")
    .orderBy("id")
    .execute();
  return rows.map((row) => {
    const { products = [], segments = [] } = row.basis as { readonly products?: readonly string[]; readonly segments?: readonly string[] };
    return { id: row.id, code: row.node, names: [row.enterprise_name], products: [...products, ...segments] };
  });
}

/** Who stood where on a day, as far as it was confirmed by then; a 链主 of a node leads there and above. */
export async function loadStandings(tx: Tx, asOf: LocalDate): Promise<readonly Standing[]> {
  const { zoneId } = actorOf(tx);
  const rows = await tx
    .selectFrom("chain_placement")
    .select(["node", "enterprise_key as enterprise", "presence", "is_leading as leading", "from_on as from", "until_on as until"])
    .where("zone_id", "=", zoneId)
    .where("state", "=", "CONFIRMED")
    .where("decided_on", "<=", asOf)
    .execute();
  const firms = await tx
    .selectFrom("chain_role")
    .select("enterprise_key as enterprise")
    .where("zone_id", "=", zoneId)
    .where("kind", "=", "leader_firm")
    .where("from_on", "<=", asOf)
    .where((by) => by.or([by("until_on", "is", null), by("until_on", ">", asOf)]))
    .execute();
  const leads = new Set(firms.map(({ enterprise }) => enterprise));
  return rows.map((row) => ({ ...(row as Standing), leading: row.leading || leads.has(row.enterprise) }));
}

/** Who of the register was confirmed where, of some enterprises or of all. */
export async function loadPlaced(
  tx: Tx,
  only?: readonly string[],
): Promise<readonly { readonly enterpriseId: string; readonly node: string; readonly until: LocalDate | null }[]> {
  let query = tx
    .selectFrom("chain_placement")
    .select(["enterprise_id as enterpriseId", "node", "until_on as until"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "=", "CONFIRMED")
    .where("enterprise_id", "is not", null);
  if (only !== undefined) query = query.where("enterprise_id", "=", sql<string>`any(${only}::uuid[])`);
  return (await query.execute()) as { enterpriseId: string; node: string; until: LocalDate | null }[];
}

export type NodeCounts = { readonly preparing: number; readonly elsewhere: number; readonly proposed: number };

/** Of each node, who is on the way, who could be won, and what waits for a person. */
export async function countPlacements(tx: Tx): Promise<ReadonlyMap<string, NodeCounts>> {
  const rows = await tx
    .selectFrom("chain_placement")
    .select(({ fn }) => ["node", "state", "presence", fn.countAll<string>().as("count")])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "<>", "REJECTED")
    .where("until_on", "is", null)
    .groupBy(["node", "state", "presence"])
    .execute();
  const counts = new Map<string, { preparing: number; elsewhere: number; proposed: number }>();
  for (const { node, state, presence, count } of rows) {
    const there = counts.get(node) ?? { preparing: 0, elsewhere: 0, proposed: 0 };
    counts.set(node, there);
    if (state === "PROPOSED") there.proposed += Number(count);
    else if (presence === "preparing" || presence === "elsewhere") there[presence] += Number(count);
  }
  return counts;
}
