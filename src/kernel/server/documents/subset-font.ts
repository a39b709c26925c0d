import { listTables, readGlyphIds } from "#kernel/server/documents/font-coverage.ts";

/** What a word processor needs to draw with; shaping and vertical setting stay behind. */
const KEPT = ["OS/2", "gasp", "head", "hhea", "maxp", "name", "post", "prep"] as const;
const LONGS_FROM = 50;
const CHECKSUM_AT = 8;
const CHECKSUM_OF_FONT = 0xb1b0afba;
/** Flags of a composite glyph (OpenType, glyf table). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const TWO_BY_TWO = 0x0080;

/**
 * A TrueType font with the outlines of the given characters only. Glyphs keep their numbers, so nothing else has to be
 * renumbered; the numbers that are not needed are empty and cost next to nothing once compressed.
 */
export function subsetFont(font: Uint8Array, text: string): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = listTables(view);
  const part = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`The font has no ${tag} table`);
    // A Buffer's own slice is a view: what is written below would spoil the font for everybody after.
    return Uint8Array.prototype.slice.call(font, table.start, table.start + table.length);
  };
  const ids = readGlyphIds(font);
  const wanted = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0).filter((code) => code < 0xffff && ids.has(code));
  const characters = wanted.sort((left, right) => left - right).map((code) => [code, ids.get(code) ?? 0] as const);
  const outlines = keepOutlines(part("glyf"), readOffsets(part("loca"), viewOf(part("head")).getInt16(LONGS_FROM)), [
    0,
    ...characters.map(([, glyph]) => glyph),
  ]);
  const head = part("head");
  viewOf(head).setInt16(LONGS_FROM, 1);
  const written = new Map<string, Uint8Array>(KEPT.flatMap((tag) => (tables.has(tag) ? [[tag, part(tag)] as const] : [])));
  written.set("head", head);
  written.set("cmap", writeCharacters(characters));
  written.set("glyf", outlines.glyf);
  written.set("loca", outlines.loca);
  written.set("hmtx", keepWidths(part("hmtx"), viewOf(part("hhea")).getUint16(34), outlines.kept));
  return assemble(written);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readOffsets(loca: Uint8Array, long: number): readonly number[] {
  const view = viewOf(loca);
  return Array.from({ length: loca.length / (long ? 4 : 2) }, (_, glyph) =>
    long ? view.getUint32(glyph * 4) : view.getUint16(glyph * 2) * 2,
  );
}

type Outlines = { readonly glyf: Uint8Array; readonly loca: Uint8Array; readonly kept: ReadonlySet<number> };

/** The glyphs and those that they are put together from. */
function keepOutlines(glyf: Uint8Array, offsets: readonly number[], glyphs: readonly number[]): Outlines {
  const kept = new Set<number>();
  const waiting = [...glyphs];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (kept.has(glyph)) continue;
    kept.add(glyph);
    waiting.push(...partsOf(glyf.subarray(offsets[glyph], offsets[glyph + 1])));
  }
  const loca = new Uint8Array(offsets.length * 4);
  const pieces: Uint8Array[] = [];
  let end = 0;
  for (let glyph = 0; glyph < offsets.length - 1; glyph += 1) {
    if (kept.has(glyph)) {
      const outline = padded(glyf.slice(offsets[glyph], offsets[glyph + 1]));
      pieces.push(outline);
      end += outline.length;
    }
    viewOf(loca).setUint32((glyph + 1) * 4, end);
  }
  return { glyf: joined(pieces), loca, kept };
}

function partsOf(outline: Uint8Array): number[] {
  const view = viewOf(outline);
  if (outline.length < 12 || view.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  let [at, flags] = [10, MORE];
  while (flags & MORE) {
    flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    const scales = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & TWO_BY_TWO ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scales;
  }
  return parts;
}

/** Empty numbers get no side bearing, so that the table compresses; a width stays, or the last of the run would change. */
function keepWidths(hmtx: Uint8Array, measured: number, kept: ReadonlySet<number>): Uint8Array {
  for (let glyph = 0; glyph < measured; glyph += 1) if (!kept.has(glyph)) hmtx.fill(0, glyph * 4, glyph * 4 + 4);
  return hmtx;
}

/** `cmap` format 4, one segment a character and the closing one that the format asks for. */
function writeCharacters(characters: readonly (readonly [number, number])[]): Uint8Array {
  const segments = [...characters, [0xffff, 0] as const];
  const count = segments.length;
  const length = 16 + count * 8;
  const bytes = new Uint8Array(12 + length);
  const view = viewOf(bytes);
  const power = 2 ** Math.floor(Math.log2(count));
  const start = [0, 1, 3, 1, 0, 12, 4, length, 0, count * 2, power * 2, Math.log2(power), (count - power) * 2];
  for (const [place, value] of start.entries()) view.setUint16(place * 2, value);
  segments.forEach(([code, glyph], place) => {
    view.setUint16(26 + place * 2, code);
    view.setUint16(28 + (count + place) * 2, code);
    view.setUint16(28 + (count * 2 + place) * 2, code === 0xffff ? 1 : (glyph - code) & 0xffff);
  });
  return bytes;
}

function assemble(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([left], [right]) => (left < right ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const directory = new Uint8Array(12 + entries.length * 16);
  const view = viewOf(directory);
  view.setUint32(0, 0x00010000);
  [entries.length, power * 16, Math.log2(power), (entries.length - power) * 16].forEach((value, place) => {
    view.setUint16(4 + place * 2, value);
  });
  const head = tables.get("head") ?? new Uint8Array();
  viewOf(head).setUint32(CHECKSUM_AT, 0);
  let at = directory.length;
  let headAt = 0;
  entries.forEach(([tag, bytes], place) => {
    const record = 12 + place * 16;
    directory.set(new TextEncoder().encode(tag.padEnd(4)), record);
    view.setUint32(record + 4, sumOf(bytes));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, bytes.length);
    if (tag === "head") headAt = at;
    at += padded(bytes).length;
  });
  const font = joined([directory, ...entries.map(([, bytes]) => padded(bytes))]);
  viewOf(font).setUint32(headAt + CHECKSUM_AT, (CHECKSUM_OF_FONT - sumOf(font)) >>> 0);
  return font;
}

function sumOf(bytes: Uint8Array): number {
  const view = viewOf(padded(bytes));
  let sum = 0;
  for (let at = 0; at < view.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes;
  const longer = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  longer.set(bytes);
  return longer;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
