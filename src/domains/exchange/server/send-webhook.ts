import { sql } from "kysely";
import { signMessage } from "#domains/exchange/server/sign-message.ts";
import { SIGNING } from "#domains/exchange/server/webhook-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { platformActor } from "#kernel/server/background.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import type { Channel, Delivery, Outcome, OutgoingTools } from "#kernel/server/outgoing.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";

/** Attempts that failed one after another, over all deliveries, after which nothing more is sent until somebody has looked. */
export const MOST_FAILURES = 12;

/** Signed, small, and to the very address that was checked. Any 2xx is an arrival. */
export const sendWebhook: Channel = async (delivery, tools) => {
  const hook = await tools.unitOfWork.run(platformActor(delivery.zoneId), { readOnly: true }, (tx) =>
    tx
      .selectFrom("webhook")
      .select(["address", "secret_sealed", "state"])
      .where("zone_id", "=", delivery.zoneId)
      .where("id", "=", delivery.target)
      .executeTakeFirst(),
  );
  if (hook === undefined || hook.state === "OFF") return { state: "failed", failure: "exchange.gone" };
  const key = tools.secretBox(SIGNING).open(hook.secret_sealed);
  const outcome =
    key === undefined ? ({ state: "failed", failure: "exchange.sealed" } as const) : await post(hook.address, key, delivery, tools);
  await count(delivery, tools, outcome.state === "delivered");
  return outcome;
};

async function post(address: string, key: string, { id, content }: Delivery, tools: OutgoingTools): Promise<Outcome> {
  const body = JSON.stringify(content);
  try {
    const { status } = await tools.post(address, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Yuanshu-Webhook/1",
        "yuanshu-delivery": id,
        "yuanshu-signature": signMessage(key, body, Math.floor(tools.now().getTime() / 1000)),
      },
      body,
    });
    return status >= 200 && status < 300 ? { state: "delivered", status } : { state: "again", status, failure: "exchange.answered" };
  } catch (error) {
    if (error instanceof AppError) return { state: "again", failure: error.code };
    throw error;
  }
}

/** The owner hears of a webhook that was switched off: by its event. */
async function count({ zoneId, target }: Delivery, { unitOfWork, now }: OutgoingTools, arrived: boolean): Promise<void> {
  await unitOfWork.run(platformActor(zoneId), { origin: "webhook" }, async (tx) => {
    if (arrived) {
      await tx
        .updateTable("webhook")
        .set({ failures: 0 })
        .where("zone_id", "=", zoneId)
        .where("id", "=", target)
        .where("failures", ">", 0)
        .execute();
      return;
    }
    const counted = await tx
      .updateTable("webhook")
      .set({ failures: sql`failures + 1` })
      .where("zone_id", "=", zoneId)
      .where("id", "=", target)
      .where("state", "=", "ON")
      .returning(["failures"])
      .executeTakeFirst();
    if (counted === undefined || counted.failures < MOST_FAILURES) return;
    await tx
      .updateTable("webhook")
      .set({ state: "OFF", off_because: "failures", changed_at: now().toISOString(), version: sql`version + 1` })
      .where("zone_id", "=", zoneId)
      .where("id", "=", target)
      .execute();
    appendToJournal(tx, {
      operation: "exchange.switchWebhook",
      subject: `webhook:${target}`,
      after: { state: "OFF", because: "failures" },
    });
    await emitEvent(tx, "exchange.webhook-switched-off", { webhookId: target });
  });
}
