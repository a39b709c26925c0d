import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appoint, openWindow } from "#apps/test-entry.ts";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { codeOf } from "#kernel/server/test-second-factor.ts";

const { signIn, session, passSecondFactor, beginSecondFactor, confirmSecondFactor, renewRecoveryCodes, removeSecondFactor } =
  systemOperations;
const { myAccount, listPeople, listSessions, chooseRole, resetSecondFactor, createPerson, grantRole } = systemOperations;
const password = "correct horse battery";
let at: TestServer;
let security: Account;

beforeAll(async () => {
  at = await createTestServer();
  security = at.account("security_administrator");
});
afterAll(() => at.close());

const journalOf = (personId: string) =>
  at.database.tamper("select operation, actor_id, payload from journal_entry where subject = $1 order by zone_id, sequence", [
    `person:${personId}`,
  ]);

describe("双因素", () => {
  test("要双因素的岗位：启用之前什么也办不了；启用之后换了 cookie，才到岗", async () => {
    const person = await at.done(security, createPerson, { username: "payer", name: "拨付某", password });
    await at.done(security, grantRole, { personId: person.id, role: "payer" });
    const window = openWindow(at);
    const entered = await window.send(signIn, { username: "payer", password });
    expect(entered.body).toMatchObject({
      person: null,
      memberships: [],
      permissions: [],
      pending: { step: "enrol-second-factor", because: "payer" },
    });
    const halfway = window.account.cookie;
    for (const operation of [listSessions, myAccount, listPeople] as const) expect((await window.send(operation, {})).status).toBe(401);
    expect((await window.send(chooseRole, { membershipId: person.id })).status).toBe(401);
    expect(await at.refused(window.account, passSecondFactor, { code: "123456" })).toMatchObject({
      status: 409,
      code: "sign-in.begin-again",
    });

    const begun = (await window.send(beginSecondFactor, {})).body as { secret: string; uri: string };
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30/);
    expect(await at.refused(window.account, confirmSecondFactor, { code: "000000" })).toMatchObject({ code: "second-factor.wrong" });
    const confirmed = (await window.send(confirmSecondFactor, { code: codeOf(begun.secret) })).body as {
      recoveryCodes: string[];
      session: { active: { role: string } };
    };
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    expect(confirmed.recoveryCodes[0]).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
    expect(confirmed.session.active.role).toBe("payer");
    expect(window.account.cookie).not.toBe(halfway);
    expect((await at.call({ ...nobody, cookie: halfway }, listSessions, {})).status).toBe(401);
    expect((await window.send(listSessions, {})).status).toBe(200);

    const kept = JSON.stringify(
      await at.database.tamper("select * from auth.second_factor f, auth.recovery_code c where c.person_id = f.person_id"),
    );
    expect(kept).not.toContain(begun.secret);
    for (const code of confirmed.recoveryCodes) expect(kept).not.toContain(code);
    const lines = JSON.stringify(await journalOf(person.id));
    expect(lines).toContain("system.confirmSecondFactor");
    for (const secret of [begun.secret, password, ...confirmed.recoveryCodes]) expect(lines).not.toContain(secret);
  });

  test("再登录：密码之后要验证码；用过的验证码不再认；恢复码只用一次", async () => {
    const head = await appoint(at, "head", ["department_head"], password);
    const seed = head.secret ?? "";
    const again = openWindow(at);
    expect((await again.send(signIn, { username: "head", password })).body).toMatchObject({
      person: null,
      pending: { step: "second-factor" },
    });
    expect((await again.send(listSessions, {})).status).toBe(401);
    expect((await again.send(beginSecondFactor, {})).status).toBe(409);
    expect(await at.refused(again.account, passSecondFactor, { code: codeOf(seed) })).toMatchObject({
      status: 400,
      code: "second-factor.wrong",
    });
    const next = codeOf(seed, 1);
    expect((await again.send(passSecondFactor, { code: ` ${next.slice(0, 3)} ${next.slice(3)} ` })).body).toMatchObject({
      person: { username: "head" },
      active: { role: "department_head" },
    });

    const { recoveryCodes } = await at.done(again.account, renewRecoveryCodes, { code: codeOf(seed, 2) }).catch(async () => {
      await at.database.tamper("update auth.second_factor set last_step = 0 where person_id = $1", [head.personId]);
      return at.done(again.account, renewRecoveryCodes, { code: codeOf(seed) });
    });
    const third = openWindow(at);
    await third.send(signIn, { username: "head", password });
    expect((await third.send(passSecondFactor, { code: (recoveryCodes[0] ?? "").toUpperCase().replaceAll("-", " ") })).status).toBe(200);
    expect(await at.done(third.account, myAccount, {})).toMatchObject({
      secondFactor: { standing: "on", codesLeft: 9, because: "department_head" },
    });
    const fourth = openWindow(at);
    await fourth.send(signIn, { username: "head", password });
    expect(await at.refused(fourth.account, passSecondFactor, { code: recoveryCodes[0] ?? "" })).toMatchObject({
      code: "second-factor.wrong",
    });
    expect(JSON.stringify(await journalOf(head.personId))).toContain("recovery-code");
  });

  test("两个请求同时用同一个验证码，只有一个进得来", async () => {
    const leader = await appoint(at, "leader", ["leadership"], password);
    await at.database.tamper("update auth.second_factor set last_step = 0 where person_id = $1", [leader.personId]);
    const windows = [openWindow(at), openWindow(at), openWindow(at)];
    for (const window of windows) await window.send(signIn, { username: "leader", password });
    const code = codeOf(leader.secret ?? "");
    const replies = await Promise.all(windows.map((window) => window.send(passSecondFactor, { code })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  test("验证码连错五次要等；再输对密码也不清零", async () => {
    const payer = await appoint(at, "payer-2", ["payer"], password);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const window = openWindow(at);
      await window.send(signIn, { username: "payer-2", password });
      expect((await window.send(passSecondFactor, { code: "000000" })).status).toBe(400);
    }
    const window = openWindow(at);
    expect((await window.send(signIn, { username: "payer-2", password })).status).toBe(200);
    expect(await at.refused(window.account, passSecondFactor, { code: codeOf(payer.secret ?? "", 1) })).toMatchObject({
      status: 429,
      code: "sign-in.locked",
    });
    expect(JSON.stringify(await journalOf(payer.personId))).toContain('\\"locked\\":\\"account\\"');
  });

  test("不要双因素的岗位自愿启用，也可停用；要双因素的停用不了", async () => {
    const free = await appoint(at, "free", ["liaison"], password);
    const { secret } = await at.done(free.account, beginSecondFactor, {});
    expect((await free.send(confirmSecondFactor, { code: codeOf(secret) })).status).toBe(200);
    expect(await at.refused(free.account, beginSecondFactor, {})).toMatchObject({ status: 409, code: "second-factor.held" });
    await at.done(free.account, removeSecondFactor, { code: codeOf(secret, 1) });
    expect(await at.done(free.account, myAccount, {})).toMatchObject({ secondFactor: { standing: "off", because: null } });
    const bound = await appoint(at, "bound", ["policy_payout"], password);
    expect(await at.refused(bound.account, removeSecondFactor, { code: codeOf(bound.secret ?? "", 1) })).toMatchObject({
      status: 403,
      code: "second-factor.required",
    });
  });

  test("在岗的人被授予要双因素的岗位，随即须启用", async () => {
    const risen = await appoint(at, "risen", ["liaison"], password);
    expect((await risen.send(listSessions, {})).status).toBe(200);
    await at.done(security, grantRole, { personId: risen.personId, role: "department_head" });
    expect((await risen.send(session, {})).body).toMatchObject({ person: null, pending: { step: "enrol-second-factor" } });
    expect((await risen.send(listSessions, {})).status).toBe(401);
  });

  test("安全管理员重置：会话结束，下次登录重新启用；自己的自己重置不了", async () => {
    const lost = await appoint(at, "lost", ["audit_administrator"], password);
    const reset = { personId: lost.personId, reason: "换了手机" };
    expect(await at.done(security, resetSecondFactor, reset)).toMatchObject({ account: { secondFactor: "off", sessions: 0 } });
    expect((await lost.send(listSessions, {})).status).toBe(401);
    expect(await at.refused(security, resetSecondFactor, reset)).toMatchObject({ status: 403, code: "second-factor.none" });
    expect((await lost.send(signIn, { username: "lost", password })).body).toMatchObject({ pending: { step: "enrol-second-factor" } });
    expect(await at.refused(security, resetSecondFactor, { ...reset, personId: security.personId })).toMatchObject({ code: "person.self" });
    expect(JSON.stringify(await journalOf(lost.personId))).toContain("system.resetSecondFactor");
  });
});
