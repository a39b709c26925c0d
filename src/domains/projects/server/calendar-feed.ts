import { v7 } from "uuid";
import { CALENDAR_FEED, type feedOperations } from "#domains/projects/contract/feed-operations.ts";
import { readCalendar } from "#domains/projects/server/calendar-sources.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { addDays, type Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type FeedHandlers = HandlersOf<typeof feedOperations, OperationContext>;

/** The days that a feed holds, around today. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 400;

/** The token that is in force: one for each person. */
const current = (tx: Tx, personId: string) =>
  tx
    .selectFrom("bearer_token")
    .select(["id", "created_at"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("person_id", "=", personId)
    .where("purpose", "=", CALENDAR_FEED)
    .where("revoked_at", "is", null)
    .executeTakeFirst();

/** @returns whether there was one. */
async function revoke({ tx, actor, now }: OperationContext): Promise<boolean> {
  const there = await current(tx, actor.id);
  if (there === undefined) return false;
  await tx
    .updateTable("bearer_token")
    .set({ revoked_at: now })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", there.id)
    .execute();
  return true;
}

const createCalendarFeed: FeedHandlers["createCalendarFeed"] = async (_, context) => {
  const { tx, actor, now } = context;
  const replaced = await revoke(context);
  const { token, hash } = context.sessions.signIn.newBearer(CALENDAR_FEED);
  await tx
    .insertInto("bearer_token")
    .values({ zone_id: actor.zoneId, id: v7(), person_id: actor.id, purpose: CALENDAR_FEED, token_hash: hash, created_at: now })
    .execute();
  const zone = await tx.selectFrom("zone").select("slug").where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  context.journal({ subject: `calendar-feed:${actor.id}`, after: { active: true, replaced } });
  return { createdAt: now, path: `/api/public/${zone.slug}/calendar/${token}` };
};

const revokeCalendarFeed: FeedHandlers["revokeCalendarFeed"] = async (_, context) => {
  const ended = await revoke(context);
  context.journal({ subject: `calendar-feed:${context.actor.id}`, before: { active: ended }, after: { active: false } });
  return { createdAt: null };
};

/** Runs as the person whose token it is, with the right to read and no other; that person's items, and milestones of the person's projects. */
const calendarFeed: FeedHandlers["calendarFeed"] = async (_, { tx, actor, today, now, language }) => {
  const all = await readCalendar(tx, { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD), personId: actor.id }, today);
  // An item that was rolled over has moved: a calendar shows it where it is now.
  const entries = all.filter(({ state }) => state !== "rolled");
  const zone = await tx.selectFrom("zone").select("name").where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  // It brings the library that writes iCalendar, which nothing else needs.
  const { printCalendar } = await import("#domains/projects/server/print-calendar.ts");
  return printCalendar(entries, { owner: actor.name, zone: zone.name, now, language });
};

export const feedHandlers: FeedHandlers = {
  myCalendarFeed: async (_, { tx, actor, sessions }) => {
    const there = await current(tx, actor.id);
    const ended = await sessions.signIn.accounts.tokensEndBefore(actor.id);
    const holds = there !== undefined && (ended === undefined || Date.parse(there.created_at) > ended.getTime());
    return { createdAt: holds ? (there.created_at as Instant) : null };
  },
  createCalendarFeed,
  revokeCalendarFeed,
  calendarFeed,
};
