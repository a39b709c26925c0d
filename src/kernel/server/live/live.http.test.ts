import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { SESSION_COOKIE } from "#kernel/server/mount-operations.ts";
import { emitEvent } from "#kernel/server/outbox.ts";

let at: TestServer;
let base: string;
const open: AbortController[] = [];

beforeAll(async () => {
  at = await createTestServer({ liveHeartbeatMs: 60 });
  await at.server.listen({ port: 0, host: "127.0.0.1" });
  base = `http://127.0.0.1:${(at.server.server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const controller of open.splice(0)) controller.abort();
});
afterAll(() => at.close());

type Stream = { readonly status: number; readonly text: () => string; until(part: string): Promise<string>; readonly ended: Promise<void> };

async function listen(account: Account, lastId?: string): Promise<Stream> {
  const controller = new AbortController();
  open.push(controller);
  const reply = await fetch(`${base}/api/live`, {
    signal: controller.signal,
    headers: {
      ...(account.cookie === null ? {} : { cookie: `${SESSION_COOKIE}=${account.cookie}` }),
      ...(lastId === undefined ? {} : { "last-event-id": lastId }),
    },
  });
  for (const name of ["content-security-policy", "x-frame-options", "x-content-type-options"])
    if (reply.status === 200 && !reply.headers.has(name)) throw new Error(`a stream without ${name}`);
  let text = "";
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of reply.body ?? []) text += decoder.decode(part, { stream: true });
  })().catch(() => {});
  const until = async (part: string) => {
    for (let tries = 0; tries < 300 && !text.includes(part); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!text.includes(part)) throw new Error(`waited in vain for ${part}: ${text}`);
    return text;
  };
  if (reply.status === 200) await until("event: ready");
  return { status: reply.status, text: () => text, until, ended };
}
const emit = (kind: string, payload: Record<string, unknown>, zoneId = at.database.zoneId) =>
  at.database.uow.run(at.database.actor("statistics", { zoneId }), {}, (tx) => emitEvent(tx, kind, payload));
const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

test("提交之后才听到；只有种类和编号；回滚的听不到", async () => {
  const stream = await listen(at.account("liaison"));
  await at.database.uow
    .run(at.database.actor("statistics"), {}, async (tx) => {
      await emitEvent(tx, "projects.moved", { projectId: "0198-rolled-back" });
      throw new Error("rolled back");
    })
    .catch(() => {});
  await emit("projects.moved", { projectId: "0198-committed", name: "某某项目" });
  const text = await stream.until("0198-committed");
  expect(text).toContain('data: {"kind":"projects.moved","ids":["0198-committed"]}');
  expect(text).not.toContain("某某");
  expect(text).not.toContain("0198-rolled-back");
});

test("别的园区、没有权限的领域、企业用户：听不到；没有登录的人连不上", async () => {
  const [foreign, expert, enterprise, promotion] = await Promise.all([
    listen(at.account("liaison", "second")),
    listen(at.account("approval_window")),
    listen(at.account("enterprise")),
    listen(at.account("promotion")),
  ]);
  await emit("promotion.lead-moved", { leadId: "0198-secret-lead" });
  await promotion.until("0198-secret-lead");
  await pause();
  for (const stream of [foreign, enterprise]) expect(stream.text()).not.toContain("0198-secret-lead");
  const window = [...(at.runtime.platform.permissions.approval_window ?? [])].some((permission) => permission.startsWith("promotion."));
  expect(expert.text().includes("0198-secret-lead")).toBe(window);
  expect((await listen(nobody)).status).toBe(401);
});

test("断开之后凭最后的编号接上，漏掉的补来；太久以前的让它重读", async () => {
  const first = await listen(at.account("liaison"));
  await emit("projects.moved", { projectId: "0198-before-gap" });
  const seen = /id: ([0-9a-f-]{36})/.exec(await first.until("0198-before-gap"))?.[1] ?? "";
  open.shift()?.abort();
  await emit("projects.moved", { projectId: "0198-in-the-gap" });
  await (await listen(at.account("liaison"), seen)).until("0198-in-the-gap");
  await (await listen(at.account("liaison"), "01900000-0000-7000-8000-000000000000")).until("event: resync");
});

test("一个人最多十路；多的一句话拒绝", async () => {
  const streams = await Promise.all(Array.from({ length: 10 }, () => listen(at.account("leadership"))));
  expect(streams.filter(({ status }) => status === 200).length).toBe(10);
  expect((await listen(at.account("leadership"))).status).toBe(429);
});

test("有心跳；退出登录，流随即结束", async () => {
  const account = at.account("department_head", "first", "other");
  const stream = await listen(account);
  await stream.until(": still here");
  await at.done(account, systemOperations.signOut, {});
  await stream.ended;
  expect(stream.text()).toContain("event: ready");
});
