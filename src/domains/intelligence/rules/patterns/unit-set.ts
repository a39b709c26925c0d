/** Rows of the tables: a unit shares its row with every 4096th other, so a hit may be false; a miss never is. */
const ROWS = 4096;
/** One row fills one line of the processor's cache: what all sets of a table say of a character is read at once. */
const WORDS = 16;
const BITS = WORDS * 32;

let table = new Int32Array(ROWS * WORDS);
let used = 0;

/** A set of UTF-16 units that is asked at every character of a text. It may hold units that were not put in, and so only tells where not to look. */
export class UnitSet {
  readonly #table: Int32Array;
  readonly #word: number;
  readonly #bit: number;

  /** `null`: every unit. */
  constructor(units: Iterable<number> | null) {
    if (used === BITS) {
      table = new Int32Array(ROWS * WORDS);
      used = 0;
    }
    this.#table = table;
    this.#word = used >> 5;
    this.#bit = 1 << (used & 31);
    used += 1;
    if (units === null) for (let row = 0; row < ROWS; row += 1) this.#put(row);
    else for (const unit of units) this.#put(unit & (ROWS - 1));
  }

  mayHave(unit: number): boolean {
    return ((this.#table[((unit & (ROWS - 1)) << 4) + this.#word] ?? 0) & this.#bit) !== 0;
  }

  /** The first place in `[from, to)` where a unit stands that it may hold, otherwise -1. */
  next(text: string, from: number, to: number): number {
    const [units, word, bit] = [this.#table, this.#word, this.#bit];
    for (let at = from; at < to; at += 1) if (((units[((text.charCodeAt(at) & (ROWS - 1)) << 4) + word] ?? 0) & bit) !== 0) return at;
    return -1;
  }

  #put(row: number): void {
    const at = row * WORDS + this.#word;
    this.#table[at] = (this.#table[at] ?? 0) | this.#bit;
  }
}

const SLOTS = 1 << 13;
const slot = (first: number, second: number): number => (first * 131 + second) & (SLOTS - 1);

/** The same for two units that stand together. */
export class PairSet {
  readonly #bits = new Int32Array(SLOTS >> 5);

  add(first: number, second: number): void {
    const at = slot(first, second);
    this.#bits[at >> 5] = (this.#bits[at >> 5] ?? 0) | (1 << (at & 31));
  }

  mayHave(first: number, second: number): boolean {
    const at = slot(first, second);
    return ((this.#bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }
}

/** A table over all units that holds 1 for those of the text and nothing else. */
export function unitTable(units: string): Uint8Array {
  const listed = new Uint8Array(65_536);
  for (let at = 0; at < units.length; at += 1) listed[units.charCodeAt(at)] = 1;
  return listed;
}

/** White space, as patterns know it. */
export const BLANKS =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
