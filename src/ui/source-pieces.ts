export type Place = { readonly start: number; readonly end: number };
export type CutPlace = Place & { readonly reason: string };
export type Mark = Place & { readonly id: string };

/** A stretch of the original that is shown one way: kept or cut, and under which marks. */
export type Piece = Place & { readonly cut: string | undefined; readonly marks: readonly string[] };

/** Kept text in blocks that can be drawn by themselves, and stretches that were cut. Together they are the whole original. */
export type Block =
  | { readonly kind: "kept"; readonly pieces: readonly Piece[]; readonly start: number; readonly end: number }
  | { readonly kind: "cut"; readonly start: number; readonly end: number; readonly reason: string };

const BLOCK = 1_800;
/** Shorter cuts are shown greyed in their place; longer ones fold, so that a page's markup does not bury its text. */
const FOLD = 80;

/** Cuts of the original in order, clipped to it and without overlaps. */
function orderedCuts(cuts: readonly CutPlace[], length: number): CutPlace[] {
  const ordered: CutPlace[] = [];
  let from = 0;
  for (const cut of [...cuts].sort((left, right) => left.start - right.start)) {
    const start = Math.max(cut.start, from);
    const end = Math.min(cut.end, length);
    if (end <= start) continue;
    const last = ordered.at(-1);
    if (last && last.reason === cut.reason && last.end === start) ordered[ordered.length - 1] = { ...last, end };
    else ordered.push({ start, end, reason: cut.reason });
    from = end;
  }
  return ordered;
}

/** Divides the original by cuts and marks. Every character stands in exactly one piece, in order. */
export function blocksOf(text: string, cuts: readonly CutPlace[], marks: readonly Mark[]): readonly Block[] {
  const inOrder = orderedCuts(cuts, text.length);
  const cutAt = new Map(inOrder.map((cut) => [cut.start, cut]));
  const edges = new Set<number>([0, text.length]);
  for (const cut of inOrder) edges.add(cut.start).add(cut.end);
  for (const mark of marks) edges.add(Math.min(mark.start, text.length)).add(Math.min(mark.end, text.length));
  for (const edge of breaks(text)) edges.add(edge);
  const places = [...edges].sort((left, right) => left - right);
  const blocks: Block[] = [];
  let pieces: Piece[] = [];
  const flush = () => {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first && last) blocks.push({ kind: "kept", pieces, start: first.start, end: last.end });
    pieces = [];
  };
  const byStart = [...marks].sort((left, right) => left.start - right.start);
  let upcoming = 0;
  let active: Mark[] = [];
  let cut: CutPlace | undefined;
  for (let index = 0; index + 1 < places.length; index += 1) {
    const start = places[index] ?? 0;
    const end = places[index + 1] ?? start;
    cut = cutAt.get(start) ?? (cut && start < cut.end ? cut : undefined);
    active = active.filter((mark) => mark.end > start);
    for (let mark = byStart[upcoming]; mark && mark.start <= start; mark = byStart[upcoming]) {
      if (mark.end > start) active.push(mark);
      upcoming += 1;
    }
    const folded = cut !== undefined && cut.end - cut.start > FOLD && active.length === 0;
    if (folded && cut) {
      flush();
      const last = blocks.at(-1);
      if (last?.kind === "cut" && last.reason === cut.reason && last.end === start) blocks[blocks.length - 1] = { ...last, end };
      else blocks.push({ kind: "cut", start, end, reason: cut.reason });
      continue;
    }
    pieces.push({ start, end, cut: cut?.reason, marks: active.map((mark) => mark.id) });
    const first = pieces[0];
    if (first && end - first.start >= BLOCK && text[end - 1] === "\n") flush();
    else if (first && end - first.start >= BLOCK * 3) flush();
  }
  flush();
  return blocks;
}

/** Places where a block may end: line ends now and then, and inside endless lines. */
function breaks(text: string): number[] {
  const places: number[] = [];
  let last = 0;
  for (let at = text.indexOf("\n", BLOCK); at !== -1; at = text.indexOf("\n", last + BLOCK)) {
    for (let inside = last + BLOCK * 3; inside < at; inside += BLOCK * 3) places.push(inside);
    last = at + 1;
    places.push(last);
  }
  for (let inside = last + BLOCK * 3; inside < text.length; inside += BLOCK * 3) places.push(inside);
  return places;
}
