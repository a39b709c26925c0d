import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { taskForceOperations } from "#domains/projects/contract/task-force-operations.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import { emitEvent } from "#kernel/server/outbox.ts";

const { listNotices, countNotices, readNotices, noticeSettings, saveNoticeSettings, listRobots, addRobot, removeRobot, testRobot } =
  noticesOperations;
let at: TestServer;
let smtp: SMTPServer;
let chat: Server;
let base: string;
const mails: { readonly to: readonly string[]; readonly text: string }[] = [];
const posts: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
let robotSays: unknown = { errcode: 0 };
let refuseMail = false;

const decoded = (raw: string): string => {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const text = /base64/i.test(head)
    ? Buffer.from(body, "base64").toString()
    : body.replace(/=\r\n/g, "").replace(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());
  return `${head}\n\n${text}`;
};

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (refuseMail) return done(new Error("mailbox unavailable"));
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: decoded(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  chat = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      posts.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(parts).toString()) });
      reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(robotSays));
    });
  });
  await new Promise<void>((resolve) => chat.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
  at = await createTestServer({
    environment: { SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, MAIL_FROM: "yuanshu@zone.example" },
  });
  await at.database.tamper("update zone set business_date = '2026-06-30' where id = $1", [at.database.zoneId]);
});
afterAll(async () => {
  await at.close();
  chat.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const force = () => at.account("task_force");
const hooked = async (kind: string, payload: Record<string, unknown>, actorId?: string) => {
  await at.database.uow.run(at.database.actor("leadership", actorId === undefined ? {} : { id: actorId }), {}, (tx) =>
    emitEvent(tx, kind, payload),
  );
  await at.worker.drain();
};
/** A webhook of this person's that is switched off: the shortest event that concerns one person. */
let number = 0;
const concern = async (account: Account, by?: string) => {
  number += 1;
  const id = `0198aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;
  await at.database.tamper(
    "insert into webhook (zone_id, id, name, address, kinds, secret_sealed, created_by, created_by_name, created_at, changed_at) values ($1, $2, $3, 'http://x.example/', '{}', 'x', $4, 'x', now(), now())",
    [at.database.zoneId, id, `推送${number}`, account.personId],
  );
  await hooked("exchange.webhook-switched-off", { webhookId: id }, by);
  return `推送${number}`;
};
const listed = async (account: Account) => (await at.done(account, listNotices, {})).items;
const due = () => at.database.tamper("update outgoing set next_at = now() where state = 'waiting'");

describe("站内提醒", () => {
  test("事件一发生就提醒当事人，一次；别人看不到；自己做的事不提醒自己", async () => {
    const [one, other] = [at.account("statistics"), at.account("statistics", "first", "other")];
    const name = await concern(one);
    expect(await listed(one)).toMatchObject([{ kind: "interface", title: `事件推送连续失败，已停用：${name}`, read: false }]);
    expect(await listed(other)).toEqual([]);
    await at.database.tamper("delete from outbox_delivery where subscriber like 'notices.tell-people.%'");
    await at.database.tamper("update outbox set delivered_at = null, next_at = now() where kind = 'exchange.webhook-switched-off'");
    await at.worker.drain();
    expect((await listed(one)).length).toBe(1);
    await concern(one, one.personId);
    expect((await listed(one)).length).toBe(1);
  });

  test("未读数、标一条、全部已读；别人的标不了", async () => {
    const one = at.account("promotion");
    for (let n = 0; n < 3; n++) await concern(one);
    expect((await at.done(one, countNotices, {})).unread).toBe(3);
    const [first] = await listed(one);
    expect((await at.done(at.account("liaison"), readNotices, { ids: [first?.id ?? ""] })).unread).toBe(0);
    expect((await at.done(one, readNotices, { ids: [first?.id ?? ""] })).unread).toBe(2);
    expect((await at.done(one, listNotices, { unread: true })).items.length).toBe(2);
    expect((await at.done(one, readNotices, {})).unread).toBe(0);
  });

  test("每天看各人的待办：逾期、临期、新的事项各提醒一次，改天再看不重复", async () => {
    const project = await at.done(
      at.account("promotion"),
      registerOperations.registerProject,
      {
        name: "提醒项目",
        enterprise: "云岭芯曜",
        category: "industry",
        plannedTotalYuan: "600000000" as never,
        contractNumber: "HT",
        signedOn: "2025-01-10",
        plan: [{ kind: "complete", plannedOn: "2027-06-30" }],
      },
      { key: "project" },
    );
    await at.done(at.account("leadership"), taskForceOperations.formTaskForce, {
      id: project.id,
      leadId: at.account("leadership").personId,
      members: [{ personId: force().personId, duty: "手续" }],
    });
    for (const [title, dueOn] of [
      ["今天到期的事", "2026-06-30"],
      ["下周的事", "2026-07-10"],
    ] as const)
      await at.done(
        force(),
        taskForceOperations.addTask,
        { id: project.id, kind: "duty", title, ownerId: force().personId, dueOn },
        { key: title },
      );
    const look = async (once: string) => {
      await at.database.uow.run(at.database.actor("system_administrator", { id: "platform" }), {}, (tx) =>
        enqueueJob(tx, { kind: "notices.look-at-work", title: { zh: "查看", en: "look" }, payload: {}, once }),
      );
      await at.worker.drain();
      return (await listed(force())).map(({ kind, title }) => [kind, title]);
    };
    const first = await look("first");
    expect(first).toEqual(
      expect.arrayContaining([
        ["due-soon", "专班事项：今天到期的事"],
        ["assigned", "专班事项：下周的事"],
      ]),
    );
    expect((await look("second")).length).toBe(first.length);
    await at.database.tamper("update zone set business_date = '2026-07-01' where id = $1", [at.database.zoneId]);
    expect(await look("third")).toEqual(expect.arrayContaining([["overdue", "专班事项：今天到期的事"]]));
    await at.database.tamper("update zone set business_date = '2026-07-04' where id = $1", [at.database.zoneId]);
    const before = (await listed(force())).length;
    expect((await look("saturday")).length).toBe(before);
    await at.database.tamper("update zone set business_date = '2026-06-30' where id = $1", [at.database.zoneId]);
  });
});

describe("邮件", () => {
  const choose = (account: Account, more: Partial<{ mail: string; quiet: boolean; digest: boolean; choices: Record<string, never[]> }>) =>
    at.done(account, saveNoticeSettings, { quiet: false, digest: false, choices: {}, ...more });

  test("填了邮箱就发到邮箱；地址加密保存、只显示两头；不要的类别不发", async () => {
    const one = at.account("liaison", "first", "other");
    const saved = await choose(one, { mail: "zhouheng@zone.example" });
    expect(saved.mail).toBe("zh…@zone.example");
    const kept = await at.database.tamper(
      "select (select string_agg(t::text, '') from notice_setting t) || (select string_agg(t::text, '') from journal_entry t) said",
    );
    expect(String(kept[0]?.["said"])).not.toContain("zhouheng");
    const name = await concern(one);
    expect(mails.length).toBe(1);
    expect(mails[0]).toMatchObject({ to: ["zhouheng@zone.example"] });
    expect(mails[0]?.text).toContain(`事件推送连续失败，已停用：${name}`);
    expect(mails[0]?.text).toContain("https://yuanshu.test/system/webhooks/");
    await choose(one, { choices: { mail: [] } });
    await concern(one);
    expect(mails.length).toBe(1);
    mails.length = 0;
  });

  test("邮件服务器拒收：稍后重试，本人看得到没有送达；恢复后送达一封", async () => {
    const one = at.account("payer");
    await choose(one, { mail: "payer@zone.example" });
    refuseMail = true;
    await concern(one);
    expect(mails.length).toBe(0);
    expect((await at.done(one, noticeSettings, {})).failures).toMatchObject([{ channel: "notice-mail", failure: "mail.failed" }]);
    refuseMail = false;
    await due();
    await at.worker.drain();
    expect(mails.length).toBe(1);
    expect((await at.done(one, noticeSettings, {})).failures).toEqual([]);
    mails.length = 0;
  });

  test("下班后不打扰的，留到下一个工作时间", async () => {
    const one = at.account("department_head");
    await at.done(one, saveNoticeSettings, { mail: "head@zone.example", quiet: true, digest: false, choices: {} });
    await at.database.tamper("delete from outgoing");
    await at.database.uow.run(at.database.actor("system_administrator", { id: "platform" }), {}, async (tx) => {
      const { tell } = await import("#domains/notices/server/notice-store.ts");
      const { loadCalendar } = await import("#kernel/server/loaded-calendar.ts");
      const notice = { kind: "assigned", title: "交办", titleEn: "x", about: "", link: "/work", dueOn: null, dedup: "quiet" } as const;
      await tell(tx, one.personId, notice, await loadCalendar(tx));
    });
    const [row] = await at.database.tamper(
      "select to_char(next_at at time zone 'Asia/Shanghai', 'HH24:MI') clock, next_at = created_at now from outgoing where target = $1",
      [one.personId],
    );
    expect(row?.["now"] === true || row?.["clock"] === "08:30").toBe(true);
  });

  test("每日摘要：当天的提醒合成一封；没有提醒的日子不发", async () => {
    const [one, idle] = [at.account("policy_payout"), at.account("approval_window")];
    const setting = { quiet: false, digest: true, choices: { mail: [] } };
    await at.done(one, saveNoticeSettings, { mail: "digest@zone.example", ...setting });
    await at.done(idle, saveNoticeSettings, { mail: "idle@zone.example", ...setting });
    const names = [await concern(one), await concern(one)];
    mails.length = 0;
    for (const once of ["today", "today"])
      await at.database.uow.run(at.database.actor("system_administrator", { id: "platform" }), {}, (tx) =>
        enqueueJob(tx, { kind: "notices.send-digests", title: { zh: "摘要", en: "digest" }, payload: {}, once }),
      );
    await at.worker.drain();
    expect(mails.map(({ to }) => to)).toEqual([["digest@zone.example"]]);
    for (const name of names) expect(mails[0]?.text).toContain(name);
    mails.length = 0;
  });

  test("没有邮箱不能选邮件，渠道写错一句话", async () => {
    const one = at.account("leadership", "first", "other");
    expect((await at.refused(one, saveNoticeSettings, { quiet: true, digest: true, choices: {} })).code).toBe("notices.no-mail");
    expect((await at.refused(one, saveNoticeSettings, { quiet: true, digest: false, choices: { sms: [] } })).code).toBe(
      "notices.unknown-channel",
    );
  });
});

describe("群机器人", () => {
  const system = () => at.account("system_administrator");
  const add = (kind: "wecom" | "dingtalk" | "feishu", secret?: string) =>
    at.done(system(), addRobot, {
      name: `${kind}群${++number}`,
      kind,
      address: `${base}/${kind}?key=very-secret-key`,
      ...(secret ? { secret } : {}),
    });

  test("三种平台各按自己的格式和签名发；群里只有姓名、类别，没有事项内容", async () => {
    const robots = [await add("wecom"), await add("dingtalk", "SEC-ding"), await add("feishu", "sec-fei")];
    const one = at.account("statistics", "first", "other");
    await at.done(one, saveNoticeSettings, {
      quiet: false,
      digest: false,
      choices: Object.fromEntries(robots.map(({ id }) => [id, ["interface" as const]])),
    });
    robotSays = { errcode: 0, code: 0 };
    posts.length = 0;
    const name = await concern(one);
    const of = (kind: string) => posts.find(({ path }) => path.startsWith(`/${kind}`));
    expect(posts.length).toBe(3);
    const text = (of("wecom")?.body["text"] as { content: string } | undefined)?.content;
    expect(text).toBe(`【园枢】${one.name}：您有一项接口异常提醒，请登录查看。\nhttps://yuanshu.test/notices`);
    expect(JSON.stringify(posts)).not.toContain(name);
    const ding = new URL(of("dingtalk")?.path ?? "", base).searchParams;
    const stamp = ding.get("timestamp") ?? "";
    expect(ding.get("sign")).toBe(createHmac("sha256", "SEC-ding").update(`${stamp}\nSEC-ding`).digest("base64"));
    expect([ding.get("key"), stamp.length]).toEqual(["very-secret-key", 13]);
    const fei = of("feishu")?.body as { timestamp: string; sign: string; msg_type: string };
    expect(fei.sign).toBe(createHmac("sha256", `${fei.timestamp}\nsec-fei`).update("").digest("base64"));
    expect([fei.msg_type, fei.timestamp.length]).toEqual(["text", 10]);
    const rows = (await at.done(system(), listRobots, {})).items;
    expect(rows.map((row) => [row.delivered, row.failed])).toEqual(rows.map(() => [1, 0]));
    const said =
      JSON.stringify(rows) +
      JSON.stringify(await at.database.tamper("select t::text from notice_robot t")) +
      JSON.stringify(await at.database.tamper("select t::text from journal_entry t"));
    expect(said).not.toMatch(/very-secret-key|SEC-ding|sec-fei/);
    for (const { id } of robots) await at.done(system(), removeRobot, { robotId: id });
  });

  test("平台答 200 但不接受：算失败，重试，管理员看得到；移除后不再发", async () => {
    const robot = await add("wecom");
    robotSays = { errcode: 93000, errmsg: "invalid webhook url" };
    posts.length = 0;
    await at.done(system(), testRobot, { robotId: robot.id });
    await at.worker.drain();
    expect((await at.done(system(), listRobots, {})).items).toMatchObject([{ lastFailure: "notices.robot-refused" }]);
    robotSays = { errcode: 0 };
    await at.done(system(), removeRobot, { robotId: robot.id });
    await due();
    await at.worker.drain();
    expect(posts.length).toBe(1);
    expect((await at.refused(system(), testRobot, { robotId: robot.id })).status).toBe(404);
  });

  test("内网地址不接；只有系统管理员", async () => {
    expect((await at.refused(system(), addRobot, { name: "内网", kind: "wecom", address: "http://10.0.0.1/x" })).code).toBe(
      "address.private",
    );
    for (const role of ["leadership", "security_administrator", "enterprise"] as const)
      expect((await at.refused(at.account(role), listRobots, {})).status).toBe(403);
  });
});
