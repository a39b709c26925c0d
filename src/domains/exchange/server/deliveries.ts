import { type DeliveryRow, DeliveryState } from "#domains/exchange/contract/exchange-operations.ts";
import { webhookPolicy } from "#domains/exchange/rules/exchange-policy.ts";
import type { WebhookMessage } from "#domains/exchange/rules/webhook-message.ts";
import type { ExchangeHandlers } from "#domains/exchange/server/tokens.ts";
import { getWebhook, WEBHOOK } from "#domains/exchange/server/webhook-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant } from "#kernel/local-date.ts";
import { enqueueOutgoing } from "#kernel/server/outgoing.ts";

const MOST_REPLAYED = 1000;

export const listDeliveries: ExchangeHandlers["listDeliveries"] = async ({ webhookId, state, cursor, limit }, { tx, actor }) => {
  await getWebhook(tx, webhookId);
  let query = tx
    .selectFrom("outgoing")
    .select(["id", "content", "state", "attempts", "status", "failure", "created_at", "next_at", "ended_at"])
    .where("zone_id", "=", actor.zoneId)
    .where("channel", "=", WEBHOOK)
    .where("target", "=", webhookId)
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (state !== undefined) query = query.where("state", "=", state);
  if (cursor !== undefined) query = query.where("id", "<", cursor);
  const rows = await query.execute();
  const items = rows.slice(0, limit).map((row): DeliveryRow => {
    const message = row.content as WebhookMessage;
    return {
      id: row.id,
      eventId: message.id,
      kind: message.kind,
      state: DeliveryState.parse(row.state),
      attempts: row.attempts,
      status: row.status,
      failure: row.failure,
      createdAt: row.created_at as Instant,
      nextAt: row.state === "waiting" ? (row.next_at as Instant) : null,
      endedAt: row.ended_at as Instant | null,
    };
  });
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, total: null };
};

/** What was sent stays as it was; the same message goes out once more, under the same id of its event. */
export const replayDeliveries: ExchangeHandlers["replayDeliveries"] = async ({ webhookId, deliveryIds }, context) => {
  const { tx, actor } = context;
  const decision = webhookPolicy.replay(actor, await getWebhook(tx, webhookId));
  if (!decision.allowed) throw new AppError(decision.because, "conflict");
  let query = tx
    .selectFrom("outgoing")
    .select(["id", "content"])
    .where("zone_id", "=", actor.zoneId)
    .where("channel", "=", WEBHOOK)
    .where("target", "=", webhookId)
    .where("state", "<>", "waiting")
    .orderBy("id")
    .limit(MOST_REPLAYED);
  query = deliveryIds === undefined ? query.where("state", "=", "failed") : query.where("id", "in", deliveryIds);
  const rows = await query.execute();
  if (rows.length === 0) throw new AppError("exchange.nothing-failed", "conflict");
  // One replay of each: asked twice for the same delivery, it goes out once more and not twice.
  for (const { id, content } of rows) await enqueueOutgoing(tx, { channel: WEBHOOK, target: webhookId, dedup: `again ${id}`, content });
  context.journal({ subject: `webhook:${webhookId}`, after: { replayed: rows.length } });
  return { replayed: rows.length };
};
