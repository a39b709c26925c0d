import { ANY, edgesOf } from "#domains/intelligence/rules/patterns/pattern-edges.ts";
import { PairSet, UnitSet } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** The first units of the heads. */
const firstUnits = (heads: ReadonlySet<string>): ReadonlySet<number> | null =>
  [...heads].some((head) => head === "" || head[0] === ANY) ? null : new Set([...heads].map((head) => head.charCodeAt(0)));

/**
 * A pattern that ends in `$`. Most texts end in a character with which it cannot end: they are told apart by one look, and only the others are
 * read, no further back than the pattern reaches.
 */
export class EndPattern {
  readonly #pattern: RegExp;
  readonly #last: UnitSet;
  readonly #reach: number;

  constructor(pattern: RegExp) {
    const edges = edgesOf(pattern);
    if (!edges.atEnd || /[gy]/.test(pattern.flags)) throw new SyntaxError(`not tied to the end: ${pattern.source}`);
    this.#pattern = pattern;
    this.#last = new UnitSet(edges.empty ? null : edges.last);
    this.#reach = edges.longest + edges.behind + 1;
  }

  test(text: string): boolean {
    const to = text.length;
    return (to === 0 || this.#last.mayHave(text.charCodeAt(to - 1))) && this.#pattern.test(this.#window(text, 0, to));
  }

  /** Whether the words `[from, to)` of the text end so. */
  testIn(text: string, from: number, to: number): boolean {
    return (to <= from || this.#last.mayHave(text.charCodeAt(to - 1))) && this.#pattern.test(this.#window(text, Math.max(0, from), to));
  }

  /** The match in the words `[from, to)`; its index counts from where reading began, so its length tells the place. */
  execIn(text: string, from: number, to: number): RegExpExecArray | null {
    return to <= from || this.#last.mayHave(text.charCodeAt(to - 1)) ? this.#pattern.exec(this.#window(text, Math.max(0, from), to)) : null;
  }

  exec(text: string): RegExpExecArray | null {
    return this.execIn(text, 0, text.length);
  }

  /** The text without what matches. */
  cut(text: string): string {
    const found = this.execIn(text, 0, text.length);
    return found ? text.slice(0, text.length - found[0].length) : text;
  }

  #window(text: string, from: number, to: number): string {
    const start = to - from > this.#reach ? to - this.#reach : from;
    return start === 0 && to === text.length ? text : text.slice(start, Math.max(start, to));
  }
}

/** A pattern that begins with `^`: texts that begin with another character are told apart by one look. */
export class StartPattern {
  readonly #pattern: RegExp;
  readonly #first: UnitSet;

  constructor(pattern: RegExp) {
    const edges = edgesOf(pattern);
    if (!edges.atStart || /[gy]/.test(pattern.flags)) throw new SyntaxError(`not tied to the start: ${pattern.source}`);
    this.#pattern = pattern;
    // Tied to both ends it matches nothing in an empty text only.
    this.#first = new UnitSet(firstUnits(edges.atEnd ? new Set([...edges.heads].filter((head) => head !== "")) : edges.heads));
  }

  test(text: string): boolean {
    return (text.length === 0 || this.#first.mayHave(text.charCodeAt(0))) && this.#pattern.test(text);
  }

  /** Whether the words `[from, to)` of the text begin so. */
  testIn(text: string, from: number, to: number): boolean {
    return (to <= from || this.#first.mayHave(text.charCodeAt(from))) && this.#pattern.test(text.slice(from, Math.max(from, to)));
  }

  execIn(text: string, from: number, to: number): RegExpExecArray | null {
    return to <= from || this.#first.mayHave(text.charCodeAt(from)) ? this.#pattern.exec(text.slice(from, Math.max(from, to))) : null;
  }

  exec(text: string): RegExpExecArray | null {
    return text.length === 0 || this.#first.mayHave(text.charCodeAt(0)) ? this.#pattern.exec(text) : null;
  }

  /** The text without what matches. */
  cut(text: string): string {
    const found = this.exec(text);
    return found ? text.slice(found[0].length) : text;
  }
}

/** A pattern that is looked for anywhere: it is tried only where two units stand with which it can begin. */
export class FindPattern {
  readonly #global: RegExp;
  readonly #sticky: RegExp;
  readonly #first: UnitSet;
  /** Undefined when the second unit tells nothing. */
  readonly #pairs: PairSet | undefined;
  readonly #alone: UnitSet | undefined;

  /** `least`: shorter matches do not count where the pattern is asked at one place. */
  constructor(pattern: RegExp, least: 1 | 2 = 1) {
    const edges = edgesOf(pattern);
    const heads = least === 1 ? edges.heads : new Set([...edges.heads].filter((head) => head.length === 2));
    if (edges.empty && least === 1) throw new SyntaxError(`matches nothing at all places: ${pattern.source}`);
    const flags = pattern.flags.replace(/[gy]/g, "");
    this.#global = new RegExp(pattern.source, `${flags}g`);
    this.#sticky = new RegExp(pattern.source, `${flags}y`);
    this.#first = new UnitSet(firstUnits(heads));
    const alone = [...heads].filter((head) => head.length < 2 || head[1] === ANY);
    this.#alone = alone.length === 0 ? undefined : new UnitSet(firstUnits(new Set(alone)));
    this.#pairs = alone.length === heads.size ? undefined : new PairSet();
    for (const head of heads) if (head.length === 2) this.#pairs?.add(head.charCodeAt(0), head.charCodeAt(1));
  }

  /** False where it cannot begin. */
  mayStandAt(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    if (!this.#first.mayHave(unit)) return false;
    return this.#pairs === undefined || this.#alone?.mayHave(unit) || this.#pairs.mayHave(unit, text.charCodeAt(at + 1));
  }

  /** The next place in `[from, to)` where it may begin, otherwise -1. */
  #candidate(text: string, from: number, to: number): number {
    for (let at = this.#first.next(text, from, to); at >= 0; at = this.#first.next(text, at + 1, to)) {
      if (
        this.#pairs === undefined ||
        this.#alone?.mayHave(text.charCodeAt(at)) ||
        this.#pairs.mayHave(text.charCodeAt(at), text.charCodeAt(at + 1))
      )
        return at;
    }
    return -1;
  }

  test(text: string): boolean {
    const at = this.#candidate(text, 0, text.length);
    if (at < 0) return false;
    this.#global.lastIndex = at;
    const found = this.#global.test(text);
    this.#global.lastIndex = 0;
    return found;
  }

  /** Whether it stands within the words `[from, to)`, of which nothing around is seen. */
  testIn(text: string, from: number, to: number): boolean {
    const start = Math.max(0, from);
    return this.#candidate(text, start, to) >= 0 && this.test(text.slice(start, to));
  }

  /** The match that starts at `place`. */
  execAt(text: string, place: number): RegExpExecArray | null {
    if (!this.mayStandAt(text, place)) return null;
    this.#sticky.lastIndex = place;
    return this.#sticky.exec(text);
  }

  /** Whether anything in `[from, to)` may begin it. */
  mayStandIn(text: string, from: number, to: number): boolean {
    return this.#candidate(text, Math.max(0, from), to) >= 0;
  }

  /** The length of the match that starts at `place`, 0 when none does. */
  lengthAt(text: string, place: number): number {
    if (!this.mayStandAt(text, place)) return 0;
    this.#sticky.lastIndex = place;
    return this.#sticky.test(text) ? this.#sticky.lastIndex - place : 0;
  }

  exec(text: string): RegExpExecArray | null {
    for (let at = this.#candidate(text, 0, text.length); at >= 0; at = this.#candidate(text, at + 1, text.length)) {
      this.#sticky.lastIndex = at;
      const match = this.#sticky.exec(text);
      if (match) return match;
    }
    return null;
  }

  /** All matches that start in `[from, to)`, from left to right, without overlaps. */
  all(text: string, from = 0, to = text.length): RegExpExecArray[] {
    const matches: RegExpExecArray[] = [];
    for (let at = this.#candidate(text, from, to); at >= 0; at = this.#candidate(text, at, to)) {
      this.#sticky.lastIndex = at;
      const match = this.#sticky.exec(text);
      if (match) matches.push(match);
      at += match?.[0].length ?? 1;
    }
    return matches;
  }

  /** Where the match ends that starts last, 0 when there is none; matches may overlap. */
  endOfLast(text: string): number {
    for (let at = text.length - 1; at >= 0; at -= 1) {
      if (!this.mayStandAt(text, at)) continue;
      this.#sticky.lastIndex = at;
      if (this.#sticky.test(text)) return this.#sticky.lastIndex;
    }
    return 0;
  }

  replaceFirst(text: string, put: string): string {
    const match = this.exec(text);
    return match ? `${text.slice(0, match.index)}${put}${text.slice(match.index + match[0].length)}` : text;
  }

  replaceAll(text: string, put: string): string {
    return this.test(text) ? text.replace(this.#global, put) : text;
  }
}
