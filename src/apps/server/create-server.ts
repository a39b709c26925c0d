import { resolve } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { commandOf } from "#apps/cli/command-line.ts";
import type { Runtime } from "#apps/runtime.ts";
import { zoneFinder } from "#apps/server/find-zone.ts";
import { serveWeb } from "#apps/server/serve-web.ts";
import { mountAgents } from "#kernel/server/agents/mount-agents.ts";
import { apiPage, apiPageStyle } from "#kernel/server/api-page.ts";
import { mountLive } from "#kernel/server/live/mount-live.ts";
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
};

/** The web server over a runtime: operations, their description, the web. It does not listen yet. */
export async function createServer(runtime: Runtime, options: ServerOptions): Promise<FastifyInstance> {
  const { platform, signIn, pool, store } = runtime;
  const server = Fastify({
    logger: options.quiet ? false : { level: "warn", redact: ["req.headers.cookie", "req.headers.authorization"] },
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 8 * 1_048_576,
    // A register of some gigabytes takes its time to come up; how long the headers may take is limited apart.
    requestTimeout: 900_000,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply, platform),
    routerOptions: { maxParamLength: 400 },
  });
  encodeErrors(server, platform);
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
    ...(options.liveHeartbeatMs === undefined ? {} : { heartbeatMs: options.liveHeartbeatMs }),
  });
  server.get("/api/openapi.json", async (request) => describeOperations(platform.tables, languageOf(request)));
  server.get("/api", async (request, reply) =>
    reply.type("text/html; charset=utf-8").send(apiPage(platform.tables, commandOf, languageOf(request))),
  );
  server.get("/api/page.css", async (_request, reply) => reply.type("text/css; charset=utf-8").send(apiPageStyle));
  server.get("/api/health", async () => {
    await pool.query("select 1");
    return { ok: true };
  });
  await serveWeb(server, options.webFolder ?? resolve(import.meta.dirname, "../../../dist/web"));
  return server;
}
