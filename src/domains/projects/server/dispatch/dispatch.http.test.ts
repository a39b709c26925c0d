import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { type DispatchRecords, furnishDispatch } from "#apps/test-zone-dispatch.ts";
import { dispatchOperations } from "#domains/projects/contract/dispatch-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";

const { openMeeting, closeResolution, downloadClosing, downloadMinutes, extendResolution, planMeeting, reviewMinutes } = dispatchOperations;
const { dispatchAgenda, listResolutions, markAttendance } = dispatchOperations;

let at: TestServer;
let records: DispatchRecords;
beforeAll(async () => {
  at = await createTestServer();
  const { id } = await at.done(
    at.account("promotion"),
    registerOperations.registerProject,
    {
      name: "功率器件项目",
      enterprise: "功率器件公司",
      category: "industry",
      plannedTotalYuan: "600000000",
      contractNumber: "合同一号",
      signedOn: "2024-03-10",
    },
    { key: "project" },
  );
  records = await furnishDispatch(at, "first", id);
});
afterAll(() => at.close());

describe("调度会的接口", () => {
  test("没有登录 401，企业 403，没有这次会 404，编号不是编号 400", async () => {
    const meeting = { meetingId: records.meeting };
    expect((await at.refused(nobody, openMeeting, meeting)).status).toBe(401);
    expect((await at.refused(at.account("enterprise"), openMeeting, meeting)).status).toBe(403);
    expect(await at.refused(at.account("statistics"), openMeeting, { meetingId: randomUUID() })).toMatchObject({
      status: 404,
      code: "projects.no-such-meeting",
    });
    expect((await at.refused(at.account("statistics"), openMeeting, { meetingId: "第三次" })).status).toBe(400);
  });

  test("能力随记录一起来：统计岗看得到，不能记录；原因写明", async () => {
    const view = await at.done(at.account("statistics"), openMeeting, { meetingId: records.meeting });
    expect(view.abilities["note"]).toEqual({ allowed: false, because: "missing-permission:projects.dispatch" });
    expect(view.agenda.frozen).toBe(true);
  });

  test("审批窗口不能安排会议 403；非工作日 400，句子里有改到哪天", async () => {
    const input = { heldOn: "2030-10-01", chairId: at.account("leadership").personId, place: "一号会议室" };
    expect((await at.refused(at.account("approval_window"), planMeeting, input, { key: "window" })).status).toBe(403);
    const refused = await at.refused(at.account("task_force"), planMeeting, input, { key: "rest" });
    expect([refused.status, refused.code]).toEqual([400, "projects.meeting-not-a-workday"]);
    expect(refused.title).toMatch(/^2030-10-01 不是工作日：.*例如 2030-10-\d\d。$/);
  });

  test("旧的版本号 409；别人的议定事项 409 并说明谁可以", async () => {
    const one = { resolutionId: records.resolution, evidence: "凭证若干" };
    expect(await at.refused(at.account("task_force"), closeResolution, { ...one, version: 1 }, { key: "old" })).toMatchObject({
      status: 409,
      code: "record.changed",
    });
    const other = await at.refused(at.account("statistics"), closeResolution, { ...one, version: 2 }, { key: "other", language: "en" });
    expect([other.status, other.title]).toEqual([
      409,
      "This is not possible now: only its owner, the lead of the task force or the chair may close it.",
    ]);
    expect(
      (await at.refused(at.account("task_force"), closeResolution, { ...one, version: 2, evidence: "无" }, { key: "bare" })).status,
    ).toBe(400);
  });

  test("同一个键办结两次，只办一次，文件原样取回", async () => {
    const input = { resolutionId: records.resolution, version: 2, evidence: "验收记录已签" };
    const files = [{ name: "验收记录.txt", bytes: new TextEncoder().encode("验收记录") }];
    const first = await at.done(at.account("task_force"), closeResolution, input, { key: "close-twice", files });
    expect(await at.done(at.account("task_force"), closeResolution, input, { key: "close-twice", files })).toEqual(first);
    const file = await at.call(at.account("statistics"), downloadClosing, { resolutionId: records.resolution });
    expect([file.status, file.bytes.toString()]).toEqual([200, "验收记录"]);
    expect(file.headers["content-disposition"]).toContain(encodeURIComponent("验收记录"));
    expect(
      (await at.refused(at.account("leadership"), extendResolution, { ...input, to: "2090-01-04", reason: "再等等" } as never)).status,
    ).toBe(400);
    const late = { resolutionId: records.resolution, version: first.version, to: "2090-01-04", reason: "再等等" };
    expect((await at.refused(at.account("leadership"), extendResolution, late)).code).toBe("projects.refused.resolution-closed");
  });

  test("出席里混进名单外的人：整次登记不算", async () => {
    const present = (personId: string) => ({ personId, status: "PRESENT" as const });
    const marks = [present(at.account("leadership").personId), present(at.account("bank").personId)];
    const refused = await at.refused(at.account("task_force"), markAttendance, { meetingId: records.meeting, marks });
    expect([refused.status, refused.code]).toEqual([409, "projects.not-invited"]);
  });

  test("纪要：没有审定权的岗位 403；领导审定后 Word、PDF 都可下载，语言随要求", async () => {
    const input = { meetingId: records.meeting, edition: 1, version: 1, approve: true };
    expect((await at.refused(at.account("task_force"), reviewMinutes, input)).status).toBe(403);
    const done = await at.done(at.account("leadership"), reviewMinutes, input);
    expect(done.meeting.state).toBe("MINUTED");
    for (const [format, start, mime] of [
      ["docx", "PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
      ["pdf", "%PDF-", "application/pdf"],
    ] as const) {
      const reply = await at.call(at.account("statistics"), downloadMinutes, { meetingId: records.meeting, format, language: "en" });
      expect([reply.status, reply.headers["content-type"], reply.bytes.subarray(0, start.length).toString()]).toEqual([200, mime, start]);
      expect(String(reply.headers["content-disposition"])).toContain("dispatch-minutes");
    }
    expect((await at.refused(at.account("statistics"), downloadMinutes, { meetingId: records.meeting, edition: 9 })).status).toBe(404);
  });

  test("议程与议定事项任何委员会岗位都看得到；不认识的筛选 400", async () => {
    expect((await at.done(at.account("liaison"), dispatchAgenda, {})).frozen).toBe(false);
    const page = await at.done(at.account("payer"), listResolutions, { limit: 1 });
    expect([page.items.length, page.total]).toEqual([1, 2]);
    const rest = await at.done(at.account("payer"), listResolutions, { limit: 1, cursor: page.next ?? "" });
    expect([rest.items.length, rest.next]).toEqual([1, null]);
    expect((await at.refused(at.account("payer"), listResolutions, { state: "LATE" })).status).toBe(400);
  });
});
