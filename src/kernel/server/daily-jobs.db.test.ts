import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureDailyJobs } from "#kernel/server/daily-jobs.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { enqueueJob, enqueueUnlessQueued } from "#kernel/server/jobs.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let at: TestDatabase;
beforeAll(async () => {
  at = await createTestDatabase();
});
afterAll(() => at.close());

const daily = [
  { kind: "a.daily", title: { zh: "甲", en: "A" }, at: "00:20" },
  { kind: "b.daily", title: { zh: "乙", en: "B" }, at: "00:40" },
];
const jobs = () => at.tamper("select zone_id, kind, run_after from job order by run_after, kind");
const noon = new Date("2026-07-01T04:00:00Z");

test("几个服务器同时来排，每个园区每天每种只有一份；到点才跑", async () => {
  await Promise.all(Array.from({ length: 5 }, () => ensureDailyJobs(at.uow, daily, noon)));
  const queued = await jobs();
  expect(queued.map((row) => row["kind"])).toEqual(["a.daily", "a.daily", "b.daily", "b.daily"]);
  expect(new Set(queued.map((row) => row["zone_id"]))).toEqual(new Set([at.zoneId, at.otherZoneId]));
  expect(queued.map((row) => new Date(row["run_after"] as string).toISOString())).toEqual([
    "2026-06-30T16:20:00.000Z",
    "2026-06-30T16:20:00.000Z",
    "2026-06-30T16:40:00.000Z",
    "2026-06-30T16:40:00.000Z",
  ]);
});

test("第二天另有一份；做过的不再做；停在某一天的示范园区没有", async () => {
  await at.tamper("update job set state = 'done'");
  await ensureDailyJobs(at.uow, daily, noon);
  expect(await at.tamper("select 1 from job where state = 'queued'")).toEqual([]);
  await at.tamper("update zone set business_date = '2026-06-30' where id = $1", [at.otherZoneId]);
  await ensureDailyJobs(at.uow, daily, new Date("2026-07-01T16:00:00Z"));
  expect(await at.tamper("select zone_id, kind from job where state = 'queued' order by kind")).toEqual([
    { zone_id: at.zoneId, kind: "a.daily" },
    { zone_id: at.zoneId, kind: "b.daily" },
  ]);
});

test("排着的一份替后来的都做了；已经在跑的不算", async () => {
  const job = { kind: "c.once", title: { zh: "丙", en: "C" }, payload: {} };
  const ask = () => at.uow.run(at.actor("statistics"), {}, (tx) => enqueueUnlessQueued(tx, job));
  await ask();
  await ask();
  expect(await at.tamper("select 1 from job where kind = 'c.once'")).toHaveLength(1);
  await at.tamper("update job set state = 'running' where kind = 'c.once'");
  await ask();
  expect(await at.tamper("select 1 from job where kind = 'c.once'")).toHaveLength(2);
});

test("同一件事只做一次：编号由园区、种类和那件事而来", async () => {
  const once = () =>
    at.uow.run(at.actor("statistics"), {}, (tx) =>
      enqueueJob(tx, { kind: "d", title: { zh: "丁", en: "D" }, payload: {}, once: "2026-07-01" }),
    );
  expect(await once()).toBe(await once());
  expect(await at.tamper("select 1 from job where kind = 'd'")).toHaveLength(1);
});

test("处处都要的，示范园区和平台自己的链也有", async () => {
  const everywhere = [{ kind: "e.sign", title: { zh: "戊", en: "E" }, at: "00:10", everywhere: true as const }];
  await at.tamper("update zone set business_date = '2026-06-30' where id = $1", [at.otherZoneId]);
  await ensureDailyJobs(at.uow, everywhere, new Date("2026-07-05T04:00:00Z"));
  const queued = await at.tamper("select zone_id from job where kind = 'e.sign'");
  expect(new Set(queued.map((row) => row["zone_id"]))).toEqual(new Set([at.zoneId, at.otherZoneId, SYSTEM_ZONE_ID]));
});
