import { deepStrictEqual } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import Fastify, { type FastifyInstance } from "fastify";
import { openRuntime, type Runtime } from "#apps/runtime.ts";
import { createServer } from "#apps/server/create-server.ts";
import { ensureSample } from "#apps/server/sample-zone.ts";
import type { Actor } from "#kernel/policy.ts";
import { anonymous, localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { decideFacts, observeFacts } from "#kernel/server/facts.ts";
import { actorUnder } from "#kernel/server/memberships.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import type { MountedOperation } from "#kernel/server/platform.ts";
import { DEMO_PASSWORD, SAMPLE_ZONE } from "../sample/zone.ts";
import { type InsertedCases, insertCases } from "./case-rows.ts";
import { type Measured, median, type Table, takeTurns } from "./measure.ts";
import { insertProjects } from "./project-rows.ts";
import { insertWork } from "./work-rows.ts";

const CONNECTIONS = 64;
/** A whole wall, map or month of ten thousand projects is several megabytes: what a committee's officers may ask for at the same moment. */
const FEW = 8;
/** The codes that one address has under way count as guesses until they were found right: fewer than it may guess wrongly. */
const FROM_ONE_ADDRESS = 24;
const SECONDS = 4;
const SECONDS_OF_FEW = 8;
const ROUNDS = 5;
const PROJECTS = 10_000;
const STEPS = 100_000;
const READER = "statistics";
const ONE_PROJECT = "00000000-0000-7000-9000-000000000005";

type Shot = { readonly perSecond: number; readonly p99: number };

async function shoot(url: string, cookie: string, connections: number): Promise<Shot> {
  const result = await autocannon({ url, connections, duration: connections === FEW ? SECONDS_OF_FEW : SECONDS, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} replies that are not 2xx, ${result.errors} errors`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

/** One page as a browser asks for it, and the operation that answers; as whom, and how many ask at the same moment. */
type Page = {
  readonly name: string;
  readonly path: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly as?: string;
  readonly connections?: number;
};

const pagesOf = (one: InsertedCases["one"]): readonly Page[] => [
  { name: "cockpit", path: "/api/workbench/cockpit", operation: "workbench.cockpit", input: {} },
  { name: "my work", path: "/api/workbench/my-work", operation: "workbench.myWork", input: {}, as: "taskforce" },
  { name: "list of facts", path: "/api/economy/facts?limit=50", operation: "economy.listFacts", input: { limit: 50 } },
  { name: "list of projects", path: "/api/projects?limit=50", operation: "projects.listProjects", input: { limit: 50 } },
  { name: "colour wall", path: "/api/projects/wall", operation: "projects.colourWall", input: {}, connections: FEW },
  { name: "one project", path: `/api/projects/${ONE_PROJECT}`, operation: "projects.openProject", input: { id: ONE_PROJECT } },
  {
    name: "Gantt chart, first page",
    path: "/api/projects/gantt?list=under-construction&limit=50",
    operation: "projects.gantt",
    input: { list: "under-construction", limit: 50 },
  },
  {
    name: "calendar of a month",
    path: "/api/projects/calendar?from=2026-06-01&to=2026-07-05",
    operation: "projects.calendar",
    input: { from: "2026-06-01", to: "2026-07-05" },
    connections: FEW,
  },
  { name: "map", path: "/api/projects/map", operation: "projects.projectMap", input: {}, connections: FEW },
  {
    name: "approval desk, late cases",
    path: "/api/approvals/cases?alert=late&limit=50",
    operation: "approvals.caseDesk",
    input: { alert: "late", limit: 50 },
    as: "window",
  },
  { name: "one case", path: `/api/approvals/cases/${one.id}`, operation: "approvals.openCase", input: { id: one.id }, as: "window" },
  { name: "who is blocking", path: "/api/approvals/blocking", operation: "approvals.blockingOverview", input: {}, as: "window" },
  {
    name: "who was blocking, a past day",
    path: "/api/approvals/blocking?asOf=2026-03-31",
    operation: "approvals.blockingOverview",
    input: { asOf: "2026-03-31" },
    as: "window",
    connections: FEW,
  },
  {
    name: "public status of a case",
    path: `/api/public/${SAMPLE_ZONE.slug}/cases/${one.number}?code=${one.code}`,
    operation: "approvals.publicStatus",
    input: { zone: SAMPLE_ZONE.slug, number: one.number, code: one.code },
    as: "anonymous",
    connections: FROM_ONE_ADDRESS,
  },
  {
    name: "list of documents",
    path: "/api/intelligence/documents?limit=50",
    operation: "intelligence.listDocuments",
    input: { limit: 50 },
  },
];

type Place = { readonly runtime: Runtime; readonly server: FastifyInstance; readonly bare: FastifyInstance };

/** Pages through the platform, beside the same queries behind bare Fastify without session, permission, validation and isolation. */
export async function run(): Promise<Table> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuanshu-api-"));
  const runtime = await openRuntime({ as: "server", environment: process.env, dataDir });
  const server = await createServer(runtime, { demoAccounts: [], secureCookies: false, quiet: true });
  const bare = Fastify();
  try {
    return await measure({ runtime, server, bare });
  } finally {
    await server.close();
    await bare.close();
    await runtime.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure({ runtime, server, bare }: Place): Promise<Table> {
  await ensureSample(runtime);
  await fill(runtime);
  const filled = await fillZone(runtime);
  const pages = pagesOf(filled.one);
  const people = new Map<string, { readonly cookie: string; readonly actor: Actor }>();
  for (const name of new Set(pages.map(({ as }) => as ?? READER))) people.set(name, await enter(runtime, name));
  const personOf = (page: Page) => people.get(page.as ?? READER) ?? { cookie: "", actor: anonymous(SAMPLE_ZONE.id) };
  for (const [place, page] of pages.entries()) bare.get(`/${place}`, () => answer(runtime, page, personOf(page).actor));
  const ours = await server.listen({ port: 0, host: "127.0.0.1" });
  const beside = await bare.listen({ port: 0, host: "127.0.0.1" });
  for (const [place, page] of pages.entries())
    await requireSame(runtime, page, await ask(`${ours}${page.path}`, personOf(page).cookie), await ask(`${beside}/${place}`, ""));
  const rows: Measured[] = [];
  const lines = [`${PROJECTS} projects, ${filled.cases} cases with ${filled.steps} steps in the zone`];
  for (const [place, page] of pages.entries()) {
    const { cookie } = personOf(page);
    const connections = page.connections ?? CONNECTIONS;
    const name = connections === CONNECTIONS ? page.name : `${page.name} (${connections} connections)`;
    const p99: Record<"ours" | "bare", number[]> = { ours: [], bare: [] };
    const measured = await takeTurns(
      [
        { name: `${name}, operation`, run: async () => keep(p99.ours, await shoot(`${ours}${page.path}`, cookie, connections)) },
        { name: `${name}, bare Fastify`, run: async () => keep(p99.bare, await shoot(`${beside}/${place}`, "", connections)) },
      ],
      ROUNDS,
    );
    rows.push(...measured);
    const [mine, other] = measured.map((row) => row.median) as [number, number];
    lines.push(
      `${page.name}: ${((mine / other) * 100).toFixed(0)} % of bare Fastify's throughput (to reach: ≥ 60 %); p99 ${median(p99.ours).toFixed(0)} ms beside ${median(p99.bare).toFixed(0)} ms`,
    );
  }
  return { title: "api", unit: `requests/s at ${CONNECTIONS} connections`, rows, lines };
}

/** The handler alone, in a plain transaction: only what the queries themselves need is set. */
function answer(runtime: Runtime, page: Page, actor: Actor): Promise<unknown> {
  const mounted = operationOf(runtime, page.operation);
  const input = mounted.operation.input.parse(page.input);
  const context = { actor, today: SAMPLE_ZONE.businessDate, language: "zh" };
  return runtime.unitOfWork.run(actor, { readOnly: true }, (tx) =>
    mounted.run(input as never, { ...context, tx } as unknown as OperationContext),
  );
}

function operationOf({ platform }: Runtime, name: string): MountedOperation {
  const found = platform.operations.find((one) => `${one.domain}.${one.name}` === name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
}

async function enter({ signIn, platform }: Runtime, name: string): Promise<{ cookie: string; actor: Actor }> {
  if (name === "anonymous") return { cookie: "", actor: anonymous(SAMPLE_ZONE.id) };
  const { cookie } = await signIn.signIn(name, DEMO_PASSWORD, { address: "127.0.0.1", device: null });
  const session = await signIn.sessionOf(cookie);
  const membership = session?.memberships[0];
  if (session === undefined || membership === undefined) throw new Error(`${name} has no membership`);
  await signIn.chooseMembership(cookie, membership.id);
  return { cookie: `yuanshu_session=${cookie}`, actor: actorUnder(session, membership, platform.permissions, SYSTEM_ZONE_ID) };
}

async function ask(url: string, cookie: string): Promise<unknown> {
  const reply = await fetch(url, { headers: { cookie } });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

/** Measured is only what answers the same. */
async function requireSame(runtime: Runtime, page: Page, ours: unknown, bare: unknown): Promise<void> {
  const valid = operationOf(runtime, page.operation).operation.output.parse(bare);
  deepStrictEqual(ours, JSON.parse(JSON.stringify(valid)), page.name);
}

function keep(into: number[], { perSecond, p99 }: Shot): number {
  into.push(p99);
  return perSecond;
}

/** Projects with what goes on around them, and cases with their steps. */
async function fillZone(runtime: Runtime): Promise<InsertedCases> {
  const { ownerUrl } = runtime.database;
  const admin = localAdministrator(SAMPLE_ZONE.id, runtime.platform.permissions);
  await insertProjects(ownerUrl, SAMPLE_ZONE.id, PROJECTS);
  const people = await runtime.unitOfWork.run(admin, { readOnly: true }, (tx) =>
    tx.selectFrom("person").select("id").where("username", "in", ["taskforce", "promotion", "liaison"]).orderBy("username").execute(),
  );
  await insertWork(
    ownerUrl,
    SAMPLE_ZONE.id,
    people.map(({ id }) => id),
  );
  return insertCases(runtime, { zoneId: SAMPLE_ZONE.id, projects: PROJECTS, steps: STEPS });
}

/** Eight quarters of thirty indicators, accepted. */
async function fill(runtime: Runtime): Promise<void> {
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
