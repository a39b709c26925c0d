import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";

const { listRefusals, listJobs, getJob, cancelJob, resumeJob, searchJournal, exportJournal, verifyJournal, createDepartment } =
  systemOperations;
let at: TestServer;
let audit: Account;
let system: Account;

beforeAll(async () => {
  at = await createTestServer();
  audit = at.account("audit_administrator");
  system = at.account("system_administrator");
});
afterAll(() => at.close());

/** A job that waits: its kind has no handler, so no worker takes it. */
const queue = (owner: Account): Promise<string> =>
  at.database.uow.run(at.database.actor("statistics", { id: owner.personId }), {}, (tx) =>
    enqueueJob(tx, { kind: "waits", title: { zh: "等待", en: "Wait" }, payload: {} }),
  );

describe("后台任务", () => {
  test("本人取消、继续；已结束的不再取消", async () => {
    const owner = at.account("statistics");
    const id = await queue(owner);
    const shown = await at.done(owner, getJob, { id });
    expect(shown).toMatchObject({ state: "queued", abilities: { cancel: { allowed: true }, resume: { allowed: false } } });
    expect((await at.done(owner, cancelJob, { id })).state).toBe("cancelled");
    expect(await at.refused(owner, cancelJob, { id })).toMatchObject({ status: 409, code: "job.not-running" });
    expect((await at.done(owner, resumeJob, { id })).state).toBe("queued");
    expect(await at.refused(owner, resumeJob, { id })).toMatchObject({ status: 409, code: "job.not-stopped" });
  });

  test("别人的任务动不了，系统管理员可以", async () => {
    const id = await queue(at.account("statistics"));
    const refusal = await at.refused(at.account("promotion"), cancelJob, { id });
    expect(refusal).toMatchObject({ status: 403, code: "access.missing-permission" });
    expect(refusal.title).toContain("system.administer");
    expect((await at.done(at.account("promotion"), getJob, { id })).abilities["cancel"]).toEqual({
      allowed: false,
      because: "missing-permission:system.administer",
    });
    expect((await at.done(system, cancelJob, { id })).state).toBe("cancelled");
  });

  test("别的园区的、不存在的都是 404；企业用户看不见别人的任务", async () => {
    const id = await queue(at.account("statistics"));
    for (const account of [at.account("system_administrator", "second"), at.account("enterprise")]) {
      expect(await at.refused(account, getJob, { id })).toMatchObject({ status: 404 });
      expect(await at.refused(account, cancelJob, { id })).toMatchObject({ status: 404 });
    }
    expect(await at.refused(system, getJob, { id: randomUUID() })).toMatchObject({ status: 404 });
    expect(await at.refused(system, getJob, { id: "1" })).toMatchObject({ status: 400 });
    expect(await at.refused(nobody, getJob, { id })).toMatchObject({ status: 401 });
  });

  test("失败的任务说得出为什么，两种语言", async () => {
    const id = await queue(at.account("statistics"));
    await at.database.tamper(`update job set state = 'failed', failure = '{"code":"job.gave-up","params":{"attempts":6}}' where id = $1`, [
      id,
    ]);
    expect((await at.done(system, getJob, { id })).message).toBe("任务连续 6 次出错，已停止。可在排除原因后从中断处继续。");
    expect((await at.done(system, getJob, { id }, { language: "en" })).message).toContain("failed 6 times");
    await at.database.tamper(
      `update job set failure = '{"code":"address.robots","params":{"address":"http://news.example/1"}}' where id = $1`,
      [id],
    );
    expect((await at.done(system, getJob, { id })).message).toContain("robots.txt 不允许");
  });

  test("列表分页、按状态筛选", async () => {
    const owner = at.account("liaison");
    await Promise.all([1, 2, 3].map(() => queue(owner)));
    const first = await at.done(owner, listJobs, { limit: 2 });
    const second = await at.done(owner, listJobs, { limit: 2, cursor: first.next ?? "" });
    expect(new Set([...first.items, ...second.items].map((job) => job.id)).size).toBe(4);
    expect((await at.done(owner, listJobs, { state: "done" })).items).toEqual([]);
    expect(await at.refused(owner, listJobs, { state: "resting" })).toMatchObject({ status: 400 });
  });
});

describe("操作日志", () => {
  test("谁、何时、从哪、办前办后都查得到；只有审计管理员看", async () => {
    await at.done(system, createDepartment, { name: "审计测试局" });
    const found = await at.done(audit, searchJournal, { q: "审计测试局" });
    expect(found.items).toHaveLength(1);
    expect(found.items[0]).toMatchObject({
      actor: system.personId,
      actorName: system.name,
      role: "system_administrator",
      from: "127.0.0.1",
      operation: "system.createDepartment",
      after: { name: "审计测试局" },
    });
    const today = found.items[0]?.at.slice(0, 10);
    expect((await at.done(audit, searchJournal, { operation: "createDepartment", from: "2020-01-01" as never })).items).toHaveLength(1);
    expect((await at.done(audit, searchJournal, { to: "2020-01-01" as never })).items).toEqual([]);
    expect(today).toMatch(/^20/);
    expect(await at.refused(system, searchJournal, {})).toMatchObject({ status: 403 });
    expect(await at.refused(audit, searchJournal, { cursor: "前面" })).toMatchObject({ status: 400 });
    expect(await at.refused(audit, searchJournal, { from: "昨天" })).toMatchObject({ status: 400 });
    expect((await at.done(at.account("audit_administrator", "second"), searchJournal, { q: "审计测试局" })).items).toEqual([]);
  });

  test("分页续得上", async () => {
    for (const name of ["分页一局", "分页二局", "分页三局"]) await at.done(system, createDepartment, { name });
    const first = await at.done(audit, searchJournal, { limit: 2 });
    const second = await at.done(audit, searchJournal, { limit: 2, cursor: first.next ?? "" });
    const sequences = [...first.items, ...second.items].map((entry) => entry.sequence);
    expect(sequences).toEqual(sequences.toSorted((one, other) => other - one));
    expect(new Set(sequences).size).toBe(4);
  });

  test("导出的表格里没有公式", async () => {
    await at.done(system, createDepartment, { name: `=HYPERLINK("http://x")` });
    await at.database.tamper("update person set name = '@SUM(A1)' where id = $1", [system.personId]);
    const file = await at.call(audit, exportJournal, {});
    expect(file.headers["content-type"]).toContain("text/csv");
    expect(file.headers["content-disposition"]).toContain("attachment");
    const cells = Papa.parse<string[]>(file.text.replace(/^\ufeff/, "")).data.flat();
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(file.text).toContain("'@SUM(A1)");
  });

  test("完好的链通得过；改一条、删一条都指得出来", async () => {
    expect(await at.done(audit, verifyJournal, {})).toMatchObject({ ok: true, findings: [] });
    const [edited] = await at.database.tamper(
      "update journal_entry set payload = replace(payload, '分页一局', '分页九局') where zone_id = $1 and payload like '%分页一局%' returning sequence",
      [at.database.zoneId],
    );
    const report = await at.done(audit, verifyJournal, {});
    expect(report).toMatchObject({ ok: false, findings: [{ kind: "edited", sequence: Number(edited?.["sequence"]) }] });
    expect(report.findings[0]?.detail.zh).toContain("被改动");
    await at.database.tamper("delete from journal_entry where zone_id = $1 and sequence = $2", [at.database.zoneId, edited?.["sequence"]]);
    const gap = await at.done(audit, verifyJournal, {});
    expect(gap.findings.map((finding) => finding.kind)).toEqual(["missing"]);
    expect((await at.done(at.account("audit_administrator", "second"), verifyJournal, {})).ok).toBe(true);
  });
});

describe("被拒绝的操作", () => {
  test("越权的尝试留痕，审计管理员看得到是谁、做什么", async () => {
    const liaison = at.account("liaison");
    expect(await at.refused(liaison, createDepartment, { name: "越权新建局" })).toMatchObject({ status: 403 });
    const { items } = await at.done(audit, listRefusals, { actor: liaison.personId });
    expect(items[0]).toMatchObject({
      operation: "system.createDepartment",
      role: "liaison",
      code: "access.missing-permission",
      actorName: liaison.name,
    });
    expect(await at.refused(liaison, listRefusals, {})).toMatchObject({ status: 403 });
  });
});
