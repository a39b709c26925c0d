import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { LiveHub } from "#kernel/server/live/live-hub.ts";
import type { LiveNews } from "#kernel/server/live/live-news.ts";
import { missedNews } from "#kernel/server/live/missed-news.ts";
import { actorUnder } from "#kernel/server/memberships.ts";
import { refuseForeignOrigin, SESSION_COOKIE } from "#kernel/server/mount-operations.ts";
import type { Platform } from "#kernel/server/platform.ts";
import type { SignIn } from "#kernel/server/sign-in.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type LiveOptions = {
  readonly platform: Platform;
  readonly unitOfWork: UnitOfWork;
  readonly signIn: SignIn;
  readonly appUrl: string;
  readonly heartbeatMs?: number;
  /** Puts on what every reply carries: the headers of security. */
  readonly dress?: (reply: FastifyReply) => void;
};

const HEARTBEAT_MS = 20_000;
/** Windows of one person, and streams of one process. */
const MOST_OF_ONE = 10;
const MOST_OF_ALL = 2_000;
/** A stream whose reader does not keep up is ended; the browser comes again and is told what it missed. */
const MOST_UNSENT = 262_144;

const COMMITTEE: readonly string[] = COMMITTEE_ROLES;

/** Whether somebody may hear that something changed: officers of what their role has a permission in, and everybody of what is told to them alone. */
export function mayHear(actor: Actor, news: LiveNews): boolean {
  if (news.zone !== actor.zoneId) return false;
  if (news.person !== undefined) return news.person === actor.id;
  const domain = `${news.kind.split(".")[0]}.`;
  return COMMITTEE.includes(actor.role) && [...actor.permissions].some((permission) => permission.startsWith(domain));
}

/** Server-sent events: one stream for each open window, for as long as its session and role last. */
export function mountLive(server: FastifyInstance, options: LiveOptions): void {
  const { unitOfWork, heartbeatMs = HEARTBEAT_MS } = options;
  const hub = new LiveHub(options.appUrl);
  const ends = new Map<() => void, string>();
  server.addHook("preClose", async () => {
    for (const end of ends.keys()) end();
    await hub.close();
  });
  server.get("/api/live", async (request, reply) => {
    refuseForeignOrigin(request);
    const first = await listenerOf(request, options);
    if (first === undefined) throw new AppError("access.sign-in", "unauthenticated");
    const { actor } = first;
    const own = [...ends.values()].filter((personId) => personId === actor.id).length;
    if (own >= MOST_OF_ONE || ends.size >= MOST_OF_ALL) throw new AppError("access.too-many-streams", "too-many", { most: MOST_OF_ONE });
    const lastId = request.headers["last-event-id"];
    // The reply is ours from here on, and what every reply carries is put on by hand.
    options.dress?.(reply);
    const headers = reply.getHeaders() as OutgoingHttpHeaders;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...headers,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    });
    let leave = () => {};
    const end = () => {
      leave();
      clearInterval(beat);
      ends.delete(end);
      raw.end();
    };
    const write = (text: string) => {
      if (!raw.writableEnded) raw.write(text);
      if (raw.writableLength > MOST_UNSENT) end();
    };
    const tell = (news: LiveNews | null) => {
      if (news === null) write("event: resync\ndata: {}\n\n");
      else if (mayHear(actor, news))
        write(`id: ${news.id}\nevent: change\ndata: ${JSON.stringify({ kind: news.kind, ids: news.ids })}\n\n`);
    };
    const beat = setInterval(() => {
      void listenerOf(request, options)
        .catch(() => undefined)
        .then((now) => {
          if (now === undefined || now.membershipId !== first.membershipId) end();
          else write(": still here\n\n");
        });
    }, heartbeatMs);
    ends.set(end, actor.id);
    request.raw.on("close", end);
    write("retry: 5000\n\n");
    leave = await hub.join(tell).catch(() => {
      end();
      return () => {};
    });
    if (raw.writableEnded) return leave();
    write("event: ready\ndata: {}\n\n");
    if (typeof lastId === "string" && lastId !== "") {
      const missed = await missedNews(unitOfWork, actor.zoneId, lastId, Date.now()).catch(() => undefined);
      if (missed === undefined) tell(null);
      else for (const news of missed) tell(news);
    }
  });
}

async function listenerOf(request: FastifyRequest, { platform, signIn }: LiveOptions) {
  const cookie = request.cookies[SESSION_COOKIE];
  const session = cookie === undefined ? undefined : await signIn.sessionOf(cookie);
  const membership = session?.memberships.find(({ id }) => id === session.membershipId);
  if (session === undefined || membership === undefined) return undefined;
  return { actor: actorUnder(session, membership, platform.permissions, SYSTEM_ZONE_ID), membershipId: membership.id };
}
