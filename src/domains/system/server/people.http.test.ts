import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";

const { createPerson, grantRole, revokeRole, listPeople, listDepartments, createDepartment, session } = systemOperations;
const password = "correct horse battery";
let at: TestServer;
let security: Account;
let system: Account;

beforeAll(async () => {
  at = await createTestServer();
  security = at.account("security_administrator");
  system = at.account("system_administrator");
});
afterAll(() => at.close());

describe("人员与岗位", () => {
  test("新增人员、授予岗位、收回岗位；收回即刻生效", async () => {
    const person = await at.done(security, createPerson, { username: "Li", name: "李某", password });
    expect(person).toMatchObject({ username: "li", memberships: [] });
    const granted = await at.done(security, grantRole, { personId: person.id, role: "statistics" });
    const membership = granted.memberships[0];
    expect(membership?.role).toBe("statistics");
    const revoke = { personId: person.id, membershipId: membership?.id ?? "", reason: "调离" };
    expect((await at.done(security, revokeRole, revoke)).memberships).toEqual([]);
    expect(await at.refused(security, revokeRole, revoke)).toMatchObject({ status: 404, code: "record.not-found" });
  });

  test("正在办事的人被收回岗位，下一次请求就办不了", async () => {
    const holder = at.account("leadership", "first", "other");
    expect((await at.call(holder, listPeople, {})).status).toBe(200);
    const active = (await at.done(holder, session, {})).active;
    await at.done(security, revokeRole, { personId: holder.personId, membershipId: active?.id ?? "", reason: "离任" });
    expect(await at.refused(holder, listPeople, {})).toMatchObject({ status: 403, code: "access.no-role" });
  });

  test("谁也不能变更自己的岗位", async () => {
    const own = (await at.done(security, session, {})).active;
    expect(await at.refused(security, grantRole, { personId: security.personId, role: "system_administrator" })).toMatchObject({
      status: 403,
      code: "person.self",
    });
    expect(
      await at.refused(security, revokeRole, { personId: security.personId, membershipId: own?.id, reason: "测试" }, { language: "en" }),
    ).toMatchObject({ status: 403, title: "You may not change your own roles; another administrator has to." });
    expect((await at.done(security, session, {})).active?.id).toBe(own?.id);
  });

  test("用户名已有、人不存在、岗位不存在、企业岗位没有企业、期限已过，各有一句话", async () => {
    await at.done(security, createPerson, { username: "taken", name: "占用", password });
    expect(await at.refused(security, createPerson, { username: " TAKEN ", name: "再来", password })).toMatchObject({
      status: 409,
      code: "person.username-taken",
    });
    const personId = at.account("statistics").personId;
    const grant = (given: object) => at.refused(security, grantRole, { personId, role: "statistics", ...given });
    expect(await grant({ personId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await grant({ role: "emperor" })).toMatchObject({ status: 400 });
    expect(await grant({ role: "anonymous" })).toMatchObject({ status: 400 });
    expect(await grant({ role: "enterprise" })).toMatchObject({ status: 400, code: "person.enterprise-required" });
    expect(await grant({ role: "enterprise", enterpriseId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await grant({ departmentId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await grant({ validTo: "2001-01-01" })).toMatchObject({ status: 400, code: "membership.ended-before" });
    expect(await grant({ validTo: "2026-02-30" })).toMatchObject({ status: 400 });
  });

  test("同一岗位不重复授予", async () => {
    const personId = at.account("expert").personId;
    expect(await at.refused(security, grantRole, { personId, role: "expert" })).toMatchObject({ status: 409, code: "membership.held" });
  });

  test("别的园区的人看不见，也动不了", async () => {
    const foreigner = at.account("statistics", "second");
    expect(await at.refused(security, grantRole, { personId: foreigner.personId, role: "leadership" })).toMatchObject({ status: 404 });
    const listed = await at.done(security, listPeople, { limit: 200 });
    expect(listed.items.map((person) => person.id)).not.toContain(foreigner.personId);
    expect(listed.items.length).toBeGreaterThan(30);
  });

  test("口令太短不收，也不留半个账号；存不下的名字同样", async () => {
    const before = await at.database.tamper(`select count(*)::int n from auth."user"`);
    expect(await at.refused(security, createPerson, { username: "short", name: "短", password: "12345" })).toMatchObject({ status: 400 });
    for (const given of [{ name: "零\u0000字" }, { username: "零\u0000字" }])
      expect((await at.refused(security, createPerson, { username: "half", name: "半", password, ...given })).status).toBe(400);
    expect(await at.database.tamper(`select count(*)::int n from auth."user"`)).toEqual(before);
  });

  test("列表分页不漏不重，查得到人", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await at.done(security, listPeople, { limit: 7, cursor });
      seen.push(...page.items.map((person) => person.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await at.done(security, listPeople, { limit: 200 })).items.length);
    const found = await at.done(security, listPeople, { q: "甲区statistics一" });
    expect(found.items.map((person) => person.name)).toEqual(["甲区statistics一"]);
    expect((await at.done(security, listPeople, { q: "%" })).items).toEqual([]);
    for (const wrong of [{ limit: 0 }, { limit: 201 }, { limit: "many" }, { cursor: "不是编号" }])
      expect((await at.refused(security, listPeople, wrong)).status).toBe(400);
  });

  test("同一个幂等键：重发得同一个人，换了内容 409", async () => {
    const given = { username: "once", name: "一次", password };
    const first = await at.done(security, createPerson, given, { key: "k-1" });
    expect(await at.done(security, createPerson, given, { key: "k-1" })).toEqual(first);
    expect(await at.refused(security, createPerson, { ...given, username: "twice" }, { key: "k-1" })).toMatchObject({
      status: 409,
      code: "idempotency.other-body",
    });
    expect(await at.refused(security, createPerson, given, { key: "k".repeat(101) })).toMatchObject({
      status: 400,
      code: "idempotency.key",
    });
    expect(await at.database.tamper("select 1 from idempotency_key where result::text like '%correct horse%'")).toEqual([]);
    // The body's hash is quick to compute: a password that went into it could be guessed from it.
    expect(await at.done(security, createPerson, { ...given, password: "another long password" }, { key: "k-1" })).toEqual(first);
  });
});

describe("部门", () => {
  test("新建、列出；同名 409；别的园区看不见", async () => {
    const made = await at.done(system, createDepartment, { name: "经济运行局" });
    expect(made.nameEn).toBe("");
    expect((await at.done(system, listDepartments, {})).items).toContainEqual(made);
    expect(await at.refused(system, createDepartment, { name: "经济运行局" })).toMatchObject({ status: 409, code: "record.duplicate" });
    expect((await at.done(at.account("statistics", "second"), listDepartments, {})).items).toEqual([]);
    expect(await at.refused(system, createDepartment, { name: "一" })).toMatchObject({ status: 400 });
  });
});

test("被拒的企图留有记录，与日志链分开", async () => {
  const bank = at.account("bank");
  expect((await at.refused(bank, listPeople, {})).status).toBe(403);
  expect(await at.database.tamper("select operation, code from refusal where actor_id = $1", [bank.personId])).toEqual([
    { operation: "system.listPeople", code: "access.missing-permission" },
  ]);
});
