import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openTraces } from "#apps/server/traces.ts";
import { heard, run, start, temporaryFolder } from "#apps/test-command.ts";
import { codeOf } from "#kernel/server/test-second-factor.ts";

const PASSWORD = "correct horse battery";
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let admin: pg.Client;
let inside: pg.Client;
let collector: Server;
const collected: string[] = [];
const name = `processes_${randomBytes(4).toString("hex")}`;
const running: ChildProcess[] = [];
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await temporaryFolder("processes");
  const { adminUrl, ownerUrl } = inject("server");
  const owner = new URL(ownerUrl).username;
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner ${owner}`);
  await admin.query(`grant yuanshu_application, yuanshu_sign_in, yuanshu_worker, yuanshu_anonymous to ${owner}`);
  const url = ownerUrl.replace(/[^/]+$/, name);
  environment = {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: url,
    DATA_DIR: join(folder.path, "data"),
    SESSION_SECRET: "the same in every process",
    PORT: "0",
  };
  inside = new pg.Client({ connectionString: adminUrl.replace(/[^/]+$/, name) });
  collector = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      collected.push(`${request.url} ${Buffer.concat(parts).toString("utf8")}`);
      reply.setHeader("content-type", "application/json").end("{}");
    });
  });
  await new Promise<void>((done) => collector.listen(0, "127.0.0.1", done));
});
afterAll(async () => {
  for (const child of running) await stop(child);
  await inside.end().catch(() => {});
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  collector.close();
  folder.remove();
});

async function serve(more: Readonly<Record<string, string>> = {}): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = start("server", [], { ...environment, ...more });
  running.push(child);
  return { child, address: await heard(child, /园枢已启动：(\S+)/) };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill("SIGTERM");
  return ((await once(child, "exit")) as [number | null])[0];
}

const post = (address: string, path: string, body: unknown, cookie = "") =>
  fetch(`${address}${path}`, { method: "POST", headers: { "content-type": "application/json", cookie }, body: JSON.stringify(body) });
const personAt = async (address: string, cookie: string): Promise<string | undefined> =>
  ((await (await fetch(`${address}/api/system/session`, { headers: { cookie } })).json()) as { person: { username: string } | null }).person
    ?.username;

async function signIn(address: string): Promise<string> {
  const reply = await post(address, "/api/system/sign-in", { username: "boss", password: PASSWORD });
  expect(reply.status).toBe(200);
  const entered = cookieOf(reply);
  // A security administrator of a real zone has a second factor: set up on the first way in, asked for on every other. No code is good twice.
  if (seed !== undefined) return cookieOf(await post(address, "/api/system/sign-in/second-factor", { code: codeOf(seed, 1) }, entered));
  const begun = (await (await post(address, "/api/system/second-factor/begin", {}, entered)).json()) as { secret: string };
  seed = begun.secret;
  return cookieOf(await post(address, "/api/system/second-factor/confirm", { code: codeOf(seed) }, entered));
}

const cookieOf = (reply: Response): string =>
  reply.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
let seed: string | undefined;

test("自己的 PostgreSQL 上：持有属主登录的人建第一个园区和管理员；没有它就要登录", async () => {
  const { DATABASE_OWNER_URL: _, ...withoutOwner } = environment;
  const zone = ["zone", "create", "--slug", "real", "--name", "云岭高新区", "--departments", "招商合作局"];
  const boss = ["--admin-username", "boss", "--admin-name", "管理员甲", "--admin-password", PASSWORD];
  const refused = await run("cli", [...zone, ...boss], withoutOwner);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("请先登录")]);
  const made = await run("cli", [...zone, ...boss], environment);
  expect([made.code, made.err]).toEqual([0, ""]);
});

test("两个进程：会话互认，撤销互见，今日的任务只有一份、只做一次，事件只送一次", async () => {
  const [one, other] = await Promise.all([
    serve({
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      OTEL_SERVICE_NAME: "yuanshu-test",
    }),
    serve(),
  ]);
  await inside.connect();
  const cookie = await signIn(one.address);
  expect(await personAt(other.address, cookie)).toBe("boss");
  const { memberships } = (await (await fetch(`${one.address}/api/system/session`, { headers: { cookie } })).json()) as {
    memberships: { id: string; role: string }[];
  };
  const membershipId = memberships.find(({ role }) => role === "system_administrator")?.id ?? memberships[0]?.id;
  expect((await post(one.address, "/api/system/choose-role", { membershipId }, cookie)).status).toBe(200);

  const key = randomBytes(8).toString("hex");
  const twice = await Promise.all(
    [one, other, one, other].map(({ address }) =>
      fetch(`${address}/api/system/people`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key, cookie },
        body: JSON.stringify({ username: "two-processes", name: "两进程局", password: PASSWORD }),
      }),
    ),
  );
  // Where the second process still remembers that no role was chosen, it refuses; nobody does it twice.
  expect(twice.some(({ status }) => status === 200)).toBe(true);
  expect((await inside.query("select 1 from person where name = '两进程局'")).rowCount).toBe(1);

  await expect
    .poll(async () => (await inside.query("select 1 from job where state in ('queued', 'running') and run_after <= now()")).rowCount, {
      timeout: 60_000,
    })
    .toBe(0);
  const daily = await inside.query<{ kind: string; n: string; attempts: number }>(
    "select kind, count(*) n, max(attempts) attempts from job where actor_id = 'platform' and zone_id in (select id from zone where business_date is null) group by kind, zone_id",
  );
  expect(daily.rows.length).toBeGreaterThan(0);
  expect(daily.rows.filter(({ n, attempts }) => n !== "1" || attempts > 1)).toEqual([]);
  await expect
    .poll(async () => (await inside.query("select 1 from outbox where delivered_at is null")).rowCount, { timeout: 30_000 })
    .toBe(0);
  expect((await inside.query("select 1 from outbox where attempts > 1")).rowCount).toBe(0);

  expect((await post(one.address, "/api/system/sign-out", {}, cookie)).status).toBe(200);
  expect(await personAt(one.address, cookie)).toBeUndefined();
  await expect.poll(() => personAt(other.address, cookie), { timeout: 30_000, interval: 500 }).toBeUndefined();

  expect(await stop(one.child)).toBe(0);
  expect(await stop(other.child)).toBe(0);
  const traced = collected.join("\n");
  expect(traced).toMatch(/^\/v1\/traces /m);
  expect(traced).toContain("yuanshu-test");
  expect(traced).toContain('"name":"system.signIn"');
  expect(traced).toContain("yuanshu.outcome");
  for (const secret of ["boss", "管理员甲", PASSWORD, "两进程局", cookie.split("=")[1] ?? "", membershipId ?? "", "127.0.0.1"])
    expect(traced).not.toContain(secret);
});

test("没有 OTEL_EXPORTER_OTLP_ENDPOINT 就没有追踪", async () => {
  expect(await openTraces({})).toBeUndefined();
});

test("停止时先答完已到的请求，新的连接不再接，就绪探针说正在停止，任务交回", async () => {
  const { child, address } = await serve();
  const { hostname, port } = new URL(address);
  const cookie = await signIn(address);
  const body = JSON.stringify({ name: "x" });
  const socket = connect(Number(port), hostname);
  let said = "";
  socket.on("data", (part: Buffer) => {
    said += part.toString();
  });
  socket.on("error", () => {});
  const closed = once(socket, "close");
  socket.write(
    `POST /api/system/departments HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 4)}`,
  );
  await wait(300);
  child.kill("SIGTERM");
  await wait(500);
  expect(child.exitCode).toBeNull();
  await expect(fetch(`${address}/api/health/live`)).rejects.toThrow();
  socket.write(body.slice(4));
  await closed;
  // Nobody chose a role in this session: the answer is a refusal, and it is an answer.
  expect(said).toMatch(/^HTTP\/1\.1 (200|403) /);
  expect(said.toLowerCase()).toContain("connection: close");
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(0);
  expect((await inside.query("select 1 from job where state = 'running'")).rowCount).toBe(0);
});

test("LOG_LEVEL 写错说一句话，以 1 退出", async () => {
  const ran = await run("server", [], { ...environment, LOG_LEVEL: "loud" });
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("LOG_LEVEL 应为")]);
});
