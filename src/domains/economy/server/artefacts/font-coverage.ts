/** The characters that a TrueType font can draw, read from its `cmap` table (formats 4 and 12). */
export function readCoverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, "cmap");
  const covered = new Set<number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record += 1) {
    const start = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    const format = view.getUint16(start);
    if (format === 4) readFormat4(view, start, covered);
    if (format === 12) readFormat12(view, start, covered);
  }
  return covered;
}

function findTable(view: DataView, tag: string): number {
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no ${tag} table`);
}

function readFormat4(view: DataView, start: number, covered: Set<number>): void {
  const segments = view.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const [first, last] = [view.getUint16(starts + segment * 2), view.getUint16(ends + segment * 2)];
    for (let code = first; code <= last && code !== 0xffff; code += 1) covered.add(code);
  }
}

function readFormat12(view: DataView, start: number, covered: Set<number>): void {
  const groups = view.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const record = start + 16 + group * 12;
    for (let code = view.getUint32(record); code <= view.getUint32(record + 4); code += 1) covered.add(code);
  }
}
