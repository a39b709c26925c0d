import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MIGRATIONS } from "#apps/runtime.ts";
import { run, temporaryFolder } from "#apps/test-command.ts";
import { prepareLogins } from "#kernel/server/database-logins.ts";
import { placeDatabase } from "#kernel/server/database-place.ts";
import { DATABASE_NAME, startOnFreePort } from "#kernel/server/embedded-database.ts";
import { migrate } from "#kernel/server/migrate.ts";
import { canRun, copyBinaries, findOldBinaries } from "#kernel/server/postgres-binaries.ts";
import { type Cluster, createCluster, LOGINS, passwordsOf, stopCluster } from "#kernel/server/postgres-cluster.ts";
import { migrateSignIn } from "#kernel/server/sign-in/sign-in-tables.ts";

const OLD = "17";
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
const yuanshu = (...args: readonly string[]) => run("cli", args, { DATA_DIR: data });

/** A data folder as a program with the older PostgreSQL left it: a zone, and texts that a dump could stumble over. */
beforeAll(async () => {
  folder = await temporaryFolder("upgrade");
  data = join(folder.path, "data");
  await mkdir(data, { mode: 0o755 });
  const { cluster } = placeDatabase(data);
  const found = findOldBinaries(OLD, undefined);
  const old: Cluster = { ...cluster, binaries: canRun(found, cluster.account) ? found : copyBinaries(found, folder.path) };
  await createCluster(old, false);
  const port = await startOnFreePort(old, undefined);
  const passwords = await passwordsOf(old);
  const url = (login: keyof typeof LOGINS, database: string = DATABASE_NAME) =>
    `postgres://${LOGINS[login]}:${passwords[login]}@127.0.0.1:${port}/${database}`;
  await prepareLogins(url("admin", "postgres"), DATABASE_NAME, passwords);
  await migrate(url("owner"), MIGRATIONS);
  await migrateSignIn(url("owner"));
  const client = new pg.Client({ connectionString: url("admin") });
  await client.connect();
  await client.query("insert into zone (id, slug, name) values ('0199c000-0000-7000-8000-00000000abcd', 'old', E'旧\\\\N区\\t')");
  await client.query(
    "insert into department (zone_id, id, name) select '0199c000-0000-7000-8000-00000000abcd', gen_random_uuid(), '部门' || n from generate_series(1, 5000) n",
  );
  await client.end();
  await stopCluster(old);
});
afterAll(() => folder.remove());

test("自带数据库的旧主版本：启动说一句话；升级后数据一行不少，旧数据保留；再升级无事可做", async () => {
  const { cluster } = placeDatabase(data);
  expect(readFileSync(join(cluster.folder, "PG_VERSION"), "utf8").trim()).toBe(OLD);
  const started = await run("server", [], { DATA_DIR: data, PORT: "0" });
  expect([started.code, started.err]).toEqual([
    1,
    expect.stringContaining("属于 PostgreSQL 17，本程序自带 18。请运行 npm run -s yuanshu -- database upgrade"),
  ]);

  const upgraded = await yuanshu("database", "upgrade", "--json");
  expect([upgraded.err, upgraded.code]).toEqual(["", 0]);
  const told = JSON.parse(upgraded.out) as { from: string; to: string; rows: number; kept: string; journal: { ok: boolean } };
  expect(told).toMatchObject({ from: OLD, to: "18", journal: { ok: true } });
  expect(told.rows).toBeGreaterThan(5000);
  expect(readFileSync(join(told.kept, "PG_VERSION"), "utf8").trim()).toBe(OLD);
  expect(readFileSync(join(cluster.folder, "PG_VERSION"), "utf8").trim()).toBe("18");
  expect(existsSync(join(data, `upgrade-from-${OLD}.backup`))).toBe(false);

  const zones = await yuanshu("zone", "list", "--json");
  expect(JSON.parse(zones.out)).toMatchObject({ items: [{ slug: "old", name: "旧\\N区\t" }] });
  const departments = await yuanshu("system", "list-departments", "--json");
  expect((JSON.parse(departments.out) as { items: unknown[] }).items).toHaveLength(5000);
  const again = await yuanshu("database", "upgrade");
  expect([again.code, again.out.trim()]).toEqual([0, "数据库已是 PostgreSQL 18，无需升级。"]);
});

test("没有旧程序、没有数据库、自己的 PostgreSQL：各一句话", async () => {
  const cases = [
    [{ DATA_DIR: join(folder.path, "empty") }, /里没有数据库。$/],
    [{ DATA_DIR: data, DATABASE_URL: "postgres://x:y@127.0.0.1:1/z" }, /由其管理员升级/],
  ] as const;
  for (const [environment, words] of cases) {
    const ran = await run("cli", ["database", "upgrade"], environment);
    expect([ran.code, ran.err.trim()]).toEqual([1, expect.stringMatching(words)]);
  }
  expect(() => findOldBinaries("9", undefined)).toThrow("database.no-old-programs");
});
