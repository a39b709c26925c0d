import type { Metrics } from "#apps/server/metrics.ts";
import type { Traces } from "#apps/server/traces.ts";
import { AppError } from "#kernel/app-error.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { JobStopped } from "#kernel/server/running-job.ts";

type Handlers = Readonly<Record<string, JobHandler>>;

/** The same handlers, with each run counted and traced. */
export function watchJobs(handlers: Handlers, metrics: Metrics, traces: Traces | undefined): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([kind, handler]): [string, JobHandler] => [
      kind,
      async (job) => {
        const started = performance.now();
        const key = {};
        traces?.begin(key, `job ${kind}`, {});
        const end = (outcome: string) => {
          metrics.jobDone(kind, outcome, (performance.now() - started) / 1000);
          traces?.end(key, { outcome, zone: job.actor.zoneId });
        };
        try {
          const result = await handler(job);
          end("ok");
          return result;
        } catch (error) {
          end(error instanceof JobStopped ? error.because : error instanceof AppError ? error.kind : "bug");
          throw error;
        }
      },
    ]),
  );
}
