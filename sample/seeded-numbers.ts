/** Whole numbers from a seed and a name, the same on every machine: nothing here is a float, so no figure depends on a processor. */
export type SeededNumbers = {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
};

/** FNV-1a over the UTF-16 units; 32 bits, unsigned. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < words.length; place += 1) value = Math.imul(value ^ words.charCodeAt(place), 0x01000193) >>> 0;
  return value;
}

/** A stream of its own for each name: a series that is added later moves no other. The generator is mulberry32, in integers throughout. */
export function seededNumbers(seed: number, name: string): SeededNumbers {
  let state = hash(`${seed}:${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { between: (low, high) => low + (next() % (high - low + 1)) };
}
