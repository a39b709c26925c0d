import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestEconomy, firstHalf, type TestEconomy } from "#domains/economy/server/test-economy.ts";
import type { Role } from "#kernel/role.ts";
import { encodeErrors, mountOperations, SESSION_COOKIE } from "#kernel/server/mount-operations.ts";
import { migrateSignIn } from "#kernel/server/sign-in/sign-in-tables.ts";
import { SignIn } from "#kernel/server/sign-in.ts";
import { allTheWay } from "#kernel/server/test-second-factor.ts";

let economy: TestEconomy;
let server: FastifyInstance;
let signIn: SignIn;
const cookies = new Map<Role, string>();
const ROLES = ["statistics", "department_head", "promotion", "bank"] as const satisfies readonly Role[];

beforeAll(async () => {
  economy = await createTestEconomy();
  const owner = new URL(economy.database.ownerUrl);
  await economy.database.tamper(`grant create on database ${owner.pathname.slice(1)} to ${owner.username}`);
  await migrateSignIn(economy.database.ownerUrl);
  signIn = new SignIn(economy.database.signInUrl, "a secret of the test that is long enough");
  for (const role of ROLES) cookies.set(role, await signUp(role));
  server = Fastify();
  encodeErrors(server, economy.platform);
  await mountOperations(server, {
    platform: economy.platform,
    store: economy.store,
    signIn,
    secureCookies: false,
    demoAccounts: [],
    findZone: async (slug) => (slug === "first" ? { id: economy.database.zoneId, businessDate: null } : undefined),
  });
  await economy.accept(economy.person("statistics"), "上半年成绩", "2020-08-01", firstHalf);
});
afterAll(async () => {
  await server.close();
  await signIn.close();
  await economy.database.close();
});

async function signUp(role: Role): Promise<string> {
  const username = `${role.replace("_", "-")}-user`;
  const password = "correct horse battery";
  const id = await signIn.register({ username, name: `${role} 某`, password });
  const membership = randomUUID();
  const zone = economy.database.zoneId;
  await economy.database.tamper("insert into person (zone_id, id, username, name) values ($1, $2, $3, $4)", [zone, id, username, role]);
  await economy.database.tamper(
    "insert into membership (zone_id, id, person_id, role, valid_from, granted_by) values ($1, $2, $3, $4, '2020-01-01', 'test')",
    [zone, membership, id, role],
  );
  const { cookie } = await allTheWay(signIn, await signIn.signIn(username, password, { address: "127.0.0.1", device: null }));
  await signIn.chooseMembership(cookie, membership);
  return cookie;
}

const as = (role: Role | null) => (role === null ? {} : { cookies: { [SESSION_COOKIE]: cookies.get(role) ?? "" } });
const get = (role: Role | null, url: string) => server.inject({ method: "GET", url, ...as(role) });
const post = (role: Role | null, url: string, payload: object = {}) => server.inject({ method: "POST", url, payload, ...as(role) });
const CARD = "/api/economy/report-card?region=重庆高新区&period=2020H1";

describe("经济运行的接口", () => {
  test.each([
    ["成绩单", CARD],
    ["指标目录", "/api/economy/indicators"],
    ["指标数据", "/api/economy/facts?region=重庆高新区&limit=2"],
    ["历史序列", "/api/economy/series?region=重庆高新区&code=exports"],
    ["缺项与冲突", "/api/economy/data-health?region=重庆高新区&period=2020H1"],
    ["成绩单列表", "/api/economy/report-cards"],
    ["填报模板", "/api/economy/facts/template"],
  ])("%s：机关岗位可看，未登录 401，银行 403", async (_, url) => {
    expect((await get("statistics", url)).statusCode).toBe(200);
    expect((await get("promotion", url)).statusCode).toBe(200);
    expect((await get(null, url)).statusCode).toBe(401);
    expect((await get("bank", url)).statusCode).toBe(403);
  });

  test("一次调用即到原文：每个数都有出处、原句与位置", async () => {
    const { figures } = (await get("statistics", CARD)).json();
    expect(figures).toHaveLength(5);
    for (const figure of figures) expect(figure.source.end).toBeGreaterThan(figure.source.start);
  });

  test("分页接着上一页，不重不漏", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: { items: { observationId: string }[]; next: string | null } = (
        await get("statistics", `/api/economy/facts?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`)
      ).json();
      seen.push(...page.items.map((item) => item.observationId));
      cursor = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([firstHalf.length, firstHalf.length]);
  });

  test.each([
    ["期间写错", "/api/economy/report-card?region=重庆高新区&period=上辈子某年", "economy.not-a-period"],
    ["缺地区", "/api/economy/report-card?period=2020H1", "input.invalid"],
    ["日期不存在", `${CARD}&asOf=2020-02-31`, "input.invalid"],
  ])("%s：400，一句话说明", async (_, url, code) => {
    const reply = await get("statistics", url);
    expect([reply.statusCode, reply.json().code]).toEqual([400, code]);
  });

  test("起草 200、再起草 409、无权 403、未登录 401、没有这份 404、版本旧了 409", async () => {
    const given = { region: "重庆高新区", period: "2020H1" };
    const drafted = await post("statistics", "/api/economy/report-cards", given);
    expect(drafted.statusCode).toBe(200);
    const { id } = drafted.json().card;
    expect((await post("statistics", "/api/economy/report-cards", given)).statusCode).toBe(409);
    expect((await post("promotion", "/api/economy/report-cards", given)).statusCode).toBe(403);
    expect((await post(null, "/api/economy/report-cards", given)).statusCode).toBe(401);
    expect((await get("statistics", `/api/economy/report-cards/${randomUUID()}`)).statusCode).toBe(404);
    expect((await post("statistics", `/api/economy/report-cards/${id}/check`, { version: 7, comment: "阅" })).statusCode).toBe(409);
    const refused = await post("statistics", `/api/economy/report-cards/${id}/check`, { version: 1 });
    expect([refused.statusCode, refused.json().detail ?? refused.json().title]).toEqual([
      409,
      "现在不能这样做：核对有不符之处，须写明说明。",
    ]);
    for (const step of ["check", "approve", "return", "publish", "revise", "withdraw", "edit"]) {
      expect([
        step,
        (await post("promotion", `/api/economy/report-cards/${id}/${step}`, { version: 1, reason: "试试" })).statusCode,
      ]).toEqual([step, 403]);
    }
    for (const format of ["docx", "pdf", "svg", "png", "csv", "json"]) {
      const file = await get("statistics", `/api/economy/report-cards/${id}/download?format=${format}`);
      expect([format, file.statusCode, file.rawPayload.byteLength > 200]).toEqual([format, 200, true]);
      expect(file.headers["content-disposition"]).toContain("attachment");
    }
  });

  test("发布之后不登录可看、可下载；工作台账仍不可看", async () => {
    const { items } = (await get("statistics", "/api/economy/report-cards")).json();
    const { id } = items[0];
    await post("statistics", `/api/economy/report-cards/${id}/edit`, { version: 1, signer: "周衡", signerDepartment: "改革发展局" });
    await post("statistics", `/api/economy/report-cards/${id}/check`, { version: 2, comment: "缺项已知" });
    expect((await post("statistics", `/api/economy/report-cards/${id}/approve`, { version: 3 })).statusCode).toBe(403);
    await post("department_head", `/api/economy/report-cards/${id}/approve`, { version: 3 });
    const published = await post("department_head", `/api/economy/report-cards/${id}/publish`, { version: 4 });
    expect([published.statusCode, published.json().card.state]).toEqual([200, "PUBLISHED"]);

    const list = await get(null, "/api/public/first/report-cards");
    const [card] = list.json().items;
    const page = `/api/public/first/report-cards/${encodeURIComponent(card.slug)}`;
    expect((await get(null, page)).json().card.figures).toHaveLength(5);
    const pdf = await get(null, `${page}/download?format=pdf`);
    expect([pdf.statusCode, pdf.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await get(null, "/api/public/nowhere/report-cards")).statusCode).toBe(404);
    expect((await get(null, "/api/public/first/report-cards/不存在")).statusCode).toBe(404);
    expect((await get(null, `/api/economy/report-cards/${id}`)).statusCode).toBe(401);
  });

  test("表格逐行导入：好坏各得其所", async () => {
    const boundary = "x".repeat(20);
    const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="填报.csv"\r\ncontent-type: text/csv\r\n\r\n指标,期间,数值\n税收,2025,90\n税收,从前,1\n\r\n--${boundary}--\r\n`;
    const send = (role: Role | null) =>
      server.inject({
        method: "POST",
        url: "/api/economy/facts/import",
        payload: body,
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
        ...as(role),
      });
    const reply = await send("statistics");
    expect([reply.statusCode, reply.json().imported, reply.json().refused]).toEqual([200, 1, 1]);
    expect((await send("promotion")).statusCode).toBe(403);
    expect((await send(null)).statusCode).toBe(401);
  });
});
