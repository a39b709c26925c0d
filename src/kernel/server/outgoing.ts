import type pg from "pg";
import { v7 } from "uuid";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { MailPort } from "#kernel/server/mail.ts";
import type { PostOutside } from "#kernel/server/post-outside.ts";
import type { SecretBox } from "#kernel/server/secret-box.ts";
import { actorOf, recordedAt, type UnitOfWork } from "#kernel/server/unit-of-work.ts";

/** One thing that is told to one place elsewhere. */
export type Delivery = {
  readonly zoneId: string;
  readonly id: string;
  readonly channel: string;
  readonly target: string;
  readonly dedup: string;
  readonly content: unknown;
  /** Counted from 1. */
  readonly attempt: number;
  readonly createdAt: string;
};

/** What a channel needs to reach outside. */
export type OutgoingTools = {
  readonly unitOfWork: UnitOfWork;
  readonly post: PostOutside;
  readonly mail: MailPort;
  readonly secretBox: (purpose: string) => SecretBox;
  /** The address that people use, without a slash at its end; undefined when the server was not told. */
  readonly publicUrl: string | undefined;
  readonly now: () => Date;
};

/**
 * `again`: did not arrive, may later. `failed`: never will. `later`: not now, such as in the quiet hours; it does not count as an attempt.
 * `failure` is a code with a sentence.
 */
export type Outcome =
  | { readonly state: "delivered"; readonly status?: number }
  | { readonly state: "again" | "failed"; readonly failure: string; readonly status?: number }
  | { readonly state: "later"; readonly until: string };

/** Sends what is for one kind of place. An AppError counts as `again`. */
export type Channel = (delivery: Delivery, tools: OutgoingTools) => Promise<Outcome>;

/** Between one attempt and the next; after the last the delivery has failed. Together about ten hours. */
export const BACK_OFF_SECONDS: readonly number[] = [10, 30, 120, 600, 1800, 7200, 28_800];
export const MOST_ATTEMPTS = BACK_OFF_SECONDS.length + 1;
const BATCH = 16;
/** A delivery that broke off, with its process, is tried again after this long. */
const CLAIM_SECONDS = 120;

export type NewDelivery = {
  readonly channel: string;
  readonly target: string;
  /** What it tells of: told once to one target, however often it is asked for. */
  readonly dedup: string;
  readonly content: unknown;
  readonly notBefore?: string;
};

/** Asks for something to be told elsewhere after the commit. */
export async function enqueueOutgoing(tx: Tx, { channel, target, dedup, content, notBefore }: NewDelivery): Promise<void> {
  const { zoneId } = actorOf(tx);
  const at = recordedAt(tx);
  await tx
    .insertInto("outgoing")
    .values({
      zone_id: zoneId,
      id: v7(),
      channel,
      target,
      dedup,
      content: JSON.stringify(content),
      created_at: at,
      next_at: notBefore ?? at,
    })
    .onConflict((conflict) => conflict.columns(["zone_id", "channel", "target", "dedup"]).doNothing())
    .execute();
}

type Row = {
  zone_id: string;
  id: string;
  channel: string;
  target: string;
  dedup: string;
  content: unknown;
  attempts: number;
  created_at: string;
};

/** Sends what is due, several at once. @returns how many were tried. */
export async function sendOutgoing(
  pool: pg.Pool,
  channels: Readonly<Record<string, Channel>>,
  tools: OutgoingTools,
  onError: (error: unknown) => void,
): Promise<number> {
  const { rows } = await pool.query<Row>(
    `update outgoing set attempts = attempts + 1, next_at = now() + make_interval(secs => $1)
     where (zone_id, id) in (select zone_id, id from outgoing where state = 'waiting' and next_at <= now() and channel = any($3)
       order by next_at limit $2 for update skip locked)
     returning zone_id, id, channel, target, dedup, content, attempts, created_at`,
    [CLAIM_SECONDS, BATCH, Object.keys(channels)],
  );
  await Promise.all(rows.map(async (row) => record(pool, row, await attempt(row, channels, tools, onError))));
  return rows.length;
}

async function attempt(
  row: Row,
  channels: Readonly<Record<string, Channel>>,
  tools: OutgoingTools,
  onError: (error: unknown) => void,
): Promise<Outcome> {
  const delivery: Delivery = {
    zoneId: row.zone_id,
    id: row.id,
    channel: row.channel,
    target: row.target,
    dedup: row.dedup,
    content: row.content,
    attempt: row.attempts,
    createdAt: row.created_at,
  };
  try {
    const channel = channels[row.channel];
    return channel ? await channel(delivery, tools) : { state: "failed", failure: "outgoing.no-channel" };
  } catch (error) {
    if (!(error instanceof AppError)) onError(error);
    return { state: "again", failure: error instanceof AppError ? error.code : "server.bug" };
  }
}

async function record(pool: pg.Pool, row: Row, outcome: Outcome): Promise<void> {
  const key = [row.zone_id, row.id];
  if (outcome.state === "later") {
    await pool.query("update outgoing set attempts = attempts - 1, next_at = $3 where zone_id = $1 and id = $2", [...key, outcome.until]);
    return;
  }
  const wait = BACK_OFF_SECONDS[row.attempts - 1];
  const status = outcome.status ?? null;
  if (outcome.state === "again" && wait !== undefined)
    await pool.query(
      "update outgoing set next_at = now() + make_interval(secs => $3), status = $4, failure = $5 where zone_id = $1 and id = $2",
      [...key, wait, status, outcome.failure],
    );
  else
    await pool.query("update outgoing set state = $3, ended_at = now(), status = $4, failure = $5 where zone_id = $1 and id = $2", [
      ...key,
      outcome.state === "delivered" ? "delivered" : "failed",
      status,
      outcome.state === "delivered" ? null : outcome.failure,
    ]);
}
