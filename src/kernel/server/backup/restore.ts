import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { AppError } from "#kernel/app-error.ts";
import { type Frame, readArchive } from "#kernel/server/backup/archive.ts";
import { filesIn, secretIn } from "#kernel/server/backup/back-up.ts";
import { columnNames, listTables, Proof, proveTable, tableName } from "#kernel/server/backup/copy-table.ts";
import type { Beginning, Entry, FileEntry, Manifest, TableProof } from "#kernel/server/backup/manifest.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { createFolderStore } from "#kernel/server/files.ts";

export type Restore = {
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly path: string;
  readonly passphrase: string | undefined;
  /** Brings an empty database to the schema that the backup was read from. @throws AppError when this program does not know one of its migrations. */
  readonly prepare: (beginning: Beginning) => Promise<void>;
};
export type Restored = { readonly beginning: Beginning; readonly manifest: Manifest; readonly rows: number };

/**
 * Puts a backup into an empty database: rows, files and where it was sealed the secret. Every entry is hashed against the manifest, every table
 * is read out again and hashed, every reference is checked, and only then is anything kept.
 */
export async function restore({ ownerUrl, dataDir, path, passphrase, prepare }: Restore): Promise<Restored> {
  const frames = readArchive(path, passphrase);
  const beginning = await beginningOf(frames);
  await requireEmpty(ownerUrl);
  await prepare(beginning);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "yuanshu restore", options: "-c search_path=public" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    const loosened = await loosen(client);
    const { proofs, files, manifest, secret } = await takeEntries(client, frames, dataDir);
    requireSame(manifest, proofs, files);
    await tighten(client, loosened, manifest);
    await endWhatWasOpen(client);
    await client.query("commit");
    if (secret) await putSecret(dataDir, secret);
    await client.query("analyze");
    return { beginning, manifest, rows: proofs.reduce((sum, proof) => sum + proof.rows, 0) };
  } finally {
    await client.end().catch(() => {});
  }
}

/** What had been ended since the backup was made must not hold again: everybody signs in anew, and links are asked for anew. */
async function endWhatWasOpen(client: pg.Client): Promise<void> {
  for (const table of ["auth.session", "auth.one_time_link"]) {
    const { rows } = await client.query<{ made: boolean }>("select to_regclass($1) is not null made", [table]);
    if (rows[0]?.made) await client.query(`delete from ${table}`);
  }
}

/** Reads a backup through and holds it against its own manifest; nothing is written. */
export async function checkBackup(
  path: string,
  passphrase: string | undefined,
): Promise<{ readonly beginning: Beginning; readonly manifest: Manifest }> {
  const frames = readArchive(path, passphrase);
  const beginning = await beginningOf(frames);
  const { proofs, files, manifest } = await takeEntries(undefined, frames, undefined);
  requireSame(manifest, proofs, files);
  return { beginning, manifest };
}

async function beginningOf(frames: AsyncGenerator<Frame>): Promise<Beginning> {
  const first = await frames.next();
  if (first.done || first.value.kind !== "B") throw new AppError("backup.damaged", "invalid", { reason: "beginning" });
  const beginning = JSON.parse(first.value.bytes.toString("utf8")) as Beginning;
  if (beginning.format !== 1) throw new AppError("backup.newer", "conflict", { program: beginning.program });
  return beginning;
}

async function requireEmpty(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: made } = await client.query<{ made: boolean }>("select to_regclass('public.zone') is not null made");
    if (!made[0]?.made) return;
    const { rows } = await client.query<{ n: string }>("select count(*) n from zone where id <> $1", [SYSTEM_ZONE_ID]);
    if (rows[0]?.n !== "0") throw new AppError("restore.not-empty", "conflict", { zones: Number(rows[0]?.n) });
  } finally {
    await client.end();
  }
}

type Loosened = {
  readonly references: readonly { readonly table: string; readonly name: string; readonly definition: string }[];
  readonly forced: readonly string[];
};

/** As the owner: references away until all rows are there, row-level security aside, tables empty. All within the transaction. */
async function loosen(client: pg.Client): Promise<Loosened> {
  const { rows: references } = await client.query<Loosened["references"][number]>(
    `select format('%I.%I', n.nspname, c.relname) "table", quote_ident(k.conname) name, pg_get_constraintdef(k.oid) definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname !~ '^pg_' and c.relkind = 'r'`,
  );
  const { rows: forced } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relforcerowsecurity`,
  );
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  for (const table of await listTables(client)) {
    await client.query(`alter table ${tableName(table)} disable trigger user`);
    await client.query(`truncate ${tableName(table)}`);
  }
  return { references, forced: forced.map(({ name }) => name) };
}

/** Everything as it was; a reference that does not hold fails here and nothing is kept. */
async function tighten(client: pg.Client, { references, forced }: Loosened, manifest: Manifest): Promise<void> {
  const proven = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]));
  for (const table of await listTables(client)) {
    const expected = proven.get(`${table.schema}.${table.name}`);
    if (!expected) continue;
    const found = await proveTable(client, table);
    if (found.sha256 !== expected.sha256 || found.rows !== expected.rows)
      throw new AppError("restore.differs", "conflict", {
        table: `${table.schema}.${table.name}`,
        expected: expected.rows,
        found: found.rows,
      });
  }
  for (const { schema, name, value, called } of manifest.sequences)
    await client.query("select setval(format('%I.%I', $1::text, $2::text)::regclass, $3::bigint, $4)", [schema, name, value, called]);
  for (const table of await listTables(client)) await client.query(`alter table ${tableName(table)} enable trigger user`);
  for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const name of forced) await client.query(`alter table ${name} force row level security`);
}

type Taken = {
  readonly proofs: TableProof[];
  readonly files: { count: number; bytes: number };
  readonly manifest: Manifest;
  readonly secret: Buffer | undefined;
};

/** Goes through the entries in their order; with a client each goes where it belongs, without one they are only hashed. */
async function takeEntries(client: pg.Client | undefined, frames: AsyncGenerator<Frame>, dataDir: string | undefined): Promise<Taken> {
  const proofs: TableProof[] = [];
  const files = { count: 0, bytes: 0 };
  let secret: Buffer | undefined;
  let held = await frames.next();
  while (!held.done && held.value.kind === "E") {
    const entry = JSON.parse(held.value.bytes.toString("utf8")) as Entry;
    // The data frames that follow, up to the next entry, which is kept for the next round.
    async function* data(): AsyncGenerator<Buffer> {
      for (held = await frames.next(); !held.done && held.value.kind === "D"; held = await frames.next()) yield held.value.bytes;
    }
    if (entry.entry === "table") {
      const proof = new Proof();
      const into = client?.query(copyFrom(`copy ${tableName(entry)} (${columnNames(entry)}) from stdin`));
      const ended = into ? finished(into) : undefined;
      ended?.catch(() => {});
      for await (const piece of data()) {
        proof.add(piece);
        if (into && !into.write(piece)) await Promise.race([once(into, "drain"), ended]);
      }
      into?.end();
      await ended;
      proofs.push(proof.of(entry));
    } else if (entry.entry === "file") {
      files.count += 1;
      files.bytes += await takeFile(entry, data(), dataDir);
    } else {
      const parts: Buffer[] = [];
      for await (const piece of data()) parts.push(piece);
      secret = Buffer.concat(parts);
    }
  }
  if (held.done || held.value.kind !== "M") throw new AppError("backup.damaged", "invalid", { reason: "manifest" });
  const manifest = JSON.parse(held.value.bytes.toString("utf8")) as Manifest;
  if (!(await frames.next()).done) throw new AppError("backup.damaged", "invalid", { reason: "after the manifest" });
  return { proofs, files, manifest, secret };
}

/** A file is named after its content: one that does not give its name is damaged. */
async function takeFile({ zoneId, hash }: FileEntry, data: AsyncGenerator<Buffer>, dataDir: string | undefined): Promise<number> {
  if (dataDir !== undefined) {
    const stored = await createFolderStore(filesIn(dataDir)).putStream(zoneId, data, Number.MAX_SAFE_INTEGER);
    if (stored.hash !== hash) throw new AppError("backup.damaged", "invalid", { reason: `file ${hash}` });
    return stored.size;
  }
  const found = createHash("sha256");
  let size = 0;
  for await (const piece of data) {
    found.update(piece);
    size += piece.length;
  }
  if (found.digest("hex") !== hash) throw new AppError("backup.damaged", "invalid", { reason: `file ${hash}` });
  return size;
}

function requireSame(manifest: Manifest, proofs: readonly TableProof[], files: { readonly count: number; readonly bytes: number }): void {
  const told = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]));
  for (const proof of proofs) {
    const expected = told.get(`${proof.schema}.${proof.name}`);
    if (expected?.sha256 !== proof.sha256 || expected.rows !== proof.rows || expected.bytes !== proof.bytes)
      throw new AppError("backup.damaged", "invalid", { reason: `table ${proof.schema}.${proof.name}` });
  }
  if (proofs.length !== manifest.tables.length) throw new AppError("backup.damaged", "invalid", { reason: "tables" });
  if (files.count !== manifest.files.count || files.bytes !== manifest.files.bytes)
    throw new AppError("backup.damaged", "invalid", { reason: "files" });
}

/** What the secret of this folder was is kept beside it: nothing of this installation is thrown away. */
async function putSecret(dataDir: string, secret: Buffer): Promise<void> {
  const path = secretIn(dataDir);
  await mkdir(dataDir, { recursive: true });
  await rename(path, `${path}.before-restore`).catch(() => undefined);
  await writeFile(path, secret, { mode: 0o600 });
  await chmod(path, 0o600);
}
