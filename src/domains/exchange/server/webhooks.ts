import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { TEST_EVENT } from "#domains/exchange/contract/event-kinds.ts";
import { webhookPolicy } from "#domains/exchange/rules/exchange-policy.ts";
import type { WebhookMessage } from "#domains/exchange/rules/webhook-message.ts";
import { newSigningKey } from "#domains/exchange/server/sign-message.ts";
import type { ExchangeHandlers } from "#domains/exchange/server/tokens.ts";
import { changeWebhook, getWebhook, listWebhookRows, SIGNING, WEBHOOK } from "#domains/exchange/server/webhook-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Decision } from "#kernel/policy.ts";
import { enqueueOutgoing } from "#kernel/server/outgoing.ts";

const MOST = 50;

function requireAllowed(decision: Decision): void {
  if (!decision.allowed) throw new AppError(decision.because, "conflict");
}

export const listWebhooks: ExchangeHandlers["listWebhooks"] = async (_, { tx }) => ({ items: [...(await listWebhookRows(tx))] });

/** The key is shown now and never again; the address is looked up before it is kept, and again each time that something is sent. */
export const createWebhook: ExchangeHandlers["createWebhook"] = async ({ name, address, kinds }, context) => {
  const { tx, actor, now } = context;
  await context.checkOutside(address);
  const known = await listWebhookRows(tx);
  if (known.some((one) => one.name === name)) throw new AppError("exchange.name-taken", "conflict", { name });
  if (known.length >= MOST) throw new AppError("exchange.too-many-webhooks", "conflict", { most: MOST });
  const id = v7();
  const signingKey = newSigningKey();
  await tx
    .insertInto("webhook")
    .values({
      zone_id: actor.zoneId,
      id,
      name,
      address,
      kinds: [...new Set(kinds)],
      secret_sealed: context.secretBox(SIGNING).seal(signingKey),
      created_by: actor.id,
      created_by_name: actor.name,
      created_at: now,
      changed_at: now,
    })
    .execute();
  context.journal({ subject: `webhook:${id}`, after: { name, address, kinds } });
  return { signingKey, row: await getWebhook(tx, id) };
};

export const editWebhook: ExchangeHandlers["editWebhook"] = async ({ webhookId, version, name, address, kinds }, context) => {
  const { tx, now } = context;
  const before = await getWebhook(tx, webhookId);
  await context.checkOutside(address);
  if ((await listWebhookRows(tx)).some((one) => one.name === name && one.id !== webhookId))
    throw new AppError("exchange.name-taken", "conflict", { name });
  await changeWebhook(tx, webhookId, version, now, { name, address, kinds: [...new Set(kinds)] });
  context.journal({
    subject: `webhook:${webhookId}`,
    before: { name: before.name, address: before.address, kinds: before.kinds },
    after: { name, address, kinds },
  });
  return getWebhook(tx, webhookId);
};

export const renewWebhookKey: ExchangeHandlers["renewWebhookKey"] = async ({ webhookId, version }, context) => {
  const { tx, now } = context;
  await getWebhook(tx, webhookId);
  const signingKey = newSigningKey();
  await changeWebhook(tx, webhookId, version, now, { secret_sealed: context.secretBox(SIGNING).seal(signingKey) });
  context.journal({ subject: `webhook:${webhookId}`, after: { keyRenewed: true } });
  return { signingKey, row: await getWebhook(tx, webhookId) };
};

export const switchWebhook: ExchangeHandlers["switchWebhook"] = async ({ webhookId, version, on }, context) => {
  const { tx, actor, now } = context;
  const before = await getWebhook(tx, webhookId);
  requireAllowed(on ? webhookPolicy.switchOn(actor, before) : webhookPolicy.switchOff(actor, before));
  await changeWebhook(tx, webhookId, version, now, { state: on ? "ON" : "OFF", off_because: on ? null : "by-hand", failures: 0 });
  context.journal({ subject: `webhook:${webhookId}`, before: { state: before.state }, after: { state: on ? "ON" : "OFF" } });
  return getWebhook(tx, webhookId);
};

export const testWebhook: ExchangeHandlers["testWebhook"] = async ({ webhookId }, context) => {
  const { tx, actor, now } = context;
  requireAllowed(webhookPolicy.test(actor, await getWebhook(tx, webhookId)));
  const zone = await tx.selectFrom("zone").select("slug").where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  const message: WebhookMessage = { id: randomUUID(), kind: TEST_EVENT, at: now, zone: zone.slug, ids: {} };
  await enqueueOutgoing(tx, { channel: WEBHOOK, target: webhookId, dedup: message.id, content: message });
  context.journal({ subject: `webhook:${webhookId}`, after: { tested: message.id } });
  return { queued: true };
};
