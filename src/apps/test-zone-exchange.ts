import type { Place, TestServer } from "#apps/test-server.ts";
import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";

const { addRobot, saveNoticeSettings } = noticesOperations;
const { createToken, createWebhook } = exchangeOperations;

/** What the zone has opened to other systems. */
export type ExchangeRecords = { readonly token: string; readonly webhook: string; readonly robot: string; readonly name: string };

/** A token of the liaison, and a webhook whose receiver is away, with one delivery that waits. */
export async function furnishExchange(at: TestServer, place: Place): Promise<ExchangeRecords> {
  const system = at.account("system_administrator", place);
  const name = place === "first" ? "甲阳督查平台" : "乙荫督查平台";
  const { row: token } = await at.done(at.account("liaison", place), createToken, { purpose: `${name}查询` });
  const { row: hook } = await at.done(system, createWebhook, { name, address: "http://127.0.0.1:9/events", kinds: ["projects.moved"] });
  // Sent already: nothing that changes by itself while a test looks.
  await at.database.tamper(
    "insert into outgoing (zone_id, id, channel, target, dedup, content, state, attempts, status, created_at, ended_at) values ($1, gen_random_uuid(), 'webhook', $2, $2, $3, 'delivered', 1, 200, now(), now())",
    [place === "first" ? at.database.zoneId : at.database.otherZoneId, hook.id, JSON.stringify({ id: hook.id, kind: "projects.moved" })],
  );
  const robot = await at.done(system, addRobot, { name: `${name}群`, kind: "dingtalk", address: "http://127.0.0.1:9/robot" });
  await at.done(at.account("liaison", place), saveNoticeSettings, {
    mail: "liaison@example.invalid",
    quiet: true,
    digest: false,
    choices: {},
  });
  return { token: token.id, webhook: hook.id, robot: robot.id, name };
}
