import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import Fastify from "fastify";
import { openRuntime } from "#apps/runtime.ts";
import { createServer } from "#apps/server/create-server.ts";
import { ensureSample } from "#apps/server/sample-zone.ts";
import { listFacts } from "#domains/economy/server/read-facts.ts";
import { listDocuments } from "#domains/intelligence/server/documents/list-documents.ts";
import { colourHandlers } from "#domains/projects/server/colour-handlers.ts";
import { listProjects, openProject } from "#domains/projects/server/list-projects.ts";
import { cockpit } from "#domains/workbench/server/cockpit.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { decideFacts, observeFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { DEMO_PASSWORD, SAMPLE_ZONE } from "../sample/zone.ts";
import { type Measured, type Table, takeTurns } from "./measure.ts";
import { insertProjects } from "./project-rows.ts";

const CONNECTIONS = 64;
/** A whole wall is five megabytes: what a committee's officers may ask for at the same moment. */
const WALL_CONNECTIONS = 8;
const SECONDS = 4;
const ROUNDS = 5;
const PROJECTS = 10_000;
const ONE_PROJECT = "00000000-0000-7000-9000-000000000005";

type Shot = { readonly perSecond: number; readonly p99: number };

async function shoot(url: string, cookie: string): Promise<Shot> {
  const connections = url.endsWith("/wall") ? WALL_CONNECTIONS : CONNECTIONS;
  const result = await autocannon({ url, connections, duration: SECONDS, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} replies that are not 2xx, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/** Cockpit, list and detail through the platform, beside the same queries behind bare Fastify without session, permission, validation and isolation. */
export async function run(): Promise<Table> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuanshu-api-"));
  const runtime = await openRuntime({ as: "server", environment: process.env, dataDir });
  const server = await createServer(runtime, { demoAccounts: [], secureCookies: false, quiet: true });
  const bare = Fastify();
  try {
    await ensureSample(runtime);
    await fill(runtime);
    await insertProjects(runtime.database.ownerUrl, SAMPLE_ZONE.id, PROJECTS);
    const admin = localAdministrator(SAMPLE_ZONE.id, runtime.platform.permissions);
    // The same SQL, in a plain transaction: only what the queries themselves need is set.
    const plain = (work: (context: OperationContext) => Promise<unknown>) => () =>
      runtime.unitOfWork.run(admin, { readOnly: true }, (tx) =>
        work({ tx, actor: admin, today: SAMPLE_ZONE.businessDate } as unknown as OperationContext),
      );
    bare.get(
      "/cockpit",
      plain((context) => cockpit({}, context)),
    );
    bare.get(
      "/facts",
      plain((context) => listFacts({ limit: 50 }, context)),
    );
    const today = SAMPLE_ZONE.businessDate;
    const ofProjects = (work: (context: OperationContext) => Promise<unknown>) =>
      plain((context) => work({ ...context, today, language: "zh" } as OperationContext));
    bare.get(
      "/projects",
      ofProjects((context) => listProjects({ limit: 50, sort: "code" }, context)),
    );
    bare.get(
      "/wall",
      ofProjects((context) => colourHandlers.colourWall({}, context)),
    );
    bare.get(
      "/project",
      ofProjects((context) => openProject({ id: ONE_PROJECT }, context)),
    );
    bare.get(
      "/documents",
      plain((context) => listDocuments({ limit: 50 }, context)),
    );
    const ours = await server.listen({ port: 0, host: "127.0.0.1" });
    const beside = await bare.listen({ port: 0, host: "127.0.0.1" });
    const { cookie } = await runtime.signIn.signIn("statistics", DEMO_PASSWORD, { address: "127.0.0.1", device: null });
    const session = await runtime.signIn.sessionOf(cookie);
    await runtime.signIn.chooseMembership(cookie, session?.memberships[0]?.id ?? null);
    const header = `yuanshu_session=${cookie}`;
    const pages = [
      ["cockpit", "/api/workbench/cockpit", "/cockpit"],
      ["list of facts", "/api/economy/facts?limit=50", "/facts"],
      ["list of projects", "/api/projects?limit=50", "/projects"],
      [`colour wall of 10,000 projects (${WALL_CONNECTIONS} connections)`, "/api/projects/wall", "/wall"],
      ["one project", `/api/projects/${ONE_PROJECT}`, "/project"],
      ["list of documents", "/api/intelligence/documents?limit=50", "/documents"],
    ] as const;
    const rows: Measured[] = [];
    const lines: string[] = [];
    for (const [name, path, plainPath] of pages) {
      const p99: Record<string, number[]> = { ours: [], bare: [] };
      const measured = await takeTurns(
        [
          { name: `${name}, operation`, run: async () => keep(p99["ours"] ?? [], await shoot(`${ours}${path}`, header)) },
          { name: `${name}, bare Fastify`, run: async () => keep(p99["bare"] ?? [], await shoot(`${beside}${plainPath}`, "")) },
        ],
        ROUNDS,
      );
      rows.push(...measured);
      const [mine, other] = measured.map((row) => row.median) as [number, number];
      const middle = (numbers: readonly number[]) => numbers.toSorted((one, two) => one - two)[Math.floor(numbers.length / 2)];
      lines.push(
        `${name}: ${((mine / other) * 100).toFixed(0)} % of bare Fastify's throughput (to reach: ≥ 60 %); p99 ${middle(p99["ours"] ?? [])} ms beside ${middle(p99["bare"] ?? [])} ms`,
      );
    }
    return { title: "api", unit: `requests/s at ${CONNECTIONS} connections`, rows, lines };
  } finally {
    await server.close();
    await bare.close();
    await runtime.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function keep(into: number[], { perSecond, p99 }: Shot): number {
  into.push(p99);
  return perSecond;
}

/** Eight quarters of thirty indicators, accepted. */
async function fill(runtime: Awaited<ReturnType<typeof openRuntime>>): Promise<void> {
  const admin = localAdministrator(SAMPLE_ZONE.id, runtime.platform.permissions);
  const codes = [
    "gdp",
    "exports",
    "imports",
    "tax",
    "industrial-investment",
    "service-va",
    "finance-va",
    "electricity",
    "tech-firms",
    "patents",
  ];
  const periods = ["2024H1", "2024Q1-Q3", "2024", "2025Q1", "2025H1", "2025Q1-Q3", "2025", "2026Q1"];
  await runtime.unitOfWork.run(admin, { origin: "local" }, async (tx) => {
    const ids = await observeFacts(
      tx,
      periods.flatMap((period, quarter) =>
        codes.map((code, place) => ({
          indicator: code,
          code,
          value: String(100 + place * 7 + quarter),
          unit: "亿元",
          period,
          basis: "cumulative" as const,
          region: SAMPLE_ZONE.region,
          yoyPct: "5.5",
          growthBase: "last-year" as const,
          origin: "manual" as const,
          evidence: [{ quote: "bench", locator: { row: quarter } }],
        })),
      ),
    );
    await decideFacts(
      tx,
      ids.map((observationId) => ({ observationId, decision: "accept" as const })),
    );
  });
}
