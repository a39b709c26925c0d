import { inflateRawSync } from "node:zlib";

export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
  readonly method: number;
  /** Where its own header begins. */
  readonly start: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;

/** Reads the central directory without unpacking anything; undefined when there is none or it does not hold together. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return undefined;
  const entries: ZipEntry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      start: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export const MOST_UNPACKED = 200 * 1024 * 1024;
const HIGHEST_RATIO = 200;

/** Whether unpacking would be out of proportion: by total size, or by the ratio of a large entry. A size of 4 GB stands for "more". */
export function isZipBomb(entries: readonly ZipEntry[]): boolean {
  let total = 0;
  for (const entry of entries) {
    total += entry.unpacked;
    if (entry.unpacked > 4 * 1024 * 1024 && entry.unpacked > Math.max(1, entry.packed) * HIGHEST_RATIO) return true;
  }
  return total > MOST_UNPACKED;
}

const DEFLATED = 8;

/**
 * Whether no entry is larger than it says. Libraries unpack first and compare afterwards, so an entry that lies would fill the memory:
 * here unpacking stops at the stated size. Ask only once the stated sizes are found to be in proportion.
 */
export function unpacksAsStated(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return entries.every(({ start, packed, unpacked, method }) => {
    if (method !== DEFLATED || start + 30 > bytes.length) return true;
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    try {
      inflateRawSync(bytes.subarray(data, data + packed), { maxOutputLength: Math.max(1, unpacked) });
      return true;
    } catch (error) {
      // What is merely damaged is for the reader to say.
      return (error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE";
    }
  });
}
