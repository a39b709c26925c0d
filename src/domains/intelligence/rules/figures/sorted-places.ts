/** Something that stands at a place of the text; lists of them are in order and do not overlap. */
export type Stretch = { readonly start: number; readonly end: number };

/** The number of places that start before `place`. */
export function countBefore(places: readonly Stretch[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const lastBefore = <T extends Stretch>(places: readonly T[], place: number): T | undefined => places[countBefore(places, place) - 1];

/** Those that lie within `[from, to)`, in order. */
export function* within<T extends Stretch>(places: readonly T[], from: number, to: number): Generator<T> {
  let index = countBefore(places, from);
  for (let place = places[index]; place && place.end <= to; index += 1, place = places[index]) yield place;
}
