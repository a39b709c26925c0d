import { z } from "zod";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { Instant } from "#kernel/local-date.ts";

/** What the tokens of these addresses are for; a token of another purpose does not open them. */
export const CALENDAR_FEED = "calendar-feed";

export const FeedState = z.object({ createdAt: Instant.nullable() });

export const feedOperations = defineOperations({
  myCalendarFeed: {
    kind: "query",
    path: "/api/projects/calendar-feed",
    permission: "projects.read",
    summary: { zh: "我的日历订阅", en: "My calendar feed" },
    input: z.object({}),
    output: FeedState,
  },
  createCalendarFeed: {
    kind: "command",
    path: "/api/projects/calendar-feed",
    permission: "projects.read",
    // Asked again it makes another address and the former one ends: nothing is kept that the address could be read from.
    idempotency: "natural",
    shownOnce: ["path"],
    summary: { zh: "生成日历订阅地址", en: "Make an address for my calendar" },
    input: z.object({}),
    output: z.object({ createdAt: Instant, path: z.string() }),
  },
  revokeCalendarFeed: {
    kind: "command",
    path: "/api/projects/calendar-feed/revoke",
    permission: "projects.read",
    idempotency: "natural",
    summary: { zh: "停用日历订阅地址", en: "End the address of my calendar" },
    input: z.object({}),
    output: FeedState,
  },
  calendarFeed: {
    kind: "query",
    path: "/api/public/:zone/calendar/:token",
    permission: "public",
    bearer: { purpose: CALENDAR_FEED, permission: "projects.read" },
    summary: { zh: "日历订阅（iCalendar）", en: "Calendar feed (iCalendar)" },
    input: z.object({ zone: z.string().max(60), token: z.string().max(200) }),
    output: FileReply,
    file: "shown",
  },
});
