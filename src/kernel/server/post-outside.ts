import ipaddr from "ipaddr.js";
import { AppError } from "#kernel/app-error.ts";
import { isPublicAddress, type Resolver, resolvePublic, systemResolver } from "#kernel/server/public-address.ts";

export type Posted = { readonly status: number; readonly text: string };
export type PostOutside = (
  address: string,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<Posted>;

const WAIT_MS = 10_000;
const MOST_ANSWER = 4_096;

/** An address that a message may be sent to. @throws AppError `address.not-http` */
export function outsideAddress(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "" || url.hash !== "")
    throw new AppError("address.not-http", "invalid", { address: address.slice(0, 200) });
  return url;
}

export type OutsideGuard = {
  readonly post: PostOutside;
  /** Looks the host up and checks every answer, without sending. @throws AppError `address.*` */
  readonly check: (address: string) => Promise<void>;
};

/**
 * Posts to addresses that somebody typed in. Every answer of the name service has to be public, the connection goes to the very address that was
 * checked, and a redirect is not followed: nothing reaches inside. Networks that the administrator of the server names (`OUTGOING_ALLOW`, such as
 * `10.1.0.0/16,127.0.0.1/32`) are let through: a zone's own systems stand on private addresses.
 */
export function guardOutside(allowed: string | undefined, resolve: Resolver = systemResolver): OutsideGuard {
  const networks = (allowed ?? "")
    .split(",")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map(readNetwork);
  const may = (address: string): boolean => {
    if (isPublicAddress(address)) return true;
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  };
  return {
    check: async (address) => {
      await resolvePublic(outsideAddress(address).hostname, resolve, may);
    },
    post: async (given, { headers, body }) => {
      const url = outsideAddress(given);
      const { address, family } = await resolvePublic(url.hostname, resolve, may);
      const { Agent, request } = await import("undici");
      const agent = new Agent({
        connect: { lookup: (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)) },
      });
      const signal = AbortSignal.timeout(WAIT_MS);
      try {
        // A redirect is an answer like any other here: undici follows none by itself.
        const answer = await request(url, { method: "POST", dispatcher: agent, signal, headers: { ...headers }, body });
        return { status: answer.statusCode, text: await readSome(answer.body) };
      } catch {
        throw new AppError(signal.aborted ? "address.timeout" : "address.unreachable", "unavailable", { address: url.origin });
      } finally {
        await agent.destroy();
      }
    },
  };
}

function readNetwork(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    return ipaddr.parseCIDR(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
  } catch {
    throw new AppError("address.not-a-network", "invalid", { text: text.slice(0, 60) });
  }
}

/** Enough of the answer to see what a robot said of it. */
async function readSome(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part);
    size += part.byteLength;
    if (size >= MOST_ANSWER) break;
  }
  return Buffer.concat(parts).subarray(0, MOST_ANSWER).toString("utf8");
}
