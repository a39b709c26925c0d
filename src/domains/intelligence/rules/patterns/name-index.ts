const SLOTS = 1 << 17;
const slot = (first: number, second: number): number => (first * 131 + second) & (SLOTS - 1);

/** Names of two characters and more by their first two: most places of a text are told apart without looking any name up. */
export class NameIndex<Named extends { readonly name: string }> {
  readonly #filter = new Int32Array(SLOTS >> 5);
  readonly #lists = new Map<number, readonly Named[]>();

  /** Of two with the same name the first counts. */
  constructor(all: Iterable<Named>) {
    const lists = new Map<number, Named[]>();
    for (const named of all) {
      const [first, second] = [named.name.charCodeAt(0), named.name.charCodeAt(1)];
      const at = slot(first, second);
      this.#filter[at >> 5] = (this.#filter[at >> 5] ?? 0) | (1 << (at & 31));
      const key = first * 65_536 + second;
      const list = lists.get(key);
      if (list) list.push(named);
      else lists.set(key, [named]);
    }
    for (const [key, list] of lists)
      this.#lists.set(
        key,
        list.sort((left, right) => right.name.length - left.name.length),
      );
  }

  /** The longest name that starts at `place`. */
  at(text: string, place: number): Named | undefined {
    if (place < 0 || place + 1 >= text.length) return undefined;
    const first = text.charCodeAt(place);
    const second = text.charCodeAt(place + 1);
    const at = slot(first, second);
    if (((this.#filter[at >> 5] ?? 0) & (1 << (at & 31))) === 0) return undefined;
    const list = this.#lists.get(first * 65_536 + second);
    if (list) for (const named of list) if (text.startsWith(named.name, place)) return named;
    return undefined;
  }
}
