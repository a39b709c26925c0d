import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { type Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { AppError } from "#kernel/app-error.ts";
import { newSeal, type Seal, sealed, unsealed } from "#kernel/server/backup/seal.ts";

/**
 * A backup is one file: a line that says what it is, then frames, compressed and, where wished, sealed. A frame is one letter, four bytes of
 * length, and so many bytes. `B` what follows, as JSON; `E` an entry begins, as JSON; `D` bytes of it; `M` the manifest, as JSON, last of all.
 */
export type Frame = { readonly kind: "B" | "E" | "D" | "M"; readonly bytes: Buffer };

const MAGIC = "YUANSHU-BACKUP 1 ";
const LONGEST_HEAD = 2000;
/** A frame of data is what a stream gave at once; one that says more than this is none of ours. */
const LARGEST_FRAME = 64 * 1_048_576;

export const jsonFrame = (kind: "B" | "E" | "M", value: unknown): Frame => ({ kind, bytes: Buffer.from(JSON.stringify(value)) });

/** Writes beside the wanted place and renames: a backup that broke off is not taken for one. @returns its size. */
export async function writeArchive(path: string, passphrase: string | undefined, frames: AsyncIterable<Frame>): Promise<number> {
  const aside = `${path}.writing-${process.pid}`;
  const seal = passphrase === undefined ? undefined : newSeal();
  async function* packed(): AsyncGenerator<Buffer> {
    for await (const { kind, bytes } of frames) {
      const head = Buffer.alloc(5);
      head.write(kind, 0, "latin1");
      head.writeUInt32BE(bytes.length, 1);
      yield head;
      if (bytes.length > 0) yield bytes;
    }
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${MAGIC}${JSON.stringify({ seal: seal ?? null })}\n`);
    const squeezed = through(packed(), createGzip({ level: 6 }));
    yield* seal && passphrase !== undefined ? sealed(seal, passphrase, squeezed) : squeezed;
  }
  try {
    await pipeline(Readable.from(whole()), createWriteStream(aside, { flags: "wx", mode: 0o600 }));
    const handle = await open(aside, "r+");
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    await rename(aside, path);
    return size;
  } catch (error) {
    await rm(aside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw new AppError("file.no-space", "unavailable");
    if (code !== undefined && /^E[A-Z]+$/.test(code)) throw new AppError("backup.file", "invalid", { path, reason: code });
    throw error;
  }
}

/** @throws AppError `backup.file`, `backup.not-one`, `backup.sealed`, `backup.passphrase`, `backup.damaged`. */
export async function* readArchive(path: string, passphrase: string | undefined): AsyncGenerator<Frame> {
  const { seal, length } = await headOf(path);
  if (seal && passphrase === undefined) throw new AppError("backup.sealed", "invalid");
  // Who gives a passphrase expects a file that only its holder can have made: one without a seal may be anybody's.
  if (!seal && passphrase !== undefined) throw new AppError("backup.not-sealed", "invalid");
  const body = createReadStream(path, { start: length }) as AsyncIterable<Buffer>;
  const frames = through(seal && passphrase !== undefined ? unsealed(seal, passphrase, body) : body, createGunzip());
  let waiting: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of frames) {
      waiting = Buffer.concat([waiting, piece]);
      for (;;) {
        if (waiting.length < 5) break;
        const size = waiting.readUInt32BE(1);
        if (size > LARGEST_FRAME) throw new AppError("backup.damaged", "invalid", { reason: "frame" });
        if (waiting.length < 5 + size) break;
        yield { kind: waiting.toString("latin1", 0, 1) as Frame["kind"], bytes: waiting.subarray(5, 5 + size) };
        waiting = waiting.subarray(5 + size);
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    // Zlib says what is wrong with the bytes; anything else is not about them.
    if (/^Z_|^ERR_/.test(code)) throw new AppError("backup.damaged", "invalid", { reason: code });
    throw error;
  }
  if (waiting.length > 0) throw new AppError("backup.damaged", "invalid", { reason: "end" });
}

/** What goes in on one side comes out on the other; what fails on the way fails for the reader. */
async function* through(source: AsyncIterable<Buffer>, transform: Duplex): AsyncGenerator<Buffer> {
  let failed: unknown;
  const passed = pipeline(Readable.from(source), transform).catch((error: unknown) => {
    failed = error;
  });
  try {
    for await (const piece of transform) yield piece as Buffer;
  } catch (error) {
    await passed;
    throw failed ?? error;
  } finally {
    transform.destroy();
  }
}

async function headOf(path: string): Promise<{ readonly seal: Seal | null; readonly length: number }> {
  const handle = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw new AppError("backup.file", "invalid", { path, reason: error.code ?? "" });
  });
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0)
      .catch((error: NodeJS.ErrnoException) => {
        throw new AppError("backup.file", "invalid", { path, reason: error.code ?? "" });
      });
    const end = buffer.subarray(0, bytesRead).indexOf(0x0a);
    const line = buffer.toString("utf8", 0, Math.max(0, end));
    if (end < 0 || !line.startsWith(MAGIC)) throw new AppError("backup.not-one", "invalid", { path });
    const { seal } = JSON.parse(line.slice(MAGIC.length)) as { seal: Seal | null };
    return { seal, length: end + 1 };
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError("backup.not-one", "invalid", { path });
    throw error;
  } finally {
    await handle.close();
  }
}
