import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Screening } from "#domains/promotion/contract/screening-operations.ts";
import { plainWord } from "#domains/promotion/rules/chain-fit.ts";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { type BenchZone, createBenchZone } from "./bench-zone.ts";
import { layChain } from "./chain-rows.ts";
import { type Measured, type Table, takeTurns, timed } from "./measure.ts";
import { enterpriseFile, importFile } from "./register-zone.ts";
import { DUCKDB, POSTGRES, screenStatement } from "./screen-sql.ts";

const SIZES = (process.env["BENCH_ENTERPRISES"] ?? "1000000").split(",").map(Number);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const TOP = 200;
const PLACE = { node: "IC-P-1", codes: ["C3972", "C3973"], words: ["功率半导体", "碳化硅器件", "功率半导体模块", "传感器芯片"] };

export async function run(): Promise<Table> {
  const rows: Measured[] = [];
  const lines: string[] = [];
  for (const size of SIZES) {
    const zone = await createBenchZone(`screen-${size}`);
    try {
      await importFile(zone, await enterpriseFile(size));
      await layChain(zone.runtime.database.ownerUrl, zone.zoneId, PLACE);
      const measured = await measure(zone, size);
      rows.push(...measured.rows);
      lines.push(...measured.lines);
    } finally {
      await zone.close();
    }
  }
  return { title: "screen", unit: "ms", rows, lines };
}

type Top = readonly { readonly id: string; readonly known: number; readonly possible: number }[];

async function measure(zone: BenchZone, size: number) {
  const label = size.toLocaleString("en");
  const client = new pg.Client({ connectionString: zone.runtime.database.ownerUrl });
  await client.connect();
  await client.query("analyze");
  const place = { codes: PLACE.codes.map((code) => code.slice(1)), words: PLACE.words.map(plainWord) };
  const nobody = "(select null::uuid id, 0 points where false)";
  const statement = screenStatement(
    DEFAULT_SCORING,
    place,
    POSTGRES,
    { enterprise: "enterprise", held: "enterprise_qualification", linked: nobody, tied: nobody },
    TOP,
  );
  const duck = await openDuck(client, size);
  const screen = () => zone.call("promotion.screenTargets", { node: PLACE.node, limit: TOP, excludedLimit: 20 }) as Promise<Screening>;
  try {
    const cold = await timed(screen);
    const rows = await takeTurns(
      [
        { name: `${label}: ranked and the first ${TOP} explained, through the operation`, run: () => timed(screen) },
        { name: `${label}: the same score as one SQL statement, nothing explained`, run: () => timed(() => client.query(statement)) },
        { name: `${label}: the same statement in DuckDB over its own copy of the columns`, run: () => timed(() => duck.top()) },
      ],
      ROUNDS,
    );
    const ours: Top = (await screen()).items.map(({ enterprise, score }) => ({
      id: enterprise.id,
      known: score.known * 10,
      possible: score.possible * 10,
    }));
    const [sql, other] = [(await client.query(statement)).rows as Top, await duck.top()];
    const [first, second] = rows;
    return {
      rows,
      lines: [
        `${label}: cold, with the columns read from the database, ${(cold / 1000).toFixed(1)} s`,
        `${label}: ${((first?.median ?? 0) / (second?.median ?? 1)).toFixed(2)} × the SQL statement (to reach: ≤ 1; ≤ 300 ms at 1,000,000)`,
        `${label}: the same ${TOP} in the same order as the SQL statement: ${same(ours, sql) ? "yes" : "NO"}; as DuckDB: ${same(ours, other) ? "yes" : "NO"}`,
      ],
    };
  } finally {
    duck.close();
    await client.end();
  }
}

const same = (ours: Top, theirs: Top): boolean =>
  ours.length === theirs.length &&
  ours.every((one, place) => {
    const other = theirs[place];
    return other?.id === one.id && Number(other.known) === Math.round(one.known) && Number(other.possible) === Math.round(one.possible);
  });

/** DuckDB in this process with the same columns in its own format, copied through a file. */
async function openDuck(client: pg.Client, size: number) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const folder = mkdtempSync(join(tmpdir(), `yuanshu-duck-${size}-`));
  const instance = await DuckDBInstance.create(join(folder, "register.duckdb"), { threads: "2" });
  const connection = await instance.connect();
  const copy = async (table: string, columns: string, query: string): Promise<void> => {
    const path = join(folder, `${table}.csv`);
    await exportCsv(client, query, path);
    await connection.run(
      `create table ${table} as select * from read_csv('${path}', header = true, columns = ${columns}, quote = '"', escape = '"')`,
    );
  };
  await copy(
    "flat",
    "{'id': 'VARCHAR', 'status': 'VARCHAR', 'class_code': 'VARCHAR', 'others': 'VARCHAR', 'words': 'VARCHAR', 'revenue_growth_pct': 'DECIMAL(9,2)', 'revenue_year': 'INTEGER', 'prominence': 'INTEGER'}",
    "select id, status, class_code, array_to_string(other_classes, ';') others, array_to_string(products, ';') words, revenue_growth_pct, revenue_year, prominence from enterprise",
  );
  await copy(
    "held_rows",
    "{'enterprise_id': 'VARCHAR', 'kind': 'VARCHAR', 'level': 'VARCHAR', 'valid_from': 'DATE', 'valid_to': 'DATE'}",
    "select enterprise_id, kind, level, valid_from, valid_to from enterprise_qualification",
  );
  await connection.run(`create table enterprise as select id, status, class_code, revenue_growth_pct, revenue_year, prominence,
    case when others is null or others = '' then []::varchar[] else string_split(others, ';') end other_classes,
    case when words is null or words = '' then []::varchar[] else string_split(words, ';') end products from flat`);
  const nobody = "(select null::varchar id, 0 points where false)";
  const place = { codes: PLACE.codes.map((code) => code.slice(1)), words: PLACE.words.map(plainWord) };
  const statement = screenStatement(
    DEFAULT_SCORING,
    place,
    DUCKDB,
    { enterprise: "enterprise", held: "held_rows", linked: nobody, tied: nobody },
    TOP,
  );
  return {
    top: async (): Promise<Top> => {
      const reader = await connection.runAndReadAll(statement);
      return reader.getRows().map(([id, known, possible]) => ({ id: String(id), known: Number(known), possible: Number(possible) }));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** COPY … TO STDOUT into a file, row by row, through a cursor of ordinary rows: the superuser's server need not see this folder. */
async function exportCsv(client: pg.Client, query: string, path: string): Promise<void> {
  const file = createWriteStream(path);
  await client.query("begin");
  await client.query(`declare rows no scroll cursor for ${query}`);
  let head = true;
  for (;;) {
    const { rows, fields } = await client.query({ text: "fetch 20000 from rows", rowMode: "array" });
    if (head) file.write(`${fields.map(({ name }) => name).join(",")}\n`);
    head = false;
    if (rows.length === 0) break;
    const lines = (rows as unknown[][]).map((row) => row.map(cell).join(","));
    if (!file.write(`${lines.join("\n")}\n`)) await once(file, "drain");
  }
  await client.query("commit");
  file.end();
  await once(file, "finish");
}

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
