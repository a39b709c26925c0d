import type { Place, TestServer } from "#apps/test-server.ts";
import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";

const { createToken, createWebhook, testWebhook } = exchangeOperations;

export type ExchangeRecords = { readonly token: string; readonly webhook: string; readonly name: string };

/** A token of the liaison, and a webhook whose receiver is away, with one delivery that waits. */
export async function furnishExchange(at: TestServer, place: Place): Promise<ExchangeRecords> {
  const system = at.account("system_administrator", place);
  const name = place === "first" ? "甲阳督查平台" : "乙荫督查平台";
  const { row: token } = await at.done(at.account("liaison", place), createToken, { purpose: `${name}查询` });
  const { row: hook } = await at.done(system, createWebhook, { name, address: "http://127.0.0.1:9/events", kinds: ["projects.moved"] });
  await at.done(system, testWebhook, { webhookId: hook.id });
  return { token: token.id, webhook: hook.id, name };
}
