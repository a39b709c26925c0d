import { sql } from "kysely";
import type { WebhookRow } from "#domains/exchange/contract/exchange-operations.ts";
import { webhookPolicy } from "#domains/exchange/rules/exchange-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const WEBHOOK = "webhook";
/** What the signing keys are sealed for. */
export const SIGNING = "webhook-signing";

type Row = {
  id: string;
  name: string;
  address: string;
  kinds: string[];
  state: "ON" | "OFF";
  off_because: "by-hand" | "failures" | null;
  failures: number;
  created_by_name: string;
  created_at: string;
  version: number;
  delivered: number;
  waiting: number;
  failed: number;
};

export async function listWebhookRows(tx: Tx): Promise<readonly WebhookRow[]> {
  const actor = actorOf(tx);
  const { rows } = await sql<Row>`
    select hook.id, hook.name, hook.address, to_jsonb(hook.kinds) kinds, hook.state, hook.off_because, hook.failures, hook.created_by_name, hook.created_at, hook.version,
      count(*) filter (where sent.state = 'delivered')::int delivered, count(*) filter (where sent.state = 'waiting')::int waiting,
      count(*) filter (where sent.state = 'failed')::int failed
    from webhook hook
      left join outgoing sent on sent.zone_id = hook.zone_id and sent.channel = ${WEBHOOK} and sent.target = hook.id::text
        and sent.created_at > now() - interval '30 days'
    where hook.zone_id = ${actor.zoneId}::uuid
    group by hook.zone_id, hook.id order by hook.name`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    kinds: row.kinds,
    state: row.state,
    offBecause: row.off_because,
    failures: row.failures,
    createdByName: row.created_by_name,
    createdAt: row.created_at as Instant,
    delivered: row.delivered,
    waiting: row.waiting,
    failed: row.failed,
    version: row.version,
    abilities: abilitiesOf(webhookPolicy, actor, row),
  }));
}

/** @throws AppError `record.not-found` */
export async function getWebhook(tx: Tx, id: string): Promise<WebhookRow> {
  const found = (await listWebhookRows(tx)).find((row) => row.id === id);
  if (found === undefined) throw new AppError("record.not-found", "not-found");
  return found;
}

export type WebhookChange = {
  readonly name?: string;
  readonly address?: string;
  readonly kinds?: string[];
  readonly secret_sealed?: string;
  readonly state?: "ON" | "OFF";
  readonly off_because?: "by-hand" | "failures" | null;
  readonly failures?: number;
};

/** @throws AppError `record.changed` when somebody else changed it meanwhile. */
export async function changeWebhook(tx: Tx, id: string, version: number, now: string, change: WebhookChange): Promise<void> {
  const changed = await tx
    .updateTable("webhook")
    .set({ ...change, changed_at: now, version: version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError("record.changed", "conflict");
}
