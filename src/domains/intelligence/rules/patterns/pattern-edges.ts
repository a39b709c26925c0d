import { BLANKS } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** UTF-16 units that may stand at an edge; `null`: any. */
type Units = ReadonlySet<number> | null;

/** The first two units of what matches, one or none where it is so short; `ANY` stands for any unit. */
type Heads = ReadonlySet<string>;
export const ANY = "\uffff";

/** What a part of a pattern can begin and end with. */
type Part = {
  readonly heads: Heads;
  readonly last: Units;
  /** It can match nothing. */
  readonly empty: boolean;
  /** Every match begins at the start of the text, ends at its end. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The most units it takes, and how far it looks to the left of what it takes. */
  readonly longest: number;
  readonly behind: number;
};

/** Ranges wider than this are taken for any unit. */
const WIDEST_RANGE = 300;
const NOTHING: Units = new Set<number>();
const NO_HEAD: Heads = new Set([""]);
/** More heads than these are told apart by their first unit only. */
const MOST_HEADS = 6000;
const BLANK: Part = { heads: NO_HEAD, last: NOTHING, empty: true, atStart: false, atEnd: false, longest: 0, behind: 0 };
const CLASSES: Readonly<Record<string, string>> = {
  d: "0123456789",
  w: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_",
  s: BLANKS,
};
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v", 0: "\0" };

const union = (left: Units, right: Units): Units => (left === null || right === null ? null : new Set([...left, ...right]));
const unitsOf = (text: string): Units => new Set(Array.from({ length: text.length }, (_, place) => text.charCodeAt(place)));
const oneOf = (units: Units): Part => ({
  ...BLANK,
  heads: new Set(units === null ? [ANY] : [...units].map((unit) => String.fromCharCode(unit))),
  last: units,
  empty: false,
  longest: 1,
});

/** The heads of one part behind another; many are cut to their first unit. */
function headsOf(left: Heads, right: Heads): Heads {
  const heads = new Set<string>();
  for (const head of left) {
    if (head.length === 2) heads.add(head);
    else for (const next of right) heads.add(`${head}${next}`.slice(0, 2));
  }
  return heads.size <= MOST_HEADS ? heads : new Set([...heads].map((head) => (head.length < 2 ? head : `${head[0] ?? ANY}${ANY}`)));
}

function followed(left: Part, right: Part): Part {
  return {
    heads: headsOf(left.heads, right.heads),
    last: right.empty ? union(left.last, right.last) : right.last,
    empty: left.empty && right.empty,
    atStart: left.atStart || (left.longest === 0 && right.atStart),
    atEnd: right.atEnd || (right.longest === 0 && left.atEnd),
    longest: left.longest + right.longest,
    behind: Math.max(left.behind, right.behind - (left.empty ? 0 : 1)),
  };
}

const either = (left: Part, right: Part): Part => ({
  heads: new Set([...left.heads, ...right.heads]),
  last: union(left.last, right.last),
  empty: left.empty || right.empty,
  atStart: left.atStart && right.atStart,
  atEnd: left.atEnd && right.atEnd,
  longest: Math.max(left.longest, right.longest),
  behind: Math.max(left.behind, right.behind),
});

/** Reads the source of a pattern; of the flags only `i` may change its meaning. */
class PatternReader {
  readonly #source: string;
  readonly #anyCase: boolean;
  #at = 0;

  constructor(source: string, anyCase: boolean) {
    this.#source = source;
    this.#anyCase = anyCase;
  }

  read(): Part {
    const whole = this.#alternatives();
    if (this.#at < this.#source.length) throw new SyntaxError(`cannot read the pattern at ${this.#at}: ${this.#source}`);
    return whole;
  }

  #alternatives(): Part {
    let whole = this.#sequence();
    while (this.#take("|")) whole = either(whole, this.#sequence());
    return whole;
  }

  #sequence(): Part {
    let whole = BLANK;
    for (let next = this.#source[this.#at]; next !== undefined && next !== "|" && next !== ")"; next = this.#source[this.#at])
      whole = followed(whole, this.#counted(this.#atom()));
    return whole;
  }

  #counted(part: Part): Part {
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#source.slice(this.#at, this.#at + 16));
    if (!found) return part;
    this.#at += found[0].length;
    const sign = found[0][0];
    const least = sign === "+" ? 1 : sign === "{" ? Number(found[1]) : 0;
    const most = sign === "?" ? 1 : sign !== "{" ? Infinity : found[2] === undefined ? least : found[3] ? Number(found[3]) : Infinity;
    const optional = least === 0;
    const again = most > 1 ? headsOf(part.heads, new Set([...part.heads, ""])) : part.heads;
    return {
      ...part,
      heads: optional ? new Set([...again, ""]) : again,
      empty: part.empty || optional,
      atStart: part.atStart && !optional,
      atEnd: part.atEnd && !optional,
      longest: part.longest === 0 ? 0 : part.longest * most,
    };
  }

  #atom(): Part {
    const sign = this.#source[this.#at] ?? "";
    this.#at += 1;
    if (sign === "(") return this.#group();
    if (sign === "[") return oneOf(this.#cased(this.#class()));
    if (sign === ".") return oneOf(null);
    if (sign === "^") return { ...BLANK, atStart: true, behind: 1 };
    if (sign === "$") return { ...BLANK, atEnd: true };
    if (sign !== "\\") return oneOf(this.#cased(unitsOf(sign)));
    const escaped = this.#source[this.#at];
    if (escaped === "b" || escaped === "B") {
      this.#at += 1;
      return { ...BLANK, behind: 1 };
    }
    return oneOf(this.#cased(this.#escape()));
  }

  #group(): Part {
    if (this.#take("?:")) return this.#closed();
    if (this.#take("?=") || this.#take("?!")) {
      this.#closed();
      return BLANK;
    }
    if (this.#take("?<=") || this.#take("?<!")) {
      const { longest, behind } = this.#closed();
      return { ...BLANK, behind: longest + behind };
    }
    if (this.#take("?")) throw new SyntaxError(`this kind of group is not read: ${this.#source}`);
    return this.#closed();
  }

  #closed(): Part {
    const inside = this.#alternatives();
    if (!this.#take(")")) throw new SyntaxError(`a bracket stays open: ${this.#source}`);
    return inside;
  }

  #class(): Units {
    let units: Units = NOTHING;
    const negated = this.#take("^");
    while (!this.#take("]")) {
      const from = this.#classUnits();
      if (this.#source[this.#at] !== "-" || this.#source[this.#at + 1] === "]") {
        units = union(units, from);
        continue;
      }
      this.#at += 1;
      const to = this.#classUnits();
      const low = [...(from ?? [])][0] ?? 0;
      const high = [...(to ?? [])][0] ?? 0xffff;
      units = high - low > WIDEST_RANGE ? null : union(units, new Set(Array.from({ length: high - low + 1 }, (_, step) => low + step)));
      if (units === null) {
        while (!this.#take("]")) this.#classUnits();
        return null;
      }
    }
    return negated ? null : units;
  }

  #classUnits(): Units {
    const sign = this.#source[this.#at] ?? "";
    if (sign === "") throw new SyntaxError(`a class stays open: ${this.#source}`);
    this.#at += 1;
    return sign === "\\" ? this.#escape() : unitsOf(sign);
  }

  #escape(): Units {
    const sign = this.#source[this.#at] ?? "";
    this.#at += 1;
    if (sign === "u" || sign === "x") {
      const length = sign === "u" ? 4 : 2;
      const code = Number.parseInt(this.#source.slice(this.#at, this.#at + length), 16);
      this.#at += length;
      return new Set([code]);
    }
    if (/[1-9kpPc]/.test(sign)) throw new SyntaxError(`\\${sign} is not read: ${this.#source}`);
    if (/[DWS]/.test(sign)) return null;
    return unitsOf(CLASSES[sign] ?? CONTROLS[sign] ?? sign);
  }

  /** Both cases of every letter, where the pattern takes no notice of case. */
  #cased(units: Units): Units {
    if (!this.#anyCase || units === null) return units;
    const letters = [...units].map((unit) => String.fromCharCode(unit));
    return union(units, unitsOf(letters.flatMap((letter) => [letter.toLowerCase(), letter.toUpperCase()]).join("")));
  }

  #take(words: string): boolean {
    if (!this.#source.startsWith(words, this.#at)) return false;
    this.#at += words.length;
    return true;
  }
}

/** What every match of a pattern begins and ends with, where it is tied, how long it can be. */
export type PatternEdges = Part;

export function edgesOf(pattern: RegExp): PatternEdges {
  if (/[muvs]/.test(pattern.flags)) throw new SyntaxError(`a pattern with flags ${pattern.flags} is not read: ${pattern.source}`);
  return new PatternReader(pattern.source, pattern.ignoreCase).read();
}
