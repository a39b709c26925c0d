import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRuntime } from "#apps/runtime.ts";
import { heard, run, start, temporaryFolder } from "#apps/test-command.ts";
import type { ImportView } from "#domains/registry/contract/import-operations.ts";
import { codeOf } from "#kernel/server/test-second-factor.ts";
import { completeUscc } from "#kernel/uscc.ts";

const PASSWORD = "correct horse battery";
const ROWS = 90_000;
/** Every so many rows one that is refused. */
const BAD_EVERY = 1_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let running: ChildProcess | undefined;
const data = (): string => join(folder.path, "data");

beforeAll(async () => {
  folder = await temporaryFolder("killed");
  const runtime = await openRuntime({ as: "guest", environment: {}, dataDir: data() });
  const zone = ["zone", "create", "--slug", "real", "--name", "云岭高新区", "--departments", "招商合作局"];
  const boss = ["--admin-username", "boss", "--admin-name", "管理员", "--admin-password", PASSWORD];
  const made = await run("cli", [...zone, ...boss], { DATA_DIR: data() });
  if (made.code !== 0) throw new Error(made.err + made.out);
  await runtime.close();
});
afterAll(async () => {
  if (running !== undefined && running.exitCode === null && running.signalCode === null) {
    running.kill("SIGTERM");
    await once(running, "exit");
  }
  folder.remove();
});

async function serve(): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = start("server", [], { DATA_DIR: data(), PORT: "0" });
  running = child;
  return { child, address: await heard(child, /园枢已启动：(\S+)/) };
}

const post = (address: string, path: string, body: unknown, cookie = "") =>
  fetch(`${address}${path}`, { method: "POST", headers: { "content-type": "application/json", cookie }, body: JSON.stringify(body) });

const cookieOf = (reply: Response): string =>
  reply.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

/** A security administrator sets up the second factor on the way in; an officer of the promotion office needs none. */
async function signIn(address: string, username: string): Promise<string> {
  const reply = await post(address, "/api/system/sign-in", { username, password: PASSWORD });
  expect(reply.status).toBe(200);
  const { pending } = (await reply.json()) as { pending: { step: string } | null };
  if (pending === null) return cookieOf(reply);
  const begun = await post(address, "/api/system/second-factor/begin", {}, cookieOf(reply));
  const { secret } = (await begun.json()) as { secret: string };
  const confirmed = await post(address, "/api/system/second-factor/confirm", { code: codeOf(secret) }, cookieOf(reply));
  expect(confirmed.status).toBe(200);
  return cookieOf(confirmed);
}

/** Whoever keeps the zone's people brings somebody of the promotion office: the administrators themselves have no business with the register. */
async function appointOfficer(address: string): Promise<void> {
  const boss = await signIn(address, "boss");
  const made = await post(address, "/api/system/people", { username: "officer", name: "招商岗", password: PASSWORD }, boss);
  const { id } = (await made.json()) as { id: string };
  expect((await post(address, `/api/system/people/${id}/roles`, { role: "promotion" }, boss)).status).toBe(200);
}

async function upload(address: string, cookie: string): Promise<ImportView> {
  const form = new FormData();
  form.append("source", "市场监管局企业名录");
  form.append("file", new Blob([list()]), "名录.csv");
  const reply = await fetch(`${address}/api/registry/imports`, { method: "POST", headers: { cookie }, body: form });
  const view = (await reply.json()) as ImportView;
  expect(reply.status, JSON.stringify(view)).toBe(200);
  return view;
}

const open = async (address: string, cookie: string, id: string): Promise<ImportView> =>
  (await (await fetch(`${address}/api/registry/imports/${id}`, { headers: { cookie } })).json()) as ImportView;

async function until(address: string, cookie: string, id: string, holds: (view: ImportView) => boolean): Promise<ImportView> {
  for (let look = 0; look < 3_000; look += 1) {
    const view = await open(address, cookie, id);
    if (holds(view)) return view;
    await wait(20);
  }
  throw new Error("the import did not come so far");
}

function list(): string {
  const rows = Array.from({ length: ROWS }, (_, place) => {
    const code = place % BAD_EVERY === 7 ? "91500000MAXX000158" : completeUscc(`91500000MA${String(place).padStart(7, "0")}`);
    return `断电公司${String(place).padStart(6, "0")},${code},重庆市渝北区某街道某路某号的一个比较长的住所${place}`;
  });
  return `名称,信用代码,住所\n${rows.join("\n")}\n`;
}

/** What stands in the database, read as its owner. */
async function counted(importId: string) {
  const runtime = await openRuntime({ as: "guest", environment: {}, dataDir: data() });
  const client = new pg.Client({ connectionString: runtime.database.adminUrl });
  await client.connect();
  try {
    const { rows: enterprises } = await client.query(
      "select count(*)::integer n, count(distinct name)::integer names from enterprise where name like '断电公司%'",
    );
    const { rows: refusals } = await client.query(
      "select count(*) filter (where refused)::integer n, count(*) - count(distinct row_number) twice from enterprise_import_refusal where import_id = $1",
      [importId],
    );
    const { rows: indexes } = await client.query(
      "select count(*)::integer n from pg_indexes where tablename = 'enterprise' and indexname in ('enterprise_tokens', 'enterprise_name_key', 'enterprise_by_prominence')",
    );
    return { enterprises: enterprises[0], refusals: refusals[0], indexes: indexes[0] };
  } finally {
    await client.end();
    await runtime.close();
  }
}

test("导入到一半服务被 kill -9 两次：再启动接着导，每行恰好一次，坏行恰好一次，索引都在", { timeout: 180_000 }, async () => {
  let { child, address } = await serve();
  await appointOfficer(address);
  let cookie = await signIn(address, "officer");
  const { id } = await upload(address, cookie);
  let far = 0;
  for (let kill = 0; kill < 2; kill += 1) {
    const view = await until(address, cookie, id, ({ rows }) => rows > far);
    expect(view.state).toBe("RUNNING");
    expect(view.rows).toBeLessThan(ROWS);
    far = view.rows;
    child.kill("SIGKILL");
    await once(child, "exit");
    ({ child, address } = await serve());
    cookie = await signIn(address, "officer");
    // What was committed before the kill is not done again.
    expect((await open(address, cookie, id)).rows).toBeGreaterThanOrEqual(far);
  }
  const done = await until(address, cookie, id, ({ state }) => !["QUEUED", "RUNNING"].includes(state));
  const bad = ROWS / BAD_EVERY;
  expect(done).toMatchObject({ state: "DONE", rows: ROWS, added: ROWS - bad, changed: 0, unchanged: 0, refused: bad, progressPct: 100 });
  expect(await counted(id)).toEqual({
    enterprises: { n: ROWS - bad, names: ROWS - bad },
    refusals: { n: bad, twice: "0" },
    indexes: { n: 3 },
  });
});
