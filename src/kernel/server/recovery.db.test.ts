import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import { createPool, createQueries } from "#kernel/server/database.ts";
import { type Database, openDatabase } from "#kernel/server/embedded-database.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import { migrate } from "#kernel/server/migrate.ts";
import { MIGRATIONS } from "#kernel/server/test-global-setup.ts";
import { appendToJournal, createUnitOfWork } from "#kernel/server/unit-of-work.ts";
import { verifyJournal } from "#kernel/server/verify-journal.ts";
import { startWorker } from "#kernel/server/worker.ts";

let dataDir: string;
let database: Database;
const zoneId = randomUUID();
const officer: Actor = {
  id: randomUUID(),
  name: "",
  zoneId,
  role: "statistics",
  permissions: new Set(),
  enterpriseId: null,
  departmentId: null,
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "yuanshu-recovery-"));
  await chmod(dataDir, 0o755);
  // Not disposable: what was committed has to be on the disk.
  database = await openDatabase({ dataDir });
  await migrate(database.ownerUrl, MIGRATIONS);
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("负载之下数据库被杀三次：确认过的一条不丢，没有一条做两次，日志完好，任务做完", async () => {
  const pool = createPool(database.appUrl, "recovery");
  const uow = createUnitOfWork(createQueries(pool));
  await uow.run(officer, {}, (tx) => tx.insertInto("zone").values({ id: zoneId, slug: "recovery", name: "恢复区" }).execute());
  const jobId = await uow.run(officer, {}, (tx) => enqueueJob(tx, { kind: "count", title: { zh: "", en: "" }, payload: {} }));
  const worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork: uow,
    store: createFolderStore(dataDir),
    subscribers: {},
    pollMs: 50,
    jobs: {
      count: async (job) => {
        for (let number = Number(job.cursor ?? 0) + 1; number <= 300; number++) {
          await job.step(async (tx) => {
            await tx
              .insertInto("setting")
              .values({ zone_id: zoneId, name: `step ${number}`, value: "1", changed_by: "job" })
              .execute();
            return { cursor: number, done: number };
          });
        }
      },
    },
  });

  const confirmed: string[] = [];
  let writing = true;
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      const name = randomUUID();
      try {
        await uow.run(officer, {}, async (tx) => {
          await tx.insertInto("department").values({ zone_id: zoneId, id: randomUUID(), name }).execute();
          appendToJournal(tx, { operation: "test.write", subject: name });
        });
        confirmed.push(name);
      } catch (error) {
        expect(error).toMatchObject({ code: "database.unavailable" });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });
  for (let kill = 0; kill < 3; kill++) {
    const before = confirmed.length;
    while (confirmed.length < before + 50) await new Promise((resolve) => setTimeout(resolve, 10));
    process.kill(Number.parseInt(await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10), "SIGKILL");
  }
  const before = confirmed.length;
  while (confirmed.length < before + 50) await new Promise((resolve) => setTimeout(resolve, 10));
  writing = false;
  await Promise.all(writers);

  const read = <T>(work: Parameters<typeof uow.run<T>>[2]) => uow.run(officer, { readOnly: true }, work);
  const jobState = () => read((tx) => tx.selectFrom("job").select(["state", "done"]).where("id", "=", jobId).executeTakeFirstOrThrow());
  while ((await jobState()).state !== "done") await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await jobState()).toEqual({ state: "done", done: "300" });
  expect(await read((tx) => tx.selectFrom("setting").select("name").execute())).toHaveLength(300);
  const written = new Set((await read((tx) => tx.selectFrom("department").select("name").execute())).map((row) => row.name));
  expect(confirmed.filter((name) => !written.has(name))).toEqual([]);
  const report = await read((tx) => verifyJournal(tx, zoneId));
  expect(report).toMatchObject({ findings: [], entries: written.size });
  await worker.close();
  await pool.end();
}, 120_000);
