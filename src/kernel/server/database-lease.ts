import pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { codeOf, isConnectionLost } from "#kernel/server/connection-errors.ts";

/**
 * Who uses the embedded database is known to the database itself: everyone holds a shared advisory lock on a connection of their own.
 * Unlike a file, it cannot outlive a process that was killed.
 */
export type Lease = { readonly client: pg.Client; readonly port: number; readonly alone: boolean; readonly lost: Promise<void> };

const PRESENT = 7_300_001;
const THE_SERVER = 7_300_002;

/** @returns undefined when the server was just stopping or is not up: try again. */
export async function takeLease(ownerUrl: string, port: number, as: "server" | "guest", dataDir: string): Promise<Lease | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "yuanshu lease", keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [PRESENT]);
    if (as === "server") {
      const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [THE_SERVER]);
      if (!rows[0]?.got) throw new AppError("database.second-server", "conflict", { folder: dataDir });
    }
    const { rows } = await client.query<{ holders: string }>(
      "select count(*) as holders from pg_locks where locktype = 'advisory' and objid = $1",
      [PRESENT],
    );
    return { client, port, alone: rows[0]?.holders === "1", lost };
  } catch (error) {
    await client.end().catch(() => {});
    if (isConnectionLost(error) || codeOf(error) === "3D000") return undefined;
    throw error;
  }
}

/** @returns true when nobody else is left: then the caller stops PostgreSQL, and whoever comes meanwhile waits and starts it again. */
export async function closeLease(lease: Lease): Promise<boolean> {
  try {
    await lease.client.query("select pg_advisory_unlock_shared($1)", [PRESENT]);
    const { rows } = await lease.client.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [PRESENT]);
    if (rows[0]?.last) return true;
    await lease.client.end();
    return false;
  } catch (error) {
    if (isConnectionLost(error) || /not queryable|Connection terminated/.test(String(error))) return false;
    throw error;
  }
}
