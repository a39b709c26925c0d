import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "#kernel/app-error.ts";
import { isPublicAddress, type Resolver, resolvePublic, systemResolver } from "#kernel/server/public-address.ts";

type Robots = { isAllowed(url: string, agent: string): boolean | undefined };
/** The package is CommonJS and exports the function itself; its types say otherwise. Loaded, as the one that fetches, with the first page. */
const loadRobots = async () => (await import("robots-parser")).default as unknown as (address: string, text: string) => Robots;

export const USER_AGENT = "YuanshuBot/1.0 (+zone intelligence intake; obeys robots.txt)";

export type FetchLimits = {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  readonly pauseMs: number;
};
export const FETCH_LIMITS: FetchLimits = { maxBytes: 20 * 1_048_576, timeoutMs: 20_000, maxRedirects: 5, pauseMs: 1000 };

export type FetchedPage = { readonly address: string; readonly bytes: Uint8Array; readonly mime: string | null };

type Reply = { readonly status: number; readonly location: string | null; readonly bytes: Uint8Array; readonly mime: string | null };

/**
 * Fetches public pages as a guest should: robots.txt obeyed, one request a second to a host, bounded size and time.
 * Every hop is resolved and checked anew, and the connection goes to the very address that was checked, so neither a redirect
 * nor a second answer of the name service reaches inside.
 */
export class PageFetcher {
  readonly #resolve: Resolver;
  readonly #limits: FetchLimits;
  readonly #isPublic: (address: string) => boolean;
  readonly #robots = new Map<string, Robots>();
  readonly #lastVisit = new Map<string, number>();

  constructor(
    resolve: Resolver = systemResolver,
    limits: FetchLimits = FETCH_LIMITS,
    isPublic: (address: string) => boolean = isPublicAddress,
  ) {
    this.#resolve = resolve;
    this.#limits = limits;
    this.#isPublic = isPublic;
  }

  /** @throws AppError with one of the codes `address.*` of the intelligence texts. */
  async fetch(address: string): Promise<FetchedPage> {
    let url = httpUrl(address);
    for (let hop = 0; hop <= this.#limits.maxRedirects; hop += 1) {
      if (!(await this.#allowed(url))) throw new AppError("address.robots", "forbidden", { address: url.href });
      await this.#pause(url);
      const reply = await this.#once(url);
      if (reply.location !== null) {
        url = httpUrl(new URL(reply.location, url).href);
        continue;
      }
      if (reply.status >= 400) throw new AppError("address.status", "unavailable", { address: url.href, status: reply.status });
      return { address: url.href, bytes: reply.bytes, mime: reply.mime };
    }
    throw new AppError("address.redirects", "invalid", { address });
  }

  /** A robots.txt that is absent allows; one that cannot be read forbids (RFC 9309 §2.3.1). */
  async #allowed(url: URL): Promise<boolean> {
    const place = `${url.origin}/robots.txt`;
    let robots = this.#robots.get(url.origin);
    if (!robots) {
      let target = new URL(place);
      let reply = await this.#once(target);
      for (let hop = 0; reply.location !== null && hop < this.#limits.maxRedirects; hop += 1) {
        target = httpUrl(new URL(reply.location, target).href);
        reply = await this.#once(target);
      }
      const text =
        reply.status >= 500
          ? "User-agent: *\nDisallow: /"
          : reply.status >= 400 || reply.location !== null
            ? ""
            : new TextDecoder().decode(reply.bytes.subarray(0, 512_000));
      robots = (await loadRobots())(place, text);
      if (this.#robots.size > 500) this.#robots.clear();
      this.#robots.set(url.origin, robots);
    }
    return robots.isAllowed(url.href, USER_AGENT) ?? true;
  }

  async #pause(url: URL): Promise<void> {
    const now = performance.now();
    const next = (this.#lastVisit.get(url.host) ?? -Infinity) + this.#limits.pauseMs;
    this.#lastVisit.set(url.host, Math.max(now, next));
    if (next > now) await wait(next - now);
  }

  async #once(url: URL): Promise<Reply> {
    const { address, family } = await resolvePublic(url.hostname, this.#resolve, this.#isPublic);
    const { Agent, request } = await import("undici");
    const agent = new Agent({
      connect: { lookup: (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)) },
    });
    const signal = AbortSignal.timeout(this.#limits.timeoutMs);
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: agent,
        signal,
        maxRedirections: 0,
        headers: {
          "user-agent": USER_AGENT,
          accept: "text/html,application/xhtml+xml,application/xml,text/plain,application/pdf;q=0.8,*/*;q=0.1",
          "accept-language": "zh-CN,zh;q=0.9",
        },
      } as Parameters<typeof request>[1]);
      const location = statusCode >= 300 && statusCode < 400 ? single(headers["location"]) : null;
      const announced = Number(single(headers["content-length"]) ?? 0);
      if (announced > this.#limits.maxBytes) throw this.#tooLarge(url);
      const bytes = location === null ? await this.#read(body, url) : new Uint8Array();
      return { status: statusCode, location, bytes, mime: single(headers["content-type"]) };
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError(signal.aborted ? "address.timeout" : "address.unreachable", "unavailable", { address: url.href });
    } finally {
      await agent.destroy();
    }
  }

  async #read(body: AsyncIterable<Uint8Array>, url: URL): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body) {
      size += part.byteLength;
      if (size > this.#limits.maxBytes) throw this.#tooLarge(url);
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  #tooLarge(url: URL): AppError {
    return new AppError("address.too-large", "too-large", { address: url.href, megabytes: Math.round(this.#limits.maxBytes / 1_048_576) });
  }
}

const single = (header: string | string[] | undefined): string | null => (Array.isArray(header) ? (header[0] ?? null) : (header ?? null));

export function httpUrl(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new AppError("address.not-http", "invalid", { address: address.slice(0, 200) });
  return url;
}
