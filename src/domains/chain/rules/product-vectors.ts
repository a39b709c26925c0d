/** A piece of text and how much it counts. */
export type Piece = { readonly text: string; readonly weight: number };
/** Only what is not zero: places of terms, rising, and their values. `square`: that of the length, unknown terms included. */
export type SparseVector = { readonly at: Int32Array; readonly value: Float64Array; readonly square: number };

export type TermSpace = {
  /** How many terms have a place. */
  readonly size: number;
  /** The pieces as one vector; twice the weight is twice the vector. */
  readonly vector: (pieces: readonly Piece[]) => SparseVector;
};

/**
 * The terms of the documents, weighed by their rarity (tf–idf, natural logarithm). A term that no document holds has no place; it still
 * makes a vector longer, so that what is mostly unknown counts as little known.
 */
export function termSpace(documents: readonly (readonly string[])[], split: (text: string) => readonly string[]): TermSpace {
  const held = new Map<string, number>();
  for (const texts of documents) {
    for (const term of new Set(texts.flatMap((text) => split(text)))) held.set(term, (held.get(term) ?? 0) + 1);
  }
  const places = new Map([...held.keys()].sort().map((term, place) => [term, place]));
  const rarity = (term: string): number => Math.log((documents.length + 1) / ((held.get(term) ?? 0) + 1)) + 1;

  const vector = (pieces: readonly Piece[]): SparseVector => {
    const counted = new Map<string, number>();
    for (const { text, weight } of pieces) for (const term of split(text)) counted.set(term, (counted.get(term) ?? 0) + weight);
    let square = 0;
    const found: [number, number][] = [];
    for (const [term, count] of counted) {
      const value = count * rarity(term);
      square += value * value;
      const place = places.get(term);
      if (place !== undefined) found.push([place, value]);
    }
    return sparse(found, square);
  };
  return { size: places.size, vector };
}

function sparse(entries: [number, number][], square: number): SparseVector {
  entries.sort(([one], [other]) => one - other);
  return { at: Int32Array.from(entries, ([place]) => place), value: Float64Array.from(entries, ([, value]) => value), square };
}

export const scaled = ({ at, value, square }: SparseVector, by: number): SparseVector => ({
  at,
  value: value.map((amount) => amount * by),
  square: square * by * by,
});

/** The vector with length one; nothing stays nothing. */
export const unit = (vector: SparseVector): SparseVector => (vector.square > 0 ? scaled(vector, 1 / Math.sqrt(vector.square)) : vector);

const known = ({ value }: SparseVector): number => value.reduce((total, amount) => total + amount * amount, 0);

/** The sum of two vectors of one space. Unknown terms are taken to be different in both. */
export function sum(one: SparseVector, other: SparseVector): SparseVector {
  const sums = new Map<number, number>();
  for (const { at, value } of [one, other]) {
    at.forEach((place, index) => {
      sums.set(place, (sums.get(place) ?? 0) + (value[index] ?? 0));
    });
  }
  const entries = [...sums];
  const inside = entries.reduce((total, [, value]) => total + value * value, 0);
  return sparse(entries, inside + one.square - known(one) + other.square - known(other));
}

/** Two vectors of two spaces side by side: the places of the second follow the `size` places of the first. */
export const beside = (one: SparseVector, size: number, other: SparseVector): SparseVector => ({
  at: Int32Array.of(...one.at, ...other.at.map((place) => place + size)),
  value: Float64Array.of(...one.value, ...other.value),
  square: one.square + other.square,
});

export function innerProduct(one: SparseVector, other: SparseVector): number {
  let [first, second, total] = [0, 0, 0];
  while (first < one.at.length && second < other.at.length) {
    const gap = (one.at[first] ?? 0) - (other.at[second] ?? 0);
    if (gap === 0) total += (one.value[first] ?? 0) * (other.value[second] ?? 0);
    if (gap <= 0) first += 1;
    if (gap >= 0) second += 1;
  }
  return total;
}
