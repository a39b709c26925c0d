import { createReadStream, statSync } from "node:fs";
import pg from "pg";
import { createBenchZone } from "./bench-zone.ts";
import { copyTextFile } from "./copy-file.ts";
import { type Measured, median, type Table } from "./measure.ts";
import { enterpriseFile, importFile } from "./register-zone.ts";

const COUNT = Number(process.env["BENCH_ENTERPRISES"] ?? 1_000_000);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);

/**
 * A register of a million enterprises from one CSV file: received, checked, normalised, tokenised, deduplicated, indexed and searchable; beside
 * it the bare COPY of the same file into a table of texts without any index, on the same server in the same run.
 */
export async function run(): Promise<Table> {
  const path = await enterpriseFile(COUNT);
  const ours: number[] = [];
  const bare: number[] = [];
  const grown: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const zone = await createBenchZone(`import-${round}`);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    try {
      bare.push(await bareCopy(zone.runtime.database.ownerUrl, path));
      ours.push(await importFile(zone, path));
    } finally {
      clearInterval(watch);
      await zone.close();
    }
    grown.push((peak - before) / 1e6);
  }
  const row = (name: string, numbers: readonly number[]): Measured => ({
    name,
    median: median(numbers),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
  });
  const [import_, copy] = [
    row(`import of ${COUNT.toLocaleString("en")} enterprises, searchable`, ours),
    row("bare COPY of the same file, no index", bare),
  ];
  return {
    title: "import",
    unit: "ms",
    rows: [import_, copy],
    lines: [
      `${(statSync(path).size / 1e6).toFixed(0)} MB; ${Math.round(COUNT / (import_.median / 1000)).toLocaleString("en")} rows/s; import ÷ bare COPY = ${(import_.median / copy.median).toFixed(1)} (to reach: ≤ 4)`,
      `memory above what the process held before: at most ${Math.max(...grown).toFixed(0)} MB (to reach: ≤ 300, whatever the size)`,
    ],
  };
}

async function bareCopy(ownerUrl: string, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const columns = Array.from({ length: 14 }, (_, place) => `c${place} text`).join(", ");
    await client.query(`create table bare_copy (${columns})`);
    const started = performance.now();
    await copyTextFile(
      client,
      "copy bare_copy from stdin with (format csv, header true)",
      createReadStream(path, { highWaterMark: 1_048_576 }),
    );
    const took = performance.now() - started;
    await client.query("drop table bare_copy");
    return took;
  } finally {
    await client.end();
  }
}
