import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { receiveDocument } from "#domains/intelligence/server/documents/receive-document.ts";
import { sentencesOf } from "#domains/intelligence/server/documents/sentences-of.ts";
import { PageFetcher } from "#domains/intelligence/server/intake/fetch-page.ts";
import { decodeText } from "#domains/intelligence/server/reading/decode-text.ts";
import { LARGEST_FILE } from "#domains/intelligence/server/reading/read-file.ts";
import { type FeedRow, getFeed, pollTitle } from "#domains/intelligence/server/sources/feeds.ts";
import { AppError } from "#kernel/app-error.ts";
import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";
import type { RunningJob } from "#kernel/server/background.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import type { Text } from "#kernel/texts.ts";

/** One fetcher for the process: it remembers robots.txt and when it last asked each host. */
const fetcher = new PageFetcher();
const MOST_ITEMS = 50;
const LONGEST_KEY = 500;
const READ_TITLE: Text = { zh: "读取文档", en: "Read documents" };

/** Takes one page in by its address; reading it is a job of its own. */
export async function fetchAddress(job: RunningJob): Promise<{ documentId: string }> {
  const { address, published } = job.payload as { address: string; published: LocalDate | null };
  const page = await fetcher.fetch(address);
  let documentId = "";
  await job.step(async (tx) => {
    const received = await receiveDocument(tx, job.store, {
      name: nameOf(page.address),
      bytes: page.bytes,
      origin: "address",
      address: page.address,
      published: published ?? undefined,
    });
    documentId = received.id;
    if (received.duplicateOf === null)
      await enqueueJob(tx, { kind: "intelligence.read", title: READ_TITLE, payload: { documentIds: [received.id], acceptAll: false } });
    return { done: 1, total: 1, message: page.address.slice(0, 200) };
  });
  return { documentId };
}

const nameOf = (address: string): string => {
  const path = new URL(address).pathname.split("/").filter(Boolean).at(-1);
  return (path ?? new URL(address).host).slice(0, 120);
};

type Item = {
  readonly key: string;
  readonly address: string | null;
  readonly title: string;
  readonly published: LocalDate | null;
  /** Null when it cannot be had; asked only for what is new. */
  readonly read: () => Promise<Uint8Array | null>;
};

/** Reads a feed or a watched folder once: each new item becomes a document; asked to go on, it puts its next visit on the list. */
export async function pollFeed(job: RunningJob): Promise<{ taken: number }> {
  const { feedId, again } = job.payload as { feedId: string; again: boolean };
  const feed = await job.read((tx) => getFeed(tx, feedId));
  if (!feed.active) return { taken: 0 };
  let taken = 0;
  let result: Text;
  try {
    const items = feed.kind === "folder" ? await folderItems(feed.address) : await feedItems(feed);
    for (const item of await unseen(job, feed, items)) if (await takeItem(job, feed, item)) taken += 1;
    result = { zh: `新收录 ${taken} 篇`, en: `${taken} new` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    result = sentencesOf(error);
  }
  await job.step(async (tx) => {
    await tx
      .updateTable("feed")
      .set({ last_polled_at: new Date().toISOString(), last_result: JSON.stringify(result) })
      .where("zone_id", "=", feed.zone_id)
      .where("id", "=", feed.id)
      .execute();
    const runAfter = new Date(Date.now() + feed.every_minutes * 60_000).toISOString();
    if (again) await enqueueJob(tx, { kind: "intelligence.poll-feed", title: pollTitle(feed), payload: { feedId, again: true }, runAfter });
    return { message: result.zh };
  });
  return { taken };
}

/** What this source has not given before, not too much at once: the rest comes with the next visit. */
async function unseen(job: RunningJob, feed: FeedRow, items: readonly Item[]): Promise<readonly Item[]> {
  const rows = await job.read((tx) =>
    tx.selectFrom("feed_item").select("item").where("zone_id", "=", feed.zone_id).where("feed_id", "=", feed.id).execute(),
  );
  const seen = new Set(rows.map((row) => row.item));
  return items.filter((item) => !seen.has(item.key)).slice(0, MOST_ITEMS);
}

async function takeItem(job: RunningJob, feed: FeedRow, item: Item): Promise<boolean> {
  const bytes = await item.read();
  // What cannot be had now is not remembered: the next visit tries again while the source still names it.
  if (bytes === null) return false;
  let taken = false;
  await job.step(async (tx) => {
    await tx
      .insertInto("feed_item")
      .values({ zone_id: feed.zone_id, feed_id: feed.id, item: item.key })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (bytes.byteLength === 0) return { message: item.title };
    const received = await receiveDocument(tx, job.store, {
      name: item.title,
      title: item.title,
      bytes,
      origin: feed.kind === "folder" ? "folder" : "feed",
      address: item.address,
      published: item.published ?? undefined,
    });
    taken = received.duplicateOf === null;
    if (taken)
      await enqueueJob(tx, { kind: "intelligence.read", title: READ_TITLE, payload: { documentIds: [received.id], acceptAll: false } });
    return { message: item.title };
  });
  return taken;
}

/** One page of a feed that cannot be had does not hold up the others. */
async function fetchQuietly(address: string): Promise<Uint8Array | null> {
  try {
    return (await fetcher.fetch(address)).bytes;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function feedItems(feed: FeedRow): Promise<readonly Item[]> {
  const page = await fetcher.fetch(feed.address);
  return readFeed(decodeText(page.bytes).text, feed.address);
}

type AnyItem = {
  title?: unknown;
  link?: string;
  links?: { href?: string; rel?: string }[];
  id?: string;
  guid?: { value?: string };
  pubDate?: unknown;
  published?: unknown;
  updated?: unknown;
};

/** RSS, Atom and RDF alike. @throws AppError `feed.not-a-feed`. */
export async function readFeed(text: string, address: string): Promise<readonly Item[]> {
  const { parseFeed } = await import("feedsmith");
  let parsed: { format: string; feed: { items?: AnyItem[]; entries?: AnyItem[] } };
  try {
    parsed = parseFeed(text) as unknown as typeof parsed;
  } catch {
    throw new AppError("feed.not-a-feed", "invalid", { address });
  }
  const items = parsed.feed.items ?? parsed.feed.entries ?? [];
  return items.flatMap((item): Item[] => {
    const link = item.link ?? item.links?.find((candidate) => (candidate.rel ?? "alternate") === "alternate")?.href;
    const target = link === undefined ? null : URL.parse(link, address);
    if (!target || !/^https?:$/.test(target.protocol)) return [];
    const title = typeof item.title === "string" ? item.title : ((item.title as { value?: string } | undefined)?.value ?? target.href);
    return [
      {
        key: (item.guid?.value ?? item.id ?? target.href).slice(0, LONGEST_KEY),
        address: target.href,
        title: title.slice(0, 200),
        published: dayOf(item.pubDate ?? item.published ?? item.updated),
        read: () => fetchQuietly(target.href),
      },
    ];
  });
}

function dayOf(stamp: unknown): LocalDate | null {
  const time = typeof stamp === "string" ? Date.parse(stamp) : stamp instanceof Date ? stamp.getTime() : Number.NaN;
  if (Number.isNaN(time)) return null;
  return findLocalDate(new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)) ?? null;
}

/** Plain files of the folder itself, unhidden, none too large; a file that changes is another item. */
async function folderItems(folder: string): Promise<readonly Item[]> {
  const names = await readdir(folder).catch(() => {
    throw new AppError("folder.unreadable", "unavailable", { folder });
  });
  const items: Item[] = [];
  for (const name of names.filter((candidate) => !candidate.startsWith(".")).sort()) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => undefined);
    // A file still being copied in changes its time: it is left for the next visit.
    if (!info?.isFile() || info.size === 0 || info.size > LARGEST_FILE || Date.now() - info.mtimeMs < 2000) continue;
    items.push({
      key: `${name}:${info.size}:${Math.round(info.mtimeMs)}`.slice(-LONGEST_KEY),
      address: null,
      title: name,
      published: null,
      // Gone since it was listed: another visit may find it again.
      read: () => readFile(path).catch(() => null),
    });
  }
  return items;
}
