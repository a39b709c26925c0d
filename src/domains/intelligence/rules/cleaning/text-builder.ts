import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

const CHUNK = 8192;

/** Collects UTF-16 units with the place each came from; grows by doubling, so that a large document stays linear. */
export class TextBuilder {
  #units: Uint16Array;
  #offsets: Int32Array;
  #length = 0;

  constructor(expected = 1024) {
    this.#units = new Uint16Array(Math.max(16, expected));
    this.#offsets = new Int32Array(Math.max(16, expected));
  }

  get length(): number {
    return this.#length;
  }

  /** The unit last written, 0 when there is none. */
  get last(): number {
    return this.#length > 0 ? (this.#units[this.#length - 1] ?? 0) : 0;
  }

  push(unit: number, offset: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#offsets[this.#length] = offset;
    this.#length += 1;
  }

  /** The place of the original under a unit; of the last one beyond the end. */
  offsetAt(place: number): number {
    return this.#offsets[Math.min(place, this.#length - 1)] ?? 0;
  }

  replace(place: number, unit: number): void {
    if (place < this.#length) this.#units[place] = unit;
  }

  pushText(text: string, offset: number): void {
    for (let place = 0; place < text.length; place += 1) this.push(text.charCodeAt(place), offset);
  }

  append(source: MappedText, start: number, end: number): void {
    for (let place = start; place < end; place += 1) this.push(source.text.charCodeAt(place), source.offsets[place] ?? 0);
  }

  build(): MappedText {
    const parts: string[] = [];
    for (let place = 0; place < this.#length; place += CHUNK) {
      const units = this.#units.subarray(place, Math.min(place + CHUNK, this.#length));
      // Spreading a typed array walks it by an iterator; `apply` reads it in place.
      parts.push(String.fromCharCode.apply(null, units as unknown as number[]));
    }
    return new MappedText(parts.join(""), this.#offsets.slice(0, this.#length));
  }

  #grow(): void {
    const units = new Uint16Array(this.#units.length * 2);
    units.set(this.#units);
    this.#units = units;
    const offsets = new Int32Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
  }
}
