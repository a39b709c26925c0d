import { instantOf, type LocalDate, localDateOf } from "#kernel/local-date.ts";
import { platformActor } from "#kernel/server/background.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

/** Work that each zone has once a day, from a time of day on (`00:20`, Asia/Shanghai). What it does for days on which no server ran is its own affair. */
export type DailyJob = {
  readonly kind: string;
  readonly title: Text;
  readonly at: string;
  /** Lives by the real calendar everywhere, such as the signing of journals: in the sample zone and for the platform's own chain too. */
  readonly everywhere?: true;
};

const LOOK_MS = 60_000;

/**
 * Queues today's jobs of every zone that lives by the real calendar; the sample zone stands still and has those only that are done everywhere.
 * The job's id is made of zone, kind and day, so that servers that look at the same moment queue it once.
 * @returns how many zones were looked at.
 */
export async function ensureDailyJobs(
  unitOfWork: UnitOfWork,
  daily: readonly DailyJob[],
  now: Date,
  done = new Set<string>(),
): Promise<number> {
  const today = localDateOf(instantOf(now));
  const zones = await unitOfWork.run(platformActor(SYSTEM_ZONE_ID), { readOnly: true }, (tx) =>
    tx.selectFrom("zone").select(["id", "business_date"]).execute(),
  );
  for (const { id, business_date: stands } of zones) {
    const live = stands === null && id !== SYSTEM_ZONE_ID;
    const mark = `${id} ${today}`;
    if (done.has(mark)) continue;
    await unitOfWork.run(platformActor(id), { origin: "daily" }, async (tx) => {
      for (const { kind, title, at } of daily.filter(({ everywhere }) => live || everywhere))
        await enqueueJob(tx, { kind, title, payload: {}, once: today, runAfter: shanghai(today, at) });
    });
    done.add(mark);
  }
  return zones.length;
}

/** China has one time zone and no summer time. */
const shanghai = (day: LocalDate, at: string): string => new Date(`${day}T${at}:00+08:00`).toISOString();

export type DailyRounds = { close(): Promise<void> };

/** Looks every minute while the server runs: a new day begins, a zone is made. Errors are told and the next look tries again. */
export function startDailyJobs(unitOfWork: UnitOfWork, daily: readonly DailyJob[], onError: (error: unknown) => void): DailyRounds {
  let done = new Set<string>();
  let day: LocalDate | undefined;
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    const now = new Date();
    const today = localDateOf(instantOf(now));
    if (today !== day) done = new Set();
    day = today;
    looking = ensureDailyJobs(unitOfWork, daily, now, done).catch(onError);
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
