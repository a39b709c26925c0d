import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import { findResult, keepResult } from "#kernel/server/idempotency.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
let officer: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  officer = database.actor("statistics");
});
afterAll(() => database.close());

let applied = 0;
const command = (key: string, body: string, actor = officer, operation = "test.add") =>
  database.uow.run(actor, {}, async (tx) => {
    const stored = await findResult(tx, operation, key, body);
    if (stored !== undefined) return stored;
    applied += 1;
    await tx
      .insertInto("department")
      .values({ zone_id: actor.zoneId, id: randomUUID(), name: `${key} ${applied}` })
      .execute();
    const result = { number: applied };
    await keepResult(tx, operation, key, body, result);
    return result;
  });

test("同键同文：得到原来的结果，只做一次", async () => {
  const first = await command("k1", "body");
  expect(await command("k1", "body")).toEqual(first);
  expect(await database.tamper("select 1 from department where name like 'k1 %'")).toHaveLength(1);
});

test("同键异文：冲突", async () => {
  await command("k2", "body");
  await expect(command("k2", "other")).rejects.toMatchObject({ code: "idempotency.other-body", kind: "conflict" });
});

test("十个同时到：只做一次，都得到同一个结果", async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => command("k3", "body")));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(await database.tamper("select 1 from department where name like 'k3 %'")).toHaveLength(1);
});

test("别人的键、别的操作、别的园区互不相干", async () => {
  const mine = await command("k4", "body");
  expect(await command("k4", "body", database.actor("statistics"))).not.toEqual(mine);
  expect(await command("k4", "body", officer, "test.other")).not.toEqual(mine);
  expect(await command("k4", "body", { ...officer, zoneId: database.otherZoneId })).not.toEqual(mine);
});

test("失败的命令不占用键", async () => {
  const failing = database.uow.run(officer, {}, async (tx) => {
    await keepResult(tx, "test.add", "k5", "body", 1);
    throw new Error("later");
  });
  await expect(failing).rejects.toThrow("later");
  expect(await command("k5", "other body")).toBeDefined();
});
