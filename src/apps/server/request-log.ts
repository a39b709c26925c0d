import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Metrics } from "#apps/server/metrics.ts";
import type { Traces } from "#apps/server/traces.ts";

/** What became of a request, in the words of the refusals; a number of HTTP that none of them has stands for itself. */
const OUTCOMES: Readonly<Record<number, string>> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  413: "too-large",
  429: "too-many",
  500: "bug",
  503: "unavailable",
};
export const outcomeOf = (status: number): string => (status < 400 ? "ok" : (OUTCOMES[status] ?? String(status)));

/** Every request is counted, and where wished logged and traced: which operation, how it ended, how long it took. Never who, from where or with what. */
export function watchRequests(server: FastifyInstance, metrics: Metrics, traces: Traces | undefined): void {
  if (traces)
    server.addHook("onRequest", async (request) => {
      traces.begin(request, operationOf(request), request.headers);
    });
  server.addHook("onResponse", async (request: FastifyRequest, reply: FastifyReply) => {
    const operation = operationOf(request);
    const outcome = outcomeOf(reply.statusCode);
    const milliseconds = reply.elapsedTime;
    metrics.requestDone(operation, outcome, milliseconds / 1000);
    traces?.end(request, { outcome, status: reply.statusCode, zone: request.zoneId });
    request.log.info(
      { operation, outcome, status: reply.statusCode, ms: Math.round(milliseconds * 10) / 10, zone: request.zoneId },
      "request",
    );
  });
}

/** The operation's name; of what is no operation the pattern of its route, never the address that was asked. */
const operationOf = (request: FastifyRequest): string =>
  request.routeOptions.config.operation ?? (request.is404 ? "web" : (request.routeOptions.url ?? "web"));

type Failure = {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly table?: string;
  readonly constraint?: string;
  readonly stack?: string;
};

/** An error without what was in somebody's input: PostgreSQL and Zod quote values in their messages, and details hold whole keys. */
export function describeError(error: unknown): { [field: string]: unknown; type: string; message: string; stack: string } {
  const { name, message = String(error), code, table, constraint, stack = "" } = error as Failure;
  return {
    type: name ?? "Error",
    code,
    table,
    constraint,
    message: message.replace(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, "“…”").slice(0, 500),
    stack: stack
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join("\n"),
  };
}

/** What the log says of requests and errors. */
export const logSerializers = {
  req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url }),
  res: (reply: { readonly statusCode?: number }) => ({ status: reply.statusCode }),
  err: describeError,
};
