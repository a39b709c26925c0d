import { resolve } from "node:path";
import type { Writable } from "node:stream";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { commandOf } from "#apps/cli/command-line.ts";
import { MIGRATIONS, type Runtime } from "#apps/runtime.ts";
import { type DatabaseWatch, refuseWhileAway } from "#apps/server/database-watch.ts";
import { zoneFinder } from "#apps/server/find-zone.ts";
import { createMetrics, type Metrics, type MetricsDoor, metricsDoorOf, serveMetrics } from "#apps/server/metrics.ts";
import { readinessOf } from "#apps/server/readiness.ts";
import { logSerializers, watchRequests } from "#apps/server/request-log.ts";
import { setSecurityHeaders } from "#apps/server/security-headers.ts";
import { serveWeb } from "#apps/server/serve-web.ts";
import type { Traces } from "#apps/server/traces.ts";
import { mountAgents } from "#kernel/server/agents/mount-agents.ts";
import { apiPage, apiPageStyle } from "#kernel/server/api-page.ts";
import { mountLive } from "#kernel/server/live/mount-live.ts";
import { listMigrations } from "#kernel/server/migrate.ts";
import { encodeErrors, languageOf, mountOperations, sendProblem } from "#kernel/server/mount-operations.ts";
import { describeOperations } from "#kernel/server/openapi.ts";
import type { DemoAccount } from "#kernel/server/operation-context.ts";

export type ServerOptions = {
  readonly demoAccounts: readonly DemoAccount[];
  readonly secureCookies: boolean;
  readonly trustProxy?: boolean;
  readonly quiet?: boolean;
  /** Of one person, through the door for agents. */
  readonly agentCallsPerMinute?: number;
  readonly liveHeartbeatMs?: number;
  readonly webFolder?: string;
  /** `warn` when nothing is said; with `info` every request leaves a line (LOG_LEVEL). */
  readonly logLevel?: string;
  /** Standard output when nothing is said. */
  readonly logInto?: Writable;
  readonly metricsDoor?: MetricsDoor;
  readonly metrics?: Metrics;
  readonly traces?: Traces | undefined;
  /** When the worker of this process last looked for work, and whether the process is stopping. */
  readonly workerLookedAt?: () => number;
  readonly isStopping?: () => boolean;
  readonly databaseWatch?: DatabaseWatch;
};

/** The web server over a runtime: operations, their description, the web. It does not listen yet. */
export async function createServer(runtime: Runtime, options: ServerOptions): Promise<FastifyInstance> {
  const { platform, signIn, pool, store } = runtime;
  const server = Fastify({
    logger: options.quiet
      ? false
      : {
          level: options.logLevel ?? "warn",
          serializers: logSerializers,
          base: { service: "yuanshu" },
          ...(options.logInto ? { stream: options.logInto } : {}),
        },
    // Ours says less, and what there is to know (request-log.ts).
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy of ours: what it added last is believed, and nothing that a visitor wrote before it.
    trustProxy: options.trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: 8 * 1_048_576,
    // A register of some gigabytes takes its time to come up; how long the headers may take is limited apart.
    requestTimeout: 900_000,
    // What is no address at all is refused before any hook runs.
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply, options.secureCookies);
      sendProblem(error, request, reply, platform);
    },
    routerOptions: { maxParamLength: 400 },
  });
  const metrics = options.metrics ?? createMetrics(pool, runtime.database.workerUrl);
  if (!options.metrics) server.addHook("onClose", () => metrics.close());
  // Whoever is still answered while the process stops is told to come back on another connection.
  server.addHook("onSend", async (_request, reply) => {
    if (options.isStopping?.()) void reply.header("connection", "close");
  });
  encodeErrors(server, platform);
  watchRequests(server, metrics, options.traces);
  if (options.databaseWatch) refuseWhileAway(server, options.databaseWatch);
  await mountOperations(server, {
    platform,
    store,
    signIn,
    secureCookies: options.secureCookies,
    demoAccounts: options.demoAccounts,
    findZone: zoneFinder(pool),
  });
  mountAgents(server, {
    platform,
    unitOfWork: runtime.unitOfWork,
    signIn,
    accessTokens: runtime.accessTokens,
    ...(options.agentCallsPerMinute === undefined ? {} : { callsPerMinute: options.agentCallsPerMinute }),
  });
  mountLive(server, {
    platform,
    unitOfWork: runtime.unitOfWork,
    signIn,
    appUrl: runtime.database.appUrl,
    dress: (reply) => setSecurityHeaders(reply, options.secureCookies),
    ...(options.liveHeartbeatMs === undefined ? {} : { heartbeatMs: options.liveHeartbeatMs }),
  });
  server.get("/api/openapi.json", async (request) => describeOperations(platform.tables, languageOf(request)));
  server.get("/api", async (request, reply) =>
    reply.type("text/html; charset=utf-8").send(apiPage(platform.tables, commandOf, languageOf(request))),
  );
  server.get("/api/page.css", async (_request, reply) => reply.type("text/css; charset=utf-8").send(apiPageStyle));
  serveMetrics(server, metrics, options.metricsDoor ?? metricsDoorOf({}));
  server.get("/api/health", async () => {
    await pool.query("select 1");
    return { ok: true };
  });
  server.get("/api/health/live", async () => ({ live: true }));
  const migrations = await listMigrations(MIGRATIONS);
  server.get("/api/health/ready", async (_request, reply) => {
    const { workerLookedAt, isStopping = () => false } = options;
    const readiness = await readinessOf({ pool, migrations, workerLookedAt, isStopping });
    return reply
      .code(readiness.ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send(readiness);
  });
  await serveWeb(server, options.webFolder ?? resolve(import.meta.dirname, "../../../dist/web"), options.secureCookies);
  return server;
}
