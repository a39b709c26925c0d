import { fileTypeFromBuffer } from "file-type";
import { readZipDirectory, type ZipEntry } from "#domains/intelligence/server/reading/zip-directory.ts";

export type FileFormat =
  | { readonly kind: "text" | "mhtml" | "pdf" | "old-office" | "rtf" | "picture" | "archive" | "binary" }
  | { readonly kind: "docx" | "xlsx" | "ofd" | "zip"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "broken-zip" };

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, place) => bytes[place] === byte);
const latin = (bytes: Uint8Array, end: number) => new TextDecoder("latin1").decode(bytes.subarray(0, end));

function sniffZip(bytes: Uint8Array): FileFormat {
  const entries = readZipDirectory(bytes);
  if (!entries) return { kind: "broken-zip" };
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (has("word/document.xml")) return { kind: "docx", entries };
  if (has("xl/workbook.xml")) return { kind: "xlsx", entries };
  if (has("OFD.xml")) return { kind: "ofd", entries };
  return { kind: "zip", entries };
}

/** Control characters that no text has, more than one in a thousand (UTF-16 is decided before). */
function looksBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 64 * 1024);
  let controls = 0;
  for (let place = 0; place < end; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls += 1;
  }
  return controls > Math.max(2, end / 200);
}

function looksUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  let zeros = 0;
  const end = Math.min(bytes.length, 2048) & ~1;
  const sides = [0, 0];
  for (let place = 0; place < end; place += 1) {
    if (bytes[place] !== 0) continue;
    zeros += 1;
    sides[place & 1] = (sides[place & 1] ?? 0) + 1;
  }
  return zeros > 8 && Math.min(sides[0] ?? 0, sides[1] ?? 0) <= zeros / 8 && !startsWith(bytes, [0, 0, 0]);
}

/** What the bytes are, whatever the name of the file says. */
export async function sniffFormat(bytes: Uint8Array): Promise<FileFormat> {
  if (startsWith(bytes, OLE)) return { kind: "old-office" };
  if (latin(bytes, 1024).includes("%PDF-")) return { kind: "pdf" };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return sniffZip(bytes);
  const head = latin(bytes, 2048);
  if (head.startsWith("{\\rtf")) return { kind: "rtf" };
  if (
    /^(?:[\w-]+: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,40}(?:MIME-Version|Content-Type): ?[^\r\n]*/i.test(head) &&
    /Content-Type:\s*(?:multipart\/|text\/html)/i.test(head)
  )
    return { kind: "mhtml" };
  if (looksUtf16(bytes)) return { kind: "text" };
  const known = await fileTypeFromBuffer(bytes.subarray(0, 8192));
  if (known) {
    if (/^(?:image|video|audio)\//.test(known.mime)) return { kind: "picture" };
    if (/^application\/(?:xml|xhtml)/.test(known.mime) || known.mime.startsWith("text/")) return { kind: "text" };
    if (/zip|rar|7z|gzip|tar|bzip|xz|zstd|compress/.test(known.mime)) return { kind: "archive" };
    return { kind: "binary" };
  }
  return { kind: looksBinary(bytes) ? "binary" : "text" };
}
