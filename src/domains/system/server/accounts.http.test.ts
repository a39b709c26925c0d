import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { hashPassword as hashOfTheLibrary } from "better-auth/crypto";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appoint, openWindow } from "#apps/test-entry.ts";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { mailBySmtp } from "#kernel/server/mail.ts";
import { NOTHING_OUTSIDE } from "#kernel/server/sign-in/outside.ts";

const { signIn, session, changePassword, myAccount, listSessions, endAllSessions, createPerson } = systemOperations;
const { invitePerson, openLink, redeemLink, resetPassword, resetSecondFactor, askForReset, setMail, listPeople, endSessionsOf } =
  systemOperations;
const password = "correct horse battery";
let at: TestServer;
let security: Account;
let smtp: SMTPServer;
const letters: string[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        letters.push(mail);
        done();
      });
    },
  });
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  const { port } = smtp.server.address() as AddressInfo;
  const mail = mailBySmtp({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "yuanshu@example.org" });
  at = await createTestServer({ outside: { ...NOTHING_OUTSIDE, mail, publicAddress: "https://yuanshu.example.org" } });
  security = at.account("security_administrator");
});
afterAll(async () => {
  await at.close();
  await new Promise<void>((done) => smtp.close(() => done()));
});

const tryPassword = async (username: string, given: string) => (await openWindow(at).send(signIn, { username, password: given })).status;
const journalOf = async (personId: string) =>
  JSON.stringify(
    await at.database.tamper("select operation, payload from journal_entry where subject = $1 order by sequence", [`person:${personId}`]),
  );
const letterTo = async (address: string): Promise<string> => {
  for (let wait = 0; wait < 100; wait += 1) {
    const found = letters.find((letter) => letter.includes(`To: ${address}`));
    if (found) return found;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`no letter to ${address}`);
};
/** Letters travel in base64 or quoted-printable; the address is ASCII and stands in one of them. */
const tokenIn = (letter: string): string => {
  const body = letter
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join("\n\n");
  const plain = /base64/i.test(letter) ? Buffer.from(body, "base64").toString("utf8") : body.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  return /https:\/\/yuanshu\.example\.org\/set-password#([\w-]{43})/.exec(plain)?.[1] ?? "";
};

describe("密码", () => {
  test("新增人员时按规则拒绝，一句话说清，不留半个账号", async () => {
    const before = await at.database.tamper(`select count(*)::int n from auth."user"`);
    for (const [given, code] of [
      ["short", "password.too-short"],
      ["my-weakling-word", "password.holds-username"],
      ["弱口令某人的口令一二三", "password.holds-name"],
      ["password2026", "password.common"],
      ["1234567890", "password.too-simple"],
    ] as const) {
      const refused = await at.refused(security, createPerson, { username: "weakling", name: "弱口令某人", password: given });
      expect(refused).toMatchObject({ status: 400, code });
      expect(refused.title).not.toBe(code);
    }
    expect(await at.database.tamper(`select count(*)::int n from auth."user"`)).toEqual(before);
  });

  test("改自己的密码：当前密码要对，最近五个不重用，其他登录随即结束", async () => {
    const desk = await appoint(at, "zhou", ["statistics"], password);
    const phone = openWindow(at);
    await phone.send(signIn, { username: "zhou", password });
    expect(
      await at.refused(desk.account, changePassword, { currentPassword: "not the one", newPassword: "tall pine river" }),
    ).toMatchObject({
      status: 400,
      code: "password.current-wrong",
    });
    const before = desk.account.cookie;
    const passwords = ["tall pine river", "small oak lake side", "wide elm stone bridge", "green ash hill path", "white fir snow field"];
    let currentPassword = password;
    for (const newPassword of passwords) {
      expect((await desk.send(changePassword, { currentPassword, newPassword })).status).toBe(200);
      currentPassword = newPassword;
      // Five wrong or right ones a quarter of an hour are the limit of the door; a right one clears the count.
    }
    expect(desk.account.cookie).not.toBe(before);
    expect((await phone.send(listSessions, {})).status).toBe(401);
    expect((await desk.send(listSessions, {})).status).toBe(200);
    for (const used of passwords)
      expect(await at.refused(desk.account, changePassword, { currentPassword, newPassword: used })).toMatchObject({
        code: "password.used",
      });
    expect((await desk.send(changePassword, { currentPassword, newPassword: password })).status).toBe(200);
    expect(await tryPassword("zhou", "tall pine river")).toBe(401);
    const lines = await journalOf(desk.personId);
    expect(lines).toContain("system.changePassword");
    for (const given of [password, ...passwords]) expect(lines).not.toContain(given);
  });

  test("从前较弱的散列，登录时换成现在的参数", async () => {
    await at.done(security, createPerson, { username: "early", name: "早先的人", password });
    const id = await at.runtime.signIn.findPersonId("early");
    const read = () => at.database.tamper('select password from auth.account where "userId" = $1', [id]);
    await at.database.tamper('update auth.account set password = $2 where "userId" = $1', [id, await hashOfTheLibrary(password)]);
    expect(await tryPassword("early", password)).toBe(403);
    expect(JSON.stringify(await read())).toContain("scrypt$32768$8$3$");
    expect(await tryPassword("early", password)).toBe(403);
  });
});

describe("会话", () => {
  test("在其他设备全部退出；安全管理员结束他人的全部登录", async () => {
    const desk = await appoint(at, "many", ["liaison"], password);
    const others = [openWindow(at), openWindow(at)];
    for (const other of others) await other.send(signIn, { username: "many", password });
    expect(await at.done(desk.account, endAllSessions, {})).toEqual({ ended: 2 });
    for (const other of others) expect((await other.send(listSessions, {})).status).toBe(401);
    expect((await desk.send(listSessions, {})).status).toBe(200);
    expect(await at.done(security, endSessionsOf, { personId: desk.personId, reason: "手机遗失" })).toMatchObject({
      account: { sessions: 0 },
    });
    expect((await desk.send(listSessions, {})).status).toBe(401);
    expect(await journalOf(desk.personId)).toContain("手机遗失");
  });
});

describe("邀请", () => {
  test("没有邮箱：链接只显示一次，本人设定密码后登录；链接只能用一次", async () => {
    const invited = await at.done(security, invitePerson, { username: "Guest", name: "受邀人", role: "liaison" }, { key: "invite-1" });
    expect(invited).toMatchObject({ mailed: false, person: { account: { invited: true }, memberships: [{ role: "liaison" }] } });
    const token = invited.token ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const repeated = await at.done(security, invitePerson, { username: "Guest", name: "受邀人", role: "liaison" }, { key: "invite-1" });
    expect(repeated.token).toBeNull();
    expect(JSON.stringify(await at.database.tamper("select * from auth.one_time_link"))).not.toContain(token);
    expect(JSON.stringify(await at.database.tamper("select * from journal_entry"))).not.toContain(token);
    expect((await at.done(security, listPeople, { show: "invited" })).items.map(({ username }) => username)).toContain("guest");

    expect(await at.done(nobody, openLink, { token })).toMatchObject({ purpose: "invitation", username: "guest", name: "受邀人" });
    expect(await at.refused(nobody, redeemLink, { token, newPassword: "guest-guest-guest" })).toMatchObject({
      code: "password.holds-username",
    });
    const both = await Promise.all([1, 2].map(() => at.call(nobody, redeemLink, { token, newPassword: password })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await at.refused(nobody, openLink, { token })).toMatchObject({ status: 404, code: "account-link.closed" });
    const window = openWindow(at);
    expect((await window.send(signIn, { username: "guest", password })).body).toMatchObject({ active: { role: "liaison" } });
    expect(await journalOf(invited.person.id)).toContain("system.redeemLink");
  });

  test("有邮箱：链接只寄给本人，不给安全管理员看；过期即失效", async () => {
    const invited = await at.done(security, invitePerson, { username: "mailed", name: "收信人", mail: "mailed@example.org" });
    expect(invited).toMatchObject({ mailed: true, token: null, person: { account: { mail: "m***@example.org" } } });
    const token = tokenIn(await letterTo("mailed@example.org"));
    expect(await at.done(nobody, openLink, { token })).toMatchObject({ purpose: "invitation" });
    await at.database.tamper("update auth.one_time_link set expires_at = now() - interval '1 second' where person_id = $1", [
      invited.person.id,
    ]);
    expect(await at.refused(nobody, redeemLink, { token, newPassword: password })).toMatchObject({ status: 404 });
    expect(JSON.stringify(await at.database.tamper("select payload from journal_entry"))).not.toContain("mailed@example.org");
  });

  test("不对的岗位、已有的用户名：什么也不留", async () => {
    const before = await at.database.tamper(`select (select count(*) from auth."user") users, (select count(*) from person) people`);
    expect(await at.refused(security, invitePerson, { username: "bad-role", name: "某", role: "enterprise" })).toMatchObject({
      code: "person.enterprise-required",
    });
    expect(await at.refused(security, invitePerson, { username: "bad-role", name: "某", validTo: "2099-01-01" })).toMatchObject({
      code: "person.role-first",
    });
    expect(await at.refused(security, invitePerson, { username: "guest", name: "某" })).toMatchObject({ code: "person.username-taken" });
    expect(await at.database.tamper(`select (select count(*) from auth."user") users, (select count(*) from person) people`)).toEqual(
      before,
    );
  });
});

describe("重设密码", () => {
  test("临时密码：登录后只能先改密码；改了才办事", async () => {
    const desk = await appoint(at, "temporary", ["liaison"], password);
    const reset = await at.done(
      security,
      resetPassword,
      { personId: desk.personId, by: "temporary", reason: "忘记密码" },
      { key: "reset-1" },
    );
    expect(reset.password).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/);
    expect((await desk.send(listSessions, {})).status).toBe(401);
    expect(await tryPassword("temporary", password)).toBe(401);
    const window = openWindow(at);
    const temporary = reset.password ?? "";
    expect((await window.send(signIn, { username: "temporary", password: temporary })).body).toMatchObject({
      person: null,
      pending: { step: "change-password" },
    });
    expect((await window.send(myAccount, {})).status).toBe(401);
    expect(await at.refused(window.account, changePassword, { currentPassword: temporary, newPassword: temporary })).toMatchObject({
      code: "password.used",
    });
    expect((await window.send(changePassword, { currentPassword: temporary, newPassword: "tall pine river" })).body).toMatchObject({
      person: { username: "temporary" },
      pending: null,
    });
    expect(await journalOf(desk.personId)).not.toContain(temporary);
  });

  test("要双因素的人：有邮件时只能寄给本人；密码或邮箱与双因素，七天内不由同一人重置", async () => {
    const desk = await appoint(at, "privileged", ["payer"], password);
    const { personId } = desk;
    for (const by of ["temporary", "link"] as const)
      expect(await at.refused(security, resetPassword, { personId, by, reason: "忘记" })).toMatchObject({ code: "person.mail-only" });
    await at.done(security, setMail, { personId, mail: "privileged@example.org" });
    const factor = { personId, reason: "换手机" };
    expect(await at.refused(security, resetSecondFactor, factor)).toMatchObject({ status: 403, code: "person.other-administrator" });
    const second = at.account("security_administrator", "first", "other");
    await at.done(second, resetSecondFactor, factor);
    expect(await at.refused(second, resetPassword, { personId, by: "mail", reason: "忘记" })).toMatchObject({
      code: "person.other-administrator",
    });
    expect(await at.refused(second, setMail, { personId, mail: null })).toMatchObject({ code: "person.other-administrator" });
    expect((await at.done(security, resetPassword, { personId, by: "mail", reason: "忘记" })).mailed).toBe(true);
  });

  test("一次性链接：新的链接使旧的作废；自己的、别的园区的重设不了", async () => {
    const desk = await appoint(at, "linked", ["liaison"], password);
    const first = await at.done(security, resetPassword, { personId: desk.personId, by: "link", reason: "忘记密码" });
    const second = await at.done(security, resetPassword, { personId: desk.personId, by: "link", reason: "再来一次" });
    expect(await at.refused(nobody, openLink, { token: first.token ?? "" })).toMatchObject({ status: 404 });
    expect(await at.done(nobody, redeemLink, { token: second.token ?? "", newPassword: "tall pine river" })).toEqual({
      username: "linked",
    });
    expect(await tryPassword("linked", "tall pine river")).toBe(200);
    expect(await at.refused(security, resetPassword, { personId: security.personId, by: "link", reason: "自己" })).toMatchObject({
      code: "person.self",
    });
    expect(
      await at.refused(at.account("security_administrator", "second"), resetPassword, {
        personId: desk.personId,
        by: "link",
        reason: "越界",
      }),
    ).toMatchObject({ status: 404 });
  });

  test("别人乱点“忘记密码”：不作废安全管理员给的链接；一天至多六封", async () => {
    const desk = await appoint(at, "pestered", ["liaison"], password);
    await at.done(security, setMail, { personId: desk.personId, mail: "pestered@example.org" });
    const given = await at.done(security, resetPassword, { personId: desk.personId, by: "link", reason: "忘记密码" });
    const own = async () =>
      (await at.database.tamper("select 1 from auth.one_time_link where person_id = $1 and created_by = 'self'", [desk.personId])).length;
    for (let asked = 1; asked <= 8; asked += 1) {
      await at.database.tamper("delete from auth.sign_in_failure where kind = 'reset'");
      await at.done(nobody, askForReset, { username: "pestered" });
      await expect.poll(own).toBe(Math.min(asked, 6));
    }
    expect(await at.done(nobody, openLink, { token: given.token ?? "" })).toMatchObject({ username: "pestered" });
    await at.database.tamper("delete from auth.sign_in_failure where kind = 'reset'");
  });

  test("自己请求邮件：有没有这个账号答得一样；链接用自己的地址，不用请求说的", async () => {
    const desk = await appoint(at, "forgetful", ["liaison"], password);
    await at.done(security, setMail, { personId: desk.personId, mail: "forgetful@example.org" });
    expect((await at.done(nobody, session, {})).ways).toEqual({ singleSignOn: null, resetByMail: true });
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example" };
    const known = await at.call(nobody, askForReset, { username: "Forgetful" }, { headers });
    const unknown = await at.call(nobody, askForReset, { username: "no-such-person" });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    const letter = await letterTo("forgetful@example.org");
    expect(letter).not.toContain("evil.example");
    expect(await at.done(nobody, redeemLink, { token: tokenIn(letter), newPassword: "tall pine river" })).toEqual({
      username: "forgetful",
    });
    expect((await desk.send(listSessions, {})).status).toBe(401);
    for (let more = 0; more < 2; more += 1) expect((await at.call(nobody, askForReset, { username: "forgetful" })).status).toBe(200);
    expect(await at.refused(nobody, askForReset, { username: "forgetful" })).toMatchObject({ status: 429, code: "sign-in.locked" });
  });
});
