import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { AppError } from "#kernel/app-error.ts";

export type Migration = { readonly file: string; readonly sql: string; readonly checksum: string };

const NAME = /^\d{14}-[a-z]+(-[a-z0-9]+)*\.sql$/;
const LOCK = 7_300_003;

/**
 * Applies what is new in the folder, in the order of the names, each in a transaction of its own, while nobody else migrates.
 * `through`: the last to be applied, for the schema as it was then.
 * @returns the files that were applied now.
 * @throws AppError when an applied file was changed or is gone, a new one is dated before the last applied, or one fails.
 */
export async function migrate(ownerUrl: string, folder: string, through?: string): Promise<readonly string[]> {
  const migrations = (await readMigrations(folder)).filter(({ file }) => through === undefined || file <= through);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "yuanshu migration" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(`create table if not exists migration (
      file text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const applied = (await client.query<{ file: string; checksum: string }>("select file, checksum from migration order by file")).rows;
    const waiting = findWaiting(migrations, applied);
    for (const migration of waiting) await apply(client, migration);
    return waiting.map((migration) => migration.file);
  } finally {
    await client.end();
  }
}

/** @throws AppError `restore.other-program` unless the folder holds each of these as it was applied. */
export async function requireKnown(folder: string, applied: readonly Pick<Migration, "file" | "checksum">[]): Promise<void> {
  const known = new Map((await readMigrations(folder)).map(({ file, checksum }) => [file, checksum]));
  const strange = applied.find(({ file, checksum }) => known.get(file) !== checksum);
  if (strange) throw new AppError("restore.other-program", "conflict", { file: strange.file });
}

/** The names of what the folder holds, in their order. */
export const listMigrations = async (folder: string): Promise<readonly string[]> => (await readMigrations(folder)).map(({ file }) => file);

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const misnamed = files.find((file) => !NAME.test(file));
  if (misnamed) throw new AppError("database.migration-name", "invalid", { file: misnamed });
  return Promise.all(
    files.map(async (file) => {
      const sql = (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n");
      return { file, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

function findWaiting(migrations: readonly Migration[], applied: readonly { file: string; checksum: string }[]): readonly Migration[] {
  const byFile = new Map(migrations.map((migration) => [migration.file, migration]));
  for (const { file, checksum } of applied) {
    const migration = byFile.get(file);
    if (!migration) throw new AppError("database.migration-missing", "conflict", { file });
    if (migration.checksum !== checksum) throw new AppError("database.migration-changed", "conflict", { file });
  }
  const last = applied.at(-1)?.file ?? "";
  const waiting = migrations.filter((migration) => !applied.some(({ file }) => file === migration.file));
  const late = waiting.find(({ file }) => file < last);
  if (late) throw new AppError("database.migration-late", "conflict", { file: late.file, applied: last });
  return waiting;
}

async function apply(client: pg.Client, { file, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into migration (file, checksum) values ($1, $2)", [file, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    const { message, position } = error as pg.DatabaseError;
    const line = position === undefined ? 1 : sql.slice(0, Number(position)).split("\n").length;
    throw new AppError("database.migration-failed", "unavailable", { file, line, reason: message });
  }
}
