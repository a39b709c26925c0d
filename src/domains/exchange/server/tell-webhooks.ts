import { EVENT_KINDS } from "#domains/exchange/contract/event-kinds.ts";
import { messageIds, type WebhookMessage } from "#domains/exchange/rules/webhook-message.ts";
import { WEBHOOK } from "#domains/exchange/server/webhook-store.ts";
import { EVERY_KIND, type EventSubscriber } from "#kernel/server/background.ts";
import { enqueueOutgoing } from "#kernel/server/outgoing.ts";

/** Whoever subscribed to a kind of event is told of it, by ids alone. */
export const tellWebhooks: EventSubscriber = {
  kind: EVERY_KIND,
  handle: async (event, tx) => {
    if (!(event.kind in EVENT_KINDS)) return;
    const hooks = await tx
      .selectFrom("webhook")
      .select("id")
      .where("zone_id", "=", event.zoneId)
      .where("state", "=", "ON")
      .where((is) => is(is.val(event.kind), "=", is.fn.any("kinds")))
      .execute();
    if (hooks.length === 0) return;
    const zone = await tx.selectFrom("zone").select("slug").where("id", "=", event.zoneId).executeTakeFirstOrThrow();
    const message: WebhookMessage = {
      id: event.id,
      kind: event.kind,
      at: event.at,
      zone: zone.slug,
      ids: messageIds(event.kind, event.payload),
    };
    for (const { id } of hooks) await enqueueOutgoing(tx, { channel: WEBHOOK, target: id, dedup: event.id, content: message });
  },
};
