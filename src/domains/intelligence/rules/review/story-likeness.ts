/** A story's outline: the distinct runs of six Han characters or digits of its text, thinned by their hash so that long texts stay cheap to compare. */
export type StoryOutline = ReadonlySet<number>;

const RUN = 6;
/** One run in eight is kept: enough for a likeness within a few points on texts of some hundred characters. */
const THINNING = 8;

export function outlineOf(text: string): StoryOutline {
  const kept = text.replace(/[^\u4e00-\u9fff0-9]/g, "");
  const outline = new Set<number>();
  for (let place = 0; place + RUN <= kept.length; place += 1) {
    const mark = hash(kept, place);
    if (mark % THINNING === 0) outline.add(mark);
  }
  return outline;
}

/** FNV-1a over one run; 32 bits, unsigned. */
function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let place = from; place < from + RUN; place += 1) value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  return value >>> 0;
}

/** Share of the shorter outline that stands in the other too, 0 … 1: a reprint that was cut or padded still counts as the same story. */
export function likeness(one: StoryOutline, other: StoryOutline): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  if (short.size === 0) return 0;
  let shared = 0;
  for (const mark of short) if (long.has(mark)) shared += 1;
  return shared / short.size;
}

/** From here on two texts tell the same story; reprints lie far above, texts about the same quarter far below. */
export const SAME_STORY = 0.5;
/** A text this short tells too little to be called anyone's reprint. */
export const LEAST_OUTLINE = 12;

export const isSameStory = (one: StoryOutline, other: StoryOutline): boolean =>
  Math.min(one.size, other.size) >= LEAST_OUTLINE && likeness(one, other) >= SAME_STORY;
