import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { migrate } from "#kernel/server/migrate.ts";
import { MIGRATIONS } from "#kernel/server/test-global-setup.ts";

let folder: string;
let url: string;
const made: string[] = [];
const asAdmin = async (statement: string) => {
  const admin = new pg.Client({ connectionString: inject("server").adminUrl });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
};
const ask = async (statement: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows as Record<string, unknown>[];
};
const write = (file: string, sql: string) => writeFile(join(folder, file), sql);
const FIRST = "20260101000000-kernel-first.sql";
const SECOND = "20260102000000-kernel-second.sql";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuanshu-migrations-"));
  const name = `migrate_${randomBytes(5).toString("hex")}`;
  made.push(name);
  await asAdmin(`create database ${name} owner yuanshu_owner`);
  url = inject("server").ownerUrl.replace(/[^/]+$/, name);
  await write(FIRST, "create table a (id integer primary key);\ninsert into a values (1);");
  return () => rm(folder, { recursive: true });
});
afterAll(async () => {
  for (const name of made) await asAdmin(`drop database ${name} with (force)`);
});

test("只执行新的，按名字的次序", async () => {
  expect(await migrate(url, folder)).toEqual([FIRST]);
  await write(SECOND, "alter table a add column b integer;");
  expect(await migrate(url, folder)).toEqual([SECOND]);
  expect(await migrate(url, folder)).toEqual([]);
});

test("八个同时来：各执行一次", async () => {
  await write(SECOND, "create table c (id integer);");
  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(url, folder)));
  expect(applied.flat()).toEqual([FIRST, SECOND]);
});

test("写错的迁移：说出文件、行号、原因，一点也不留下，改好后可以继续", async () => {
  await write(SECOND, "create table half (id integer);\n\ncreate tabel typo (id integer);");
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: "database.migration-failed",
    params: { file: SECOND, line: 3, reason: 'syntax error at or near "tabel"' },
  });
  expect(await ask("select to_regclass('half') as half, (select count(*)::int from migration) as applied")).toEqual([
    { half: null, applied: 1 },
  ]);
  await write(SECOND, "create table half (id integer);");
  expect(await migrate(url, folder)).toEqual([SECOND]);
});

test("执行过的被改动、被删除，新的排在旧的之前，名字不合：拒绝", async () => {
  await migrate(url, folder);
  await write(FIRST, "create table a (id bigint primary key);");
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: "database.migration-changed", params: { file: FIRST } });
  await rm(join(folder, FIRST));
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: "database.migration-missing" });
  await write(FIRST, "create table a (id integer primary key);\r\ninsert into a values (1);");
  expect(await migrate(url, folder), "line endings do not count").toEqual([]);
  await write("20250101000000-kernel-late.sql", "select 1;");
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: "database.migration-late" });
  await rm(join(folder, "20250101000000-kernel-late.sql"));
  await write("latest.sql", "select 1;");
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: "database.migration-name" });
});

test("产品自己的迁移：由不是超级用户的所有者执行，再来一次无事可做", async () => {
  expect((await migrate(url, MIGRATIONS)).length).toBeGreaterThanOrEqual(5);
  expect(await migrate(url, MIGRATIONS)).toEqual([]);
});
