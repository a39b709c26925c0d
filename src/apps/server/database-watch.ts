import type { FastifyInstance } from "fastify";
import { AppError } from "#kernel/app-error.ts";
import { createPool } from "#kernel/server/database.ts";

export type DatabaseWatch = {
  /** Whether it has stopped answering without closing its connections: whoever asks it now would wait for nothing. */
  isAway(): boolean;
  close(): Promise<void>;
};

const LOOK_MS = 500;
const ASK_MS = 2_000;
const ANSWERS_WITHIN_MS = 8_000;
/** Looks in a row at which the answer was late: one alone may fall on a process that was busy itself. */
const LATE_LOOKS = 3;

/**
 * A database that refuses connections is told at once by every request. One that stands still, or a network that swallows what is sent, holds each
 * request for a minute: so one connection asks all the time, and as long as it gets no answer nobody else is sent there.
 */
export function watchDatabase(appUrl: string): DatabaseWatch {
  const pool = createPool(appUrl, "watch", { max: 1 });
  let [asked, answered, late, away, closed] = [0, performance.now(), 0, false, false];
  const timer = setInterval(() => {
    const now = performance.now();
    if (asked > 0) {
      late = now - asked > ANSWERS_WITHIN_MS ? late + 1 : 0;
      if (late >= LATE_LOOKS) away = true;
    } else if (now - answered >= ASK_MS) ask(now);
  }, LOOK_MS);
  timer.unref();
  function ask(now: number): void {
    asked = now;
    pool
      .query("select 1")
      .then(() => {
        [away, late] = [false, 0];
      })
      // That it refuses is no news: those who ask are told so themselves.
      .catch(() => {})
      .finally(() => {
        [asked, answered] = [0, performance.now()];
      });
  }
  return {
    isAway: () => away,
    close: async () => {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      // The one connection may be waiting for what never comes.
      await Promise.race([pool.end(), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    },
  };
}

/** What needs the database is refused while it is away; what tells how the process is, and the pages themselves, are not. */
export function refuseWhileAway(server: FastifyInstance, watch: DatabaseWatch): void {
  server.addHook("onRequest", async (request) => {
    if (watch.isAway() && request.routeOptions.config.operation !== undefined && request.url.startsWith("/api/"))
      throw new AppError("database.unavailable", "unavailable");
  });
}
