import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openRuntime } from "#apps/runtime.ts";
import { run, temporaryFolder } from "#apps/test-command.ts";
import { listTables, proveTable } from "#kernel/server/backup/copy-table.ts";
import type { TableProof } from "#kernel/server/backup/manifest.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string): string => join(folder.path, name);
const PASSPHRASE = "九个字以上的口令 with space";
const yuanshu = (data: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  run("cli", args, { DATA_DIR: at(data), ...environment });
async function done(data: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const ran = await yuanshu(data, args, environment);
  if (ran.code !== 0) throw new Error(`${args.join(" ")} ended with ${ran.code}: ${ran.err}${ran.out}`);
  return ran.out.trim();
}

async function proofsAt(url: string | undefined): Promise<readonly TableProof[]> {
  const client = new pg.Client({ connectionString: url, options: "-c search_path=public" });
  await client.connect();
  const proofs: TableProof[] = [];
  for (const table of await listTables(client)) proofs.push(await proveTable(client, table));
  await client.end();
  return proofs;
}
async function proofsOf(data: string): Promise<readonly TableProof[]> {
  const runtime = await openRuntime({ as: "guest", environment: {}, dataDir: at(data) });
  return proofsAt(runtime.database.adminUrl).finally(() => runtime.close());
}
/** Signing in to look at it and the note of the last look are no part of what was backed up. */
const filesOf = (data: string): readonly string[] =>
  readdirSync(at(`${data}/files`), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${statSync(join(entry.parentPath, entry.name)).size}`)
    .sort();

/** A session that holds while the backup is made. */
async function signSomebodyIn(): Promise<void> {
  const runtime = await openRuntime({ as: "guest", environment: {}, dataDir: at("original") });
  await runtime.signIn.signIn("boss", "correct horse battery", { address: "local", device: null });
  await runtime.close();
}
/** What holds only for a while is ended by a restore. */
const lasting = (proofs: readonly TableProof[]) => proofs.filter(({ schema, name }) => schema !== "auth" || name !== "session");
const sessions = (proofs: readonly TableProof[]) => proofs.find(({ schema, name }) => schema === "auth" && name === "session")?.rows;

beforeAll(async () => {
  folder = await temporaryFolder("backup");
  const zone = ["zone", "create", "--slug", "real", "--name", "云岭高新区", "--departments", "经济运行局,招商合作局"];
  await done("original", [...zone, "--admin-username", "boss", "--admin-name", "管\\理\t员", "--admin-password", "correct horse battery"]);
  writeFileSync(at("半年.txt"), "云岭高新区半年报\n\n2025年上半年，云岭高新区出口总额132.7亿元，同比增长9.4%。\\N \\. 反斜杠\t制表。\n");
  await done("original", ["intelligence", "ingest", at("半年.txt"), "--accept-all"]);
  await signSomebodyIn();
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`);
});
afterAll(() => folder.remove());

describe("备份与恢复", () => {
  test("加密备份：检查完好；恢复到空文件夹后每张表、每个文件、密钥都与原来一致，日志校验通过", async () => {
    const before = await proofsOf("original");
    const said = await done("original", ["backup", at("sealed.backup"), "--passphrase-file", at("passphrase")]);
    expect(said).toMatch(/^已备份到 .*已加密，含会话密钥。$/);
    expect(readFileSync(at("sealed.backup")).includes(Buffer.from("出口总额"))).toBe(false);
    expect(await done("original", ["backup", "check", at("sealed.backup")], { YUANSHU_BACKUP_PASSPHRASE: PASSPHRASE })).toContain(
      "校验和全部相符",
    );
    const restored = await done("copy", ["restore", at("sealed.backup"), "--passphrase-file", at("passphrase"), "--json"]);
    expect(JSON.parse(restored)).toMatchObject({ secret: true, journal: { ok: true } });
    expect(JSON.parse(restored).journal.entries).toBeGreaterThan(1);
    const after = await proofsOf("copy");
    expect(lasting(after)).toEqual(lasting(before));
    expect([sessions(before), sessions(after)]).toEqual([1, 0]);
    expect(before.reduce((sum, table) => sum + table.rows, 0)).toBeGreaterThan(100);
    expect(filesOf("copy")).toEqual(filesOf("original"));
    expect(filesOf("copy").length).toBeGreaterThan(0);
    expect(readFileSync(at("copy/session-secret"), "utf8")).toBe(readFileSync(at("original/session-secret"), "utf8"));
  });

  test("恢复之后照常工作，行级隔离、引用和只追加的权限都在", async () => {
    const runtime = await openRuntime({ as: "guest", environment: {}, dataDir: at("copy") });
    const client = new pg.Client({ connectionString: runtime.database.adminUrl });
    await client.connect();
    const count = async (text: string) => Number((await client.query<{ n: string }>(text)).rows[0]?.n);
    expect(await count("select count(*) n from pg_constraint where contype = 'f' and not convalidated")).toBe(0);
    expect(await count("select count(*) n from pg_trigger where tgenabled = 'D'")).toBe(0);
    const walls = "select count(*) n from pg_class where relforcerowsecurity";
    const references = "select count(*) n from pg_constraint where contype = 'f'";
    const original = await openRuntime({ as: "guest", environment: {}, dataDir: at("original") });
    const other = new pg.Client({ connectionString: original.database.adminUrl });
    await other.connect();
    for (const text of [walls, references]) expect(await count(text)).toBe(Number((await other.query<{ n: string }>(text)).rows[0]?.n));
    await other.end();
    await original.close();
    await client.end();
    await runtime.close();
    expect(await done("copy", ["audit", "verify", "--json"])).toContain('"ok": true');
  });

  test("不加密的备份不含会话密钥，也能恢复", async () => {
    expect(await done("original", ["backup", at("open.backup")])).toContain("未加密，不含会话密钥");
    expect(JSON.parse(await done("open-copy", ["restore", at("open.backup"), "--json"]))).toMatchObject({
      secret: false,
      journal: { ok: true },
    });
  });

  test("已有的文件不覆盖；非空的库不恢复；口令不对、太短、没给，不是备份：各一句话", async () => {
    const secret = { YUANSHU_BACKUP_PASSPHRASE: PASSPHRASE };
    const cases: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp])[] = [
      ["original", ["backup", at("open.backup")], {}, /已存在，不覆盖。$/],
      ["copy", ["restore", at("open.backup")], {}, /^数据库里已有 1 个园区/],
      ["none", ["restore", at("sealed.backup")], {}, /^这份备份已加密/],
      ["none", ["restore", at("open.backup")], secret, /^给了口令，而这个备份没有加密/],
      ["none", ["restore", at("sealed.backup")], { YUANSHU_BACKUP_PASSPHRASE: "另一个足够长而不对的口令在此" }, /^口令不对/],
      ["original", ["backup", at("short.backup")], { YUANSHU_BACKUP_PASSPHRASE: "短" }, /^口令至少 12 个字。$/],
      ["none", ["restore", at("半年.txt")], secret, /不是园枢的备份。$/],
      ["none", ["restore", at("nowhere")], secret, /用不了：ENOENT$/],
      ["nothing", ["backup", at("nothing.backup")], {}, /没有可备份的。$/],
      ["none", ["restore"], secret, /^请给出一个备份文件。$/],
    ];
    for (const [data, args, environment, words] of cases) {
      const ran = await yuanshu(data, args, environment);
      expect([ran.code, ran.err.trim()]).toEqual([1, expect.stringMatching(words)]);
    }
  });

  test("备份里任何一处改动、截断、调换都发现，什么也不恢复", async () => {
    const secret = { YUANSHU_BACKUP_PASSPHRASE: PASSPHRASE };
    for (const name of ["sealed.backup", "open.backup"]) {
      const whole = readFileSync(at(name));
      const places = [whole.indexOf(10) + 40, Math.floor(whole.length / 2), whole.length - 3];
      const hurt = [
        ...places.map((place) => {
          const bytes = Buffer.from(whole);
          bytes.writeUInt8((bytes.readUInt8(place) + 1) % 256, place);
          return bytes;
        }),
        whole.subarray(0, whole.length - 20),
        Buffer.concat([whole, randomBytes(30)]),
      ];
      for (const [number, bytes] of hurt.entries()) {
        writeFileSync(at(`hurt-${number}-${name}`), bytes);
        const ran = await yuanshu("hurt", ["backup", "check", at(`hurt-${number}-${name}`)], name === "sealed.backup" ? secret : {});
        expect([name, number, ran.code]).toEqual([name, number, 1]);
        expect(ran.err).toMatch(/损坏|口令不对/);
      }
    }
    const ran = await yuanshu("hurt", ["restore", at("hurt-1-sealed.backup")], secret);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("损坏")]);
    expect(readdirSync(folder.path)).not.toContain("hurt");
  });
});

test("自己的 PostgreSQL：看不全所有行的登录不备份；有 BYPASSRLS 的可以；恢复只需属主", async () => {
  const { adminUrl, ownerUrl } = inject("server");
  const name = `restored_${randomBytes(4).toString("hex")}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const into = (url: string): string => url.replace(/[^/]+$/, name);
  const owner = new URL(ownerUrl).username;
  await admin.query(`create database ${name} owner ${owner}`);
  await admin.query(`grant yuanshu_application, yuanshu_sign_in, yuanshu_worker, yuanshu_anonymous to ${owner}`);
  try {
    const remote = { DATABASE_URL: into(ownerUrl) };
    expect(JSON.parse(await done("remote", ["restore", at("open.backup"), "--json"], remote))).toMatchObject({ journal: { ok: true } });
    const refused = await yuanshu("remote", ["backup", at("remote.backup")], remote);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("看不到所有行")]);
    await done("remote", ["backup", at("remote.backup")], { ...remote, BACKUP_DATABASE_URL: into(adminUrl) });
    await done("home", ["restore", at("remote.backup")]);
    expect(await proofsOf("home")).toEqual(await proofsOf("open-copy"));
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
});
