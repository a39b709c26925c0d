import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { AgendaView, MeetingProposal, MeetingView, ResolutionView } from "#domains/projects/contract/dispatch-operations.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

type Meeting = z.output<typeof MeetingView>;
type Agenda = z.output<typeof AgendaView>;
type Resolution = z.output<typeof ResolutionView>;
type Paper = { readonly name: string; readonly bytes: Uint8Array };

let at: TestProjects;
let leader: Actor;
let head: Actor;
let force: Actor;
let promotion: Actor;
/** Red on every day of June: it should have started in January. */
let late: string;
let issueId: string;

/** As they stand in the zone's list of people. */
let names: ReadonlyMap<string, string>;
const nameOf = (actor: Actor): string => names.get(actor.id) ?? "";

const on = (today: string) => ({ today });
const open = (meetingId: string, today: string): Promise<Meeting> => at.call(force, "openMeeting", { meetingId }, on(today));
const agenda = (today: string): Promise<Agenda> => at.call(force, "dispatchAgenda", {}, on(today));
const convene = async (meetingId: string, today: string): Promise<Meeting> =>
  at.call(force, "conveneMeeting", { meetingId, version: (await open(meetingId, today)).meeting.version }, on(today));

beforeAll(async () => {
  at = await createTestProjects();
  leader = await at.person("leadership");
  head = await at.person("department_head");
  force = await at.person("task_force");
  promotion = await at.person("promotion");
  const people = await at.database.tamper("select id, name from person where zone_id = $1", [at.database.zoneId]);
  names = new Map(people.map((row) => [String(row["id"]), String(row["name"])]));
  late = await at.project(
    promotion,
    { name: "迟迟不开工的项目", plan: [{ kind: "start", plannedOn: "2026-01-10" as never }] },
    "2026-01-05",
  );
  await at.call(leader, "formTaskForce", { id: late, leadId: head.id, members: [{ personId: force.id, duty: "手续" }] }, on("2026-05-06"));
  await at.call(leader, "recolour", {}, on("2026-06-01"));
  const issue = await at.call<{ id: string; version: number }>(
    force,
    "addTask",
    { id: late, kind: "issue", title: "高压线未迁", ownerId: force.id, dueOn: "2026-12-31" },
    on("2026-06-01"),
  );
  issueId = issue.id;
  await at.call(force, "escalateIssue", { taskId: issueId, version: 1, to: "department", reason: "涉及电力" }, on("2026-06-03"));
});
afterAll(() => at.database.close());

let meeting: Meeting;
const itemOf = (view: Meeting, source: string) => {
  const found = view.agenda.items.find((item) => item.source === source);
  if (found?.id == null) throw new Error(`no frozen item of ${source}`);
  return { ...found, id: found.id };
};

describe("一次调度会，从安排到纪要审定", () => {
  test("没有安排时也看得到议程：红灯项目与卡点问题自己上来", async () => {
    const proposal = await at.call<z.output<typeof MeetingProposal>>(force, "nextMeeting", {}, on("2026-06-15"));
    expect(proposal).toMatchObject({ weekday: 2, heldOn: "2026-06-16", movedFrom: null, planned: null });
    const fresh = await agenda("2026-06-15");
    expect([fresh.frozen, fresh.heldOn, fresh.asOf]).toEqual([false, "2026-06-16", "2026-06-15"]);
    expect(fresh.items.map(({ source, title, owner }) => [source, title, owner?.name])).toEqual([
      ["red", "迟迟不开工的项目", nameOf(head)],
      ["issue", "高压线未迁", nameOf(force)],
    ]);
    expect(fresh.items[0]?.reason.zh).toMatch(/^红灯（自2026年6月1日（周一）起）：.*未开工/);
    expect(fresh.items[1]?.reason.zh).toBe("卡在部门，已10个工作日");
  });

  test.each([
    ["2026-06-14", "projects.meeting-in-past"],
    ["2026-06-19", "projects.meeting-not-a-workday"],
    ["2026-06-20", "projects.meeting-not-a-workday"],
  ])("不能安排在 %s：%s", async (heldOn, code) => {
    await expect(
      at.call(force, "planMeeting", { heldOn, chairId: leader.id, place: "管委会一号会议室" }, on("2026-06-15")),
    ).rejects.toMatchObject({ code });
  });

  test("按例会日安排；同一天不排两次；主持人须是园区的人", async () => {
    meeting = await at.call(force, "planMeeting", { chairId: leader.id, place: "管委会一号会议室" }, on("2026-06-15"));
    expect(meeting.meeting).toMatchObject({ year: 2026, number: 1, heldOn: "2026-06-16", state: "PLANNED", provisional: false });
    await expect(
      at.call(force, "planMeeting", { heldOn: "2026-06-16", chairId: leader.id, place: "线上" }, on("2026-06-15")),
    ).rejects.toMatchObject({ code: "projects.meeting-that-day" });
    await expect(
      at.call(force, "planMeeting", { heldOn: "2026-06-17", chairId: late, place: "线上" }, on("2026-06-15")),
    ).rejects.toMatchObject({ code: "projects.no-such-person" });
    expect(meeting.attendance.map(({ person, capacity, status }) => [person.id, capacity, status])).toEqual([
      [leader.id, "chair", "INVITED"],
      [head.id, "lead", "INVITED"],
      [force.id, "owner", "INVITED"],
    ]);
  });

  test("会前增减议题都留理由；不上会的仍在议程里", async () => {
    const meetingId = meeting.meeting.id;
    await at.call(force, "addAgendaItem", { meetingId, title: "听取用电保障", reason: "迎峰度夏" }, on("2026-06-15"));
    const key = `issue:${issueId}`;
    const dropped = await at.call<Meeting>(
      force,
      "changeAgendaItem",
      { meetingId, key, change: "drop", reason: "另行专题研究" },
      on("2026-06-15"),
    );
    const item = dropped.agenda.items.find((one) => one.key === key);
    expect([item?.change, item?.changeReason, item?.changedBy, item?.ordinal]).toEqual(["drop", "另行专题研究", force.name, null]);
    await expect(
      at.call(force, "changeAgendaItem", { meetingId, key: "issue:没有这个", change: "drop", reason: "另议" }, on("2026-06-15")),
    ).rejects.toMatchObject({ code: "projects.no-such-item" });
    const kept = await at.call<Meeting>(
      force,
      "changeAgendaItem",
      { meetingId, key, change: "keep", reason: "分管领导要求上会" },
      on("2026-06-15"),
    );
    expect(kept.agenda.items.find((one) => one.key === key)?.ordinal).toBe(2);
  });

  test("不到日子不能召开；召开之后议程不再变", async () => {
    const meetingId = meeting.meeting.id;
    await expect(convene(meetingId, "2026-06-15")).rejects.toMatchObject({ code: "projects.refused.missing:meeting-day" });
    meeting = await convene(meetingId, "2026-06-16");
    expect(meeting.meeting.state).toBe("CONVENED");
    const before = meeting.agenda.items.map(({ key, reason }) => [key, reason.zh]);
    await at.call(force, "closeTask", { taskId: issueId, version: 2, note: "电力公司已迁改" }, on("2026-06-17"));
    const later = await open(meetingId, "2026-06-18");
    expect(later.agenda.frozen).toBe(true);
    expect(later.agenda.asOf).toBe("2026-06-16");
    expect(later.agenda.items.map(({ key, reason }) => [key, reason.zh])).toEqual(before);
  });

  test("讨论、议定：责任人带出其部门，期限不能在过去", async () => {
    const item = itemOf(meeting, "red");
    meeting = await at.call(
      force,
      "noteAgendaItem",
      { itemId: item.id, version: item.version, notes: "企业图审未过，建管局牵头会商。" },
      on("2026-06-16"),
    );
    await expect(
      at.call(force, "noteAgendaItem", { itemId: item.id, version: item.version, notes: "旧的一页" }, on("2026-06-16")),
    ).rejects.toMatchObject({ code: "record.changed" });
    await expect(
      at.call(force, "addResolution", { itemId: item.id, text: "完成图审", ownerId: force.id, dueOn: "2026-06-15" }, on("2026-06-16")),
    ).rejects.toMatchObject({ code: "projects.due-before-today" });
    for (const [text, ownerId, dueOn] of [
      ["完成施工图审查", force.id, "2026-06-19"],
      ["落实临时用电", head.id, "2026-06-26"],
      ["协调进场道路", force.id, "2026-07-10"],
    ] as const)
      meeting = await at.call(force, "addResolution", { itemId: item.id, text, ownerId, dueOn }, on("2026-06-16"));
    expect(itemOf(meeting, "red").resolutions.map(({ code }) => code)).toEqual(["2026-1-1", "2026-1-2", "2026-1-3"]);
  });

  test("出席：缺席写理由，代会写何人，主持人须在", async () => {
    const meetingId = meeting.meeting.id;
    const mark = (marks: readonly object[]) => at.call<Meeting>(force, "markAttendance", { meetingId, marks }, on("2026-06-16"));
    await expect(mark([{ personId: head.id, status: "ABSENT" }])).rejects.toMatchObject({ code: "projects.absence-reason" });
    await expect(mark([{ personId: head.id, status: "REPRESENTED", reason: "出差" }])).rejects.toMatchObject({
      code: "projects.represented-by",
    });
    await expect(mark([{ personId: leader.id, status: "ABSENT", reason: "出差" }])).rejects.toMatchObject({ code: "projects.chair-stays" });
    await expect(mark([{ personId: promotion.id, status: "PRESENT" }])).rejects.toMatchObject({ code: "projects.not-invited" });
    await at.call(force, "inviteToMeeting", { meetingId, personId: promotion.id }, on("2026-06-16"));
    await expect(at.call(force, "inviteToMeeting", { meetingId, personId: promotion.id }, on("2026-06-16"))).rejects.toMatchObject({
      code: "projects.invited-already",
    });
    expect((await open(meetingId, "2026-06-16")).next[0]).toMatchObject({ move: "writeMinutes", missing: ["missing:attendance"] });
    meeting = await mark([
      { personId: leader.id, status: "PRESENT" },
      { personId: head.id, status: "REPRESENTED", representedBy: "副局长", reason: "出差" },
      { personId: force.id, status: "PRESENT" },
      { personId: promotion.id, status: "PRESENT" },
    ]);
    expect(meeting.abilities["writeMinutes"]).toEqual({ allowed: true });
  });

  test("纪要由起草人以外的人审定；退回须写理由，再送审为下一版", async () => {
    const meetingId = meeting.meeting.id;
    const write = (who: Actor, more: object = {}) =>
      at.call<Meeting>(who, "writeMinutes", { meetingId, version: meeting.meeting.version, ...more }, on("2026-06-16"));
    const review = (who: Actor, edition: number, approve: boolean, note = "") =>
      at.call<Meeting>(who, "reviewMinutes", { meetingId, edition, version: 1, approve, note }, on("2026-06-16"));
    meeting = await write(head);
    await expect(write(force)).rejects.toMatchObject({ code: "projects.refused.minutes-in-review" });
    await expect(review(head, 1, true)).rejects.toMatchObject({ code: "projects.refused.own-minutes" });
    await expect(review(force, 1, true)).rejects.toMatchObject({ code: "access.missing-permission" });
    await expect(review(leader, 1, false)).rejects.toMatchObject({ code: "projects.review-note" });
    meeting = await review(leader, 1, false, "补充道路一项");
    expect([meeting.meeting.state, meeting.minutes[0]?.state]).toEqual(["CONVENED", "RETURNED"]);
    meeting = await write(head, { remarks: "请各责任单位按期反馈。" });
    meeting = await review(leader, 2, true);
    expect([meeting.meeting.state, meeting.minutes.map(({ edition, state }) => [edition, state])]).toEqual([
      "MINUTED",
      [
        [2, "APPROVED"],
        [1, "RETURNED"],
      ],
    ]);
    await expect(review(leader, 2, true)).rejects.toMatchObject({ code: "record.changed" });
    await expect(write(head)).rejects.toMatchObject({ code: "projects.revision-reason" });
    expect(meeting.steps.map(({ move }) => move)).toEqual([
      "plan",
      "convene",
      "writeMinutes",
      "returnMinutes",
      "writeMinutes",
      "approveMinutes",
    ]);
  });

  test("纪要的 Word 与 PDF：题名、时间、出席、逐项议定、责任人与期限都在，没有缺字", async () => {
    const meetingId = meeting.meeting.id;
    const docx = await at.call<Paper>(force, "downloadMinutes", { meetingId, format: "docx" }, on("2026-06-20"));
    const pdf = await at.call<Paper>(force, "downloadMinutes", { meetingId, format: "pdf" }, on("2026-06-20"));
    expect(docx.name).toMatch(/项目调度会议纪要-2026年第1次-第2版\.docx$/);
    const words = (await mammoth.extractRawText({ buffer: Buffer.from(docx.bytes) })).value.replace(/\s+/g, "");
    const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf.bytes)), { mergePages: true });
    for (const paper of [words, text.replace(/\s+/g, "")]) {
      for (const part of [
        "项目调度会议纪要",
        "〔2026〕第1次",
        "时间：2026年6月16日（周二）09:00",
        "地点：管委会一号会议室",
        `主持：${nameOf(leader)}`,
        `${nameOf(head)}（由副局长代会，出差）`,
        `列席：${nameOf(promotion)}`,
        "一、迟迟不开工的项目",
        "讨论情况：企业图审未过，建管局牵头会商。",
        `（一）完成施工图审查（责任人：${nameOf(force)}，2026年6月19日（周五）前办结）`,
        "列入议程、本次未议的议题",
        "请各责任单位按期反馈。",
        `审定：${leader.name}`,
      ])
        expect(paper).toContain(part.replace(/\s/g, ""));
      expect(paper).not.toContain("〓");
      expect(paper).not.toContain("送审稿");
    }
  });

  test("英文版；旧的一版照旧可取，写明已退回", async () => {
    const meetingId = meeting.meeting.id;
    const english = await at.call<Paper>(force, "downloadMinutes", { meetingId, format: "docx", language: "en" }, on("2026-06-20"));
    const words = (await mammoth.extractRawText({ buffer: Buffer.from(english.bytes) })).value;
    for (const part of ["minutes of the project dispatch meeting", "No. 1 of 2026", "Chair: ", "due 19 Jun 2026 (Fri)", "Approved by: "])
      expect(words).toContain(part);
    const first = await at.call<Paper>(force, "downloadMinutes", { meetingId, format: "docx", edition: 1 }, on("2026-06-20"));
    expect((await mammoth.extractRawText({ buffer: Buffer.from(first.bytes) })).value).toContain("已退回，不作依据");
  });
});

describe("议定事项办到哪一步", () => {
  const list = async (today: string, more: Readonly<Record<string, unknown>> = {}): Promise<readonly Resolution[]> =>
    (await at.call<{ items: Resolution[] }>(force, "listResolutions", more, on(today))).items;
  const named = async (text: string, today: string): Promise<Resolution> => {
    const found = (await list(today)).find((one) => one.text === text);
    if (found === undefined) throw new Error(text);
    return found;
  };

  test("责任人凭证据办结，文件可取；旁人不能替他办结", async () => {
    const one = await named("完成施工图审查", "2026-06-18");
    const input = { resolutionId: one.id, version: one.version, evidence: "图审合格书已取得" };
    await expect(at.call(promotion, "closeResolution", input, on("2026-06-18"))).rejects.toMatchObject({
      code: "projects.refused.not-owner",
    });
    const done = await at.call<Resolution>(force, "closeResolution", input, {
      today: "2026-06-18",
      files: [{ name: "合格书.txt", bytes: new TextEncoder().encode("施工图审查合格书") }],
    });
    expect(done).toMatchObject({
      state: "DONE",
      closedOn: "2026-06-18",
      closing: "图审合格书已取得",
      closingFile: "合格书.txt",
      daysLate: 0,
    });
    const file = await at.call<Paper>(promotion, "downloadClosing", { resolutionId: one.id });
    expect(new TextDecoder().decode(file.bytes)).toBe("施工图审查合格书");
    await expect(at.call(force, "closeResolution", { ...input, version: done.version }, on("2026-06-18"))).rejects.toMatchObject({
      code: "projects.refused.resolution-closed",
    });
  });

  test("延期须由责任人以外的人决定，只能往后，次数和理由都留下", async () => {
    let one = await named("落实临时用电", "2026-06-24");
    const extend = (who: Actor, to: string, today: string) =>
      at.call<Resolution>(who, "extendResolution", { resolutionId: one.id, version: one.version, to, reason: "变压器到货推迟" }, on(today));
    await expect(extend(head, "2026-07-01", "2026-06-24")).rejects.toMatchObject({ code: "projects.refused.own-resolution" });
    await expect(extend(leader, "2026-06-26", "2026-06-24")).rejects.toMatchObject({ code: "projects.extension-forward" });
    one = await extend(leader, "2026-06-28", "2026-06-24");
    one = await extend(leader, "2026-06-29", "2026-06-25");
    expect(one.extensions.map(({ from, to, on: said }) => [from, to, said])).toEqual([
      ["2026-06-26", "2026-06-28", "2026-06-24"],
      ["2026-06-28", "2026-06-29", "2026-06-25"],
    ]);
  });

  test("逾期的自己回到下次议程，办结的不回来", async () => {
    const fresh = await agenda("2026-06-30");
    expect(fresh.heldOn).toBe("2026-06-30");
    expect(fresh.items.filter(({ source }) => source === "resolution").map(({ title, reason }) => [title, reason.zh])).toEqual([
      ["2026-1-2 落实临时用电", "应于2026年6月29日（周一）办结，已逾期1天，延期2次"],
    ]);
    expect((await list("2026-06-30", { overdue: true })).map(({ code, daysLate }) => [code, daysLate])).toEqual([["2026-1-2", 1]]);
  });

  test("按周燃尽与工作量数得出这些", async () => {
    const { weeks } = await at.call<{ weeks: readonly object[] }>(force, "resolutionBurnDown", { weeks: 3 }, on("2026-06-30"));
    expect(weeks).toEqual([
      { from: "2026-06-15", made: 3, closed: 1, open: 2, overdue: 0 },
      { from: "2026-06-22", made: 0, closed: 0, open: 2, overdue: 0 },
      { from: "2026-06-29", made: 0, closed: 0, open: 2, overdue: 1 },
    ]);
  });

  test("撤销须写理由，不再算在办", async () => {
    const one = await named("协调进场道路", "2026-06-30");
    await at.call(head, "cancelResolution", { resolutionId: one.id, version: one.version, reason: "并入市政工程" }, on("2026-06-30"));
    expect((await list("2026-06-30", { state: "OPEN" })).map(({ text }) => text)).toEqual(["落实临时用电"]);
  });
});

describe("缓议与取消", () => {
  test("临时提交而缓议的事，下次自己回来", async () => {
    const planned = await at.call<Meeting>(
      force,
      "planMeeting",
      { chairId: leader.id, mode: "online", place: "政务会议系统" },
      on("2026-06-30"),
    );
    const meetingId = planned.meeting.id;
    await at.call(force, "addAgendaItem", { meetingId, title: "研究通勤班车", projectId: late, reason: "企业来函" }, on("2026-06-30"));
    const held = await convene(meetingId, "2026-06-30");
    const key = held.agenda.items.find(({ title }) => title === "研究通勤班车")?.key;
    await at.call(force, "changeAgendaItem", { meetingId, key, change: "defer", reason: "方案未成熟" }, on("2026-06-30"));
    const next = await agenda("2026-07-01");
    expect(next.heldOn).toBe("2026-07-07");
    const again = next.items.find(({ source }) => source === "deferred");
    expect([again?.title, again?.reason.zh, again?.project?.id]).toEqual(["研究通勤班车", "上次会议缓议：方案未成熟", late]);
  });

  test("计划中的会可以改期、可以取消，取消写理由；取消后那天可以再排", async () => {
    const planned = await at.call<Meeting>(force, "planMeeting", { chairId: leader.id, place: "一号会议室" }, on("2026-07-01"));
    const { id: meetingId, version } = planned.meeting;
    await expect(at.call(force, "changeMeeting", { meetingId, version, reason: "没改" }, on("2026-07-01"))).rejects.toMatchObject({
      code: "projects.nothing-changed",
    });
    const moved = await at.call<Meeting>(
      force,
      "changeMeeting",
      { meetingId, version, heldOn: "2026-07-08", place: "二号会议室", reason: "领导出差" },
      on("2026-07-01"),
    );
    expect([moved.meeting.heldOn, moved.meeting.place, moved.steps.at(-1)?.reason]).toEqual(["2026-07-08", "二号会议室", "领导出差"]);
    const gone = await at.call<Meeting>(
      force,
      "cancelMeeting",
      { meetingId, version: moved.meeting.version, reason: "与现场会合并" },
      on("2026-07-01"),
    );
    expect(gone.meeting.state).toBe("CANCELLED");
    expect(gone.abilities["convene"]).toEqual({ allowed: false, because: "meeting:CANCELLED" });
    await at.call(force, "planMeeting", { heldOn: "2026-07-08", chairId: leader.id, place: "一号会议室" }, on("2026-07-01"));
  });

  test("例会日可以改，遇节顺延", async () => {
    const proposal = await at.call<z.output<typeof MeetingProposal>>(
      leader,
      "setDispatchDay",
      { weekday: 4, reason: "周四领导在园区" },
      on("2026-09-28"),
    );
    expect(proposal).toMatchObject({ weekday: 4, heldOn: "2026-10-08", movedFrom: "2026-10-01" });
  });
});

describe("卡点问题", () => {
  test("从提出、上交到解决，卡了几个工作日，怎么解决的，都看得到", async () => {
    const { items } = await at.call<{ items: readonly Record<string, unknown>[] }>(force, "listIssues", { open: false }, on("2026-06-30"));
    expect(items[0]).toMatchObject({
      title: "高压线未迁",
      level: "department",
      levelSince: "2026-06-03",
      stuckWorkdays: 12,
      state: "DONE",
      resolution: "电力公司已迁改",
    });
    const history = items[0]?.["history"] as readonly { readonly kind: string; readonly text: string }[];
    expect(history.map(({ kind, text }) => [kind, text])).toEqual([
      ["raised", "高压线未迁"],
      ["raised", "高压线未迁：专班 → 部门，涉及电力"],
      ["closed", "高压线未迁：电力公司已迁改"],
    ]);
  });

  test("只能往上交", async () => {
    const other = await at.call<{ id: string; version: number }>(
      force,
      "addTask",
      { id: late, kind: "issue", title: "管线迁改", ownerId: force.id, dueOn: "2026-12-31" },
      on("2026-06-30"),
    );
    const escalate = (to: string, version: number) =>
      at.call<{ version: number }>(force, "escalateIssue", { taskId: other.id, version, to, reason: "需要协调" }, on("2026-06-30"));
    const up = await escalate("leadership", other.version);
    await expect(escalate("department", up.version)).rejects.toMatchObject({ code: "projects.escalate-up" });
  });
});

describe("工作量", () => {
  test("各人手上有多少；按姓名排，要求时才按数量", async () => {
    type Row = { readonly person: { readonly id: string }; readonly load: number; readonly led: number };
    const people = await Promise.all([leader, head, force].map(async (one) => [one.id, one.name] as const));
    for (const [id] of people)
      await at.database.tamper(
        "insert into membership (zone_id, id, person_id, role, valid_from, granted_by) values ($1, gen_random_uuid(), $2, 'task_force', '2020-01-01', 'x')",
        [at.database.zoneId, id],
      );
    const { items } = await at.call<{ items: readonly Row[] }>(force, "workload", { order: "load" }, on("2026-06-30"));
    const loads = items.map(({ load }) => load);
    expect(loads).toEqual(loads.toSorted((one, other) => other - one));
    expect(items.find(({ person }) => person.id === head.id)?.led).toBe(1);
    expect(items.find(({ person }) => person.id === force.id)?.load).toBeGreaterThan(0);
    const named = await at.call<{ items: readonly (Row & { person: { name: string } })[] }>(force, "workload", {}, on("2026-06-30"));
    const names = named.items.map(({ person }) => person.name);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "zh-CN")));
  });
});
