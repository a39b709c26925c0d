import type { OrganisationKindName } from "#domains/intelligence/rules/entities/known-names.ts";

/** One place of the text where an organisation is named. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: OrganisationKindName;
  readonly confidence: number;
  readonly rule: string;
};

/** Where mentions overlap the one that was put first stays; later rules fill the gaps. */
export class Mentions {
  readonly list: Mention[] = [];
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length + 1);
  }

  isTaken(start: number, end: number): boolean {
    for (let place = start; place < end; place += 1) if (this.#taken[place] === 1) return true;
    return false;
  }

  put(mention: Mention): boolean {
    if (mention.end <= mention.start || this.isTaken(mention.start, mention.end)) return false;
    this.#taken.fill(1, mention.start, mention.end);
    this.list.push(mention);
    return true;
  }
}

/** Mentions inside `[from, to)`, found by halving: they are in order. */
export function mentionsWithin(mentions: readonly Mention[], from: number, to: number): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let at = low; at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (!mention || mention.start >= to) break;
    if (mention.end <= to) found.push(mention);
  }
  return found;
}
