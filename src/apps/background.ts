import { plugins } from "#apps/plugins.ts";
import type { Runtime } from "#apps/runtime.ts";
import { LOOK_AT_WORK, lookAtWork } from "#domains/notices/server/api.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Channel } from "#kernel/server/outgoing.ts";
import { loadSample } from "../../sample/load-sample.ts";

/** Every kind of job that a domain runs, and the loading of the sample. */
export const jobHandlers = (runtime: Runtime): Readonly<Record<string, JobHandler>> =>
  Object.assign(
    { "sample.load": loadSample(runtime), [LOOK_AT_WORK]: lookAtWork(runtime.platform.permissions) },
    ...plugins.map((plugin) => plugin.jobs ?? {}),
  ) as Record<string, JobHandler>;

export const subscribers = (): Readonly<Record<string, EventSubscriber>> =>
  Object.assign({}, ...plugins.map((plugin) => plugin.subscribers ?? {})) as Record<string, EventSubscriber>;

export const channels = (): Readonly<Record<string, Channel>> =>
  Object.assign({}, ...plugins.map((plugin) => plugin.channels ?? {})) as Record<string, Channel>;

export const dailyJobs = (): readonly DailyJob[] => plugins.flatMap((plugin) => plugin.daily ?? []);
