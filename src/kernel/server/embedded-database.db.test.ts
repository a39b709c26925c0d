import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseOptions, openDatabase } from "#kernel/server/embedded-database.ts";

let dataDir: string;
const notes: string[] = [];
/** Where the clone itself is closed to the database's account, its programs lie in a system folder and every opening says so: true, and not asked here. */
const keep = (code: string) => code !== "database.system-folder" && notes.push(code);
const open = (given: Partial<DatabaseOptions> = {}) => openDatabase({ dataDir, disposable: true, onNote: keep, ...given });
const answer = async ({ appUrl }: { readonly appUrl: string }, statement = "select current_user as login") => {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  return ((await client.query(statement).finally(() => client.end())).rows as Record<string, unknown>[])[0];
};
const isRunning = () => existsSync(join(dataDir, "postgres", "postmaster.pid"));
/** Another process on the same folder; resolves when it has its place. */
const guest = async (): Promise<ChildProcess> => {
  const child = fork(join(import.meta.dirname, "test-guest-process.ts"), [dataDir], { stdio: "ignore" });
  await once(child, "message");
  return child;
};

beforeAll(async () => {
  // The database's own account has to get through: temporary folders of a run are closed to others.
  dataDir = await mkdtemp(join(tmpdir(), "yuanshu-embedded-"));
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test("首次创建，最后离开者停库，再开数据还在", async () => {
  const first = await open();
  expect(notes).toEqual(["database.creating"]);
  expect(await answer(first)).toEqual({ login: "yuanshu_app" });
  const second = await open();
  await first.close();
  expect(await answer(second)).toEqual({ login: "yuanshu_app" });
  await second.close();
  await second.close();
  expect(isRunning()).toBe(false);
});

test("中文能按三元组检索：区域设置给了汉字字母的身份", async () => {
  const database = await open();
  const asOwner = { appUrl: database.ownerUrl };
  await answer(asOwner, "create extension if not exists pg_trgm");
  expect(
    await answer(
      asOwner,
      "select similarity('高新技术产业园区', '高新技术园区') > 0.3 as alike, current_setting('server_encoding') as encoding",
    ),
  ).toEqual({ alike: true, encoding: "UTF8" });
  await database.close();
});

test("应用登录名不能建表，看不到别人的密码文件", async () => {
  const database = await open();
  await expect(answer(database, "create table x (id integer)")).rejects.toThrow(/permission denied/);
  await expect(answer(database, "select pg_read_file('yuanshu-logins.json')")).rejects.toThrow(/permission denied/);
  const logins = await readFile(join(dataDir, "postgres", "yuanshu-logins.json"), "utf8");
  expect(new Set(Object.values(JSON.parse(logins) as Record<string, string>)).size).toBe(5);
  await database.close();
});

test("同一文件夹第二个服务被拒绝，命令行可以同时用", async () => {
  const server = await open({ as: "server" });
  await expect(open({ as: "server" })).rejects.toMatchObject({ code: "database.second-server" });
  await (await open({ as: "guest" })).close();
  await server.close();
  await (await open({ as: "server" })).close();
  expect(isRunning()).toBe(false);
});

test("被 kill -9 之后：库还开着，下次接管，离开时照样停", async () => {
  const child = await guest();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isRunning()).toBe(true);
  notes.length = 0;
  const database = await open();
  expect(notes).toEqual(["database.adopted"]);
  expect(await answer(database)).toEqual({ login: "yuanshu_app" });
  await database.close();
  expect(isRunning()).toBe(false);
});

test("别的进程还在用：不停库", async () => {
  const database = await open();
  const child = await guest();
  await database.close();
  expect(isRunning()).toBe(true);
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(isRunning()).toBe(false);
});

test("库自己被杀：在原端口重新开起来", async () => {
  const database = await open();
  notes.length = 0;
  const pid = Number.parseInt(await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
  process.kill(pid, "SIGKILL");
  for (let tries = 0; tries < 100 && !notes.includes("database.restarted"); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await answer(database)).toEqual({ login: "yuanshu_app" });
  await database.close();
});

test("机器重启后进程号归了别的程序：照常启动", async () => {
  await writeFile(
    join(dataDir, "postgres", "postmaster.pid"),
    `${process.pid}\n${join(dataDir, "postgres")}\n1\n5432\n\n127.0.0.1\n\nready   \n`,
  );
  const database = await open();
  expect(await answer(database)).toEqual({ login: "yuanshu_app" });
  await database.close();
});

describe("说得清的拒绝", () => {
  test("半截的文件夹", async () => {
    const half = join(dataDir, "half");
    await mkdir(join(half, "postgres"), { recursive: true });
    await writeFile(join(half, "postgres", "PG_VERSION"), "18\n");
    await expect(open({ dataDir: half })).rejects.toMatchObject({
      code: "database.folder-half-created",
      params: { missing: "global/pg_control" },
    });
  });

  test("数据文件夹其实是个文件", async () => {
    const file = join(dataDir, "a-file");
    await writeFile(file, "");
    await expect(open({ dataDir: file })).rejects.toMatchObject({ code: "database.folder-not-writable" });
  });

  test.each([
    ["mysql://x@y/z", "database.url-malformed"],
    ["not an address", "database.url-malformed"],
    ["postgres://nobody:x@127.0.0.1:1/none", "database.url-unreachable"],
    ["postgres://nobody:x@host.invalid/none", "database.url-unreachable"],
  ])("DATABASE_URL=%s → %s", async (databaseUrl, code) => {
    const refused = open({ databaseUrl });
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused.catch((error: { params: unknown }) => JSON.stringify(error.params))).resolves.not.toContain(":x@");
  });

  test("DATABASE_URL 的密码或库名不对", async () => {
    const database = await open();
    const wrong = [database.appUrl.replace(/:[^:@]*@/, ":wrong@"), database.appUrl.replace(/[^/]+$/, "nothing")];
    for (const databaseUrl of wrong) await expect(open({ databaseUrl })).rejects.toMatchObject({ code: "database.url-refused" });
    const remote = await open({ databaseUrl: database.appUrl, ownerUrl: database.ownerUrl });
    expect(remote).toMatchObject({ embedded: false, appUrl: database.appUrl, ownerUrl: database.ownerUrl });
    await remote.close();
    await database.close();
  });
});
