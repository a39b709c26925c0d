import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWindow } from "#apps/test-entry.ts";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { readOutside } from "#kernel/server/sign-in/outside.ts";
import { codeOf } from "#kernel/server/test-second-factor.ts";

const { beginSingleSignOn, finishSingleSignOn, createPerson, grantRole, invitePerson, session, leavePost, listPeople } = systemOperations;
const REDIRECT = "https://yuanshu.example.org/single-sign-on";
let at: TestServer;
let security: Account;
let provider: Server;
/** Who is at the provider's keyboard: its unchanging number and the name it tells. */
let atTheKeyboard = { subject: "p-1", username: "wang" };

/** A real provider, with its own pages for password and consent answered at once for whoever is at the keyboard. */
async function startProvider(): Promise<{ server: Server; issuer: string }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: "yuanshu",
        client_secret: "a-secret-of-the-test-only-32-characters",
        redirect_uris: [REDIRECT],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: names.get(id) }) }),
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    cookies: { keys: ["one key of the test"] },
    ttl: { Session: 60, Grant: 60, Interaction: 60, IdToken: 60, AccessToken: 60 },
  });
  const callback = oidc.callback();
  server.on("request", (request, response) => {
    void (request.url?.startsWith("/interaction/") ? answer(oidc, request, response) : callback(request, response));
  });
  return { server, issuer };
}
const names = new Map<string, string>();

async function answer(oidc: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params } = await oidc.interactionDetails(request, response);
  names.set(atTheKeyboard.subject, atTheKeyboard.username);
  if (prompt.name === "login") {
    await oidc.interactionFinished(request, response, { login: { accountId: atTheKeyboard.subject } });
    return;
  }
  const grant = new oidc.Grant({ accountId: atTheKeyboard.subject, clientId: String(params["client_id"]) });
  grant.addOIDCScope("openid profile");
  await oidc.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

/** The browser at the provider: follows its redirections with its cookies until it is sent back. @returns what stands behind the question mark. */
async function walk(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let step = 0; step < 12; step += 1) {
    if (next.startsWith(REDIRECT)) return new URL(next).search.slice(1);
    const reply = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const set of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get("location");
    if (location === null) throw new Error(`${reply.status} at ${next}: ${(await reply.text()).slice(0, 300)}`);
    next = new URL(location, next).href;
  }
  throw new Error("the provider goes round in circles");
}

beforeAll(async () => {
  const started = await startProvider();
  provider = started.server;
  const environment = {
    PUBLIC_URL: "https://yuanshu.example.org/",
    OIDC_ISSUER: started.issuer,
    OIDC_CLIENT_ID: "yuanshu",
    OIDC_CLIENT_SECRET: "a-secret-of-the-test-only-32-characters",
    OIDC_NAME: "渝快政",
  };
  at = await createTestServer({ outside: readOutside(environment, "a secret of the test") });
  security = at.account("security_administrator");
  for (const [username, role] of [
    ["wang", "liaison"],
    ["head-of-office", "department_head"],
  ] as const) {
    const person = await at.done(security, createPerson, { username, name: `某${username}`, password: "correct horse battery" });
    await at.done(security, grantRole, { personId: person.id, role });
  }
});
afterAll(async () => {
  await at.close();
  provider.closeAllConnections();
  await new Promise((done) => provider.close(done));
});

async function enter() {
  const window = openWindow(at);
  const { address, flow } = (await window.send(beginSingleSignOn, {})).body as { address: string; flow: string };
  return { window, address, flow, answer: await walk(address) };
}

describe("单点登录", () => {
  test("认得的人进得来，凭已有账号到岗；第一次关联写进日志", async () => {
    const { window, address, flow, answer } = await enter();
    const asked = new URL(address).searchParams;
    expect([asked.get("code_challenge_method"), asked.get("response_type")]).toEqual(["S256", "code"]);
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(flow).not.toContain(asked.get("state"));
    expect((await window.send(finishSingleSignOn, { flow, answer })).body).toMatchObject({
      person: { username: "wang" },
      active: { role: "liaison" },
      ways: { singleSignOn: "渝快政" },
    });
    expect((await at.done(window.account, session, {})).active?.role).toBe("liaison");
    expect(
      JSON.stringify(await at.database.tamper("select payload from journal_entry where operation = 'system.finishSingleSignOn'")),
    ).toContain("linked now");
    expect((await at.done(security, listPeople, { q: "wang" })).items[0]?.account.singleSignOn).toBe(true);
  });

  test("同一次的代码用第二次、换了浏览器的、改过的、过期的：都不认", async () => {
    const first = await enter();
    expect((await first.window.send(finishSingleSignOn, first)).status).toBe(400);
    const { flow, answer } = first;
    expect((await first.window.send(finishSingleSignOn, { flow, answer })).status).toBe(200);
    expect(await at.refused(first.window.account, finishSingleSignOn, { flow, answer })).toMatchObject({ code: "single-sign-on.refused" });
    const [one, other] = [await enter(), await enter()];
    expect(await at.refused(one.window.account, finishSingleSignOn, { flow: one.flow, answer: other.answer })).toMatchObject({
      status: 401,
      code: "single-sign-on.refused",
    });
    expect(
      await at.refused(one.window.account, finishSingleSignOn, { flow: `${one.flow.slice(0, -2)}xx`, answer: one.answer }),
    ).toMatchObject({
      code: "single-sign-on.stale",
    });
    expect(
      await at.refused(one.window.account, finishSingleSignOn, {
        flow: one.flow,
        answer: one.answer.replace(/state=[^&]+/, "state=forged"),
      }),
    ).toMatchObject({ code: "single-sign-on.refused" });
  });

  test("要双因素的岗位没有启用双因素的、还没有设过密码的：不凭名字关联；启用之后关联，仍须本平台的双因素", async () => {
    atTheKeyboard = { subject: "p-2", username: "HEAD-of-office" };
    const early = await enter();
    expect(await at.refused(early.window.account, finishSingleSignOn, { flow: early.flow, answer: early.answer })).toMatchObject({
      status: 403,
      code: "single-sign-on.not-yet",
    });
    await at.done(security, invitePerson, { username: "not-yet-here", name: "未到", role: "liaison" });
    atTheKeyboard = { subject: "p-9", username: "not-yet-here" };
    const invited = await enter();
    expect(await at.refused(invited.window.account, finishSingleSignOn, { flow: invited.flow, answer: invited.answer })).toMatchObject({
      code: "single-sign-on.not-yet",
    });
    expect(await at.database.tamper("select 1 from auth.single_sign_on_link where subject in ('p-2', 'p-9')")).toEqual([]);
    const headId = (await at.runtime.signIn.findPersonId("head-of-office")) ?? "";
    const { secret } = await at.runtime.signIn.secondFactors.begin(headId, "head-of-office");
    await at.runtime.signIn.secondFactors.confirm(headId, codeOf(secret));
    atTheKeyboard = { subject: "p-2", username: "HEAD-of-office" };
    const { window, flow, answer } = await enter();
    expect((await window.send(finishSingleSignOn, { flow, answer })).body).toMatchObject({
      person: null,
      pending: { step: "second-factor" },
    });
  });

  test("没有账号的人进不来，也不会因此有账号；改了名字冒充别人的不认", async () => {
    const before = await at.database.tamper(`select count(*)::int n from auth."user"`);
    atTheKeyboard = { subject: "p-3", username: "stranger" };
    const stranger = await enter();
    expect(await at.refused(stranger.window.account, finishSingleSignOn, { flow: stranger.flow, answer: stranger.answer })).toMatchObject({
      status: 403,
      code: "single-sign-on.no-account",
    });
    atTheKeyboard = { subject: "p-3", username: "wang" };
    const claimed = await enter();
    expect(await at.refused(claimed.window.account, finishSingleSignOn, { flow: claimed.flow, answer: claimed.answer })).toMatchObject({
      status: 403,
      code: "single-sign-on.other-person",
    });
    expect(await at.database.tamper(`select count(*)::int n from auth."user"`)).toEqual(before);
  });

  test("离任的人，统一认证认得也进不来", async () => {
    const person = (await at.done(security, listPeople, { q: "wang" })).items[0];
    await at.done(security, leavePost, { personId: person?.id ?? "", reason: "调离", openWork: 0 });
    atTheKeyboard = { subject: "p-1", username: "wang" };
    const { window, flow, answer } = await enter();
    expect(await at.refused(window.account, finishSingleSignOn, { flow, answer })).toMatchObject({ code: "single-sign-on.no-account" });
  });
});

test("配置不全在启动时就说", () => {
  const whole = { PUBLIC_URL: "https://x.example", OIDC_ISSUER: "https://idp.example", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
  expect(readOutside(whole, "s").singleSignOn?.settings.redirectAddress).toBe("https://x.example/single-sign-on");
  expect(readOutside({}, "s").singleSignOn).toBeUndefined();
  for (const missing of ["PUBLIC_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
    expect(() => readOutside({ ...whole, [missing]: undefined }, "s")).toThrow("single-sign-on.incomplete");
  expect(() => readOutside({ PUBLIC_URL: "yuanshu.example" }, "s")).toThrow("server.public-url");
});
