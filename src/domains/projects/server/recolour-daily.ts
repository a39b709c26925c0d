import { recolourAll } from "#domains/projects/server/recolour.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import { appendToJournal } from "#kernel/server/unit-of-work.ts";

export const RECOLOUR = "projects.recolour-day";

/** A milestone is overdue because a day has passed: every day the colours of all projects are computed, and of the days that were missed. */
export const recolourDaily: DailyJob = {
  kind: RECOLOUR,
  title: { zh: "每日重算项目颜色", en: "Colours of the projects, day by day" },
  at: "00:20",
};

export const recolourJob: JobHandler = async (job) => {
  let done: unknown;
  await job.step(async (tx) => {
    const today = await businessDayOf(tx);
    const recoloured = await recolourAll(tx, today);
    appendToJournal(tx, { operation: "projects.recolour", subject: "projects", after: { recoloured: today, ...recoloured } });
    done = { asOf: today, ...recoloured };
    return { done: recoloured.looked, total: recoloured.looked };
  });
  return done;
};
