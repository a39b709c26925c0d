import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import ipaddr from "ipaddr.js";
import type pg from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Environment } from "#apps/runtime.ts";
import { AppError } from "#kernel/app-error.ts";
import { createPool } from "#kernel/server/database.ts";

/** Who may read the figures: addresses and networks, or whoever holds the token. */
export type MetricsDoor = {
  readonly networks: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];
  readonly token: string | undefined;
};

/** METRICS_ALLOW: addresses and networks, comma-separated, this machine when nothing is said. METRICS_TOKEN: a bearer token besides. */
export function metricsDoorOf(environment: Environment): MetricsDoor {
  const networks = (environment["METRICS_ALLOW"] ?? "127.0.0.1/32, ::1/128")
    .split(/[\s,]+/)
    .filter((text) => text !== "")
    .map((text) => {
      if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
      if (!ipaddr.isValid(text)) throw new AppError("server.metrics-allow", "invalid", { given: text });
      const address = ipaddr.parse(text);
      return [address, address.kind() === "ipv4" ? 32 : 128] as [ipaddr.IPv4 | ipaddr.IPv6, number];
    });
  return { networks, token: environment["METRICS_TOKEN"] || undefined };
}

/** @throws AppError as if there were nothing, for everybody else. */
export function requireMetricsDoor({ networks, token }: MetricsDoor, request: FastifyRequest): void {
  const given = request.headers.authorization?.replace(/^Bearer /i, "");
  if (token !== undefined && given !== undefined && isSame(given, token)) return;
  const address = ipaddr.isValid(request.ip) ? ipaddr.process(request.ip) : undefined;
  const allowed =
    address !== undefined && networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits));
  if (!allowed) throw new AppError("route.not-found", "not-found", { path: "/metrics" });
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export type Metrics = {
  /** One request that was answered. */
  requestDone(operation: string, outcome: string, seconds: number): void;
  jobDone(kind: string, outcome: string, seconds: number): void;
  print(): Promise<{ readonly type: string; readonly text: string }>;
  close(): Promise<void>;
};

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Figures for Prometheus: counts and times by operation, never by person, zone or input. */
export function createMetrics(pool: pg.Pool, workerUrl: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "yuanshu_requests_total",
    help: "Requests answered",
    labelNames: ["operation", "outcome"],
    registers,
  });
  const latency = new Histogram({
    name: "yuanshu_request_seconds",
    help: "Time to the answer",
    labelNames: ["operation"],
    buckets: BUCKETS,
    registers,
  });
  const jobsRun = new Histogram({
    name: "yuanshu_job_seconds",
    help: "Time of one run of a job",
    labelNames: ["kind", "outcome"],
    buckets: BUCKETS,
    registers,
  });
  const connections = new Gauge({
    name: "yuanshu_pool_connections",
    help: "Connections to the database",
    labelNames: ["state"],
    registers,
  });
  const jobs = new Gauge({ name: "yuanshu_jobs", help: "Jobs by state", labelNames: ["kind", "state"], registers });
  const jobAge = new Gauge({ name: "yuanshu_job_oldest_seconds", help: "Age of the oldest job that waits", registers });
  const events = new Gauge({ name: "yuanshu_outbox_waiting", help: "Events that wait for delivery", registers });
  const eventAge = new Gauge({ name: "yuanshu_outbox_oldest_seconds", help: "Age of the oldest event that waits", registers });
  const journal = new Gauge({ name: "yuanshu_journal_entries", help: "Entries of all journals", registers });
  const reachable = new Gauge({ name: "yuanshu_database_up", help: "1 while the database answers", registers });
  const reader = createPool(workerUrl, "metrics", { max: 1, role: "yuanshu_worker", statementTimeoutMs: 5000 });

  async function readDatabase(): Promise<void> {
    const queued = await reader.query<{ kind: string; state: string; n: string }>(
      "select kind, state, count(*) n from job group by kind, state",
    );
    const { rows } = await reader.query<{ jobs: string; waiting: string; oldest: string; entries: string }>(
      `select (select coalesce(extract(epoch from now() - min(run_after)), 0) from job where state = 'queued' and run_after <= now()) jobs,
        (select count(*) from outbox where delivered_at is null) waiting,
        (select coalesce(extract(epoch from now() - min(at)), 0) from outbox where delivered_at is null) oldest,
        (select coalesce(sum(sequence), 0) from journal_head) entries`,
    );
    jobs.reset();
    for (const { kind, state, n } of queued.rows) jobs.set({ kind, state }, Number(n));
    jobAge.set(Number(rows[0]?.jobs));
    events.set(Number(rows[0]?.waiting));
    eventAge.set(Number(rows[0]?.oldest));
    journal.set(Number(rows[0]?.entries));
  }

  return {
    requestDone: (operation, outcome, seconds) => {
      requests.inc({ operation, outcome });
      latency.observe({ operation }, seconds);
    },
    jobDone: (kind, outcome, seconds) => jobsRun.observe({ kind, outcome }, seconds),
    print: async () => {
      connections.set({ state: "open" }, pool.totalCount);
      connections.set({ state: "idle" }, pool.idleCount);
      connections.set({ state: "waiting" }, pool.waitingCount);
      // The rest of the figures is worth having while the database is away.
      const up = await readDatabase().then(
        () => 1,
        () => 0,
      );
      reachable.set(up);
      return { type: registry.contentType, text: await registry.metrics() };
    },
    close: () => reader.end(),
  };
}

/** GET /metrics for whoever may; everybody else finds nothing there. */
export function serveMetrics(server: FastifyInstance, metrics: Metrics, door: MetricsDoor): void {
  server.get("/metrics", { config: { operation: "metrics" } }, async (request, reply) => {
    requireMetricsDoor(door, request);
    const { type, text } = await metrics.print();
    return reply.header("content-type", type).header("cache-control", "no-store").send(text);
  });
}
