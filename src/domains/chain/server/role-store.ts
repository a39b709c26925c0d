import { v7 } from "uuid";
import type { Carrier, ChainRole } from "#domains/chain/contract/role.ts";
import { rolePolicy } from "#domains/chain/rules/chain-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const roleColumns = [
  "id",
  "node",
  "kind",
  "name",
  "office",
  "enterprise_id as enterpriseId",
  "from_on as from",
  "until_on as until",
  "version",
] as const;

const roles = (tx: Tx) => tx.selectFrom("chain_role").select(roleColumns).where("zone_id", "=", actorOf(tx).zoneId);

const presentRole = (tx: Tx, row: unknown): ChainRole => {
  const role = row as Omit<ChainRole, "abilities">;
  return { ...role, abilities: abilitiesOf(rolePolicy, actorOf(tx), role) };
};

/** Held on a day, chiefs first; of some nodes or of all. */
export async function rolesOf(tx: Tx, asOf: LocalDate, nodes?: readonly string[]): Promise<ChainRole[]> {
  if (nodes?.length === 0) return [];
  const rows = await roles(tx)
    .where("from_on", "<=", asOf)
    .where((by) => by.or([by("until_on", "is", null), by("until_on", ">", asOf)]))
    .$if(nodes !== undefined, (query) => query.where("node", "in", [...(nodes ?? [])]))
    .orderBy("kind")
    .orderBy("node")
    .orderBy("from_on")
    .execute();
  return rows.map((row) => presentRole(tx, row));
}

/** @throws AppError `chain.no-such-role`. */
export async function getRole(tx: Tx, id: string): Promise<ChainRole> {
  const row = await roles(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("chain.no-such-role", "not-found");
  return presentRole(tx, row);
}

export type NewRole = Pick<ChainRole, "node" | "kind" | "name" | "office" | "enterpriseId" | "from"> & {
  readonly personId: string | null;
  readonly enterpriseKey: string | null;
  readonly on: LocalDate;
};

export async function insertRole(tx: Tx, role: NewRole): Promise<string> {
  const { zoneId, id: by, name } = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("chain_role")
    .values({
      zone_id: zoneId,
      id,
      node: role.node,
      kind: role.kind,
      person_id: role.personId,
      enterprise_id: role.enterpriseId,
      enterprise_key: role.enterpriseKey,
      name: role.name,
      office: role.office,
      from_on: role.from,
      recorded_on: role.on,
      by,
      by_name: name,
    })
    .execute();
  return id;
}

/** @throws AppError `record.changed`. */
export async function endRoleOn(tx: Tx, role: ChainRole, until: LocalDate): Promise<void> {
  const done = await tx
    .updateTable("chain_role")
    .set({ until_on: until, version: role.version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", role.id)
    .where("version", "=", role.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) !== 1) throw new AppError("record.changed", "conflict");
}

const carrierColumns = ["id", "name", "kind", "rank", "nodes", "from_on as from", "until_on as until", "note", "version"] as const;

const carriers = (tx: Tx) => tx.selectFrom("chain_carrier").select(carrierColumns).where("zone_id", "=", actorOf(tx).zoneId);

/** There on a day; those that serve one of some nodes, or all. National ones first. */
export async function carriersOf(tx: Tx, asOf: LocalDate, nodes?: readonly string[]): Promise<Carrier[]> {
  const rows = await carriers(tx)
    .where("from_on", "<=", asOf)
    .where((by) => by.or([by("until_on", "is", null), by("until_on", ">", asOf)]))
    .orderBy("name")
    .execute();
  const wanted = nodes === undefined ? undefined : new Set(nodes);
  const ranks = ["national", "provincial", "municipal", "zone"];
  return (rows as unknown as Carrier[])
    .filter((carrier) => wanted === undefined || carrier.nodes.some((code) => wanted.has(code)))
    .sort((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank));
}

/** @throws AppError `chain.no-such-carrier`. */
export async function getCarrier(tx: Tx, id: string): Promise<Carrier> {
  const row = await carriers(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("chain.no-such-carrier", "not-found");
  return row as unknown as Carrier;
}

export type CarrierFields = Omit<Carrier, "id" | "version">;

export const carrierNamed = (tx: Tx, name: string) => carriers(tx).where("name", "=", name).executeTakeFirst();

/** Adds one, or writes one anew. @throws AppError `record.changed`. */
export async function putCarrier(tx: Tx, fields: CarrierFields, on: LocalDate, was: Carrier | undefined): Promise<string> {
  const { zoneId, id: by, name } = actorOf(tx);
  const values = {
    name: fields.name,
    kind: fields.kind,
    rank: fields.rank,
    nodes: fields.nodes,
    from_on: fields.from,
    until_on: fields.until,
    note: fields.note,
    changed_on: on,
    by,
    by_name: name,
  };
  if (was === undefined) {
    const id = v7();
    await tx
      .insertInto("chain_carrier")
      .values({ zone_id: zoneId, id, ...values })
      .execute();
    return id;
  }
  const done = await tx
    .updateTable("chain_carrier")
    .set({ ...values, version: was.version + 1 })
    .where("zone_id", "=", zoneId)
    .where("id", "=", was.id)
    .where("version", "=", was.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) !== 1) throw new AppError("record.changed", "conflict");
  return was.id;
}
