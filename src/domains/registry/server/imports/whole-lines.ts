import type { Readable } from "node:stream";

const NEWLINE = 0x0a;
const QUOTE = 0x22;
/** A record that is longer than this is none: a quotation mark was never closed. */
const LONGEST_RECORD = 4 * 1_048_576;

export type Lines = { readonly bytes: Buffer; readonly last: boolean };

/**
 * A stream of bytes cut where a record ends. In UTF-8 and in GB18030 alike no character has a byte that looks like a newline or a quotation
 * mark, so the cut is made before anything is decoded, and its place can be gone back to. A newline between quotation marks ends no record.
 */
export async function* wholeLines(stream: Readable, chunkBytes: number, quoted: boolean): AsyncGenerator<Lines> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    waiting.push(piece as Buffer);
    size += (piece as Buffer).byteLength;
    if (size < chunkBytes) continue;
    const together = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting);
    const end = endOfRecords(together, quoted, size >= chunkBytes + LONGEST_RECORD);
    if (end > 0) yield { bytes: together.subarray(0, end), last: false };
    const rest = together.subarray(end);
    waiting = [rest];
    size = rest.byteLength;
  }
  if (size > 0) yield { bytes: Buffer.concat(waiting), last: true };
}

/** The place behind the last newline that stands outside quotation marks; of any newline when it has gone on for too long. */
function endOfRecords(bytes: Buffer, quoted: boolean, force: boolean): number {
  const lastNewline = bytes.lastIndexOf(NEWLINE) + 1;
  if (!quoted || force || bytes.indexOf(QUOTE) < 0) return lastNewline;
  let inside = false;
  let end = 0;
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place];
    if (byte === QUOTE) inside = !inside;
    else if (byte === NEWLINE && !inside) end = place + 1;
  }
  return end;
}
