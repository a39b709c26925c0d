import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { LIVE_CHANNEL, type LiveNews } from "#kernel/server/live/live-news.ts";

/** `null`: the connection was away for a while, something may have been missed. */
export type Listener = (news: LiveNews | null) => void;
const AGAIN_MS = 1_000;

/** One connection of this process hears what all processes tell, and hands it on. It is opened with the first listener. */
export class LiveHub {
  readonly #url: string;
  readonly #listeners = new Set<Listener>();
  #listening: Promise<void> | undefined;
  #client: pg.Client | undefined;
  readonly #closing = new AbortController();

  constructor(appUrl: string) {
    this.#url = appUrl;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** @returns what ends it, once the connection listens. */
  async join(listener: Listener): Promise<() => void> {
    this.#listening ??= this.#connect();
    await this.#listening;
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "yuanshu live",
      options: "-c role=yuanshu_application",
      keepAlive: true,
    });
    client.on("error", () => {});
    client.on("notification", ({ payload }) => this.#hear(payload));
    client.on("end", () => void this.#again());
    await client.connect().catch((error: unknown) => {
      this.#listening = undefined;
      throw error;
    });
    this.#client = client;
    await client.query(`listen ${LIVE_CHANNEL}`);
  }

  async #again(): Promise<void> {
    this.#client = undefined;
    while (!this.#closing.signal.aborted) {
      await wait(AGAIN_MS, undefined, { signal: this.#closing.signal }).catch(() => {});
      if (this.#closing.signal.aborted) return;
      try {
        this.#listening = this.#connect();
        await this.#listening;
        for (const listener of this.#listeners) listener(null);
        return;
      } catch {
        // The database is away still.
      }
    }
  }

  #hear(payload: string | undefined): void {
    if (payload === undefined) return;
    const news = JSON.parse(payload) as LiveNews;
    for (const listener of this.#listeners) listener(news);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#listeners.clear();
    await this.#client?.end().catch(() => {});
  }
}
