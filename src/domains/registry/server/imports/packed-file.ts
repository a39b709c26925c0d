import type { Readable } from "node:stream";
import { AppError } from "#kernel/app-error.ts";
import type { FileStore } from "#kernel/server/files.ts";
import { unpackedSizeOf } from "#kernel/server/unpacked-size.ts";

const GB = 1_073_741_824;
/** A million rows unpack to some gigabytes, a bomb to more than its size allows. */
const MOST_UNPACKED = 8 * GB;
const MOST_TIMES = 200;
/** What a small workbook may unpack to besides: it is read while somebody waits. */
const ALWAYS = GB / 8;
/** The directory stands at the end: two thousand entries and a comment fit in this. */
const TAIL_BYTES = 1_048_576;

/** Looks at the directory of a workbook before anything is unpacked. @throws AppError for a file that was cut, or that unpacks to too much. */
export async function checkPacked(
  store: FileStore,
  zoneId: string,
  file: { readonly hash: string; readonly size: number; readonly name: string },
): Promise<void> {
  const from = Math.max(0, file.size - TAIL_BYTES);
  const tail = await bytesOf(await store.read(zoneId, file.hash, from), TAIL_BYTES);
  const size = unpackedSizeOf(tail, from);
  if (size === undefined) throw new AppError("registry.import-cut", "invalid", { name: file.name });
  if (size > MOST_UNPACKED || size > file.size * MOST_TIMES + ALWAYS)
    throw new AppError("registry.import-unpacks-too-large", "too-large", { name: file.name });
}

/** The first bytes of a stream, which is closed then. */
export async function bytesOf(stream: Readable, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).byteLength;
    if (size >= most) break;
  }
  stream.destroy();
  return Buffer.concat(pieces).subarray(0, most);
}
