import pg from "pg";
import type { FileStore } from "#kernel/server/files.ts";

export type RemovedZone = { readonly personIds: readonly string[] };

/**
 * Takes a whole zone out of the database, its journal included: only for the sample zone, only as the embedded database's superuser.
 * Tables that refer to one another go in the order in which the references allow it.
 * @returns the people whose accounts are to go as well.
 */
export async function removeZone(adminUrl: string, zoneId: string, store: FileStore): Promise<RemovedZone> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("begin");
    const tables = (
      await client.query<{ name: string }>(
        `select format('%I', c.table_name) name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and c.column_name = 'zone_id' and t.table_type = 'BASE TABLE'`,
      )
    ).rows.map((row) => row.name);
    const files = await client.query<{ hash: string }>("select hash from file where zone_id = $1", [zoneId]);
    const people = await client.query<{ id: string }>("select id from person where zone_id = $1", [zoneId]);
    let left = tables;
    while (left.length > 0) {
      const blocked = await deleteWhereAllowed(client, left, zoneId);
      if (blocked.length === left.length) throw new Error(`These tables refer to one another in a ring: ${blocked.join(", ")}`);
      left = blocked;
    }
    await client.query("delete from region where source = 'sample'");
    await client.query("delete from zone where id = $1", [zoneId]);
    await client.query("commit");
    for (const { hash } of files.rows) await store.remove(zoneId, hash);
    return { personIds: people.rows.map((row) => row.id) };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function deleteWhereAllowed(client: pg.Client, tables: readonly string[], zoneId: string): Promise<string[]> {
  const blocked: string[] = [];
  for (const table of tables) {
    await client.query("savepoint before_table");
    try {
      await client.query(`delete from ${table} where zone_id = $1`, [zoneId]);
      await client.query("release savepoint before_table");
    } catch (error) {
      await client.query("rollback to savepoint before_table");
      if ((error as { code?: string }).code !== "23503") throw error;
      blocked.push(table);
    }
  }
  return blocked;
}
