import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { SESSION_COOKIE } from "#kernel/server/mount-operations.ts";

const { session, signIn, signOut, chooseRole, listSessions, endSession, listPeople, listColleagues, createPerson, grantRole } =
  systemOperations;
const password = "correct horse battery";
let at: TestServer;
let security: Account;

beforeAll(async () => {
  at = await createTestServer();
  security = at.account("security_administrator");
});
afterAll(() => at.close());

/** A person made through the platform's own doors. */
async function appoint(username: string, roles: readonly ("statistics" | "promotion" | "expert")[]): Promise<string> {
  const person = await at.done(security, createPerson, { username, name: `岗位${username}`, password });
  for (const role of roles) await at.done(security, grantRole, { personId: person.id, role });
  return person.id;
}

async function enter(username: string, given = password, headers: Readonly<Record<string, string>> = {}) {
  const reply = await at.call(nobody, signIn, { username, password: given }, { headers });
  const set = String(reply.headers["set-cookie"] ?? "");
  const cookie = new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(set)?.[1];
  return { reply, set, account: { cookie: cookie ? decodeURIComponent(cookie) : null, personId: "", name: username } satisfies Account };
}

describe("登录", () => {
  test("一个岗位：登录即到岗；会话存在只有服务器能读的 cookie 里", async () => {
    await appoint("wang", ["statistics"]);
    const { reply, set, account } = await enter("WANG ");
    expect(reply.status).toBe(200);
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    const view = await at.done(account, session, {});
    expect(view.active?.role).toBe("statistics");
    expect(view.permissions).toContain("intelligence.review");
    expect(view.zone?.slug).toBe("first");
    expect(view.demoAccounts).toEqual([]);
    expect(reply.text).not.toContain(password);
  });

  test("没有登录的人看得到登录页要的东西，别的一概 401", async () => {
    const view = await at.done(nobody, session, {});
    expect(view).toMatchObject({ person: null, active: null, memberships: [], permissions: [] });
    expect(await at.refused(nobody, listPeople, {})).toMatchObject({ status: 401, code: "access.sign-in", title: "请先登录。" });
    expect(await at.refused(nobody, signOut, {}, { language: "en" })).toMatchObject({ status: 401, title: "Please sign in first." });
  });

  test("口令不对与没有这个人，说的是同一句话", async () => {
    const wrong = await at.refused(nobody, signIn, { username: "wang", password: "wrong password" });
    const unknown = await at.refused(nobody, signIn, { username: "no-such-person", password: "wrong password" });
    expect(wrong).toMatchObject({ status: 401, code: "sign-in.wrong", title: "用户名或密码不对。" });
    expect(unknown).toEqual(wrong);
  });

  test("缺项说明缺什么", async () => {
    expect(await at.refused(nobody, signIn, { username: "wang" })).toMatchObject({ status: 400, title: "填写有误：缺少“password”" });
    expect((await at.refused(nobody, signIn, { username: 5, password: 5 }, { language: "en" })).title).toBe(
      "The input is not right: “username” should be text; “password” should be text",
    );
  });

  test("连错五次锁十五分钟，口令对了也不行；别的账号不受影响", async () => {
    await appoint("locked", ["statistics"]);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await at.refused(nobody, signIn, { username: "locked", password: "wrong password" })).status).toBe(401);
    expect(await at.refused(nobody, signIn, { username: "locked", password })).toMatchObject({ status: 429, code: "sign-in.locked" });
    expect((await enter("wang")).reply.status).toBe(200);
    await at.database.tamper("update auth.sign_in_failure set at = at - interval '16 minutes'");
    expect((await enter("locked")).reply.status).toBe(200);
  });

  test("一处输错锁不住别处的本人；各处合计三十次才锁账号，说得出是哪一种", async () => {
    const attempts = at.runtime.signIn.attempts;
    for (let network = 1; network <= 6; network += 1)
      for (let tries = 0; tries < 5; tries += 1) {
        if (network === 2 && tries === 0)
          await expect(attempts.count("password", "spread", "203.0.113.1")).rejects.toThrow("sign-in.locked");
        await attempts.count("password", "spread", `203.0.113.${network}`);
      }
    await expect(attempts.count("password", "spread", "203.0.113.99")).rejects.toMatchObject({ code: "sign-in.locked-account" });
    for (let tries = 0; tries < 30; tries += 1) await attempts.count("password", `name-${tries}`, "198.51.100.7");
    await expect(attempts.count("password", "one-more", "198.51.100.7")).rejects.toMatchObject({ code: "sign-in.locked-address" });
  });

  test("IPv6 按网段计：换着地址猜，算同一处", async () => {
    const { attempts } = at.runtime.signIn;
    for (let tries = 0; tries < 5; tries += 1) await attempts.count("password", "sixth", `2001:db8:1:2::${tries + 1}`);
    await expect(attempts.count("password", "sixth", "2001:db8:1:2:ffff::9")).rejects.toMatchObject({ code: "sign-in.locked" });
    await attempts.count("password", "sixth", "2001:db8:1:3::1");
  });

  test("没有任何岗位的账号进不来，也不留会话", async () => {
    await appoint("idle", []);
    expect(await at.refused(nobody, signIn, { username: "idle", password })).toMatchObject({ status: 403, code: "sign-in.no-membership" });
    expect(
      await at.database.tamper(`select 1 from auth.session s join auth."user" u on u.id = s."userId" where u.username = 'idle'`),
    ).toEqual([]);
  });

  test("登录和退出进日志，口令不进", async () => {
    await appoint("logged", ["statistics"]);
    const { account } = await enter("logged");
    await at.done(account, signOut, {});
    const rows = await at.database.tamper(
      "select operation, payload from journal_entry where zone_id = $1 and operation in ('system.signIn', 'system.signOut') and actor_id = (select id::text from person where username = 'logged') order by sequence",
      [at.database.zoneId],
    );
    expect(rows.map((row) => row["operation"])).toEqual(["system.signIn", "system.signOut"]);
    expect(await at.database.tamper("select 1 from journal_entry where payload like '%correct horse%'")).toEqual([]);
  });
});

describe("一次一个岗位", () => {
  test("多个岗位的人先选岗位才办得了事；选了别人的岗位不行", async () => {
    await appoint("both", ["statistics", "expert"]);
    const { account } = await enter("both");
    expect((await at.done(account, session, {})).active).toBeNull();
    expect(await at.refused(account, listColleagues, {})).toMatchObject({ status: 403, code: "access.no-role" });
    const view = await at.done(account, session, {});
    const [statistics, expert] = ["statistics", "expert"].map((role) => view.memberships.find((held) => held.role === role)?.id ?? "");
    expect((await at.done(account, chooseRole, { membershipId: statistics ?? "" })).active?.role).toBe("statistics");
    expect((await at.call(account, listColleagues, {})).status).toBe(200);
    await at.done(account, chooseRole, { membershipId: expert ?? "" });
    expect(await at.refused(account, listColleagues, {})).toMatchObject({ status: 403, code: "access.missing-permission" });
    const foreign = await at.database.tamper("select id from membership where role = 'system_administrator' and zone_id = $1", [
      at.database.zoneId,
    ]);
    expect(await at.refused(account, chooseRole, { membershipId: foreign[0]?.["id"] })).toMatchObject({
      status: 403,
      code: "role.not-yours",
    });
    expect(await at.refused(account, chooseRole, { membershipId: "不是编号" })).toMatchObject({ status: 400 });
  });
});

describe("会话", () => {
  test("结束的会话立即失效；别人的会话结束不了", async () => {
    await appoint("sessions", ["statistics"]);
    const [desk, phone] = [
      await enter("sessions", password, { "user-agent": "desk" }),
      await enter("sessions", password, { "user-agent": "phone" }),
    ];
    const listed = await at.done(desk.account, listSessions, {});
    expect(listed.items.map((item) => item.device).sort()).toEqual(["desk", "phone"]);
    const other = listed.items.find((item) => !item.current);
    const wang = (await enter("wang")).account;
    expect(await at.refused(wang, endSession, { id: other?.id ?? "" })).toMatchObject({ status: 404 });
    expect((await at.done(phone.account, session, {})).person?.username).toBe("sessions");
    await at.done(desk.account, endSession, { id: other?.id ?? "" });
    expect(await at.refused(phone.account, listSessions, {})).toMatchObject({ status: 401 });
    await at.done(desk.account, signOut, {});
    expect(await at.refused(desk.account, listSessions, {})).toMatchObject({ status: 401 });
  });

  test("正在读的会话，读的时候被结束：不再记住", async () => {
    const { account } = await enter("wang");
    const cookie = account.cookie ?? "";
    const door = at.runtime.signIn;
    door.forget();
    let go = () => {};
    const gate = new Promise<void>((open) => {
      go = open;
    });
    let reached = () => {};
    const reading = new Promise<void>((done) => {
      reached = done;
    });
    const original = door.membershipsOf.bind(door);
    const spy = vi.spyOn(door, "membershipsOf").mockImplementationOnce(async (personId) => {
      reached();
      await gate;
      return original(personId);
    });
    const read = door.sessionOf(cookie);
    await reading;
    await door.signOut(cookie);
    go();
    await read;
    spy.mockRestore();
    expect(await door.sessionOf(cookie)).toBeUndefined();
  });

  test("改了一个字的 cookie、别人签的 cookie 都不认", async () => {
    const { account } = await enter("wang");
    const cookie = account.cookie ?? "";
    for (const forged of [`${cookie}x`, cookie.slice(0, -1), `x${cookie}`, cookie.split(".")[0] ?? "", ".", "", "a".repeat(5000)])
      expect((await at.call({ ...account, cookie: forged }, listSessions, {})).status).toBe(401);
  });

  test("会话列表说得出最近一次使用", async () => {
    const { account } = await enter("wang");
    await at.database.tamper(`update auth.session set "updatedAt" = now() - interval '1 hour' where token = $1`, [
      account.cookie?.split(".")[0],
    ]);
    const [current] = (await at.done(account, listSessions, {})).items.filter((item) => item.current);
    expect(Date.now() - Date.parse(current?.lastSeenAt ?? "")).toBeLessThan(60_000);
  });

  test("过期的会话不认", async () => {
    const { account } = await enter("wang");
    await at.database.tamper(`update auth.session set "expiresAt" = now() - interval '1 second' where token = $1`, [
      account.cookie?.split(".")[0],
    ]);
    expect((await at.call(account, listSessions, {})).status).toBe(401);
  });

  test("别的网站发来的命令不办", async () => {
    const { account } = await enter("wang");
    for (const origin of ["https://elsewhere.example", "null", "http://localhost:80.elsewhere.example"])
      expect(await at.refused(account, signOut, {}, { headers: { origin } })).toMatchObject({ status: 403, code: "access.foreign-origin" });
    expect((await at.call(account, signOut, {}, { headers: { origin: "http://localhost:80", host: "localhost" } })).status).toBe(200);
  });
});

test("在真的端口上：登录、带 cookie 办事、退出", async () => {
  const address = await at.server.listen({ port: 0, host: "127.0.0.1" });
  const send = (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init);
  const json = { "content-type": "application/json" };
  const entered = await send(signIn.path, { method: "POST", headers: json, body: JSON.stringify({ username: "wang", password }) });
  expect(entered.status).toBe(200);
  expect(entered.headers.get("x-content-type-options")).toBe("nosniff");
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect((await send("/api/system/sessions", { headers: { cookie } })).status).toBe(200);
  expect((await send(signOut.path, { method: "POST", headers: { ...json, cookie }, body: "{}" })).status).toBe(200);
  expect((await send("/api/system/sessions", { headers: { cookie } })).status).toBe(401);
  expect((await send("/api/nowhere")).headers.get("content-type")).toContain("application/problem+json");
});
