import { type Business, plainWord } from "#domains/promotion/rules/chain-fit.ts";
import { GROWTH_LEAST, GROWTH_MOST, type HeldQualification } from "#domains/promotion/rules/target-measures.ts";
import type { Controller, EnterpriseStatus, QualificationKind, QualificationLevel } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** What the register knows of one enterprise, as far as a ranking asks. */
export type PoolRow = Business & {
  readonly id: string;
  readonly status: EnterpriseStatus;
  readonly regionCode: string | null;
  readonly foundedOn: LocalDate | null;
  readonly capitalYuan: string | null;
  readonly employees: number | null;
  readonly revenueYuan: string | null;
  readonly controller: Controller | null;
  readonly listed: boolean;
  readonly growthPct: string | null;
  readonly growthYear: number | null;
  readonly prominence: number;
  readonly hasTies: boolean;
  readonly qualifications: readonly HeldQualification[];
};

/** Different values by number; number 0 is none. */
export class Dictionary {
  readonly values: string[] = [""];
  readonly #numbers = new Map<string, number>();

  number(value: string | null): number {
    if (value === null) return 0;
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.values.push(value);
    this.#numbers.set(value, this.values.length - 1);
    return this.values.length - 1;
  }
}

/** A growing column of numbers. */
class Column<Cells extends Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array> {
  #cells: Cells;
  #length = 0;
  readonly #make: (length: number) => Cells;

  constructor(make: (length: number) => Cells) {
    this.#make = make;
    this.#cells = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#cells.length) this.#grow(this.#length + 1);
    this.#cells[this.#length] = value;
    this.#length += 1;
  }

  pushAll(values: ArrayLike<number>): void {
    if (this.#length + values.length > this.#cells.length) this.#grow(this.#length + values.length);
    this.#cells.set(values, this.#length);
    this.#length += values.length;
  }

  #grow(least: number): void {
    const larger = this.#make(Math.max(least, Math.ceil(this.#length * 1.6)));
    larger.set(this.#cells);
    this.#cells = larger;
  }

  includesFrom(start: number, value: number): boolean {
    for (let place = start; place < this.#length; place += 1) if (this.#cells[place] === value) return true;
    return false;
  }

  finish(): Cells {
    return this.#cells.slice(0, this.#length) as Cells;
  }
}

const bytes = () => new Column((length) => new Uint8Array(length));
const shorts = () => new Column((length) => new Uint16Array(length));
const signed = () => new Column((length) => new Int16Array(length));
const words = () => new Column((length) => new Uint32Array(length));
const days = () => new Column((length) => new Int32Array(length));
const amounts = () => new Column((length) => new Float64Array(length));

export const KNOWN_BUSINESS = 1;
export const HAS_TIES = 2;
export const LISTED = 4;
const MOST_PROMINENCE = 65_535;
/** In a column of counts and amounts. */
export const NOT_KNOWN = -1;

/** 2026-03-13 as 20260313: numbers of this shape compare as days do. */
export const dayNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
const FIRST_DAY = 0;
const LAST_DAY = 99_991_231;

/** The columns of the whole register in the order of the ids: some 80 bytes an enterprise, so that five million fit in half a gigabyte. */
export type ScreeningPool = ReturnType<PoolBuilder["finish"]>;

/** Takes the rows in the order of their ids. */
export class PoolBuilder {
  readonly #ids = bytes();
  readonly #classes = new Dictionary();
  readonly #regions = new Dictionary();
  readonly #statuses = new Dictionary();
  readonly #controllers = new Dictionary();
  readonly #qualificationKinds = new Dictionary();
  readonly #words = new Dictionary();
  readonly #spellings = new Map<string, number>();
  readonly #mainClass = shorts();
  readonly #otherStart = words();
  readonly #otherClass = shorts();
  readonly #wordStart = words();
  readonly #wordOf = words();
  readonly #status = bytes();
  readonly #region = shorts();
  readonly #controller = bytes();
  readonly #founded = days();
  readonly #capital = amounts();
  readonly #revenue = amounts();
  readonly #employees = days();
  readonly #growth = signed();
  readonly #growthYear = shorts();
  readonly #prominence = shorts();
  readonly #flags = bytes();
  readonly #heldStart = words();
  readonly #heldKind = bytes();
  readonly #heldFrom = days();
  readonly #heldTo = days();
  #last = "";
  #size = 0;

  add(row: PoolRow): void {
    if (row.id <= this.#last) throw new RangeError(`ids must rise: ${row.id} after ${this.#last}`);
    this.#last = row.id;
    this.#size += 1;
    this.#ids.pushAll(bytesOf(row.id));
    this.#mainClass.push(this.#classes.number(row.classCode));
    this.#otherStart.push(this.#otherClass.length);
    for (const code of row.otherClasses) this.#otherClass.push(this.#classes.number(code));
    this.#wordStart.push(this.#wordOf.length);
    this.#addWords(row.products);
    this.#status.push(this.#statuses.number(row.status));
    this.#region.push(this.#regions.number(row.regionCode));
    this.#controller.push(this.#controllers.number(row.controller));
    this.#founded.push(row.foundedOn === null ? NOT_KNOWN : dayNumber(row.foundedOn));
    this.#capital.push(row.capitalYuan === null ? NOT_KNOWN : Number(row.capitalYuan));
    // A revenue below nothing, after returns, is known and yet below every range.
    this.#revenue.push(row.revenueYuan === null ? NOT_KNOWN : Math.max(0, Number(row.revenueYuan)));
    this.#employees.push(row.employees ?? NOT_KNOWN);
    this.#addGrowth(row);
    this.#prominence.push(Math.min(MOST_PROMINENCE, Math.max(0, row.prominence)));
    const hasBusiness = row.classCode !== null || row.otherClasses.length > 0 || row.products.length > 0;
    this.#flags.push((hasBusiness ? KNOWN_BUSINESS : 0) | (row.hasTies ? HAS_TIES : 0) | (row.listed ? LISTED : 0));
    this.#heldStart.push(this.#heldKind.length);
    for (const { kind, level, from, to } of row.qualifications) {
      this.#heldKind.push(this.#qualificationKinds.number(`${kind}:${level ?? ""}`));
      this.#heldFrom.push(from === null ? FIRST_DAY : dayNumber(from));
      this.#heldTo.push(to === null ? LAST_DAY : dayNumber(to));
    }
  }

  /** Each word once. Spellings are few beside rows: how one is meant is worked out when it is first met. */
  #addWords(products: readonly string[]): void {
    const start = this.#wordOf.length;
    for (const product of products) {
      let word = this.#spellings.get(product);
      if (word === undefined) {
        const plain = plainWord(product);
        word = plain === "" ? 0 : this.#words.number(plain);
        this.#spellings.set(product, word);
      }
      if (word !== 0 && !this.#wordOf.includesFrom(start, word)) this.#wordOf.push(word);
    }
  }

  #addGrowth({ growthPct, growthYear }: PoolRow): void {
    const known = growthPct !== null && growthYear !== null;
    const percent = known ? Number(growthPct) : 0;
    const rounded = Math.sign(percent) * Math.round(Math.abs(percent));
    this.#growth.push(Math.min(GROWTH_MOST, Math.max(GROWTH_LEAST, rounded)));
    this.#growthYear.push(known ? growthYear : 0);
  }

  finish() {
    this.#otherStart.push(this.#otherClass.length);
    this.#wordStart.push(this.#wordOf.length);
    this.#heldStart.push(this.#heldKind.length);
    const wordStart = this.#wordStart.finish();
    const wordOf = this.#wordOf.finish();
    return {
      size: this.#size,
      ids: this.#ids.finish(),
      classes: this.#classes.values,
      regions: this.#regions.values,
      statuses: this.#statuses.values as readonly ("" | EnterpriseStatus)[],
      controllers: this.#controllers.values as readonly ("" | Controller)[],
      /** `kind:level`. */
      qualificationKinds: this.#qualificationKinds.values,
      words: this.#words.values,
      pairs: indexPairs(this.#words.values),
      mainClass: this.#mainClass.finish(),
      otherStart: this.#otherStart.finish(),
      otherClass: this.#otherClass.finish(),
      ...turnRound(wordStart, wordOf, this.#words.values.length),
      status: this.#status.finish(),
      region: this.#region.finish(),
      controller: this.#controller.finish(),
      founded: this.#founded.finish(),
      capital: this.#capital.finish(),
      revenue: this.#revenue.finish(),
      employees: this.#employees.finish(),
      growth: this.#growth.finish(),
      growthYear: this.#growthYear.finish(),
      prominence: this.#prominence.finish(),
      flags: this.#flags.finish(),
      heldStart: this.#heldStart.finish(),
      heldKind: this.#heldKind.finish(),
      heldFrom: this.#heldFrom.finish(),
      heldTo: this.#heldTo.finish(),
    };
  }
}

/** Words by enterprise turned into enterprises by word. */
function turnRound(wordStart: Uint32Array, wordOf: Uint32Array, count: number) {
  const holderStart = new Uint32Array(count + 1);
  for (const word of wordOf) holderStart[word + 1] = (holderStart[word + 1] ?? 0) + 1;
  for (let word = 0; word < count; word += 1) holderStart[word + 1] = (holderStart[word + 1] ?? 0) + (holderStart[word] ?? 0);
  const next = holderStart.slice();
  const holders = new Uint32Array(wordOf.length);
  for (let enterprise = 0; enterprise + 1 < wordStart.length; enterprise += 1)
    for (let place = wordStart[enterprise] ?? 0; place < (wordStart[enterprise + 1] ?? 0); place += 1) {
      const word = wordOf[place] ?? 0;
      const free = next[word] ?? 0;
      holders[free] = enterprise;
      next[word] = free + 1;
    }
  return { holderStart, holders };
}

/** Words by each pair of neighbouring characters in them: two words of which one holds the other share one. */
function indexPairs(values: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  values.forEach((word, number) => {
    for (const pair of pairsOf(word)) {
      const there = index.get(pair);
      if (there === undefined) index.set(pair, [number]);
      else there.push(number);
    }
  });
  return index;
}

export const pairsOf = (word: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, place) => word.slice(place, place + 2)));

/** The qualification behind a number of `heldKind`. */
export function qualificationAt(
  pool: Pick<ScreeningPool, "qualificationKinds">,
  number: number,
): { readonly kind: QualificationKind; readonly level: QualificationLevel | null } {
  const [kind, level] = (pool.qualificationKinds[number] ?? ":").split(":");
  return { kind: kind as QualificationKind, level: level === "" ? null : (level as QualificationLevel) };
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

export function idAt({ ids }: Pick<ScreeningPool, "ids">, index: number): string {
  let hex = "";
  for (let place = index * 16; place < index * 16 + 16; place += 1) hex += HEX[ids[place] ?? 0];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const DIGITS = Uint8Array.from({ length: 103 }, (_, code) => (code >= 97 ? code - 87 : code >= 65 && code <= 70 ? code - 55 : code - 48));

/** The sixteen bytes of an id in the usual spelling. */
function bytesOf(id: string): Uint8Array {
  const bytes = new Uint8Array(16);
  let at = 0;
  for (let place = 0; at < 16; place += 2) {
    if (id.charCodeAt(place) === 45) place += 1;
    bytes[at] = (DIGITS[id.charCodeAt(place)] ?? 0) * 16 + (DIGITS[id.charCodeAt(place + 1)] ?? 0);
    at += 1;
  }
  return bytes;
}

/** The place of an enterprise in the columns; −1 when it is not in them. */
export function indexOf(pool: Pick<ScreeningPool, "ids" | "size">, id: string): number {
  const wanted = bytesOf(id);
  let low = 0;
  let high = pool.size - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(pool.ids, middle, wanted);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function compareAt(ids: Uint8Array, index: number, wanted: Uint8Array): number {
  for (let place = 0; place < 16; place += 1) {
    const difference = (ids[index * 16 + place] ?? 0) - (wanted[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
