import ipaddr from "ipaddr.js";
import { AppError } from "#kernel/app-error.ts";

export type GuessesAllowed = { readonly wrong: number; readonly minutes: number };

/** Addresses that are remembered at most: whoever has more than these to guess from is not stopped by a list. */
const MOST_ADDRESSES = 20_000;
/** What one subscriber of IPv6 is given as a rule. */
const V6_NETWORK = { parts: 4 } as const;

/**
 * Counts wrong codes by address, in this process. A guess is counted before it is looked at, so that guesses sent all at once do not slip
 * through together; one that was right is taken back.
 */
export class GuessLimit {
  readonly #windows = new Map<string, { readonly until: number; wrong: number }>();

  /** @returns what takes the guess back. @throws AppError `access.too-many-guesses` */
  begin(what: string, address: string, { wrong, minutes }: GuessesAllowed, now: Date): () => void {
    const key = `${what} ${networkOf(address)}`;
    const at = now.getTime();
    const known = this.#windows.get(key);
    const window = known !== undefined && known.until > at ? known : { until: at + minutes * 60_000, wrong: 0 };
    if (window.wrong >= wrong) throw new AppError("access.too-many-guesses", "too-many", { minutes });
    window.wrong += 1;
    if (window !== known) {
      this.#windows.delete(key);
      this.#makeRoom(at);
      this.#windows.set(key, window);
    }
    return () => {
      window.wrong -= 1;
    };
  }

  #makeRoom(at: number): void {
    if (this.#windows.size < MOST_ADDRESSES) return;
    for (const [key, { until }] of this.#windows) if (until <= at) this.#windows.delete(key);
    const oldest = this.#windows.keys().next();
    if (this.#windows.size >= MOST_ADDRESSES && !oldest.done) this.#windows.delete(oldest.value);
  }
}

/** An IPv4 address as it is, of an IPv6 address its network: a household has more of these than can be counted one by one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 100);
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6
    ? parsed.parts
        .slice(0, V6_NETWORK.parts)
        .map((part) => part.toString(16))
        .join(":")
    : parsed.toString();
}
