import type { Span } from "#domains/intelligence/contract/extraction.ts";

/**
 * A text in which every character knows where it came from in the stored original.
 * `offsets[i]` is the UTF-16 place in the original of `text[i]`. Cutting, joining and replacing keep the map true.
 */
export class MappedText {
  readonly text: string;
  readonly offsets: Int32Array;

  constructor(text: string, offsets: Int32Array) {
    if (text.length !== offsets.length) throw new RangeError(`text of ${text.length} characters with ${offsets.length} offsets`);
    this.text = text;
    this.offsets = offsets;
  }

  static of(original: string): MappedText {
    const offsets = new Int32Array(original.length);
    for (let place = 0; place < offsets.length; place += 1) offsets[place] = place;
    return new MappedText(original, offsets);
  }

  static join(parts: readonly MappedText[]): MappedText {
    const offsets = new Int32Array(parts.reduce((sum, part) => sum + part.offsets.length, 0));
    let place = 0;
    for (const part of parts) {
      offsets.set(part.offsets, place);
      place += part.offsets.length;
    }
    return new MappedText(parts.map((part) => part.text).join(""), offsets);
  }

  get length(): number {
    return this.text.length;
  }

  /** The part shares its places with this text. */
  slice(start: number, end: number = this.length): MappedText {
    return new MappedText(this.text.slice(start, end), this.offsets.subarray(start, end));
  }

  /** Replaces every match; the characters put in point at the first character of what they replace. */
  replace(pattern: RegExp, put: string | ((match: RegExpExecArray) => string)): MappedText {
    const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
    const parts: MappedText[] = [];
    let from = 0;
    for (const match of this.text.matchAll(global)) {
      const replacement = typeof put === "string" ? put : put(match);
      parts.push(this.slice(from, match.index));
      const origin = this.offsets[match.index] ?? this.offsets.at(-1) ?? 0;
      parts.push(new MappedText(replacement, new Int32Array(replacement.length).fill(origin)));
      from = match.index + match[0].length;
    }
    if (parts.length === 0) return this;
    parts.push(this.slice(from));
    return MappedText.join(parts);
  }

  /** Replaces the characters one for one, such as full-width by half-width or traditional by simplified. */
  mapCharacters(text: string): MappedText {
    return new MappedText(text, this.offsets);
  }

  /** The spans of the original under `[start, end)` of this text, joined while nothing but `tolerated` was cut between them. */
  spansOf(start: number, end: number, tolerated = 0): Span[] {
    const spans: Span[] = [];
    for (let place = start; place < end; place += 1) {
      const at = this.offsets[place];
      if (at === undefined) break;
      const last = spans.at(-1);
      if (last && at >= last.start && at <= last.end + tolerated) last.end = Math.max(last.end, at + 1);
      else spans.push({ start: at, end: at + 1 });
    }
    return spans;
  }
}
