import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { CampaignServer, type Client, until } from "./campaign-server.ts";
import type { Report } from "./report.ts";
import type { Options } from "./run.ts";
import { verifyJournal, waitingWork } from "./writers.ts";

const MINUTES = 10;
const PEAK_SECONDS = 30;
const SHARE_OF_PEAK = 0.8;
const CONNECTIONS = 16;
const MEMORY_GROWTH = 1.2;

type Minute = {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
  readonly errors: number;
  readonly server: number;
  readonly database: number;
};

/** The daily mix of several offices at a steady rate, 80 % of what the machine gives at most, with documents coming in whose reading is the jobs'. */
export async function run({ seed, size }: Options): Promise<Report> {
  const minutes = size ?? MINUTES;
  const at = await CampaignServer.create("load");
  try {
    const requests = await mixOf(at, seed);
    const shoot = (seconds: number, rate: number | undefined) =>
      autocannon({
        url: at.address,
        connections: CONNECTIONS,
        duration: seconds,
        requests,
        idReplacement: true,
        timeout: 30,
        ...(rate === undefined ? {} : { overallRate: rate }),
      });
    await shoot(10, undefined);
    const peak = (await shoot(PEAK_SECONDS, undefined)).requests.average;
    const rate = Math.max(1, Math.round(peak * SHARE_OF_PEAK));
    const documents = async () => Number((await at.query<{ n: string }>("select count(*) n from document where origin = 'paste'"))[0]?.n);
    const told: Minute[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      const done = await shoot(60, rate);
      told.push({
        rate: done.requests.average,
        p50: done.latency.p50,
        p99: done.latency.p99,
        refused: done.non2xx,
        errors: done.errors + done.timeouts,
        server: memoryOf(at.pid),
        database: await databaseMemory(at),
      });
      console.error(`  minute ${minute + 1}: ${JSON.stringify(told.at(-1))}`);
    }
    await until("no job is left", 1_200_000, async () => (await waitingWork(at)) === 0);
    const unread = await at.query<{ n: string }>(
      "select count(*) n from document where origin = 'paste' and state in ('received', 'reading')",
    );
    const journal = await verifyJournal(at);
    const broken = [...journal.findings];
    const refused = told.reduce((sum, minute) => sum + minute.refused, 0);
    const errors = told.reduce((sum, minute) => sum + minute.errors, 0);
    if (refused + errors > 0) broken.push(`${refused} refusals and ${errors} errors`);
    if (unread[0]?.n !== "0") broken.push(`${unread[0]?.n} documents were not read: jobs were lost`);
    const warm = told.slice(Math.min(2, told.length - 1));
    const grown = (warm.at(-1)?.server ?? 0) / (warm[0]?.server ?? 1);
    if (grown > MEMORY_GROWTH) broken.push(`the server's memory grew to ${grown.toFixed(2)} times within ${warm.length} minutes`);
    const line = (name: string, of: (minute: Minute) => number, digits = 0): [string, string] => [
      name,
      told.map((minute) => of(minute).toFixed(digits)).join(" · "),
    ];
    return {
      title: `load: ${minutes} minutes at ${SHARE_OF_PEAK * 100} % of the peak`,
      figures: [
        ["peak of the mix, requests/s", peak.toFixed(0)],
        ["rate held, requests/s", rate],
        line("requests/s, minute by minute", (minute) => minute.rate),
        line("p50, ms", (minute) => minute.p50),
        line("p99, ms", (minute) => minute.p99),
        line("memory of the server, MB", (minute) => minute.server),
        line("memory of the database's processes, own pages, MB", (minute) => minute.database),
        ["p99, change by minute (slope of the line through them)", `${slope(told.map((minute) => minute.p99)).toFixed(1)} ms`],
        ["memory of the server, change by minute from the third on", `${slope(warm.map((minute) => minute.server)).toFixed(1)} MB`],
        ["refusals, errors", `${refused}, ${errors}`],
        ["documents taken in and read by jobs", await documents()],
        ["journal entries verified", journal.entries],
      ],
      lines: [`repeat: \`npm run campaign -- load\`; \`--size\` sets the minutes; the generator runs on the same machine`],
      broken,
    };
  } finally {
    await at.remove();
  }
}

/** What people ask in a day: mostly lists and single records, sometimes a document that comes in. */
async function mixOf(at: CampaignServer, seed: number): Promise<autocannon.Request[]> {
  const signed = async (username: string): Promise<{ client: Client; cookie: string }> => {
    const client = at.client(username);
    await client.signIn();
    return { client, cookie: client.cookie() };
  };
  const [leader, statistics, promotion, window] = await Promise.all(["leader", "statistics", "promotion", "window"].map(signed));
  if (!leader || !statistics || !promotion || !window) throw new Error("nobody is signed in");
  const first = async (client: Client, path: string): Promise<string> =>
    (await client.send("GET", path))?.json<{ items: { id: string }[] }>().items[0]?.id ?? "";
  const project = await first(leader.client, "/api/projects?limit=1");
  const lead = await first(promotion.client, "/api/promotion/leads?limit=1");
  const asked: readonly (readonly [string, string])[] = [
    [leader.cookie, "/api/projects?limit=50"],
    [leader.cookie, `/api/projects/${project}`],
    [statistics.cookie, "/api/economy/facts?limit=50"],
    [statistics.cookie, "/api/intelligence/documents?limit=50"],
    [promotion.cookie, "/api/promotion/leads?limit=50"],
    [promotion.cookie, `/api/promotion/leads/${lead}`],
    [promotion.cookie, "/api/registry/enterprises?q=%E4%BA%91%E5%B2%AD&limit=20"],
    [window.cookie, "/api/system/session"],
    [leader.cookie, "/api/system/session"],
    [statistics.cookie, "/api/system/departments"],
  ];
  const reads = asked.map(([cookie, path]): autocannon.Request => ({ method: "GET", path, headers: { cookie } }));
  for (const { path = "", headers } of reads) {
    const answer = await fetch(`${at.address}${path}`, { headers: headers as Record<string, string> });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  }
  const document: autocannon.Request = {
    method: "POST",
    path: "/api/intelligence/documents/text",
    headers: { cookie: statistics.cookie, "content-type": "application/json" },
    body: JSON.stringify({
      title: `负载 ${seed} [<id>]`,
      text: `负载 [<id>]\n\n2025年上半年，云岭高新区出口总额132.7亿元，同比增长9.4%。编号[<id>]。`,
    }),
  };
  return [...reads, ...reads, ...reads, ...reads, document];
}

/** Resident memory of a process, in MB. */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Pages that each process of the database has for itself, without what they share. */
async function databaseMemory(at: CampaignServer): Promise<number> {
  const { pids } = (await at.query<{ pids: number[] }>("select array_agg(pid) pids from pg_stat_activity"))[0] ?? { pids: [] };
  return pids.reduce((sum, pid) => {
    try {
      return sum + (Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) || 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}

/** Of the straight line that fits best through values one apart. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [over, under] = values.reduce(([o, u], value, place) => [o + (place - middle) * (value - mean), u + (place - middle) ** 2], [0, 0]);
  return under === 0 ? 0 : over / under;
}
