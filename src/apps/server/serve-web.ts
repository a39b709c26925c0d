import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import staticPlugin from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { setSecurityHeaders } from "#apps/server/security-headers.ts";
import { AppError } from "#kernel/app-error.ts";

const NONCE = /__CSP_NONCE__/g;

/** Everything that a browser is told about what this site may do. Styles that Ant Design writes at run time carry the page's nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

export async function serveWeb(server: FastifyInstance, folder: string, overTls: boolean): Promise<void> {
  const page = join(folder, "index.html");
  if (!existsSync(page)) throw new AppError("server.no-web", "unavailable");
  const html = readFileSync(page, "utf8");
  server.addHook("onSend", async (_request, reply) => setSecurityHeaders(reply, overTls));
  await server.register(staticPlugin, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ["index.html", "**/*.gz", "**/*.br"],
    // The build writes each file compressed beside it.
    preCompressed: true,
    // Names under assets/ carry a hash of their content: they never change.
    setHeaders: (reply, path) =>
      void reply.header("cache-control", path.includes("assets") ? "public, max-age=31536000, immutable" : "public, max-age=3600"),
  });
  const sendPage = (_request: unknown, reply: { header(name: string, value: string): unknown; send(body: string): unknown }) => {
    const nonce = randomBytes(16).toString("base64");
    reply.header("content-security-policy", policy(nonce));
    reply.header("content-type", "text/html; charset=utf-8");
    reply.header("cache-control", "no-cache");
    return reply.send(html.replace(NONCE, nonce));
  };
  server.get("/", sendPage);
  server.setNotFoundHandler((request, reply) => {
    if (request.method === "GET" && !request.url.startsWith("/api/") && !request.url.startsWith("/assets/"))
      return sendPage(request, reply);
    throw new AppError("route.not-found", "not-found", { path: request.url.slice(0, 200) });
  });
}
