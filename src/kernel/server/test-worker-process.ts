// A worker in a process of its own, to be killed by a test.
import { createPool, createQueries } from "#kernel/server/database.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import { createUnitOfWork } from "#kernel/server/unit-of-work.ts";
import { startWorker } from "#kernel/server/worker.ts";

const [appUrl = "", workerUrl = "", dataDir = ""] = process.argv.slice(2);
await startWorker({
  workerUrl,
  unitOfWork: createUnitOfWork(createQueries(createPool(appUrl, "test worker"))),
  store: createFolderStore(dataDir),
  subscribers: {},
  pollMs: 20,
  jobs: {
    count: async (job) => {
      const { count, prefix } = job.payload as { count: number; prefix: string };
      for (let number = Number(job.cursor ?? 0) + 1; number <= count; number++) {
        await job.step(async (tx) => {
          await tx
            .insertInto("setting")
            .values({ zone_id: job.actor.zoneId, name: `${prefix}-${number}`, value: "1", changed_by: job.actor.id })
            .execute();
          return { cursor: number, done: number, total: count };
        });
      }
      return null;
    },
  },
});
