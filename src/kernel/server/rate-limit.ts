import { AppError } from "#kernel/app-error.ts";

/** Callers that are remembered at most; whoever was longest away is forgotten first. */
const MOST_CALLERS = 20_000;

/** So many calls within a minute to each caller, in this process: a bucket that fills steadily, so that nobody waits for a full minute to turn. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, { readonly left: number; readonly at: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @throws AppError `access.too-fast` */
  take(caller: string, now: Date): void {
    const at = now.getTime();
    const known = this.#buckets.get(caller);
    const left = known ? Math.min(this.#perMinute, known.left + ((at - known.at) * this.#perMinute) / 60_000) : this.#perMinute;
    if (left < 1)
      throw new AppError("access.too-fast", "too-many", {
        perMinute: this.#perMinute,
        seconds: Math.ceil(((1 - left) * 60) / this.#perMinute),
      });
    this.#buckets.delete(caller);
    if (this.#buckets.size >= MOST_CALLERS) {
      const oldest = this.#buckets.keys().next();
      if (!oldest.done) this.#buckets.delete(oldest.value);
    }
    this.#buckets.set(caller, { left: left - 1, at });
  }
}
