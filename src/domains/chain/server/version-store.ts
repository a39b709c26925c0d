import { sql } from "kysely";
import type { ChainContent, ChainEdge, ChainNode, VersionState } from "#domains/chain/contract/chain.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type VersionRecord = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly nameEn: string;
  readonly state: VersionState;
  readonly effectiveFrom: LocalDate;
  readonly basedOn: string | null;
  readonly note: string;
  readonly draftedOn: LocalDate;
  readonly draftedBy: string;
  readonly draftedByName: string;
  readonly authors: readonly string[];
  readonly approvedOn: LocalDate | null;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly version: number;
};

const columns = [
  "id",
  "number",
  "name",
  "name_en as nameEn",
  "state",
  "effective_from as effectiveFrom",
  "based_on as basedOn",
  "note",
  "drafted_on as draftedOn",
  "drafted_by as draftedBy",
  "drafted_by_name as draftedByName",
  "authors",
  "approved_on as approvedOn",
  "approved_by as approvedBy",
  "approved_by_name as approvedByName",
  "version",
] as const;

const versions = (tx: Tx) => tx.selectFrom("chain_version").select(columns).where("zone_id", "=", actorOf(tx).zoneId);

/** Newest first. */
export const listVersionRecords = async (tx: Tx): Promise<readonly VersionRecord[]> =>
  (await versions(tx).orderBy("number", "desc").execute()) as unknown as readonly VersionRecord[];

/** @throws AppError `chain.no-such-version`. */
export async function getVersion(tx: Tx, id: string): Promise<VersionRecord> {
  const row = await versions(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("chain.no-such-version", "not-found");
  return row as unknown as VersionRecord;
}

export type NewVersion = Pick<VersionRecord, "id" | "name" | "nameEn" | "effectiveFrom" | "basedOn" | "note" | "draftedOn">;

export async function insertVersion(tx: Tx, given: NewVersion): Promise<void> {
  const { zoneId, id: by, name: byName } = actorOf(tx);
  // Two drafts begun at once get two numbers: the zone's lock is held until the transaction ends.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chain-version ${zoneId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom("chain_version")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("zone_id", "=", zoneId)
    .executeTakeFirst();
  await tx
    .insertInto("chain_version")
    .values({
      zone_id: zoneId,
      id: given.id,
      number: Number(last?.number ?? 0) + 1,
      name: given.name,
      name_en: given.nameEn,
      effective_from: given.effectiveFrom,
      based_on: given.basedOn,
      note: given.note,
      drafted_on: given.draftedOn,
      drafted_by: by,
      drafted_by_name: byName,
      authors: [by],
    })
    .execute();
}

export type VersionChange = Partial<
  Pick<VersionRecord, "name" | "nameEn" | "effectiveFrom" | "note" | "state" | "approvedOn" | "approvedBy" | "approvedByName" | "authors">
>;

/** Writes a version with what changed of it. @throws AppError `record.changed` when somebody else was there between. */
export async function updateVersion(tx: Tx, row: VersionRecord, change: VersionChange): Promise<void> {
  const next = { ...row, ...change };
  const done = await tx
    .updateTable("chain_version")
    .set({
      name: next.name,
      name_en: next.nameEn,
      effective_from: next.effectiveFrom,
      note: next.note,
      state: next.state,
      approved_on: next.approvedOn,
      approved_by: next.approvedBy,
      approved_by_name: next.approvedByName,
      authors: [...next.authors],
      changed_at: recordedAt(tx),
      version: row.version + 1,
    })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) !== 1) throw new AppError("record.changed", "conflict");
}

export type StepRecord = {
  readonly versionId: string;
  readonly move: string;
  readonly reason: string | null;
  readonly on: LocalDate;
  readonly at: string;
  readonly by: string;
};

export async function appendVersionStep(tx: Tx, versionId: string, move: string, reason: string | null, on: LocalDate): Promise<void> {
  const { zoneId, id, name } = actorOf(tx);
  await tx
    .insertInto("chain_version_step")
    .values((by) => ({
      zone_id: zoneId,
      version_id: versionId,
      ordinal: by
        .selectFrom("chain_version_step")
        .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max("ordinal"), lit(0))} + 1`.as("next"))
        .where("zone_id", "=", zoneId)
        .where("version_id", "=", versionId),
      move,
      reason,
      happened_on: on,
      by: id,
      by_name: name,
    }))
    .execute();
}

/** Of one version or of all, in the order in which they were taken. */
export async function listVersionSteps(tx: Tx, versionId?: string): Promise<readonly StepRecord[]> {
  const rows = await tx
    .selectFrom("chain_version_step")
    .select(["version_id as versionId", "move", "reason", "happened_on as on", "recorded_at as at", "by_name as by"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .$if(versionId !== undefined, (query) => query.where("version_id", "=", versionId ?? ""))
    .orderBy("version_id")
    .orderBy("ordinal")
    .execute();
  return rows as unknown as readonly StepRecord[];
}

/** Nodes in the order of the page, edges in the order of their codes. */
export async function loadContent(tx: Tx, versionId: string): Promise<ChainContent> {
  const { zoneId } = actorOf(tx);
  const nodes = await tx
    .selectFrom("chain_node")
    .select(["code", "level", "parent", "name", "name_en as nameEn", "class_codes as classCodes", "products", "note"])
    .where("zone_id", "=", zoneId)
    .where("version_id", "=", versionId)
    .orderBy("ordinal")
    .orderBy("code")
    .execute();
  const edges = await tx
    .selectFrom("chain_edge")
    .select(["from_code as from", "to_code as to", "kind", "strength", "evidence"])
    .where("zone_id", "=", zoneId)
    .where("version_id", "=", versionId)
    .orderBy("from_code")
    .orderBy("to_code")
    .orderBy("kind")
    .execute();
  return { nodes: nodes as ChainNode[], edges: edges as ChainEdge[] };
}

/** Rows of one insert: far below the 65,535 parameters that a statement may have. */
const AT_ONCE = 2000;
const inBatches = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, place) => items.slice(place * AT_ONCE, (place + 1) * AT_ONCE));

/** Puts a whole content in the place of a draft's. */
export async function replaceContent(tx: Tx, versionId: string, { nodes, edges }: ChainContent): Promise<void> {
  const { zoneId } = actorOf(tx);
  await tx.deleteFrom("chain_edge").where("zone_id", "=", zoneId).where("version_id", "=", versionId).execute();
  await tx.deleteFrom("chain_node").where("zone_id", "=", zoneId).where("version_id", "=", versionId).execute();
  const placed = nodes.map((node, ordinal) => nodeValues(zoneId, versionId, node, ordinal + 1));
  for (const batch of inBatches(placed))
    await tx
      .insertInto("chain_node")
      .values([...batch])
      .execute();
  const joined = edges.map((edge) => edgeValues(zoneId, versionId, edge));
  for (const batch of inBatches(joined))
    await tx
      .insertInto("chain_edge")
      .values([...batch])
      .execute();
}

const nodeValues = (zoneId: string, versionId: string, node: ChainNode, ordinal: number) => ({
  zone_id: zoneId,
  version_id: versionId,
  code: node.code,
  level: node.level,
  parent: node.parent,
  ordinal,
  name: node.name,
  name_en: node.nameEn,
  class_codes: node.classCodes,
  products: node.products,
  note: node.note,
});
const edgeValues = (zoneId: string, versionId: string, { from, to, kind, strength, evidence }: ChainEdge) => ({
  zone_id: zoneId,
  version_id: versionId,
  from_code: from,
  to_code: to,
  kind,
  strength,
  evidence,
});

/** Adds one node behind the others, or writes one anew in its place. */
export async function putNode(tx: Tx, versionId: string, node: ChainNode): Promise<void> {
  const { zoneId } = actorOf(tx);
  const { ordinal: _, zone_id: __, version_id: ___, code: ____, ...told } = nodeValues(zoneId, versionId, node, 0);
  const done = await tx
    .updateTable("chain_node")
    .set(told)
    .where("zone_id", "=", zoneId)
    .where("version_id", "=", versionId)
    .where("code", "=", node.code)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 1) return;
  const last = await tx
    .selectFrom("chain_node")
    .select(({ fn }) => fn.max("ordinal").as("ordinal"))
    .where("zone_id", "=", zoneId)
    .where("version_id", "=", versionId)
    .executeTakeFirst();
  await tx
    .insertInto("chain_node")
    .values(nodeValues(zoneId, versionId, node, Number(last?.ordinal ?? 0) + 1))
    .execute();
}

/** With their edges. */
export async function deleteNodes(tx: Tx, versionId: string, codes: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("chain_node")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("version_id", "=", versionId)
    .where("code", "in", [...codes])
    .execute();
}

/** Gives nodes their places by the order of the list; the others keep theirs. */
export async function placeNodes(tx: Tx, versionId: string, codes: readonly string[]): Promise<void> {
  await sql`update chain_node as n set ordinal = o.place from unnest(${[...codes]}::text[]) with ordinality as o(code, place)
    where n.zone_id = ${actorOf(tx).zoneId} and n.version_id = ${versionId} and n.code = o.code`.execute(tx);
}

export async function putEdge(tx: Tx, versionId: string, edge: ChainEdge): Promise<void> {
  await tx
    .insertInto("chain_edge")
    .values(edgeValues(actorOf(tx).zoneId, versionId, edge))
    .onConflict((conflict) =>
      conflict
        .columns(["zone_id", "version_id", "from_code", "to_code", "kind"])
        .doUpdateSet({ strength: edge.strength, evidence: edge.evidence }),
    )
    .execute();
}

/** @returns whether there was one. */
export async function deleteEdge(tx: Tx, versionId: string, { from, to, kind }: Pick<ChainEdge, "from" | "to" | "kind">): Promise<boolean> {
  const done = await tx
    .deleteFrom("chain_edge")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("version_id", "=", versionId)
    .where("from_code", "=", from)
    .where("to_code", "=", to)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return Number(done.numDeletedRows) === 1;
}

export type VersionCounts = {
  readonly industry: number;
  readonly field: number;
  readonly direction: number;
  readonly node: number;
  readonly edges: number;
};

/** How many nodes of each level and how many edges, of one version or of all. */
export async function countContents(tx: Tx, versionId?: string): Promise<ReadonlyMap<string, VersionCounts>> {
  const { zoneId } = actorOf(tx);
  const nodes = await tx
    .selectFrom("chain_node")
    .select(({ fn }) => ["version_id", "level", fn.countAll<string>().as("count")])
    .where("zone_id", "=", zoneId)
    .$if(versionId !== undefined, (query) => query.where("version_id", "=", versionId ?? ""))
    .groupBy(["version_id", "level"])
    .execute();
  const edges = await tx
    .selectFrom("chain_edge")
    .select(({ fn }) => ["version_id", fn.countAll<string>().as("count")])
    .where("zone_id", "=", zoneId)
    .$if(versionId !== undefined, (query) => query.where("version_id", "=", versionId ?? ""))
    .groupBy("version_id")
    .execute();
  const counts = new Map<string, { industry: number; field: number; direction: number; node: number; edges: number }>();
  const of = (id: string) => {
    const there = counts.get(id) ?? { industry: 0, field: 0, direction: 0, node: 0, edges: 0 };
    counts.set(id, there);
    return there;
  };
  for (const row of nodes) of(row.version_id)[row.level as "industry"] = Number(row.count);
  for (const row of edges) of(row.version_id).edges = Number(row.count);
  return counts;
}
