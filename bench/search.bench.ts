import { sql } from "kysely";
import pg from "pg";
import { coreName, nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { pairsOf } from "#domains/registry/rules/tokens.ts";
import { enterpriseAt } from "../sample/enterprise-rows.ts";
import { seededNumbers } from "../sample/seeded-numbers.ts";
import { type BenchZone, createBenchZone } from "./bench-zone.ts";
import { BENCH_SEED } from "./enterprise-rows.ts";
import { type Measured, median, type Table, timed } from "./measure.ts";
import { enterpriseFile, importFile } from "./register-zone.ts";

const SIZES = (process.env["BENCH_ENTERPRISES"] ?? "1000000").split(",").map(Number);
const CLIENTS = 16;
const QUERIES_EACH = 60;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
/** A sequential scan takes so long that a few say enough. */
const SCANS = 8;

type Query = { readonly q?: string } & Readonly<Record<string, unknown>>;

/** What officials ask: two characters of a name, frequent and rare, product words, filters, ranges, other orders, and a second page. */
function mixedQueries(seed: number, count: number, size: number): readonly Query[] {
  const numbers = seededNumbers(seed, "search");
  const one = <Of>(list: readonly Of[]): Of => list[numbers.between(0, list.length - 1)] as Of;
  const name = () => coreName(nameKey(enterpriseAt(numbers.between(0, size - 1), BENCH_SEED).name));
  const kinds: readonly (() => Query)[] = [
    () => ({ q: one(["科技", "重庆", "智能", "新能", "电子", "上海"]) }),
    () => {
      const core = name();
      const from = numbers.between(0, core.length - 2);
      return { q: core.slice(from, from + 2) };
    },
    () => ({ q: name().slice(2, 5) }),
    () => ({ q: one(["半导体", "机器人", "储能电池", "光模块", "工业软件", "碳纤维", "诊断试剂"]) }),
    () => ({ q: one(["科技", "智能装备"]), region: one(["50", "31", "500112", "4403"]) }),
    () => ({ classCode: one(["C39", "C3973", "I65", "M73"]), capitalFrom: "10000000" }),
    () => ({ q: "重庆", sort: one(["capital", "revenue", "founded", "name"]) }),
    () => ({ qualification: one(["little-giant", "high-tech"]), region: one(["50", "44"]), sort: "revenue" }),
    () => ({ employeesFrom: 300, foundedFrom: "2018-01-01", sort: "growth" }),
    () => ({ q: enterpriseAt(numbers.between(0, size - 1), BENCH_SEED).code }),
  ];
  return Array.from({ length: count }, (_, place) => (kinds[place % kinds.length] as () => Query)());
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** So many clients, each asking one question after the other. @returns the times of all, sorted. */
async function underLoad(queries: readonly Query[], clients: number, ask: (query: Query) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let query = queries[next++]; query !== undefined; query = queries[next++]) {
        const started = performance.now();
        await ask(query);
        times.push(performance.now() - started);
      }
    }),
  );
  return times.sort((one, other) => one - other);
}

/** The same names in this process: pairs of characters to the rows that have them, in the order of prominence. */
function memoryIndex(size: number): (q: string) => number {
  const postings = new Map<string, number[]>();
  for (let place = 0; place < size; place += 1)
    for (const pair of pairsOf(coreName(nameKey(enterpriseAt(place, BENCH_SEED).name)))) {
      const rows = postings.get(pair);
      if (rows === undefined) postings.set(pair, [place]);
      else rows.push(place);
    }
  return (q) => {
    const lists = pairsOf(q).map((pair) => postings.get(pair) ?? []);
    const [least = [], ...others] = lists.sort((one, other) => one.length - other.length);
    const sets = others.map((list) => new Set(list));
    return least.filter((row) => sets.every((set) => set.has(row))).slice(0, 50).length;
  };
}

const byIlike = (zone: BenchZone, q: string): Promise<unknown> =>
  zone.read((tx) => sql`select id from enterprise where name ilike ${`%${q}%`} order by prominence desc, id desc limit 51`.execute(tx));

/** Trigrams of PostgreSQL's own extension: they help from the third character on, and two characters are what officials type. */
async function withTrigrams(zone: BenchZone, size: number): Promise<{ readonly made: number; readonly times: readonly number[] }> {
  const client = new pg.Client({ connectionString: zone.runtime.database.ownerUrl });
  await client.connect();
  try {
    await client.query("create extension pg_trgm");
    const made = await timed(() => client.query("create index bench_trigrams on enterprise using gin (name gin_trgm_ops)"));
    const words = mixedQueries(200, SCANS * 20, size).flatMap(({ q, region }) => (q === undefined || region !== undefined ? [] : [q]));
    const times: number[] = [];
    for (const q of words.slice(0, SCANS * 5)) times.push(await timed(() => byIlike(zone, q)));
    await client.query("drop index bench_trigrams");
    return { made, times };
  } finally {
    await client.end();
  }
}

export async function run(): Promise<Table> {
  const rows: Measured[] = [];
  const lines: string[] = [];
  const ninetyNinths: number[] = [];
  for (const size of SIZES) {
    const zone = await createBenchZone(`search-${size}`);
    try {
      await importFile(zone, await enterpriseFile(size));
      const measured = await measure(zone, size);
      rows.push(...measured.rows);
      lines.push(...measured.lines);
      ninetyNinths.push(measured.ninetyNinth);
    } finally {
      await zone.close();
    }
  }
  const [first, last] = [ninetyNinths[0], ninetyNinths.at(-1)];
  if (first !== undefined && last !== undefined && SIZES.length > 1)
    lines.push(
      `p99 grows ${(last / first).toFixed(2)} times from ${SIZES[0]?.toLocaleString("en")} to ${SIZES.at(-1)?.toLocaleString("en")} (to reach: ≤ 2)`,
    );
  return { title: "search", unit: "ms", rows, lines };
}

async function measure(zone: BenchZone, size: number) {
  const label = size.toLocaleString("en");
  const ask = (query: Query) => zone.call("registry.searchEnterprises", query);
  await underLoad(mixedQueries(1, CLIENTS * 20, size), CLIENTS, ask);
  const middles: number[] = [];
  const tails: number[] = [];
  const scans: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = await underLoad(mixedQueries(100 + round, CLIENTS * QUERIES_EACH, size), CLIENTS, ask);
    middles.push(quantile(times, 0.5));
    tails.push(quantile(times, 0.99));
    const words = mixedQueries(100 + round, SCANS * 10, size)
      .flatMap(({ q, region }) => (q === undefined || region !== undefined ? [] : [q]))
      .slice(0, SCANS);
    for (const q of words) scans.push(await timed(() => byIlike(zone, q)));
  }
  const trigrams = await withTrigrams(zone, size);
  const inMemory = memoryIndex(size);
  const words = mixedQueries(7, 400, size).flatMap(({ q }) => (q === undefined || /^\d/.test(q) ? [] : [q]));
  const remembered = words.map((q) => {
    const started = performance.now();
    inMemory(q);
    return performance.now() - started;
  });
  const row = (name: string, numbers: readonly number[]): Measured => ({
    name,
    median: median(numbers),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
  });
  return {
    rows: [
      row(`${label}: p50 of mixed searches, ${CLIENTS} clients`, middles),
      row(`${label}: p99 of mixed searches, ${CLIENTS} clients`, tails),
      row(`${label}: ILIKE over the names, one client`, scans),
      row(`${label}: the same with an index of pg_trgm (made in ${(trigrams.made / 1000).toFixed(0)} s), one client`, trigrams.times),
      row(`${label}: index in this process's memory, names only, one client`, remembered),
    ],
    lines: [`${label}: p99 ${median(tails).toFixed(0)} ms (to reach: ≤ 50 at 1,000,000)`],
    ninetyNinth: median(tails),
  };
}
