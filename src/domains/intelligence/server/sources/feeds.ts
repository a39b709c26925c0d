import { v7 } from "uuid";
import type { z } from "zod";
import type { Feed, IngestResult, intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { httpUrl } from "#domains/intelligence/server/intake/fetch-page.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { isPublicAddress, resolvePublic, systemResolver } from "#kernel/server/public-address.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

type Operations = typeof intelligenceOperations;
type FeedView = z.infer<typeof Feed>;

const feedRows = (tx: Tx) => tx.selectFrom("feed").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
export type FeedRow = Awaited<ReturnType<ReturnType<typeof feedRows>["execute"]>>[number];

const viewOf = (row: FeedRow): FeedView => ({
  id: row.id,
  title: row.title,
  address: row.address,
  kind: row.kind as FeedView["kind"],
  everyMinutes: row.every_minutes,
  lastPolledAt: row.last_polled_at as Instant | null,
  lastResult: row.last_result as Text | null,
  active: row.active,
});

export async function getFeed(tx: Tx, id: string): Promise<FeedRow> {
  const row = await feedRows(tx).where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("record.not-found", "not-found");
  return row;
}

export const pollTitle = (feed: { readonly title: string }): Text => ({ zh: `拉取“${feed.title}”`, en: `Poll “${feed.title}”` });

export const listFeeds = async (_: object, { tx }: OperationContext) => ({
  items: (await feedRows(tx).orderBy("title").execute()).map(viewOf),
});

export async function addFeed(
  { address, title, everyMinutes }: InputOf<Operations["addFeed"]>,
  context: OperationContext,
): Promise<FeedView> {
  const { tx, actor } = context;
  const url = httpUrl(address);
  await resolvePublic(url.hostname, systemResolver, isPublicAddress);
  const known = await feedRows(tx).where("address", "=", url.href).executeTakeFirst();
  const id = known?.id ?? v7();
  if (known?.active) throw new AppError("record.duplicate", "conflict");
  if (known)
    await tx
      .updateTable("feed")
      .set({ active: true, title, every_minutes: everyMinutes })
      .where("zone_id", "=", actor.zoneId)
      .where("id", "=", id)
      .execute();
  else
    await tx
      .insertInto("feed")
      .values({ zone_id: actor.zoneId, id, title, address: url.href, every_minutes: everyMinutes, added_by: actor.id })
      .execute();
  await context.enqueue("intelligence.poll-feed", pollTitle({ title }), { feedId: id, again: true });
  context.journal({ subject: `feed:${id}`, after: { title, address: url.href, everyMinutes } });
  return viewOf(await getFeed(tx, id));
}

export async function pollFeed({ id }: InputOf<Operations["pollFeed"]>, context: OperationContext): Promise<IngestResult> {
  const feed = await getFeed(context.tx, id);
  const jobId = await context.enqueue("intelligence.poll-feed", pollTitle(feed), { feedId: id, again: false });
  return { documents: [], jobId };
}

export async function removeFeed({ id }: InputOf<Operations["removeFeed"]>, context: OperationContext) {
  const { tx, actor } = context;
  const feed = await getFeed(tx, id);
  await tx.updateTable("feed").set({ active: false }).where("zone_id", "=", actor.zoneId).where("id", "=", id).execute();
  context.journal({ subject: `feed:${id}`, before: { title: feed.title, address: feed.address }, after: { active: false } });
  return { removed: true as const };
}
