import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { AppError } from "#kernel/app-error.ts";

/** Only ordinary unicast addresses are public; loopback, private, link-local, carrier-grade NAT, multicast and reserved ranges are not (RFC 6890). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const inner = parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
  // ::a.b.c.d, the deprecated IPv4-compatible form, counts as unicast to the library and reaches inside on some systems.
  if (inner instanceof ipaddr.IPv6 && inner.parts.slice(0, 6).every((part) => part === 0)) return false;
  return inner.range() === "unicast";
}

export type Resolver = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const systemResolver: Resolver = async (host) => lookup(host, { all: true, verbatim: true });

/**
 * The one address to connect to for a host. Every answer of the name service has to be public:
 * a name that answers both ways is how the check is evaded.
 * @throws AppError `address.private` or `address.unknown-host`
 */
export async function resolvePublic(
  host: string,
  resolve: Resolver,
  isPublic: (address: string) => boolean,
): Promise<{ address: string; family: number }> {
  const bare = host.startsWith("[") ? host.slice(1, -1) : host;
  const answers = ipaddr.isValid(bare) ? [{ address: bare, family: bare.includes(":") ? 6 : 4 }] : await resolve(bare).catch(() => []);
  const first = answers[0];
  if (!first) throw new AppError("address.unknown-host", "invalid", { host });
  const inside = answers.find((answer) => !isPublic(answer.address));
  if (inside) throw new AppError("address.private", "invalid", { host });
  return first;
}
