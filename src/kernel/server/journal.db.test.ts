import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import { type HashedEntry, hashEntry } from "#kernel/server/journal-hash.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";
import { verifyJournal } from "#kernel/server/verify-journal.ts";

let database: TestDatabase;
let zoneId: string;
let auditor: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A zone of its own with a chain of ten: the fifth is a bulk of seven, the eighth has something personal. */
beforeEach(async () => {
  zoneId = randomUUID();
  await database.tamper("insert into zone (id, slug, name) values ($1, $2, '测试区')", [zoneId, `z${zoneId.slice(0, 8)}`]);
  auditor = database.actor("audit_administrator", { zoneId });
  for (let number = 1; number <= 10; number++) {
    await database.uow.run(auditor, { origin: "127.0.0.1" }, async (tx) =>
      appendToJournal(tx, {
        operation: "test.change",
        subject: `thing:${number}`,
        before: { number: number - 1 },
        after: { number, name: "云岭\n高新区" },
        ...(number === 5 ? { items: Array.from({ length: 7 }, (_, item) => ({ item })) } : {}),
        ...(number === 8 ? { personal: { phone: "13800000000" } } : {}),
      }),
    );
  }
});

const verify = () => database.uow.run(auditor, { readOnly: true }, (tx) => verifyJournal(tx, zoneId));
const tamper = (statement: string) => database.tamper(statement, [zoneId]);
const found = async () => (await verify()).findings.map(({ kind, sequence }) => `${kind} ${sequence}`);

test("完好的链：逐条相连，无一发现", async () => {
  expect(await verify()).toMatchObject({ entries: 10, findings: [], lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

describe("动过手脚的，指出在哪一条", () => {
  test.each([
    ["内容", "update journal_entry set payload = replace(payload, '4', '9') where zone_id = $1 and sequence = 4", ["edited 4"]],
    ["操作人", "update journal_entry set actor_id = 'somebody' where zone_id = $1 and sequence = 1", ["edited 1"]],
    ["时间", "update journal_entry set at = at + interval '1 ms' where zone_id = $1 and sequence = 10", ["edited 10"]],
    ["删去一条", "delete from journal_entry where zone_id = $1 and sequence = 6", ["missing 6"]],
    ["删去首条", "delete from journal_entry where zone_id = $1 and sequence = 1", ["missing 1"]],
    ["删去连续三条", "delete from journal_entry where zone_id = $1 and sequence between 2 and 4", ["missing 2"]],
    ["截去末尾", "delete from journal_entry where zone_id = $1 and sequence > 8", ["missing 9"]],
    [
      "批量中的一项",
      "update journal_item set payload = '{\"item\":99}' where zone_id = $1 and sequence = 5 and position = 3",
      ["edited 5"],
    ],
    ["批量少一项", "delete from journal_item where zone_id = $1 and sequence = 5 and position = 7", ["missing 5"]],
    ["个人信息被换", 'update journal_personal set payload = \'{"phone":"0"}\' where zone_id = $1', ["edited 8"]],
    ["链头被改", "update journal_head set hash = repeat('a', 64) where zone_id = $1", ["head 10"]],
  ])("%s", async (_name, statement, expected) => {
    await tamper(statement);
    expect(await found()).toEqual(expected);
  });

  test("对调两条", async () => {
    await tamper("update journal_entry set sequence = sequence + 1000 where zone_id = $1 and sequence in (3, 7)");
    await tamper("update journal_entry set sequence = case sequence when 1003 then 7 else 3 end where zone_id = $1 and sequence > 1000");
    expect((await found()).filter((finding) => finding.startsWith("reordered"))).toEqual(["reordered 3", "reordered 7"]);
  });

  test("整条换掉并重算了它自己的哈希：下一条接不上", async () => {
    await tamper("update journal_entry set payload = '{}' where zone_id = $1 and sequence = 4");
    await tamper("update journal_entry e set hash = journal_hash(e) where zone_id = $1 and sequence = 4");
    expect(await found()).toEqual(["edited 4"]);
  });

  test("插进一条：哈希不符", async () => {
    await tamper("update journal_head set sequence = 11 where zone_id = $1");
    await tamper(`insert into journal_entry (zone_id, sequence, at, actor_id, role, operation, payload, previous_hash, hash)
      select zone_id, 11, now(), 'x', 'x', 'forged', '{}', hash, repeat('b', 64) from journal_entry where zone_id = $1 and sequence = 10`);
    expect(await found()).toEqual(["edited 11", "head 11"]);
  });
});

test("个人信息依法删除之后，链仍然完好", async () => {
  const removed = await database.uow.run(auditor, {}, (tx) =>
    tx.deleteFrom("journal_personal").where("zone_id", "=", zoneId).executeTakeFirst(),
  );
  expect(removed.numDeletedRows).toBe(1n);
  expect(await found()).toEqual([]);
});

test("二十个并发命令：一条不缺，一条不重", async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      database.uow.run(auditor, {}, async (tx) => appendToJournal(tx, { operation: "test.parallel", subject: String(number) })),
    ),
  );
  expect(await verify()).toMatchObject({ entries: 30, findings: [] });
});

test("程序与数据库对任何内容算出同一个哈希", async () => {
  const line = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll(/[\r\n\0]/g, ""));
  const entry = fc.record({
    sequence: fc.integer({ min: 1 }),
    at: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    actorId: line,
    role: line,
    origin: line,
    operation: line,
    subject: line,
    payload: fc.jsonValue().map((value) => JSON.stringify(value).replaceAll("\\u0000", "")),
    items: fc.nat(),
    itemsRoot: line,
    personalDigest: line,
    previousHash: line,
  });
  await fc.assert(
    fc.asyncProperty(entry, async (given) => {
      const hashed: HashedEntry = { ...given, zoneId, at: given.at.toISOString() };
      const [row] = await database.tamper(
        "select journal_hash(row($1::uuid, $2::bigint, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10::bigint, $11, $12, $13, '')::journal_entry) as hash",
        [
          zoneId,
          given.sequence,
          hashed.at,
          given.actorId,
          given.role,
          given.origin,
          given.operation,
          given.subject,
          given.payload,
          given.items,
          given.itemsRoot,
          given.personalDigest,
          given.previousHash,
        ],
      );
      expect(row?.["hash"]).toBe(hashEntry(hashed));
    }),
    { numRuns: 200 },
  );
});
