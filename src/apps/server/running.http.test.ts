import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "#apps/server/create-server.ts";
import { metricsDoorOf } from "#apps/server/metrics.ts";
import { readinessOf } from "#apps/server/readiness.ts";
import { describeError, outcomeOf } from "#apps/server/request-log.ts";
import { createTestServer, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { createPool } from "#kernel/server/database.ts";
import { SESSION_COOKIE } from "#kernel/server/mount-operations.ts";

let at: TestServer;
beforeAll(async () => {
  at = await createTestServer();
});
afterAll(() => at.close());
const get = (url: string, remoteAddress = "127.0.0.1", headers: Readonly<Record<string, string>> = {}) =>
  at.server.inject({ method: "GET", url, remoteAddress, headers });

describe("存活与就绪", () => {
  test("存活不问数据库；就绪逐项说明", async () => {
    expect((await get("/api/health/live")).json()).toEqual({ live: true });
    const ready = await get("/api/health/ready");
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { ready: true, parts: { database: "ok", migrations: "ok", worker: "ok", server: "ok" } },
    ]);
  });

  test.each([
    ["数据库不在", { url: "postgres://x:y@127.0.0.1:1/z" }, { database: "away", migrations: "away", worker: "ok", server: "ok" }],
    ["结构落后", { migrations: ["99991231000000-later.sql"] }, { database: "ok", migrations: "behind", worker: "ok", server: "ok" }],
    ["后台不动了", { lookedAgo: 61_000 }, { database: "ok", migrations: "ok", worker: "silent", server: "ok" }],
    ["后台一分钟内看过", { lookedAgo: 59_000 }, { database: "ok", migrations: "ok", worker: "ok", server: "ok" }],
    ["正在停止", { stopping: true }, { database: "ok", migrations: "ok", worker: "ok", server: "stopping" }],
  ] as const)("%s", async (_, given: { url?: string; migrations?: readonly string[]; lookedAgo?: number; stopping?: boolean }, parts) => {
    const pool = createPool(given.url ?? at.database.appUrl, "readiness", { max: 1 });
    const looked = performance.now() - (given.lookedAgo ?? 0);
    const readiness = await readinessOf({
      pool,
      migrations: given.migrations ?? [],
      workerLookedAt: () => looked,
      isStopping: () => given.stopping ?? false,
    });
    await pool.end();
    expect(readiness).toEqual({ ready: Object.values(parts).every((part) => part === "ok"), parts });
  });
});

describe("指标", () => {
  test("按操作与结果计数，有连接池、任务、发件箱与日志；没有人、园区和取值", async () => {
    const audit = at.account("audit_administrator");
    await at.call(audit, systemOperations.listPeople, { q: "指标里不许有" });
    await at.call(at.account("bank"), systemOperations.createDepartment, { name: "指标里不许有" });
    const { body, headers } = await get("/metrics");
    expect(headers["content-type"]).toContain("text/plain");
    expect(body).toMatch(/yuanshu_requests_total\{operation="system\.createDepartment",outcome="forbidden"\} 1/);
    for (const name of [
      "yuanshu_request_seconds_bucket",
      'yuanshu_pool_connections{state="idle"}',
      "yuanshu_outbox_oldest_seconds",
      "yuanshu_job_oldest_seconds",
      "yuanshu_database_up 1",
      "process_resident_memory_bytes",
    ])
      expect(body).toContain(name);
    const entries = Number(/^yuanshu_journal_entries (\d+)$/m.exec(body)?.[1]);
    const [head] = await at.database.tamper("select coalesce(sum(sequence), 0)::integer n from journal_head");
    expect(entries).toBe(head?.["n"]);
    for (const secret of ["指标里不许有", at.database.zoneId, audit.personId, audit.name]) expect(body).not.toContain(secret);
  });

  test("只给本机、列出的网段或持令牌的人；别人看来没有这一页", async () => {
    expect((await get("/metrics", "203.0.113.9")).statusCode).toBe(404);
    expect((await get("/metrics", "203.0.113.9", { authorization: "Bearer x" })).statusCode).toBe(404);
    const door = metricsDoorOf({ METRICS_ALLOW: "10.0.0.0/8, 2001:db8::/32", METRICS_TOKEN: "a-long-token-of-the-test" });
    const server = await createServer(at.runtime, {
      demoAccounts: [],
      secureCookies: true,
      quiet: true,
      webFolder: `${at.database.dataDir}/web`,
      metricsDoor: door,
    });
    const ask = (remoteAddress: string, authorization?: string) =>
      server.inject({ method: "GET", url: "/metrics", remoteAddress, headers: authorization === undefined ? {} : { authorization } });
    const answers = await Promise.all([
      ask("10.1.2.3"),
      ask("2001:db8::7"),
      ask("::ffff:10.1.2.3"),
      ask("127.0.0.1"),
      ask("11.0.0.1"),
      ask("11.0.0.1", "Bearer a-long-token-of-the-test"),
      ask("11.0.0.1", "Bearer a-long-token-of-the-tesT"),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 404, 404, 200, 404]);
    await server.close();
  });

  test("写错的网段说得清", () => {
    expect(() => metricsDoorOf({ METRICS_ALLOW: "10.0.0.0/8,内网" })).toThrow("server.metrics-allow");
  });
});

describe("结构化日志", () => {
  test("每个请求一行 JSON：操作、结果、用时、园区；没有取值、姓名、地址和查询串", async () => {
    const lines: string[] = [];
    const into = new Writable({
      write: (piece: Buffer, _encoding, done) => {
        lines.push(...piece.toString("utf8").trim().split("\n"));
        done();
      },
    });
    const server = await createServer(at.runtime, {
      demoAccounts: [],
      secureCookies: false,
      logLevel: "info",
      logInto: into,
      webFolder: `${at.database.dataDir}/web`,
    });
    const promotion = at.account("system_administrator");
    const headers = { cookie: `${SESSION_COOKIE}=${promotion.cookie}`, "content-type": "application/json" };
    await server.inject({
      method: "POST",
      url: systemOperations.createDepartment.path,
      headers,
      payload: { name: "张三13800138000" },
      remoteAddress: "203.0.113.77",
    });
    await server.inject({ method: "GET", url: `${systemOperations.listPeople.path}?q=${encodeURIComponent("张三13800138000")}`, headers });
    await server.inject({ method: "GET", url: "/nowhere/张三13800138000?x=13800138000" });
    await server.close();
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "request");
    expect(told.map(({ operation, outcome, zone }) => [operation, outcome, zone])).toEqual([
      ["system.createDepartment", "ok", at.database.zoneId],
      ["system.listPeople", expect.any(String), at.database.zoneId],
      ["web", "ok", undefined],
    ]);
    expect(told.every(({ reqId, ms, service }) => typeof reqId === "string" && typeof ms === "number" && service === "yuanshu")).toBe(true);
    for (const secret of [
      "张三",
      "13800138000",
      encodeURIComponent("张三"),
      "203.0.113.77",
      promotion.personId,
      promotion.name,
      String(promotion.cookie),
    ])
      expect(lines.join("\n")).not.toContain(secret);
  });

  test("错误里的取值去掉，留下种类、代码和位置", () => {
    const error = Object.assign(new Error("duplicate key value \"张三\" and ('13800138000') “某厂”"), {
      code: "XX000",
      detail: "Key (name)=(张三)",
      table: "person",
    });
    const described = describeError(error);
    expect(described).toMatchObject({ type: "Error", code: "XX000", table: "person" });
    expect(described.stack).toContain("running.http.test.ts");
    expect(JSON.stringify(described)).not.toMatch(/张三|13800138000|某厂/);
  });

  test.each([
    [200, "ok"],
    [304, "ok"],
    [400, "invalid"],
    [401, "unauthenticated"],
    [403, "forbidden"],
    [404, "not-found"],
    [409, "conflict"],
    [418, "418"],
    [429, "too-many"],
    [500, "bug"],
    [503, "unavailable"],
  ] as const)("%d 记为 %s", (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome);
  });
});

describe("别的网站不能借浏览器办事", () => {
  const send = (headers: Readonly<Record<string, string>>, url: string = systemOperations.createDepartment.path) =>
    at.server.inject({
      method: "POST",
      url,
      headers: { cookie: `${SESSION_COOKIE}=${at.account("system_administrator").cookie}`, host: "yuanshu.example", ...headers },
      payload: {},
    });
  const foreign = async (headers: Readonly<Record<string, string>>, url?: string) =>
    (await send(headers, url)).json().code === "access.foreign-origin";

  test.each([
    ["没有来源（程序）", {}, false],
    ["本站的页面", { origin: "https://yuanshu.example", "sec-fetch-site": "same-origin" }, false],
    ["地址栏", { "sec-fetch-site": "none" }, false],
    ["别的网站", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, true],
    ["别的网站，不发 Origin", { "sec-fetch-site": "cross-site" }, true],
    ["同一域名下的别的主机", { "sec-fetch-site": "same-site" }, true],
    ["只有 Origin 的旧浏览器", { origin: "https://evil.example" }, true],
    ["Origin: null", { origin: "null" }, true],
    ["同主机别的端口", { origin: "https://yuanshu.example:8443" }, true],
    ["不认识的取值", { "sec-fetch-site": "whatever" }, true],
  ] as const)("%s", async (_, headers, refused) => {
    expect(await foreign(headers)).toBe(refused);
  });

  test("每一个命令都这样问", async () => {
    const commands = at.runtime.platform.operations.filter(({ operation }) => operation.kind === "command");
    expect(commands.length).toBeGreaterThan(100);
    for (const { operation } of commands)
      expect([operation.path, await foreign({ "sec-fetch-site": "cross-site" }, operation.path.replace(/:\w+/g, "x"))]).toEqual([
        operation.path,
        true,
      ]);
  });
});

describe("安全响应头", () => {
  const EVERY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  };

  test("每种答复都有：页面、接口、拒绝、不像地址的地址", async () => {
    for (const url of ["/", "/api/health/live", "/api/system/session", "/api/nowhere", `/api/projects/${"a".repeat(600)}`, "/api/%E0%A4%A"])
      expect((await get(url)).headers, url).toMatchObject({ ...EVERY, "content-security-policy": expect.stringContaining("default-src") });
  });

  test("脚本只许本站的文件：没有 unsafe-inline、unsafe-eval、通配和别的主机", async () => {
    const policy = String((await get("/")).headers["content-security-policy"]);
    const directives = new Map(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));
    expect(directives.get("script-src")).toEqual(["'self'"]);
    expect(directives.get("object-src")).toEqual(["'none'"]);
    expect(directives.get("base-uri")).toEqual(["'none'"]);
    expect(directives.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect([...directives].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name)).toEqual(["style-src-attr"]);
  });

  test("经 TLS 时告诉浏览器只走 TLS；本机上不说", async () => {
    expect((await get("/")).headers["strict-transport-security"]).toBeUndefined();
    const server = await createServer(at.runtime, {
      demoAccounts: [],
      secureCookies: true,
      quiet: true,
      webFolder: `${at.database.dataDir}/web`,
    });
    const reply = await server.inject({ method: "GET", url: "/" });
    expect(reply.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}; includeSubDomains$/);
    await server.close();
  });
});
