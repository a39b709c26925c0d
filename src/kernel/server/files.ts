import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { sniffType } from "#kernel/server/sniff-type.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Bytes under (zone, SHA-256). A folder now; a store that several servers share has the same doors. */
export type FileStore = {
  /** Storing the same bytes again changes nothing. @returns their hash. */
  put(zoneId: string, bytes: Uint8Array): Promise<string>;
  /** @throws AppError `file.missing`, or `file.damaged` when the bytes no longer give their hash. */
  get(zoneId: string, hash: string): Promise<Uint8Array>;
  /**
   * The same for what is never whole in memory: bytes are hashed while they are written aside.
   * @throws AppError `file.too-large` once more than `maxBytes` came; nothing of it is kept.
   */
  putStream(zoneId: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ readonly hash: string; readonly size: number }>;
  /** Bytes from a place on, as they are needed. Whether they still give their hash nobody can say before the end. @throws AppError `file.missing` */
  read(zoneId: string, hash: string, from?: number): Promise<Readable>;
  remove(zoneId: string, hash: string): Promise<void>;
};

export type StoredFile = { readonly hash: string; readonly size: number; readonly mime: string };

const HASH = /^[0-9a-f]{64}$/;
const ZONE = /^[0-9a-f-]{36}$/;

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function createFolderStore(folder: string): FileStore {
  const pathOf = (zoneId: string, hash: string): string => {
    if (!ZONE.test(zoneId) || !HASH.test(hash)) throw new AppError("file.missing", "not-found");
    return join(folder, zoneId, hash.slice(0, 2), hash);
  };
  return {
    put: async (zoneId, bytes) => {
      const hash = hashOf(bytes);
      const path = pathOf(zoneId, hash);
      if ((await stat(path).catch(() => undefined))?.size === bytes.byteLength) return hash;
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, bytes);
      return hash;
    },
    get: async (zoneId, hash) => {
      const bytes = await readFile(pathOf(zoneId, hash)).catch(() => undefined);
      if (!bytes) throw new AppError("file.missing", "not-found");
      if (hashOf(bytes) !== hash) throw new AppError("file.damaged", "unavailable", { hash });
      return bytes;
    },
    putStream: async (zoneId, bytes, maxBytes) => {
      const aside = join(folder, zoneId, `incoming.${randomBytes(8).toString("hex")}`);
      pathOf(zoneId, EMPTY_HASH);
      await mkdir(dirname(aside), { recursive: true });
      try {
        const written = await writeAside(aside, bytes, maxBytes);
        const path = pathOf(zoneId, written.hash);
        await mkdir(dirname(path), { recursive: true });
        await rename(aside, path);
        return written;
      } catch (error) {
        await rm(aside, { force: true });
        throw spaceless(error);
      }
    },
    read: async (zoneId, hash, from = 0) => {
      const path = pathOf(zoneId, hash);
      if (!(await stat(path).catch(() => undefined))) throw new AppError("file.missing", "not-found");
      return createReadStream(path, { start: from, highWaterMark: 1_048_576 });
    },
    remove: (zoneId, hash) => rm(pathOf(zoneId, hash), { force: true }),
  };
}

const EMPTY_HASH = "0".repeat(64);
const NO_SPACE = "ENOSPC";
const spaceless = (error: unknown): unknown =>
  (error as NodeJS.ErrnoException).code === NO_SPACE ? new AppError("file.no-space", "unavailable") : error;

async function writeAside(path: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ hash: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const piece of bytes) {
      size += piece.byteLength;
      if (size > maxBytes) throw new AppError("file.too-large", "too-large", { megabytes: Math.floor(maxBytes / 1_048_576) });
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: hash.digest("hex"), size };
}

/** Written aside, flushed and renamed: a reader sees the whole file or none, after a power cut too. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    const handle = await open(aside, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw spaceless(error);
  }
}

export type FileLimits = { readonly maxBytes: number; readonly types?: readonly string[] };

/**
 * Stores bytes and enters them in the zone's list of files. The type is sniffed from the bytes, whatever the name says.
 * @throws AppError `file.too-large`, `file.empty`, `file.type-refused`.
 */
export async function keepFile(tx: Tx, store: FileStore, bytes: Uint8Array, { maxBytes, types }: FileLimits): Promise<StoredFile> {
  if (bytes.byteLength === 0) throw new AppError("file.empty", "invalid");
  if (bytes.byteLength > maxBytes) throw new AppError("file.too-large", "too-large", { megabytes: Math.floor(maxBytes / 1_048_576) });
  const mime = await sniffType(bytes);
  if (types && !types.includes(mime)) throw new AppError("file.type-refused", "invalid", { found: mime, expected: types });
  const actor = actorOf(tx);
  const stored = { hash: await store.put(actor.zoneId, bytes), size: bytes.byteLength, mime };
  await enterFile(tx, stored);
  return stored;
}

/** Enters a file that has streamed into the store already. */
export async function enterFile(tx: Tx, { hash, size, mime }: StoredFile): Promise<void> {
  const actor = actorOf(tx);
  await tx
    .insertInto("file")
    .values({ zone_id: actor.zoneId, hash, size, mime, created_by: actor.id })
    .onConflict((on) => on.doNothing())
    .execute();
}
