import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { appoint, openWindow } from "#apps/test-entry.ts";
import { type Account, createTestServer, SECRET, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { addDays, instantOf, localDateOf } from "#kernel/local-date.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import { CACHE_MS, SignIn } from "#kernel/server/sign-in.ts";

const { signIn, session, listSessions, chooseRole, createDepartment, createPerson, grantRole, revokeRole, listPeople } = systemOperations;
const { listLocks, liftLock, delegateRole, endDelegation, listDelegations, listColleagues, departure, leavePost, findEnterprises } =
  systemOperations;
const password = "correct horse battery";
const today = localDateOf(instantOf(new Date()));
let at: TestServer;
let security: Account;

beforeAll(async () => {
  at = await createTestServer();
  security = at.account("security_administrator");
});
afterAll(() => at.close());

describe("相互制约的岗位", () => {
  test("系统、安全、审计管理员不得一人兼任；同时授予也只成一个", async () => {
    const { personId } = at.account("system_administrator");
    for (const role of ["security_administrator", "audit_administrator"] as const)
      expect(await at.refused(security, grantRole, { personId, role })).toMatchObject({ status: 409, code: "membership.separate" });
    const person = await at.done(security, createPerson, { username: "twofold", name: "一人两任", password });
    const both = await Promise.all(
      (["system_administrator", "audit_administrator"] as const).map((role) => at.call(security, grantRole, { personId: person.id, role })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("申请、审核、拨付不得一人兼任", async () => {
    const policy = at.account("policy_payout").personId;
    expect(await at.refused(security, grantRole, { personId: policy, role: "payer" })).toMatchObject({ code: "membership.separate" });
    const [enterpriseId] = at.enterprises;
    expect(await at.refused(security, grantRole, { personId: policy, role: "enterprise", enterpriseId })).toMatchObject({
      code: "membership.separate",
    });
  });

  test("企业账号绑定一家企业，别的岗位不绑企业；按名称或编号找得到", async () => {
    const { items } = await at.done(security, findEnterprises, { q: "第1企业" });
    expect(items).toEqual([{ id: at.enterprises[0], name: "第1企业", identifier: "T0" }]);
    expect((await at.done(security, findEnterprises, { q: "t1" })).items.map(({ id }) => id)).toEqual([at.enterprises[1]]);
    const person = await at.done(security, createPerson, { username: "bound-firm", name: "企业经办", password });
    expect(await at.refused(security, grantRole, { personId: person.id, role: "liaison", enterpriseId: at.enterprises[0] })).toMatchObject({
      code: "person.enterprise-only",
    });
    const granted = await at.done(security, grantRole, { personId: person.id, role: "enterprise", enterpriseId: at.enterprises[0] });
    expect(granted.memberships).toMatchObject([{ role: "enterprise", enterprise: "第1企业" }]);
    await expect(at.database.tamper("update membership set enterprise_id = null where person_id = $1", [person.id])).rejects.toThrow(
      /membership_enterprise_named/,
    );
  });

  test("将来才开始的岗位现在不能用，到日子才能用", async () => {
    const person = await at.done(security, createPerson, { username: "later", name: "下月到岗", password });
    await at.done(security, grantRole, { personId: person.id, role: "liaison", validFrom: addDays(today, 10) });
    expect((await openWindow(at).send(signIn, { username: "later", password })).status).toBe(403);
    await at.database.tamper("update membership set valid_from = $2 where person_id = $1", [person.id, today]);
    expect((await openWindow(at).send(signIn, { username: "later", password })).status).toBe(200);
    expect(await at.refused(security, grantRole, { personId: person.id, role: "expert", validFrom: addDays(today, -1) })).toMatchObject({
      code: "membership.days",
    });
  });
});

describe("登录锁定", () => {
  test("安全管理员看得到本园区被锁的账号，写明理由解除；别的园区看不到", async () => {
    const person = await appoint(at, "lockee", ["liaison"], password);
    for (let attempt = 0; attempt < 5; attempt += 1) await openWindow(at).send(signIn, { username: "lockee", password: "wrong password" });
    expect((await openWindow(at).send(signIn, { username: "lockee", password })).status).toBe(429);
    const { items } = await at.done(security, listLocks, {});
    expect(items).toMatchObject([{ of: "account", name: "lockee", personName: "某lockee", kind: "password", failures: 5 }]);
    const foreign = at.account("security_administrator", "second");
    expect((await at.done(foreign, listLocks, {})).items).toEqual([]);
    const lift = { of: "account", name: "lockee", reason: "本人来电核实" } as const;
    expect(await at.refused(foreign, liftLock, lift)).toMatchObject({ status: 404, code: "lock.none" });
    await at.done(security, liftLock, lift);
    expect((await openWindow(at).send(signIn, { username: "lockee", password })).status).toBe(200);
    const { attempts } = at.runtime.signIn;
    const there = (await at.database.tamper("select username from person where zone_id = $1 limit 1", [at.database.otherZoneId]))[0]?.[
      "username"
    ];
    for (let tries = 0; tries < 26; tries += 1) await attempts.count("password", `nobody-${tries}`, "198.51.100.20");
    for (let tries = 0; tries < 2; tries += 1) await attempts.count("password", "lockee", "198.51.100.20");
    for (let tries = 0; tries < 2; tries += 1) await attempts.count("password", String(there), "198.51.100.20");
    await at.done(security, liftLock, { of: "address", name: "198.51.100.20", reason: "大厅公用电脑" });
    expect(await at.database.tamper("select account from auth.sign_in_failure where address = '198.51.100.20'")).toEqual([
      { account: there },
      { account: there },
    ]);
    const lines = JSON.stringify(
      await at.database.tamper("select operation, subject, payload from journal_entry where zone_id = $1", [at.database.zoneId]),
    );
    expect(lines).toContain("本人来电核实");
    expect(lines).toContain(
      `"subject":"person:${person.personId}","payload":"{\\"after\\":{\\"address\\":\\"127.0.0.1\\",\\"locked\\":\\"account\\"}}"`,
    );
  });
});

describe("授权代办", () => {
  const lend = async (username: string, days: { from?: number; to?: number } = {}) => {
    const lender = await appoint(at, `${username}-lender`, ["statistics"], password);
    const borrower = await appoint(at, `${username}-borrower`, ["liaison"], password);
    const own = (await at.done(lender.account, session, {})).active?.id ?? "";
    const input = {
      membershipId: own,
      personId: borrower.personId,
      from: addDays(today, days.from ?? 0),
      to: addDays(today, days.to ?? 9),
      reason: "外出培训",
    };
    return { lender, borrower, own, input };
  };

  test("受托人以该岗位办事，日志写明代谁；到期自动失效；授权人的岗位没了也失效", async () => {
    const { lender, borrower, own, input } = await lend("one");
    const lent = await at.done(lender.account, delegateRole, input);
    expect(lent).toMatchObject({
      role: "statistics",
      state: "running",
      from: { id: lender.personId },
      abilities: { end: { allowed: true } },
    });
    expect(await at.done(borrower.account, listDelegations, {})).toMatchObject({
      items: [{ id: lent.id, abilities: { end: { allowed: false } } }],
    });
    const view = await at.done(borrower.account, session, {});
    const held = view.memberships.find(({ role }) => role === "statistics");
    expect(held).toMatchObject({ id: lent.id, onBehalfOf: "某one-lender", validTo: input.to });
    await borrower.send(chooseRole, { membershipId: lent.id });
    await at.done(borrower.account, systemOperations.endAllSessions, {});
    const lines = await at.database.tamper("select payload from journal_entry where actor_id = $1 and role = 'statistics'", [
      borrower.personId,
    ]);
    expect(JSON.stringify(lines)).toContain(`\\"onBehalfOf\\":\\"${lender.personId}\\"`);
    const audit = at.account("audit_administrator");
    const filter = { who: borrower.personId, role: "statistics" } as const;
    for (const entry of (await at.done(audit, systemOperations.searchJournal, filter)).items)
      expect(entry.onBehalfOf).toEqual({ id: lender.personId, name: "某one-lender" });
    expect((await at.call(audit, systemOperations.exportJournal, filter)).text).toContain("某one-lender");

    await at.database.tamper("update membership set valid_from = $2, valid_to = $3 where id = $1", [
      lent.id,
      addDays(today, -9),
      addDays(today, -1),
    ]);
    at.runtime.signIn.forget();
    expect((await at.done(borrower.account, session, {})).memberships.map(({ role }) => role)).toEqual(["liaison"]);
    expect(await at.done(lender.account, listDelegations, {})).toMatchObject({ items: [{ state: "over" }] });

    const again = await at.done(lender.account, delegateRole, input);
    expect((await at.done(borrower.account, session, {})).memberships).toHaveLength(2);
    await at.done(security, revokeRole, { personId: lender.personId, membershipId: own, reason: "调离" });
    expect((await at.done(borrower.account, session, {})).memberships).toHaveLength(1);
    expect(await at.database.tamper("select revoked_because from membership where id = $1", [again.id])).toEqual([
      { revoked_because: "调离" },
    ]);
  });

  test("授权人随时收回；受托人收不回，也转授不了", async () => {
    const { lender, borrower, input } = await lend("two");
    const lent = await at.done(lender.account, delegateRole, input);
    expect(await at.refused(borrower.account, endDelegation, { id: lent.id })).toMatchObject({ status: 403, code: "delegation.not-yours" });
    expect(
      await at.refused(borrower.account, delegateRole, { ...input, membershipId: lent.id, personId: at.account("promotion").personId }),
    ).toMatchObject({ code: "delegation.lent-on" });
    await at.done(lender.account, endDelegation, { id: lent.id });
    expect((await at.done(borrower.account, session, {})).memberships).toHaveLength(1);
    expect(await at.refused(lender.account, endDelegation, { id: lent.id })).toMatchObject({ code: "delegation.over" });
  });

  test("借不出去的各有一句话", async () => {
    const { lender, borrower, input } = await lend("three");
    const refused = (given: object) => at.refused(lender.account, delegateRole, { ...input, ...given });
    expect(await refused({ personId: lender.personId })).toMatchObject({ code: "delegation.to-self" });
    expect(await refused({ from: addDays(today, -1) })).toMatchObject({ code: "delegation.begins-before" });
    expect(await refused({ from: addDays(today, 3), to: addDays(today, 2) })).toMatchObject({ code: "delegation.ends-before" });
    expect(await refused({ to: addDays(today, 90) })).toMatchObject({ code: "delegation.too-long", params: { days: 91, most: 90 } });
    expect(await refused({ personId: at.account("bank").personId })).toMatchObject({ code: "delegation.no-colleague" });
    expect(await refused({ personId: at.account("liaison", "second").personId })).toMatchObject({ status: 404 });
    expect(await at.refused(borrower.account, delegateRole, input)).toMatchObject({ code: "role.not-yours" });
    const payer = at.account("payer");
    const own = (await at.done(payer, session, {})).active?.id ?? "";
    expect(
      await at.refused(payer, delegateRole, { ...input, membershipId: own, personId: at.account("policy_payout").personId }),
    ).toMatchObject({ code: "membership.separate" });
    expect((await at.done(lender.account, listColleagues, { q: "甲区bank" })).items).toEqual([]);
  });
});

describe("离任", () => {
  test("岗位、登录、账号同时终止：本进程立刻，别的进程在二十秒之内；未办事项写进日志", async () => {
    const leaver = await appoint(at, "leaver", ["liaison"], password);
    const elsewhere = new SignIn(at.database.signInUrl, SECRET);
    const cookie = leaver.account.cookie ?? "";
    const now = vi.spyOn(performance, "now").mockReturnValue(1000);
    try {
      expect((await elsewhere.sessionOf(cookie))?.username).toBe("leaver");
      const before = await at.done(security, departure, { personId: leaver.personId });
      expect(before).toMatchObject({ person: { account: { sessions: 1 } }, openWork: [] });
      expect(await at.refused(security, leavePost, { personId: leaver.personId, reason: "退休", openWork: 3 })).toMatchObject({
        status: 409,
        code: "person.open-work-changed",
      });
      const job = await at.database.uow.run(at.database.actor("liaison", { id: leaver.personId }), {}, (tx) =>
        enqueueJob(tx, { kind: "waits", title: { zh: "等待", en: "Wait" }, payload: {} }),
      );
      const left = await at.done(security, leavePost, { personId: leaver.personId, reason: "退休", openWork: 0 });
      expect(left.memberships).toEqual([]);
      expect(left.leftAt).not.toBeNull();
      expect(await at.database.tamper("select state from job where id = $1", [job])).toEqual([{ state: "cancelled" }]);
      expect((await leaver.send(listSessions, {})).status).toBe(401);
      now.mockReturnValue(1000 + CACHE_MS);
      expect(await elsewhere.sessionOf(cookie)).toBeUndefined();
    } finally {
      now.mockRestore();
      await elsewhere.close();
    }
    expect((await openWindow(at).send(signIn, { username: "leaver", password })).status).toBe(401);
    expect((await at.done(security, listPeople, { q: "leaver" })).items).toEqual([]);
    expect((await at.done(security, listPeople, { q: "leaver", show: "left" })).items).toHaveLength(1);
    expect(await at.refused(security, grantRole, { personId: leaver.personId, role: "liaison" })).toMatchObject({
      status: 403,
      code: "person.left",
    });
    expect(JSON.stringify(await at.database.tamper("select payload from journal_entry where operation = 'system.leavePost'"))).toContain(
      "退休",
    );
  });

  test("自己的离任由另一位管理员办", async () => {
    expect(await at.refused(security, leavePost, { personId: security.personId, reason: "退休", openWork: 0 })).toMatchObject({
      code: "person.self",
    });
  });
});

test("一次一个岗位：换了岗位，前一个岗位的权就没有了", async () => {
  const two = await appoint(at, "two-hats", ["liaison", "expert"], password);
  const { memberships } = await at.done(two.account, session, {});
  const idOf = (role: string) => memberships.find((held) => held.role === role)?.id ?? "";
  await two.send(chooseRole, { membershipId: idOf("liaison") });
  expect((await two.send(listColleagues, {})).status).toBe(200);
  await two.send(chooseRole, { membershipId: idOf("expert") });
  expect((await two.send(listColleagues, {})).status).toBe(403);
  expect((await two.send(createDepartment, { name: "越权科" })).status).toBe(403);
});
