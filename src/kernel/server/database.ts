import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { CopyIn } from "#kernel/server/copy-rows.ts";
import type { DB } from "../../../db/database-types.ts";

export type { DB, Json, JsonValue } from "../../../db/database-types.ts";
/** Inside one unit of work. Rows have the column names of the schema; jsonb is given as text: `JSON.stringify(value)`. */
export type Tx = Transaction<DB>;

/** The zone of what belongs to no zone: the platform's own journal and settings. */
export const SYSTEM_ZONE_ID = "00000000-0000-7000-8000-000000000000";

const { builtins } = pg.types;
// Instants leave as ISO 8601 in UTC, days as written, exact decimals and 64-bit integers as text: nothing is rounded on the way.
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.DATE, (text) => text],
  [builtins.NUMERIC, (text) => text],
  [builtins.INT8, (text) => text],
  [1182, (text) => (text === "{}" ? [] : text.slice(1, -1).split(","))],
]);
export const rowParsers = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    PARSERS.get(oid) ?? (format === "binary" ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid)),
};

export type PoolOptions = {
  readonly max?: number;
  readonly statementTimeoutMs?: number;
  /** The group whose rights the connections take on, of those that the login belongs to; the application's when nothing is said. */
  readonly role?: "yuanshu_application" | "yuanshu_worker";
};

export function createPool(url: string, name: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `yuanshu ${name}`,
    max: options.max ?? 16,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 120_000,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    types: rowParsers,
    // One login may own the tables and belong to every group, on a server of one's own: its connections still have one group's rights.
    options: `-c role=${options.role ?? "yuanshu_application"}`,
  });
  survive(pool);
  return pool;
}

/** Without listeners, a connection that the server closes ends the process: an idle one by the pool, one in use by itself. */
export function survive(pool: pg.Pool): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
}

export const createQueries = (pool: pg.Pool): Kysely<DB> => new Kysely<DB>({ dialect: new PostgresDialect({ pool, cursor: CopyIn }) });
