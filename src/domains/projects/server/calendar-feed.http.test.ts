import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { feedOperations } from "#domains/projects/contract/feed-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";

const { createCalendarFeed, revokeCalendarFeed, myCalendarFeed, calendarFeed } = feedOperations;
const { registerProject } = registerOperations;
const { addTask, rollTask, closeTask, formTaskForce } = taskForceOperations;

/** Far enough ahead to be in the window of every clock this runs by, and a working day by any notice: the Tuesday of next week. */
const soon = (() => {
  const day = new Date(Date.now() + 8 * 3_600_000);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7) + 7);
  return day.toISOString().slice(0, 10);
})();

let at: TestServer;
let zone: string;
let otherZone: string;
let mine: string;

beforeAll(async () => {
  at = await createTestServer();
  const slugs = await at.database.tamper("select id, slug from zone where id in ($1, $2)", [at.database.zoneId, at.database.otherZoneId]);
  const slugOf = (id: string) => String(slugs.find((row) => row["id"] === id)?.["slug"]);
  [zone, otherZone] = [slugOf(at.database.zoneId), slugOf(at.database.otherZoneId)];
  const project = (name: string, place: "first" | "second" = "first") =>
    at.done(
      at.account("promotion", place),
      registerProject,
      {
        name,
        enterprise: "云岭芯曜",
        category: "industry",
        plannedTotalYuan: "600000000" as never,
        contractNumber: "HT",
        signedOn: "2025-01-10",
        plan: [{ kind: "complete", plannedOn: soon }],
      },
      { key: name },
    );
  mine = (await project("专班甲项目")).id;
  const strange = (await project("旁人乙项目")).id;
  const force = at.account("task_force");
  await at.done(at.account("leadership"), formTaskForce, {
    id: mine,
    leadId: at.account("leadership").personId,
    members: [{ personId: force.personId, duty: "手续" }],
  });
  const task = (id: string, title: string, ownerId: string, as = force) =>
    at.done(as, addTask, { id, kind: "duty", title, ownerId, dueOn: soon }, { key: title });
  await task(mine, "完成; 临电, 报装\\第一步", force.personId);
  await task(strange, "旁人的事项", at.account("liaison").personId);
  const foreign = (await project("邻区丙项目", "second")).id;
  await task(foreign, "邻区的事项", at.account("task_force", "second").personId, at.account("task_force", "second"));
});
afterAll(() => at.close());

const force = () => at.account("task_force");
/** Reads an address as a calendar does: without a cookie. */
const read = (path: string) => at.server.inject({ method: "GET", url: path });
const make = async (account = force()) => (await at.done(account, createCalendarFeed, {})).path;

describe("日历订阅", () => {
  test("凭地址读到的是合规的 iCalendar：本人事项、本人项目的节点，没有旁人的", async () => {
    const reply = await read(await make());
    expect(reply.statusCode).toBe(200);
    expect(reply.headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(reply.headers["cache-control"]).toBe("no-store");
    const text = reply.body;
    const lines = text.split("\r\n");
    expect([lines[0], lines[1], lines.at(-2), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR", ""]);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded).toContain("X-WR-TIMEZONE:Asia/Shanghai");
    expect(unfolded).toContain("SUMMARY:完成\\; 临电\\, 报装\\\\第一步 · 专班甲项目");
    expect(unfolded).toContain(`DTSTART;VALUE=DATE:${soon.replaceAll("-", "")}`);
    expect(unfolded).toContain("SUMMARY:计划竣工 · 专班甲项目");
    expect(unfolded).toMatch(/DTSTAMP:\d{8}T\d{6}Z/);
    const events = unfolded.split("BEGIN:VEVENT").length - 1;
    const uids = [...unfolded.matchAll(/^UID:(.+)$/gm)].map(([, uid]) => uid);
    expect([events, new Set(uids).size]).toEqual([2, 2]);
    for (const strange of ["旁人", "邻区"]) expect(unfolded).not.toContain(strange);
  });

  test("同一件事顺延以后还是同一个 UID，序号加一；办结的写明", async () => {
    const task = await at.done(
      force(),
      addTask,
      { id: mine, kind: "duty", title: "红线复测", ownerId: force().personId, dueOn: soon },
      { key: "uid" },
    );
    const path = await make();
    const uidLine = `UID:duty-${task.id}@yuanshu`;
    expect((await read(path)).body).toContain(uidLine);
    const later = new Date(Date.parse(soon) + 86_400_000).toISOString().slice(0, 10);
    await at.done(force(), rollTask, { taskId: task.id, version: 1, to: later as never, reason: "下雨" });
    await at.done(force(), closeTask, { taskId: task.id, version: 2, note: "测完" });
    const event = (await read(path)).body.split("BEGIN:VEVENT").find((one) => one.includes(uidLine)) ?? "";
    expect(event).toContain("SEQUENCE:1");
    expect(event).toContain(`DTSTART;VALUE=DATE:${later.replaceAll("-", "")}`);
    expect(event).toContain("SUMMARY:【已办】红线复测");
  });

  test("改一个字、别的用途、别的园区：等于没有，一句话", async () => {
    const path = await make();
    const token = path.split("/").at(-1) ?? "";
    const forged = [
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      `A${token.slice(1)}`,
      token.split(".")[0] ?? "",
      "nothing",
      at.runtime.signIn.newBearer("status-page").token,
      at.runtime.signIn.newBearer("calendar-feed").token,
      force().cookie ?? "",
    ];
    const addresses = [
      ...forged.map((one) => `/api/public/${zone}/calendar/${encodeURIComponent(one)}`),
      path.replace(`/${zone}/`, `/${otherZone}/`),
      path.replace(`/${zone}/`, "/no-such-zone/"),
    ];
    for (const address of addresses) {
      const reply = await read(address);
      expect([address, reply.statusCode, reply.json().code]).toEqual([address, 404, "access.token"]);
      expect(reply.body).not.toContain("VCALENDAR");
    }
    expect((await read(path)).statusCode).toBe(200);
  });

  test("登录的人没有地址也读不到；地址打不开别的操作", async () => {
    const own = await at.call(force(), calendarFeed, { zone, token: "nothing" });
    expect(own.status).toBe(404);
    const token = (await make()).split("/").at(-1) ?? "";
    const elsewhere = await at.server.inject({ method: "GET", url: `/api/projects/tasks?token=${token}&zone=${zone}` });
    expect(elsewhere.statusCode).toBe(401);
    const asCookie = await at.server.inject({ method: "GET", url: "/api/projects/tasks", headers: { cookie: `yuanshu_session=${token}` } });
    expect(asCookie.statusCode).toBe(401);
  });

  test("停用、重新生成、交回岗位、离开，旧地址随即失效", async () => {
    const first = await make();
    const second = await make();
    expect([(await read(first)).statusCode, (await read(second)).statusCode]).toEqual([404, 200]);
    expect((await at.done(force(), myCalendarFeed, {})).createdAt).not.toBeNull();
    await at.done(force(), revokeCalendarFeed, {});
    expect((await read(second)).statusCode).toBe(404);
    expect((await at.done(force(), myCalendarFeed, {})).createdAt).toBeNull();

    const third = await make();
    const person = [at.database.zoneId, force().personId];
    await at.database.tamper("update membership set revoked_at = now() where zone_id = $1 and person_id = $2", person);
    expect((await read(third)).statusCode).toBe(404);
    await at.database.tamper("update membership set revoked_at = null where zone_id = $1 and person_id = $2", person);
    expect((await read(third)).statusCode).toBe(200);
    await at.database.tamper("update person set left_at = now() where zone_id = $1 and id = $2", person);
    expect((await read(third)).statusCode).toBe(404);
    await at.database.tamper("update person set left_at = null where zone_id = $1 and id = $2", person);
  });

  test("库里只有散列，日志里没有地址；每次生成和停用都留痕", async () => {
    const path = await make();
    const token = path.split("/").at(-1) ?? "";
    const bare = token.split(".")[0] ?? "";
    const rows = await at.database.tamper("select to_jsonb(t)::text said from bearer_token t");
    const journal = await at.database.tamper(
      "select coalesce(to_jsonb(e)::text, '') || coalesce((select string_agg(p.payload::text, '') from journal_personal p), '') said from journal_entry e",
    );
    const kept = await at.database.tamper("select to_jsonb(k)::text said from idempotency_key k");
    for (const row of [...rows, ...journal, ...kept]) expect(String(row["said"])).not.toContain(bare);
    const entries = await at.database.tamper(
      "select count(*)::int n from journal_entry where operation in ('projects.createCalendarFeed', 'projects.revokeCalendarFeed')",
    );
    expect(Number(entries[0]?.["n"])).toBeGreaterThan(5);
    await at.done(force(), revokeCalendarFeed, {});
  });

  test("企业、银行等外部岗位没有订阅；没有登录的人不能生成", async () => {
    expect((await at.refused(at.account("enterprise"), createCalendarFeed, {})).status).toBe(403);
    expect((await at.refused(nobody, createCalendarFeed, {})).status).toBe(401);
  });
});
