import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRuntime } from "#apps/runtime.ts";
import { heard, run, start, temporaryFolder } from "#apps/test-command.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const data = (): string => join(folder.path, "data");
const serve = (given: Readonly<Record<string, string>> = {}): ChildProcess =>
  start("server", [], { DATA_DIR: data(), PORT: "0", ...given });
const address = (server: ChildProcess): Promise<string> => heard(server, /园枢已启动：(\S+)/);
/** Without the line that says where the database's programs lie when the clone is closed to its account. */
const withoutPlace = (out: string): string => out.replace(/^.*系统文件夹.*\n/m, "");
const ended = async (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null ? ((await once(child, "exit")) as [number | null])[0] : child.exitCode;

/** The postmaster of the data folder, when it lives. */
function postmaster(): number | undefined {
  const path = join(data(), "postgres", "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

beforeAll(async () => {
  folder = await temporaryFolder("server");
  const runtime = await openRuntime({ as: "guest", environment: {}, dataDir: data() });
  // As after `sample remove`: these tests need a server, not thirty articles.
  const client = new pg.Client({ connectionString: runtime.database.adminUrl });
  await client.connect();
  await client.query("insert into setting (zone_id, name, value, changed_by) values ($1, 'sample-zone', '{}', 'test')", [SYSTEM_ZONE_ID]);
  await client.end();
  await runtime.close();
});
afterAll(() => folder.remove());

test("启动、答复；第二个服务说一句话就走；Ctrl-C 之后什么也不留", async () => {
  const server = serve();
  const place = await address(server);
  expect((await fetch(`${place}/api/health`)).status).toBe(200);
  expect(await (await fetch(place)).text()).toContain("<!doctype html>");
  expect(await (await fetch(`${place}/api/system/session`)).json()).toMatchObject({ demoAccounts: [] });

  const second = await run("server", [], { DATA_DIR: data(), PORT: "0" });
  expect([second.code, second.err.trim()]).toEqual([
    1,
    `数据文件夹 ${data()} 上已有一个服务正在运行。请先停止它，或用 DATA_DIR 指定另一个文件夹。`,
  ]);
  expect((await fetch(`${place}/api/health`)).status).toBe(200);

  server.kill("SIGINT");
  expect(await ended(server)).toBe(0);
  expect(postmaster()).toBeUndefined();
  await expect(fetch(`${place}/api/health`)).rejects.toThrow();
});

test("kill -9 之后再启动：接管还开着的数据库，照常服务，照常停", async () => {
  const first = serve();
  await address(first);
  first.kill("SIGKILL");
  await ended(first);
  expect(postmaster()).toBeDefined();
  const second = serve();
  const adopted = heard(second, /接管了上次异常退出后仍在运行的数据库/);
  const place = await address(second);
  await adopted;
  expect((await fetch(`${place}/api/health`)).status).toBe(200);
  second.kill("SIGTERM");
  expect(await ended(second)).toBe(0);
  expect(postmaster()).toBeUndefined();
});

test("端口被占、端口写错：一句话，以 1 退出，数据库也停下", async () => {
  const holder = createServer();
  await new Promise<void>((done) => holder.listen(0, "127.0.0.1", done));
  const port = (holder.address() as AddressInfo).port;
  const taken = await run("server", [], { DATA_DIR: data(), PORT: String(port) });
  expect([taken.code, taken.err.trim()]).toEqual([
    1,
    `端口 ${port} 已被占用。请停掉占用它的程序，或用 PORT 另选端口，例如 PORT=3100 npm start。`,
  ]);
  expect(postmaster()).toBeUndefined();
  holder.close();
  const wrong = await run("server", [], { DATA_DIR: data(), PORT: "三千" });
  expect([wrong.code, wrong.err.trim()]).toEqual([1, "PORT 应为 0 至 65535 的整数，现为“三千”。"]);
});

test("文件夹建不了、只建了一半，DATABASE_URL 写错、连不上：各一句话，以 1 退出", async () => {
  writeFileSync(join(folder.path, "a-file"), "");
  const half = join(folder.path, "half");
  mkdirSync(join(half, "postgres"), { recursive: true });
  writeFileSync(join(half, "postgres", "PG_VERSION"), "18\n");
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ DATA_DIR: join(folder.path, "a-file", "data") }, /^数据文件夹 .* 建不了（ENOTDIR）。请用 DATA_DIR 指定可写的文件夹。$/],
    [{ DATA_DIR: half }, /里的数据库不完整（缺少 global\/pg_control）/],
    [{ DATA_DIR: join(folder.path, "remote"), DATABASE_URL: "mysql://x@y/z" }, /^DATABASE_URL 不是有效的 PostgreSQL 地址/],
    [
      { DATA_DIR: join(folder.path, "remote"), DATABASE_URL: "postgres://x:secret@127.0.0.1:1/z" },
      /^DATABASE_URL 指定的数据库 .* 无法连接/,
    ],
  ];
  for (const [environment, words] of cases) {
    const ran = await run("server", [], { PORT: "0", ...environment });
    expect([ran.code, withoutPlace(ran.out)]).toEqual([1, ""]);
    expect(ran.err.trim()).toMatch(words);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
    expect(ran.err).not.toContain("secret");
  }
});
