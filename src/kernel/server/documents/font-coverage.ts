/** The characters that a TrueType font can draw. */
export const readCoverage = (font: Uint8Array): ReadonlySet<number> => new Set(readGlyphIds(font).keys());

/** Character to glyph number, read from the `cmap` table (formats 4 and 12). */
export function readGlyphIds(font: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = listTables(view).get("cmap")?.start;
  if (cmap === undefined) throw new Error("The font has no cmap table");
  const glyphs = new Map<number, number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record += 1) {
    const start = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    const format = view.getUint16(start);
    if (format === 4) readFormat4(view, start, glyphs);
    if (format === 12) readFormat12(view, start, glyphs);
  }
  return glyphs;
}

export type FontTable = { readonly start: number; readonly length: number };

export function listTables(view: DataView): ReadonlyMap<string, FontTable> {
  const tables = new Map<string, FontTable>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)));
    tables.set(name.trimEnd(), { start: view.getUint32(record + 8), length: view.getUint32(record + 12) });
  }
  return tables;
}

function readFormat4(view: DataView, start: number, glyphs: Map<number, number>): void {
  const size = view.getUint16(start + 6);
  const [ends, starts, deltas, ranges] = [start + 14, start + 16 + size, start + 16 + size * 2, start + 16 + size * 3];
  for (let segment = 0; segment < size; segment += 2) {
    const [first, last] = [view.getUint16(starts + segment), view.getUint16(ends + segment)];
    const [delta, range] = [view.getUint16(deltas + segment), view.getUint16(ranges + segment)];
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const listed = range === 0 ? code : view.getUint16(ranges + segment + range + (code - first) * 2);
      glyphs.set(code, range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff);
    }
  }
}

function readFormat12(view: DataView, start: number, glyphs: Map<number, number>): void {
  const groups = view.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const record = start + 16 + group * 12;
    const first = view.getUint32(record);
    for (let code = first; code <= view.getUint32(record + 4); code += 1) glyphs.set(code, view.getUint32(record + 8) + code - first);
  }
}
