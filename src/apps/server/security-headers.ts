import type { FastifyReply } from "fastify";

/** Two years, as the lists that browsers bring ask for. */
const ONLY_TLS = "max-age=63072000; includeSubDomains";
/** What is no page of ours may do nothing at all. */
const NOTHING = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'";

/** On every reply, refusals included. `overTls`: the browser reaches us over TLS only, and is told to keep to it. */
export function setSecurityHeaders(reply: FastifyReply, overTls: boolean): void {
  void reply
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "same-origin")
    .header("cross-origin-opener-policy", "same-origin")
    .header("cross-origin-resource-policy", "same-origin")
    .header("x-frame-options", "DENY")
    .header("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (overTls) void reply.header("strict-transport-security", ONLY_TLS);
  if (!reply.hasHeader("content-security-policy")) void reply.header("content-security-policy", NOTHING);
}
