import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { journalOperations, KeptDigests } from "#domains/system/contract/journal-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";

const {
  listDigests,
  downloadDigests,
  signJournal,
  rotateJournalKey,
  compareDigests,
  cutJournal,
  verifyJournal,
  searchJournal,
  listJournalItems,
} = journalOperations;
let at: TestServer;
let audit: Account;
let security: Account;

beforeAll(async () => {
  at = await createTestServer();
  audit = at.account("audit_administrator");
  security = at.account("security_administrator");
  for (const name of ["一局", "二局", "三局"])
    await at.done(at.account("system_administrator"), systemOperations.createDepartment, { name });
});
afterAll(() => at.close());

const kept = async () => KeptDigests.parse(JSON.parse((await at.call(audit, downloadDigests, {})).text));
const compare = (file: unknown) =>
  at.done(audit, compareDigests, {}, { files: [{ name: "kept.json", bytes: Buffer.from(JSON.stringify(file)) }] });

describe("签名摘要", () => {
  test("审计管理员签名，安全管理员换钥，各管各的；页面说得出各能做什么", async () => {
    const digest = await at.done(audit, signJournal, {});
    expect(digest).toMatchObject({ number: 1, firstEntry: 1, suite: "sha256-ed25519" });
    expect(await at.refused(security, signJournal, {})).toMatchObject({ status: 403 });
    expect(await at.refused(audit, rotateJournalKey, { suite: "sm3-sm2", reason: "改用国密" })).toMatchObject({ status: 403 });
    expect((await at.done(security, rotateJournalKey, { suite: "sm3-sm2", reason: "改用国密" }, { key: "rotate" })).suite).toBe("sm3-sm2");
    expect((await at.done(audit, signJournal, {})).suite).toBe("sm3-sm2");
    const seen = await at.done(security, listDigests, {});
    expect(seen.items.map(({ number }) => number)).toEqual([2, 1]);
    expect(seen.keys.map(({ suite }) => suite)).toEqual(["sha256-ed25519", "sm3-sm2"]);
    expect(seen.abilities).toMatchObject({ rotate: { allowed: true }, sign: { allowed: false } });
    expect((await at.done(audit, verifyJournal, {})).chains).toMatchObject([{ digests: 2 }]);
  });

  test("换钥留痕，回复与日志里都没有私钥", async () => {
    const entries = await at.done(audit, searchJournal, { operation: "system.rotateJournalKey" });
    expect(entries.items).toMatchObject([{ after: { suite: "sm3-sm2", reason: "改用国密" } }]);
    expect(JSON.stringify([entries, await at.done(audit, listDigests, {})])).not.toMatch(/PRIVATE|sealed/);
    expect((await at.done(audit, searchJournal, { operation: "system.signJournal" })).items).toHaveLength(2);
  });

  test("另存的摘要与库里一致；整库带密钥重做之后，凭另存的查得出", async () => {
    const file = await kept();
    expect(file.digests).toHaveLength(2);
    expect(await compare(file)).toEqual({ ok: true, compared: 2, findings: [] });
    // Whoever holds the secret as well signs a history of his own.
    const zone = [at.database.zoneId];
    const [was] = await at.database.tamper("select to_jsonb(d) row from journal_digest d where zone_id = $1 and number = 2", zone);
    await at.database.tamper("update journal_digest set root = repeat('b', 64) where zone_id = $1 and number = 2", zone);
    const report = await compare(file);
    expect(report).toMatchObject({ ok: false, findings: [{ sequence: file.digests[1]?.firstEntry }] });
    expect(report.findings[0]?.detail.zh).toContain("另存的第 2 号摘要");
    await at.database.tamper("update journal_digest set root = $2 where zone_id = $1 and number = 2", [
      ...zone,
      (was?.["row"] as { readonly root: string } | undefined)?.root,
    ]);
  });

  test("文件不是摘要、被改过、是别的园区的，各有一句话", async () => {
    const refused = async (file: unknown, account = audit) =>
      (await at.refused(account, compareDigests, {}, { files: [{ name: "x.json", bytes: Buffer.from(JSON.stringify(file)) }] })).code;
    const file = await kept();
    expect(await refused({ hello: 1 })).toBe("digests.not-a-file");
    expect(await refused({ ...file, digests: file.digests.map((one) => ({ ...one, lastEntry: one.lastEntry + 1 })) })).toBe(
      "digests.file-changed",
    );
    expect(await refused(file, at.account("audit_administrator", "second"))).toBe("digests.other-zone");
  });

  test("未满十二个月的段清理不了，不存在的号是 404", async () => {
    expect(await at.refused(audit, cutJournal, { digest: 1, reason: "存储不足" })).toMatchObject({
      status: 409,
      code: "digests.too-young",
    });
    expect(await at.refused(audit, cutJournal, { digest: 99, reason: "存储不足" })).toMatchObject({ status: 404 });
    expect(await at.refused(security, cutJournal, { digest: 1, reason: "存储不足" })).toMatchObject({ status: 403 });
  });

  test("夜里的任务给每条链各签一号", async () => {
    await at.database.uow.run(at.database.actor("system_administrator", { zoneId: at.database.otherZoneId }), {}, (tx) =>
      enqueueJob(tx, { kind: "system.sign-journal", title: { zh: "签名", en: "Sign" }, payload: {} }),
    );
    await at.worker.drain();
    const other = at.account("audit_administrator", "second");
    expect((await at.done(other, listDigests, {})).items).toHaveLength(1);
    expect((await at.done(other, verifyJournal, {})).findings).toEqual([]);
  });
});

describe("查阅", () => {
  test("按人、岗位、操作、对象查；别的园区的链查不到", async () => {
    const system = at.account("system_administrator");
    const find = async (filter: { readonly [name: string]: string }) => (await at.done(audit, searchJournal, filter as never)).items.length;
    expect(await find({ who: system.personId })).toBe(3);
    expect(await find({ who: system.name })).toBe(3);
    expect(await find({ who: "查无此人" })).toBe(0);
    expect(await find({ role: "security_administrator" })).toBe(1);
    expect(await find({ operation: "system.createDepartment" })).toBe(3);
    expect(await find({ operation: "createDepartment" })).toBe(3);
    expect(await find({ subject: "department" })).toBe(3);
    const [one] = (await at.done(audit, searchJournal, { subject: "department" })).items;
    expect(await find({ subject: one?.subject ?? "" })).toBe(1);
    expect(await find({ chain: "first", subject: "department" })).toBe(3);
    expect(await at.refused(audit, searchJournal, { chain: "second" })).toMatchObject({ status: 404, code: "journal.chain-unknown" });
    expect(await at.refused(audit, searchJournal, { chain: "system" })).toMatchObject({ status: 404 });
    expect((await at.done(audit, listJournalItems, { sequence: 1 })).items).toEqual([]);
  });
});
