import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { AppError } from "#kernel/app-error.ts";
import { type Frame, jsonFrame, writeArchive } from "#kernel/server/backup/archive.ts";
import { listTables, Proof, readTable } from "#kernel/server/backup/copy-table.ts";
import type { Beginning, Manifest, TableProof } from "#kernel/server/backup/manifest.ts";
import { createFolderStore } from "#kernel/server/files.ts";

export type BackUp = {
  /** A login that sees every row: the embedded database's superuser, or one with BYPASSRLS. */
  readonly readerUrl: string;
  readonly dataDir: string;
  readonly path: string;
  readonly passphrase: string | undefined;
  readonly program: string;
  readonly now: Date;
  /** Tables only, where the files stay where they are. */
  readonly withoutFiles?: boolean;
};
export type BackedUp = {
  readonly path: string;
  readonly bytes: number;
  readonly sealed: boolean;
  readonly secret: boolean;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly missingFiles: readonly string[];
};

export const filesIn = (dataDir: string): string => join(dataDir, "files");
export const secretIn = (dataDir: string): string => join(dataDir, "session-secret");

/** One file that holds everything: all tables as of one moment, all files, and in a sealed one the secret. The platform goes on working meanwhile. */
export async function backUp(given: BackUp): Promise<BackedUp> {
  const client = new pg.Client({ connectionString: given.readerUrl, application_name: "yuanshu backup", options: "-c search_path=public" });
  client.on("error", () => {});
  await client.connect();
  const told: { manifest?: Manifest } = {};
  try {
    await requireAllRows(client);
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0");
    await client.query("set local idle_in_transaction_session_timeout = 0");
    const bytes = await writeArchive(given.path, given.passphrase, framesOf(client, given, told));
    const manifest = told.manifest as Manifest;
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      path: given.path,
      bytes,
      sealed: given.passphrase !== undefined,
      secret: manifest.secret,
      tables: manifest.tables.length,
      rows,
      files: manifest.files.count,
      missingFiles: manifest.missingFiles,
    };
  } finally {
    await client.end().catch(() => {});
  }
}

/** Row-level security would leave rows out without a word. */
async function requireAllRows(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ all: boolean; login: string }>(
    "select rolsuper or rolbypassrls as all, current_user::text login from pg_roles where rolname = current_user",
  );
  const { rows: made } = await client.query<{ made: boolean }>("select to_regclass('public.migration') is not null made");
  if (!made[0]?.made) throw new AppError("backup.nothing", "not-found");
  if (!rows[0]?.all) throw new AppError("backup.login", "forbidden", { login: rows[0]?.login ?? "" });
}

async function* framesOf(
  client: pg.Client,
  { dataDir, program, passphrase, now, withoutFiles = false }: BackUp,
  told: { manifest?: Manifest },
): AsyncGenerator<Frame> {
  const migrations = (await client.query<{ file: string; checksum: string }>("select file, checksum from migration order by file")).rows;
  const { rows: version } = await client.query<{ server_version: string }>("show server_version");
  const beginning: Beginning = { format: 1, createdAt: now.toISOString(), program, postgres: version[0]?.server_version ?? "", migrations };
  yield jsonFrame("B", beginning);

  const tables: TableProof[] = [];
  for (const table of await listTables(client)) {
    const { key: _, ...entry } = table;
    yield jsonFrame("E", entry);
    const proof = new Proof();
    for await (const piece of readTable(client, table)) {
      proof.add(piece);
      yield { kind: "D", bytes: piece };
    }
    tables.push(proof.of(table));
  }
  const sequences = (
    await client.query<Manifest["sequences"][number]>(
      `select schemaname::text schema, sequencename::text name, coalesce(last_value, start_value)::text value, last_value is not null called from pg_sequences where schemaname !~ '^pg_'`,
    )
  ).rows;
  const journals = (
    await client.query<Manifest["journals"][number]>(
      'select zone_id::text zone, sequence::integer entries, hash "lastHash" from journal_head order by zone_id',
    )
  ).rows;
  const named = (await client.query<{ zone: string; hash: string }>("select zone_id::text zone, hash from file")).rows;

  // Files lie under their hash and never change: those of the snapshot are all there, and newer ones do no harm.
  const store = createFolderStore(filesIn(dataDir));
  const stored = new Set<string>();
  let fileBytes = 0;
  for (const { zoneId, hash } of withoutFiles ? [] : await listStored(filesIn(dataDir))) {
    yield jsonFrame("E", { entry: "file", zoneId, hash });
    for await (const piece of await store.read(zoneId, hash)) {
      fileBytes += (piece as Buffer).length;
      yield { kind: "D", bytes: piece as Buffer };
    }
    stored.add(`${zoneId}/${hash}`);
  }
  const secret = passphrase === undefined ? undefined : await readFile(secretIn(dataDir)).catch(() => undefined);
  if (secret) {
    yield jsonFrame("E", { entry: "secret" });
    yield { kind: "D", bytes: secret };
  }
  const missingFiles = (withoutFiles ? [] : named).map(({ zone, hash }) => `${zone}/${hash}`).filter((path) => !stored.has(path));
  told.manifest = {
    tables,
    sequences,
    journals,
    files: { count: stored.size, bytes: fileBytes },
    missingFiles,
    secret: secret !== undefined,
  };
  yield jsonFrame("M", told.manifest);
}

const HASH = /^[0-9a-f]{64}$/;
const ZONE = /^[0-9a-f-]{36}$/;

async function listStored(folder: string): Promise<readonly { readonly zoneId: string; readonly hash: string }[]> {
  const found: { zoneId: string; hash: string }[] = [];
  for (const zoneId of (await readdir(folder).catch(() => [])).filter((name) => ZONE.test(name)).sort())
    for (const part of (await readdir(join(folder, zoneId))).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort())
      for (const hash of (await readdir(join(folder, zoneId, part))).filter((name) => HASH.test(name)).sort())
        if ((await stat(join(folder, zoneId, part, hash))).isFile()) found.push({ zoneId, hash });
  return found;
}
