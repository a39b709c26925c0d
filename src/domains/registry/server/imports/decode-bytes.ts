import type { ImportEncoding } from "#domains/registry/contract/import-operations.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
const lenient = { "utf-8": new TextDecoder("utf-8"), gb18030: new TextDecoder("gb18030") } as const;

/** Bytes of whole records. What is not UTF-8 is the GB18030 that Chinese spreadsheets save, unless the encoding was told. */
export function decodeBytes(bytes: Uint8Array, told: ImportEncoding | null): string {
  if (told !== null) return lenient[told].decode(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    return lenient.gb18030.decode(bytes);
  }
}

/** What the beginning of a file is written in; a character that is cut at its end says nothing. */
export function encodingOf(head: Uint8Array): ImportEncoding {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      strict.decode(head.subarray(0, head.byteLength - cut));
      return "utf-8";
    } catch {}
  }
  return "gb18030";
}
