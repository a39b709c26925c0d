import pg from "pg";
import type { Tie } from "#domains/promotion/rules/introduction-paths.ts";
import { PATH_RULES } from "#domains/promotion/rules/introduction-paths.ts";
import { type BenchZone, createBenchZone } from "./bench-zone.ts";
import { type Measured, median, type Table } from "./measure.ts";

const ENTERPRISES = Number(process.env["BENCH_ENTERPRISES"] ?? 2_000_000);
const TIES = Number(process.env["BENCH_TIES"] ?? 10_000_000);
const RESIDENTS = 5_000;
const TARGETS = 200;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
/** Recursive SQL takes so long that a few say enough. */
const SLOW = 5;

/** Computed from its number, in the shape of a random UUID. */
const idOf = (place: string): string =>
  `overlay(overlay(md5('bench ' || ${place}) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`;

/** Ties among enterprises of which few have very many: whom one meets is the square of an even chance. */
async function fill(ownerUrl: string, zoneId: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select setseed(0.42)");
    await client.query(`insert into enterprise (id, identifier_kind, identifier, name, name_key)
      select ${idOf("n")}, 'provisional', 'P-BENCH-' || n, '企业' || n, '企业' || n from generate_series(1, ${ENTERPRISES}) n`);
    await client.query(`insert into enterprise_tie (from_id, to_id, kind, strength, as_of, evidence)
      select ${idOf("least(a, b)")}, ${idOf("greatest(a, b)")}, (array['supply', 'supply', 'investment', 'group', 'officer', 'address'])[1 + floor(random() * 6)::integer],
        20 + floor(random() * 80)::integer, date '2026-06-30' - floor(random() * 2000)::integer, '公开资料'
      from (select 1 + floor(random() ^ 2 * ${ENTERPRISES - 1})::integer a, 1 + floor(random() * ${ENTERPRISES - 1})::integer b from generate_series(1, ${TIES})) t
      where a <> b on conflict do nothing`);
    await client.query("select set_config('app.zone', $1, false)", [zoneId]);
    await client.query(`insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, entered_by)
      select '${zoneId}', md5('book ' || n)::uuid, ${idOf(`(n::bigint * ${Math.floor(ENTERPRISES / RESIDENTS)})`)}, 'resident', '2020-01-01', 'bench' from generate_series(1, ${RESIDENTS}) n`);
    await client.query("insert into register_change default values on conflict do nothing");
    await client.query("vacuum analyze enterprise_tie");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export async function run(): Promise<Table> {
  const zone = await createBenchZone("paths");
  const client = new pg.Client({ connectionString: zone.runtime.database.ownerUrl });
  try {
    await fill(zone.runtime.database.ownerUrl, zone.zoneId);
    await client.connect();
    await client.query("select set_config('app.zone', $1, false)", [zone.zoneId]);
    const chosen = await client.query<{ id: string }>(
      `select ${idOf(`(1 + (n * 7919::bigint) % ${ENTERPRISES})`)} id from generate_series(1, ${TARGETS}) n`,
    );
    return await measure(
      zone,
      client,
      chosen.rows.map(({ id }) => id),
    );
  } finally {
    await client.end();
    await zone.close();
  }
}

type Paths = { readonly paths: readonly { readonly score: number }[] };

async function measure(zone: BenchZone, client: pg.Client, targets: readonly string[]): Promise<Table> {
  const ask = (enterpriseId: string) => zone.call("promotion.introductionPaths", { enterpriseId, limit: 12 }) as Promise<Paths>;
  const first = performance.now();
  await ask(targets[0] ?? "");
  const cold = performance.now() - first;
  const memory = await loadGraph(client);
  const [ours, inMemory, recursive]: [number[][], number[][], number[]] = [[], [], []];
  let agree = 0;
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const mine: number[] = [];
    const theirs: number[] = [];
    for (const target of targets) {
      const started = performance.now();
      const { paths } = await ask(target);
      mine.push(performance.now() - started);
      const again = performance.now();
      const reached = memory.reachable(target);
      theirs.push(performance.now() - again);
      if (round > 0) continue;
      if (paths.length > 0) found += 1;
      if (paths.length > 0 === reached > 0) agree += 1;
    }
    ours.push(mine.sort((one, other) => one - other));
    inMemory.push(theirs.sort((one, other) => one - other));
    const target = targets[round % targets.length] ?? "";
    if (recursive.length < SLOW) {
      const started = performance.now();
      await client.query(RECURSIVE, [target]);
      recursive.push(performance.now() - started);
    }
  }
  const row = (name: string, numbers: readonly number[]): Measured => ({
    name,
    median: median(numbers),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
  });
  const at = (rounds: readonly number[][], share: number) => rounds.map((times) => quantile(times, share));
  return {
    title: "paths",
    unit: "ms",
    rows: [
      row("p50 of the best paths to one target, through the operation", at(ours, 0.5)),
      row("p99 of the best paths to one target, through the operation", at(ours, 0.99)),
      row("recursive SQL: introducers within three ties, no order, hubs left out", recursive),
      row("p50 of a breadth-first search on typed arrays in memory: reached or not", at(inMemory, 0.5)),
      row("p99 of a breadth-first search on typed arrays in memory: reached or not", at(inMemory, 0.99)),
    ],
    lines: [
      `${TIES.toLocaleString("en")} ties among ${ENTERPRISES.toLocaleString("en")} enterprises, ${RESIDENTS.toLocaleString("en")} residents, ${targets.length} targets; paths were found to ${found} of them`,
      `p99 ${median(at(ours, 0.99)).toFixed(0)} ms (to reach: ≤ 100)`,
      `cold, with the residents' ties read, ${(cold / 1000).toFixed(1)} s; the arrays in memory took ${(memory.took / 1000).toFixed(1)} s to fill and ${memory.megabytes} MB`,
      `same answer as the search in memory to "is there a path" for ${agree} of ${targets.length}`,
    ],
  };
}

/** The same question as one statement: neighbours of neighbours, joined with the book. */
const RECURSIVE = `with recursive walk(id, steps, path) as (
    select $1::uuid, 0, array[$1::uuid]
    union all
    select n.other, w.steps + 1, w.path || n.other from walk w cross join lateral (
      (select t.to_id other from enterprise_tie t where t.from_id = w.id limit ${PATH_RULES.hub})
      union all (select t.from_id from enterprise_tie t where t.to_id = w.id limit ${PATH_RULES.hub})
    ) n where w.steps < 3 and n.other <> all (w.path))
  select count(distinct w.id) from walk w join enterprise_book b on b.enterprise_id = w.id and b.kind = 'resident' where w.steps > 0`;

/** Every tie as a pair of numbers in rows one after the other; hubs are not passed, as with us. */
async function loadGraph(client: pg.Client) {
  const started = performance.now();
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const there = numbers.get(id);
    if (there !== undefined) return there;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const from: number[] = [];
  const to: number[] = [];
  await client.query("begin");
  await client.query("declare ties no scroll cursor for select from_id, to_id from enterprise_tie");
  for (;;) {
    const { rows } = await client.query<[Tie["from"], Tie["to"]]>({ text: "fetch 50000 from ties", rowMode: "array" });
    if (rows.length === 0) break;
    for (const [one, other] of rows) {
      from.push(numberOf(one));
      to.push(numberOf(other));
    }
  }
  await client.query("commit");
  const starts = new Uint32Array(numbers.size + 1);
  for (const ends of [from, to]) for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  for (let place = 0; place < numbers.size; place += 1) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const next = starts.slice();
  const others = new Uint32Array(from.length * 2);
  const put = (own: number, other: number): void => {
    const free = next[own] ?? 0;
    others[free] = other;
    next[own] = free + 1;
  };
  from.forEach((one, place) => {
    put(one, to[place] ?? 0);
    put(to[place] ?? 0, one);
  });
  const residents = new Uint8Array(numbers.size);
  const book = await client.query<{ enterprise_id: string }>("select enterprise_id from enterprise_book where kind = 'resident'");
  for (const { enterprise_id } of book.rows) {
    const number = numbers.get(enterprise_id);
    if (number !== undefined) residents[number] = 1;
  }
  return {
    took: performance.now() - started,
    megabytes: Math.round((others.byteLength + starts.byteLength) / 1_000_000),
    reachable: (target: string): number => {
      const start = numbers.get(target);
      if (start === undefined || residents[start] === 1) return 0;
      let reached = 0;
      const seen = new Set([start]);
      let level = [start];
      for (let step = 1; step <= PATH_RULES.mostTies; step += 1) {
        const further: number[] = [];
        for (const one of level) {
          const [begin, end] = [starts[one] ?? 0, starts[one + 1] ?? 0];
          const passes = end - begin <= PATH_RULES.hub && residents[one] !== 1;
          for (let place = begin; place < end; place += 1) {
            const other = others[place] ?? 0;
            if (seen.has(other) || (!passes && residents[other] !== 1)) continue;
            seen.add(other);
            if (residents[other] === 1) reached += 1;
            further.push(other);
          }
        }
        level = further;
      }
      return reached;
    },
  };
}
