import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "#apps/test-server.ts";
import { peopleOperations } from "#domains/registry/contract/people-operations.ts";

const { listOfficials } = peopleOperations;

let at: TestServer;
beforeAll(async () => {
  at = await createTestServer();
});
afterAll(() => at.close());

describe("可担任联络员的人员", () => {
  test("委员会的人各一次，没有企业、银行和别的园区的人；按姓名查找", async () => {
    const liaison = at.account("liaison");
    const { items } = await at.done(liaison, listOfficials, {});
    const ids = items.map(({ id }) => id);
    expect(ids).toContain(liaison.personId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const outsider of [at.account("enterprise"), at.account("bank"), at.account("liaison", "second")])
      expect(ids).not.toContain(outsider.personId);
    const found = await at.done(liaison, listOfficials, { q: liaison.name });
    expect(found.items.map(({ id }) => id)).toContain(liaison.personId);
    expect((await at.done(liaison, listOfficials, { q: "没有这个人" })).items).toEqual([]);
  });

  test("企业账号不能看", async () => {
    expect(await at.refused(at.account("enterprise"), listOfficials, {})).toMatchObject({ status: 403 });
  });
});
