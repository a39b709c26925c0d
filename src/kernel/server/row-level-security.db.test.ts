import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";

let database: TestDatabase;
let officer: Actor;
const departments = (tx: Tx) => tx.selectFrom("department").select("name").execute();
const observation = (zoneId: string, enterpriseId: string | null = null) => ({
  zone_id: zoneId,
  id: randomUUID(),
  indicator: "工业总产值",
  value: "881.7",
  unit: "亿元",
  origin: "manual",
  recorded_by: "tester",
  enterprise_id: enterpriseId,
});

beforeAll(async () => {
  database = await createTestDatabase();
  officer = database.actor("statistics");
  const add = (zoneId: string, name: string) =>
    database.tamper("insert into department (zone_id, id, name) values ($1, $2, $3)", [zoneId, randomUUID(), name]);
  await add(database.zoneId, "统计局");
  await add(database.otherZoneId, "招商局");
});
afterAll(() => database.close());

describe("园区之间", () => {
  test("只看见本园区的行", async () => {
    expect(await database.uow.run(officer, { readOnly: true }, departments)).toEqual([{ name: "统计局" }]);
    const foreigner = database.actor("statistics", { zoneId: database.otherZoneId });
    expect(await database.uow.run(foreigner, { readOnly: true }, departments)).toEqual([{ name: "招商局" }]);
  });

  test("没有园区就一行也没有，且上一笔事务的园区不会留下", async () => {
    await database.uow.run(officer, {}, departments);
    expect(await database.db.selectFrom("department").select("name").execute()).toEqual([]);
    expect(await database.db.selectFrom("journal_head").selectAll().execute()).toEqual([]);
  });

  test("写入别的园区被数据库拒绝，并说成一句话", async () => {
    const foreign = database.uow.run(officer, {}, (tx) =>
      tx.insertInto("fact_observation").values(observation(database.otherZoneId)).execute(),
    );
    await expect(foreign).rejects.toMatchObject({ code: "database.row-refused", kind: "forbidden" });
    await expect(foreign).rejects.toBeInstanceOf(AppError);
  });

  test("改、删别的园区的行：碰不到", async () => {
    const changed = await database.uow.run(officer, {}, (tx) =>
      tx.updateTable("department").set({ name: "改名" }).where("name", "=", "招商局").executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const removed = await database.uow.run(officer, {}, (tx) =>
      tx.deleteFrom("department").where("name", "=", "招商局").executeTakeFirst(),
    );
    expect(removed.numDeletedRows).toBe(0n);
  });

  test("园区本身只能由本园区的人新建、修改", async () => {
    const id = randomUUID();
    const add = (actor: Actor) =>
      database.uow.run(actor, {}, (tx) => tx.insertInto("zone").values({ id, slug: "third", name: "丙高新区" }).execute());
    await expect(add(officer)).rejects.toMatchObject({ code: "database.row-refused" });
    await add(database.actor("system_administrator", { zoneId: id }));
    const renamed = await database.uow.run(officer, {}, (tx) =>
      tx.updateTable("zone").set({ name: "x" }).where("id", "=", id).executeTakeFirst(),
    );
    expect(renamed.numUpdatedRows).toBe(0n);
  });
});

describe("企业之间", () => {
  const [mine, theirs] = [randomUUID(), randomUUID()];
  const count = (tx: Tx) =>
    tx
      .selectFrom("fact_observation")
      .select((eb) => eb.fn.countAll<string>().as("n"))
      .executeTakeFirstOrThrow();

  test("企业用户只见自己的行，委员会的人全见；没有企业的外部岗位什么也不见", async () => {
    await database.uow.run(officer, {}, (tx) =>
      tx
        .insertInto("fact_observation")
        .values([observation(database.zoneId), observation(database.zoneId, mine), observation(database.zoneId, theirs)])
        .execute(),
    );
    const read = async (actor: Actor) => Number((await database.uow.run(actor, { readOnly: true }, count)).n);
    expect(await read(officer)).toBe(3);
    expect(await read(database.actor("enterprise", { enterpriseId: mine }))).toBe(1);
    expect(await read(database.actor("enterprise"))).toBe(0);
    expect(await read(database.actor("bank"))).toBe(0);
    expect(await read(database.actor("expert"))).toBe(0);
  });

  test("企业用户不能替别的企业写", async () => {
    const actor = database.actor("enterprise", { enterpriseId: mine });
    const write = (enterpriseId: string | null) =>
      database.uow.run(actor, {}, (tx) => tx.insertInto("fact_observation").values(observation(database.zoneId, enterpriseId)).execute());
    await expect(write(theirs)).rejects.toMatchObject({ code: "database.row-refused" });
    await expect(write(null)).rejects.toMatchObject({ code: "database.row-refused" });
    await write(mine);
  });

  test("企业用户记得进日志，却读不到日志", async () => {
    const actor = database.actor("enterprise", { enterpriseId: mine });
    await database.uow.run(actor, {}, async (tx) => appendToJournal(tx, { operation: "service.appeal" }));
    const seen = (tx: Tx) => tx.selectFrom("journal_entry").select("operation").execute();
    expect(await database.uow.run(actor, { readOnly: true }, seen)).toEqual([]);
    expect(await database.uow.run(officer, { readOnly: true }, seen)).toContainEqual({ operation: "service.appeal" });
  });
});

describe("只增", () => {
  test.each(["fact_observation", "fact_evidence", "fact_decision", "journal_entry", "refusal", "published_snapshot"])(
    "%s 不能改也不能删",
    async (table) => {
      const run = (statement: string) => database.uow.run(officer, {}, (tx) => sql.raw(statement).execute(tx));
      await expect(run(`update ${table} set zone_id = zone_id`)).rejects.toThrow(/permission denied/);
      await expect(run(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await expect(run(`truncate ${table}`)).rejects.toThrow(/permission denied/);
    },
  );
});

describe("公众", () => {
  const anonymous = () => database.actor("anonymous", { id: "anonymous", permissions: new Set() });
  test("只读公开快照；撤下之后只剩撤下这件事", async () => {
    const id = randomUUID();
    const snapshot = {
      zone_id: database.zoneId,
      id,
      kind: "report-card",
      slug: "2020h1",
      version: 1,
      published_at: "2020-08-01T00:00:00.000Z",
      published_by: officer.id,
      content: JSON.stringify({ gdp: "4.7" }),
    };
    await database.uow.run(officer, {}, (tx) => tx.insertInto("published_snapshot").values(snapshot).execute());
    const read = () =>
      database.uow.run(anonymous(), {}, (tx) =>
        tx.selectFrom("published_reading").select(["slug", "content", "withdrawn_because"]).execute(),
      );
    expect(await read()).toEqual([{ slug: "2020h1", content: { gdp: "4.7" }, withdrawn_because: null }]);
    await database.uow.run(officer, {}, (tx) =>
      tx
        .insertInto("published_withdrawal")
        .values({ zone_id: database.zoneId, snapshot_id: id, at: "2020-09-01T00:00:00.000Z", withdrawn_by: officer.id, reason: "口径有误" })
        .execute(),
    );
    expect(await read()).toEqual([{ slug: "2020h1", content: null, withdrawn_because: "口径有误" }]);
    const elsewhere = database.actor("anonymous", { zoneId: database.otherZoneId });
    expect(await database.uow.run(elsewhere, {}, (tx) => tx.selectFrom("published_reading").selectAll().execute())).toEqual([]);
  });

  test.each(["fact_observation", "person", "membership", "journal_entry", "published_snapshot", "enterprise", "setting", "job"])(
    "读不到 %s",
    async (table) => {
      await expect(database.uow.run(anonymous(), {}, (tx) => sql.raw(`select * from ${table}`).execute(tx))).rejects.toThrow(
        /permission denied/,
      );
    },
  );
});

test("重复的记录说成一句话", async () => {
  const add = () =>
    database.uow.run(officer, {}, (tx) =>
      tx.insertInto("department").values({ zone_id: database.zoneId, id: randomUUID(), name: "财政局" }).execute(),
    );
  await add();
  await expect(add()).rejects.toMatchObject({ code: "database.already-exists", kind: "conflict", params: { table: "department" } });
});

test("一步失败，全部不留：状态、日志一起退回", async () => {
  const attempt = database.uow.run(officer, {}, async (tx) => {
    await tx.insertInto("department").values({ zone_id: database.zoneId, id: randomUUID(), name: "半途" }).execute();
    appendToJournal(tx, { operation: "system.createDepartment", subject: "半途" });
    throw new AppError("x", "conflict");
  });
  await expect(attempt).rejects.toMatchObject({ code: "x" });
  expect(await database.tamper("select 1 from department where name = '半途'")).toEqual([]);
  expect(await database.tamper("select 1 from journal_entry where subject = '半途'")).toEqual([]);
});
