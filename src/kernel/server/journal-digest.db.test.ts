import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import { digestStatement, listDigests, listKeys, rotateKey, signDigest } from "#kernel/server/journal-digest.ts";
import { SUITE_NAMES, SUITES } from "#kernel/server/journal-suite.ts";
import { secretBoxes } from "#kernel/server/secret-box.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { appendToJournal, createUnitOfWork } from "#kernel/server/unit-of-work.ts";
import { verifyJournal } from "#kernel/server/verify-journal.ts";

let database: TestDatabase;
let zoneId: string;
let otherZone: string;
let auditor: Actor;
let now = new Date("2026-03-02T02:00:00Z");
const boxes = secretBoxes("the secret of this installation");
const uow = () => createUnitOfWork(database.db, () => now);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const write = async (actor: Actor, count: number) => {
  for (let number = 1; number <= count; number++)
    await uow().run(actor, { origin: "127.0.0.1" }, async (tx) =>
      appendToJournal(tx, {
        operation: "test.change",
        subject: `thing:${number}`,
        after: { number },
        ...(number === 2 ? { items: [{ item: 1 }, { item: 2 }] } : {}),
        ...(number === 3 ? { personal: { phone: "13800000000" } } : {}),
      }),
    );
};
const sign = (through: "now" | "yesterday" = "now") => uow().run(auditor, {}, (tx) => signDigest(tx, boxes, through));
const verify = (zone = zoneId) =>
  uow().run({ ...auditor, zoneId: zone }, { readOnly: true }, (tx) => verifyJournal(tx, zone, { boxes, zones: [zoneId, otherZone] }));
const tamper = (statement: string, ...values: unknown[]) => database.tamper(statement, [zoneId, ...values]);
const found = async () => (await verify()).findings.map(({ code, sequence }) => `${code} ${sequence}`);

/** A chain of eight under two digests: one over 1–5, whose signing is entry 6, one over 6–8, whose signing is entry 9. */
beforeEach(async () => {
  now = new Date("2026-03-02T02:00:00Z");
  [zoneId, otherZone] = [randomUUID(), randomUUID()];
  for (const id of [zoneId, otherZone])
    await database.tamper("insert into zone (id, slug, name) values ($1, $2, '测试区')", [id, `z${id.slice(0, 8)}`]);
  auditor = database.actor("audit_administrator", { zoneId });
  await write(auditor, 5);
  await sign();
  await write(auditor, 2);
  await sign();
  await write({ ...auditor, zoneId: otherZone }, 9);
});

test("完好的链与签名摘要：都对得上，末号摘要覆盖到第 8 条", async () => {
  expect(await verify()).toMatchObject({ entries: 9, digests: 2, signedTo: 8, removed: 0, findings: [] });
});

test("摘要接着摘要：号数、起止条目相连，签名人人可验", async () => {
  const { keys, digests } = await uow().run(auditor, {}, async (tx) => ({
    keys: await listKeys(tx, zoneId),
    digests: await listDigests(tx, zoneId),
  }));
  expect(digests.map(({ number, firstEntry, lastEntry }) => [number, firstEntry, lastEntry])).toEqual([
    [2, 6, 8],
    [1, 1, 5],
  ]);
  const [key, digest] = [keys[0], digests[0]];
  if (!key || !digest) throw new Error("none");
  expect(SUITES["sha256-ed25519"].verify(key.publicKey, digestStatement(zoneId, digest), digest.signature)).toBe(true);
});

test("私钥不以明文存放，普通岗位的事务连密文也读不到", async () => {
  const [row] = await tamper("select sealed from journal_key_secret where zone_id = $1");
  expect(String(row?.["sealed"])).not.toContain("PRIVATE KEY");
  const read = (actor: Actor) =>
    uow().run(actor, { readOnly: true }, (tx) =>
      tx.selectFrom("journal_key_secret").select("key_id").where("zone_id", "=", zoneId).execute(),
    );
  expect(await read(database.actor("promotion", { zoneId }))).toEqual([]);
  expect(await read(database.actor("leadership", { zoneId }))).toEqual([]);
  expect(await read(auditor)).toHaveLength(1);
});

describe("重算整条链也骗不过签名摘要", () => {
  /** As somebody would who owns the database: every hash from there on and the head made anew. */
  const rewrite = (sequence: number) =>
    database.tamper(`do $$ declare e journal_entry; begin
        for e in select * from journal_entry where zone_id = '${zoneId}' and sequence >= ${sequence} order by sequence loop
          e.previous_hash := coalesce((select hash from journal_entry where zone_id = e.zone_id and sequence = e.sequence - 1), repeat('0', 64));
          e.hash := journal_hash(e);
          update journal_entry set previous_hash = e.previous_hash, hash = e.hash where zone_id = e.zone_id and sequence = e.sequence;
        end loop;
        update journal_head set hash = (select hash from journal_entry where zone_id = '${zoneId}' order by sequence desc limit 1) where zone_id = '${zoneId}';
      end $$`);

  test("改内容：指到哪几号摘要", async () => {
    await database.tamper("update journal_entry set payload = '{}' where zone_id = $1 and sequence = 7", [zoneId]);
    await rewrite(6);
    expect(await found()).toEqual(["journal.digest-differs 6"]);
    await database.tamper("update journal_entry set payload = '{}' where zone_id = $1 and sequence = 2", [zoneId]);
    await rewrite(1);
    expect(await found()).toEqual(["journal.digest-differs 1", "journal.digest-differs 6"]);
  });
  test("删去末尾并把链头拨回：缺哪几条说得出", async () => {
    await tamper("delete from journal_entry where zone_id = $1 and sequence > 6");
    await tamper(
      "update journal_head set sequence = 6, hash = (select hash from journal_entry where zone_id = $1 and sequence = 6) where zone_id = $1",
    );
    expect(await found()).toContain("journal.signed-missing 7");
  });

  test("只把链头拨回", async () => {
    await tamper(
      "update journal_head set sequence = 6, hash = (select hash from journal_entry where zone_id = $1 and sequence = 6) where zone_id = $1",
    );
    expect(await found()).toEqual(["journal.head-differs 9"]);
  });

  test("插进一条，后面全部顺移重算", async () => {
    await tamper("update journal_entry set sequence = sequence + 1000 where zone_id = $1 and sequence >= 4");
    await tamper("update journal_entry set sequence = sequence - 999 where zone_id = $1 and sequence >= 1000");
    await tamper(`insert into journal_entry (zone_id, sequence, at, actor_id, role, operation, payload, previous_hash, hash)
      select zone_id, 4, at, 'x', 'x', 'forged', '{}', '', '' from journal_entry where zone_id = $1 and sequence = 3`);
    await tamper("update journal_head set sequence = 10 where zone_id = $1");
    await rewrite(1);
    expect(await found()).toEqual(expect.arrayContaining(["journal.digest-differs 1", "journal.digest-differs 6"]));
  });
});

describe("逐条的手脚", () => {
  test("两条的内容对换", async () => {
    await tamper(`update journal_entry e set payload = o.payload from journal_entry o
      where e.zone_id = $1 and o.zone_id = $1 and (e.sequence, o.sequence) in ((4, 5), (5, 4))`);
    expect(await found()).toEqual(["journal.entry-edited 4", "journal.entry-edited 5"]);
  });
  test("别的园区的一条移进来：说得出从哪来", async () => {
    await tamper("delete from journal_entry where zone_id = $1 and sequence = 8");
    await tamper("update journal_entry set zone_id = $1 where zone_id = $2 and sequence = 8", otherZone);
    const report = await verify();
    expect(report.findings).toContainEqual({
      kind: "foreign",
      sequence: 8,
      code: "journal.entry-foreign",
      params: { sequence: 8, zone: otherZone },
    });
    expect((await verify(otherZone)).findings.map(({ code, sequence }) => `${code} ${sequence}`)).toContain("journal.entries-missing 8");
  });
  test("批量明细多塞一项、凭空塞一项", async () => {
    await tamper("insert into journal_item (zone_id, sequence, position, payload) values ($1, 2, 3, '{}'), ($1, 4, 1, '{}')");
    expect(await found()).toEqual(["journal.items-missing 2", "journal.items-missing 4"]);
  });
  test("个人信息凭空塞一条", async () => {
    await tamper("insert into journal_personal (zone_id, sequence, salt, payload) values ($1, 4, 'x', '{}')");
    expect(await found()).toEqual(["journal.personal-edited 4"]);
  });
});

describe("摘要与密钥的手脚", () => {
  test.each([
    ["改摘要", "update journal_digest set root = repeat('a', 64) where zone_id = $1 and number = 1", "journal.digest-forged 1"],
    ["改日期", "update journal_digest set day = day - 1 where zone_id = $1 and number = 2", "journal.digest-forged 6"],
    ["改签名", "update journal_digest set signature = 'AAAA' where zone_id = $1 and number = 2", "journal.digest-forged 6"],
    ["删第一号", "delete from journal_digest where zone_id = $1 and number = 1", "journal.digests-missing 6"],
    ["删末号", "delete from journal_digest where zone_id = $1 and number = 2", "journal.digests-missing 9"],
    ["换公钥", "update journal_key set public_key = 'x' where zone_id = $1", "journal.key-forged null"],
  ])("%s", async (_, statement, expected) => {
    await tamper(statement);
    expect(await found()).toContain(expected);
  });

  test("整套密钥与摘要都换成攻击者自己的：没有安装密钥，密封对不上", async () => {
    const forger = secretBoxes("another secret");
    await tamper("delete from journal_digest where zone_id = $1");
    await tamper("delete from journal_key_secret where zone_id = $1");
    await tamper("delete from journal_key where zone_id = $1");
    await uow().run(auditor, {}, (tx) => signDigest(tx, forger, "now"));
    expect(await found()).toContain("journal.key-not-ours null");
  });
});

describe.each(SUITE_NAMES)("%s", (suite) => {
  test("更换密钥之后照签照验，旧钥的私钥不再留存，旧摘要仍然验得过", async () => {
    await uow().run(auditor, {}, (tx) => rotateKey(tx, boxes, suite));
    await write(auditor, 3);
    const digest = await sign();
    expect(digest?.suite).toBe(suite);
    await uow().run(auditor, {}, (tx) => rotateKey(tx, boxes, "sha256-ed25519"));
    await sign();
    expect(await verify()).toMatchObject({ digests: 4, findings: [] });
    expect(await tamper("select key_id from journal_key_secret where zone_id = $1")).toHaveLength(1);
    expect(await tamper("select id from journal_key where zone_id = $1")).toHaveLength(3);
    await tamper("update journal_entry set payload = '{}' where zone_id = $1 and sequence = 11");
    await tamper("update journal_entry e set hash = journal_hash(e) where zone_id = $1 and sequence = 11");
    expect(await found()).toContain("journal.digest-differs 9");
  });
});

describe("每日签名", () => {
  test("签到昨天为止，一天一号；当天再签不重复；没有记录的一天也有一号", async () => {
    now = new Date("2026-03-03T00:00:00Z");
    const second = await sign("yesterday");
    // The digest of the day before was signed by hand, up to then.
    expect(second).toBeUndefined();
    now = new Date("2026-03-03T16:30:00Z");
    expect(await sign("yesterday")).toMatchObject({ number: 3, day: "2026-03-03", firstEntry: 9, lastEntry: 9 });
    expect(await sign("yesterday")).toBeUndefined();
    now = new Date("2026-03-05T00:10:00Z");
    expect(await sign("yesterday")).toMatchObject({ number: 4, day: "2026-03-04", firstEntry: 10, lastEntry: 10 });
    expect(await verify()).toMatchObject({ digests: 4, findings: [] });
  });

  test("两个服务同时来签，只出一号", async () => {
    now = new Date("2026-03-06T00:10:00Z");
    const signed = await Promise.all([sign("yesterday"), sign("yesterday"), sign("yesterday")]);
    expect(signed.filter((digest) => digest !== undefined)).toHaveLength(1);
    expect((await verify()).findings).toEqual([]);
  });
});

describe("旧段清理", () => {
  const cut = (actor: Actor, digest: number, months = 12) =>
    uow().run(actor, {}, async (tx) => {
      const { rows } = await sql<{ gone: string | null }>`select journal_cut_segment(${digest}, ${months}) gone`.execute(tx);
      const gone = rows[0]?.gone ?? null;
      if (gone !== null) appendToJournal(tx, { operation: "system.cutJournal", subject: `journal-digest:${digest}` });
      return gone;
    });
  const codes = (report: { readonly findings: readonly { readonly code: string }[] }) => report.findings.map(({ code }) => code);

  test("签名摘要满十二个月的整段可以清理，余下的照样验得过，之后的改动照样查得出", async () => {
    now = new Date("2024-03-02T02:00:00Z");
    const zone = randomUUID();
    await database.tamper("insert into zone (id, slug, name) values ($1, $2, '老区')", [zone, `z${zone.slice(0, 8)}`]);
    const old = { ...auditor, zoneId: zone };
    await write(old, 5);
    await uow().run(old, {}, (tx) => signDigest(tx, boxes, "now"));
    now = new Date("2026-03-02T02:00:00Z");
    await write(old, 4);
    await uow().run(old, {}, (tx) => signDigest(tx, boxes, "now"));
    expect(await cut(old, 2)).toBeNull();
    expect(await cut(old, 1)).toBe("5");
    expect(await verify(zone)).toMatchObject({ removed: 5, entries: 7, findings: [] });
    await database.tamper("update journal_entry set payload = '{}' where zone_id = $1 and sequence = 6", [zone]);
    expect(codes(await verify(zone))).toEqual(["journal.entry-edited"]);
  });

  test("自己删了又补一条清理标记的，查得出", async () => {
    await tamper("delete from journal_entry where zone_id = $1 and sequence <= 5");
    await tamper("delete from journal_item where zone_id = $1 and sequence <= 5");
    await tamper("delete from journal_personal where zone_id = $1 and sequence <= 5");
    await tamper("insert into journal_cut (zone_id, digest_number, last_entry, entries) values ($1, 1, 5, 5)");
    expect(await found()).toEqual(["journal.cut-unlawful 5"]);
    await uow().run(auditor, {}, async (tx) => appendToJournal(tx, { operation: "system.cutJournal", subject: "journal-digest:1" }));
    expect(await found()).toEqual(["journal.cut-unlawful 5"]);
  });

  test("不满六个月的清理不了，别的岗位清理不了，别的园区的清理不到，直接删更不行", async () => {
    await expect(cut(auditor, 1, 5)).rejects.toThrow();
    await expect(cut(database.actor("system_administrator", { zoneId }), 1)).rejects.toThrow();
    expect(await cut({ ...auditor, zoneId: otherZone }, 1)).toBeNull();
    await expect(uow().run(auditor, {}, (tx) => tx.deleteFrom("journal_entry").where("zone_id", "=", zoneId).execute())).rejects.toThrow();
    expect(await found()).toEqual([]);
  });
});
