/** What any hash chain needs of an entry: its place, the hash before it, and its own. Everything else is covered by `hashOf`. */
export type ChainedEntry = { readonly sequence: number; readonly previousHash: string; readonly hash: string };

/** The head that is kept apart from the entries: without it a cut tail could not be seen. */
export type ChainHead = { readonly sequence: number; readonly hash: string };

export const FIRST_HASH = "0".repeat(64);

export type ChainProblem = {
  /**
   * `edited`: the entry no longer gives its own hash. `gap`: one or more are missing before it. `reordered`: it stands before one that belongs earlier.
   * `repeated`: its place was taken already. `broken`: it does not rest on the entry before it. `cut`: the chain ends before its head, or at another entry.
   */
  readonly problem: "edited" | "gap" | "reordered" | "repeated" | "broken" | "cut";
  /** Sequence number of the entry at which it shows. */
  readonly at: number;
  readonly expected: string;
  readonly found: string;
};

export type ChainVerdict = {
  readonly ok: boolean;
  readonly entries: number;
  readonly head: ChainHead;
  readonly problems: readonly ChainProblem[];
};

const MOST_PROBLEMS = 100;

/** Entries one after another, as they come from the store: memory does not grow with the chain. */
export class ChainVerifier<Entry extends ChainedEntry> {
  readonly #hashOf: (entry: Entry) => string;
  readonly #problems: ChainProblem[] = [];
  #head: ChainHead;
  #highest: number;
  #entries = 0;

  /** `from`: the head after which the entries begin; the start of the chain when left out. */
  constructor(hashOf: (entry: Entry) => string, from: ChainHead = { sequence: 0, hash: FIRST_HASH }) {
    this.#hashOf = hashOf;
    this.#head = from;
    this.#highest = from.sequence;
  }

  add(entry: Entry): void {
    this.#entries += 1;
    this.#checkPlace(entry);
    const computed = this.#hashOf(entry);
    if (computed !== entry.hash) this.#report("edited", entry.sequence, entry.hash, computed);
    this.#head = { sequence: entry.sequence, hash: entry.hash };
    this.#highest = Math.max(this.#highest, entry.sequence);
  }

  #checkPlace(entry: Entry): void {
    const next = this.#head.sequence + 1;
    if (entry.sequence === this.#head.sequence) this.#report("repeated", entry.sequence, String(next), String(entry.sequence));
    else if (entry.sequence < next || entry.sequence <= this.#highest)
      this.#report("reordered", entry.sequence, String(next), String(entry.sequence));
    else if (entry.sequence > next) this.#report("gap", entry.sequence, String(next), String(entry.sequence));
    else if (entry.previousHash !== this.#head.hash) this.#report("broken", entry.sequence, this.#head.hash, entry.previousHash);
  }

  #report(problem: ChainProblem["problem"], at: number, expected: string, found: string): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ problem, at, expected, found });
  }

  /** `head`: what is kept apart, when it is known. */
  finish(head?: ChainHead): ChainVerdict {
    if (head !== undefined && (head.sequence !== this.#head.sequence || head.hash !== this.#head.hash)) {
      const place = (chain: ChainHead): string => `${chain.sequence}:${chain.hash}`;
      this.#report("cut", this.#head.sequence, place(head), place(this.#head));
    }
    return { ok: this.#problems.length === 0, entries: this.#entries, head: this.#head, problems: this.#problems };
  }
}

/** Finds every edit, gap and reorder of a chain held in memory, and says where. */
export function verifyChain<Entry extends ChainedEntry>(
  entries: Iterable<Entry>,
  hashOf: (entry: Entry) => string,
  head?: ChainHead,
): ChainVerdict {
  const verifier = new ChainVerifier(hashOf);
  for (const entry of entries) verifier.add(entry);
  return verifier.finish(head);
}
