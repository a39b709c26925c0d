import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { emitEvent } from "#kernel/server/outbox.ts";

const { createWebhook, editWebhook, renewWebhookKey, switchWebhook, testWebhook, listWebhooks, listDeliveries, replayDeliveries } =
  exchangeOperations;

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };
let at: TestServer;
let receiver: Server;
let base: string;
let received: Received[] = [];
let answer = 200;
let system: Account;

beforeAll(async () => {
  at = await createTestServer();
  system = at.account("system_administrator");
  receiver = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString(), path: request.url ?? "" });
      reply.writeHead(answer, answer === 302 ? { location: "/elsewhere" } : {}).end("ok");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  receiver.close();
  await at.close();
});

let number = 0;
const add = async (kinds: string[] = ["projects.moved"], path = "/hook") => {
  number += 1;
  const made = await at.done(system, createWebhook, { name: `推送${number}`, address: `${base}${path}`, kinds });
  return { key: made.signingKey ?? "", row: made.row };
};
const emit = (kind: string, payload: Record<string, unknown>, zoneId = at.database.zoneId) =>
  at.database.uow.run(at.database.actor("statistics", { zoneId }), {}, (tx) => emitEvent(tx, kind, payload));
const settle = async () => {
  await at.worker.drain();
  const sent = received;
  received = [];
  return sent;
};
const due = () => at.database.tamper("update outgoing set next_at = now() where state = 'waiting'");
const off = async (id: string, version: number) => at.done(system, switchWebhook, { webhookId: id, version, on: false });

describe("推送", () => {
  test("订了的事件推出去，签名核对得上；内容只有种类、时间、编号", async () => {
    const { key, row } = await add(["projects.moved", "projects.registered"]);
    await emit("projects.moved", { projectId: "0198-abc", move: "complete", from: "BUILDING", to: "COMPLETED", name: "某某项目" });
    await emit("projects.edited", { projectId: "0198-abc", fields: [] });
    await emit("projects.moved", { projectId: "0198-other" }, at.database.otherZoneId);
    const sent = await settle();
    expect(sent.length).toBe(1);
    const { headers, body }: Pick<Received, "headers" | "body"> = sent[0] ?? { headers: {}, body: "" };
    expect(JSON.parse(body)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: "projects.moved",
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      zone: "first",
      ids: { projectId: "0198-abc" },
    });
    const [, seconds = "", mac = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["yuanshu-signature"])) ?? [];
    expect(mac).toBe(createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex"));
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60);
    const { items } = await at.done(system, listDeliveries, { webhookId: row.id });
    expect(items).toMatchObject([{ kind: "projects.moved", state: "delivered", status: 200, attempts: 1, failure: null }]);
    expect(headers["yuanshu-delivery"]).toBe(items[0]?.id);
    await off(row.id, row.version);
  });

  test("同一事件再投递一次也只推一次", async () => {
    const { row } = await add();
    await emit("projects.moved", { projectId: "0198-twice" });
    expect((await settle()).length).toBe(1);
    await at.database.tamper("delete from outbox_delivery where subscriber = 'exchange.tell-webhooks'");
    await at.database.tamper("update outbox set delivered_at = null, next_at = now() where payload ->> 'projectId' = '0198-twice'");
    expect((await settle()).length).toBe(0);
    await off(row.id, row.version);
  });

  test("对方答 500：按间隔重试；恢复后送达；302 不跟随，算失败", async () => {
    const { row } = await add();
    answer = 500;
    await emit("projects.moved", { projectId: "0198-retry" });
    expect((await settle()).length).toBe(1);
    expect((await settle()).length).toBe(0);
    const waits = await at.database.tamper(
      "select extract(epoch from next_at - now())::int s, status, failure, state from outgoing where target = $1",
      [row.id],
    );
    expect(waits[0]).toMatchObject({ status: 500, failure: "exchange.answered", state: "waiting" });
    expect(Number(waits[0]?.["s"])).toBeGreaterThan(5);
    answer = 302;
    await due();
    expect((await settle()).map(({ path }) => path)).toEqual(["/hook"]);
    answer = 204;
    await due();
    expect((await settle()).length).toBe(1);
    const { items } = await at.done(system, listDeliveries, { webhookId: row.id });
    expect(items).toMatchObject([{ state: "delivered", attempts: 3, status: 204 }]);
    expect((await at.done(system, listWebhooks, {})).items.find((one) => one.id === row.id)?.failures).toBe(0);
    answer = 200;
    await off(row.id, row.version);
  });

  test("连续失败：停用、留痕、发出事件；启用后失败的可以一条或全部重推，编号不变", async () => {
    const { row } = await add();
    answer = 500;
    for (const one of ["a", "b", "c"]) await emit("projects.moved", { projectId: `0198-${one}` });
    const bodies = new Set<string>();
    for (let round = 0; round < 6; round++) {
      for (const { body } of await settle()) bodies.add(JSON.parse(body).id);
      await due();
    }
    const hook = async () => (await at.done(system, listWebhooks, {})).items.find((one) => one.id === row.id);
    expect(await hook()).toMatchObject({ state: "OFF", offBecause: "failures", failed: 3 });
    const told = await at.database.tamper(
      "select actor ->> 'id' actor from outbox where kind = 'exchange.webhook-switched-off' and payload ->> 'webhookId' = $1",
      [row.id],
    );
    expect(told.length).toBe(1);
    expect((await at.refused(system, replayDeliveries, { webhookId: row.id })).code).toBe("exchange.off");
    await emit("projects.moved", { projectId: "0198-while-off" });
    expect(await settle()).toEqual([]);

    answer = 200;
    const on = await at.done(system, switchWebhook, { webhookId: row.id, version: (await hook())?.version ?? 0, on: true });
    expect(on).toMatchObject({ state: "ON", failures: 0 });
    const { items } = await at.done(system, listDeliveries, { webhookId: row.id, state: "failed" });
    const one = await at.done(system, replayDeliveries, { webhookId: row.id, deliveryIds: [items[0]?.id ?? ""] });
    const again = await settle();
    expect([one.replayed, again.length, bodies.has(JSON.parse(again[0]?.body ?? "{}").id)]).toEqual([1, 1, true]);
    expect((await at.done(system, replayDeliveries, { webhookId: row.id })).replayed).toBe(3);
    expect((await settle()).length).toBe(2);
    await off(row.id, on.version);
  });

  test("放弃之前试八次；最后一次之后记为失败", async () => {
    const { row } = await add(["chain.version-approved"]);
    answer = 503;
    await emit("chain.version-approved", { versionId: "v" });
    for (let round = 0; round < 9; round++) {
      await settle();
      await due();
    }
    const { items } = await at.done(system, listDeliveries, { webhookId: row.id });
    expect(items).toMatchObject([{ state: "failed", attempts: 8, status: 503 }]);
    answer = 200;
    await off(row.id, row.version);
  });

  test("试发、换密钥：新密钥签名，旧密钥核不上；密钥只显示一次，库里是封存的", async () => {
    const { key, row } = await add();
    const renewed = await at.done(system, renewWebhookKey, { webhookId: row.id, version: row.version }, { key: "renew" });
    expect((await at.done(system, renewWebhookKey, { webhookId: row.id, version: row.version }, { key: "renew" })).signingKey).toBeNull();
    await at.done(system, testWebhook, { webhookId: row.id });
    const [sent] = await settle();
    const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(sent?.headers["yuanshu-signature"])) ?? [];
    const macOf = (with_: string) => createHmac("sha256", with_).update(`${seconds}.${sent?.body}`).digest("hex");
    expect([macOf(renewed.signingKey ?? ""), JSON.parse(sent?.body ?? "{}").kind]).toEqual([mac, "exchange.test"]);
    expect(macOf(key)).not.toBe(mac);
    const kept = await at.database.tamper(
      "select (select string_agg(t::text, '') from webhook t) || (select string_agg(t::text, '') from journal_entry t) || (select string_agg(t::text, '') from idempotency_key t) said",
    );
    for (const secret of [key, renewed.signingKey ?? ""]) expect(String(kept[0]?.["said"])).not.toContain(secret.slice(4));
    await off(row.id, renewed.row.version);
  });
});

describe("地址", () => {
  test.each([
    ["http://127.0.0.2:9/", "address.private"],
    ["http://10.0.0.8/", "address.private"],
    ["http://192.168.1.1/", "address.private"],
    ["http://169.254.169.254/latest/meta-data", "address.private"],
    ["http://[::1]/", "address.private"],
    ["http://[::ffff:10.0.0.1]/", "address.private"],
    ["ftp://example.com/", "address.not-http"],
    ["http://user:pass@example.com/", "address.not-http"],
    ["file:///etc/passwd", "address.not-http"],
    ["no address", "address.not-http"],
  ])("%s：%s", async (address, code) => {
    const refused = await at.refused(system, createWebhook, { name: "内网", address, kinds: ["projects.moved"] });
    expect([refused.status, refused.code]).toEqual([400, code]);
  });

  test("登记之后改指内网的，发送时也到不了", async () => {
    const { row } = await add();
    await at.database.tamper("update webhook set address = 'http://10.0.0.8/' where id = $1", [row.id]);
    await at.done(system, testWebhook, { webhookId: row.id });
    expect(await settle()).toEqual([]);
    expect((await at.done(system, listDeliveries, { webhookId: row.id })).items).toMatchObject([
      { state: "waiting", failure: "address.private" },
    ]);
    await off(row.id, row.version);
  });
});

describe("管理", () => {
  test("重名、没有的事件、别人先改了：各一句话；只有系统管理员", async () => {
    const { row } = await add();
    expect((await at.refused(system, createWebhook, { name: row.name, address: base, kinds: ["projects.moved"] })).code).toBe(
      "exchange.name-taken",
    );
    expect((await at.refused(system, createWebhook, { name: "新的", address: base, kinds: ["no.such"] })).title).toContain("没有这种事件");
    const changed = await at.done(system, editWebhook, {
      webhookId: row.id,
      version: row.version,
      name: "改名",
      address: base,
      kinds: ["projects.edited"],
    });
    expect(changed).toMatchObject({ name: "改名", kinds: ["projects.edited"] });
    expect(
      (
        await at.refused(system, editWebhook, {
          webhookId: row.id,
          version: row.version,
          name: "再改",
          address: base,
          kinds: ["projects.moved"],
        })
      ).code,
    ).toBe("record.changed");
    for (const role of ["leadership", "security_administrator", "statistics", "enterprise"] as const)
      expect((await at.refused(at.account(role), listWebhooks, {})).status).toBe(403);
    const journal = await at.database.tamper("select operation from journal_entry where subject = $1 order by sequence", [
      `webhook:${row.id}`,
    ]);
    expect(journal.map((line) => line["operation"])).toEqual(["exchange.createWebhook", "exchange.editWebhook"]);
  });
});
