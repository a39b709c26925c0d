import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "#kernel/app-error.ts";
import type { Actor } from "#kernel/policy.ts";
import type { EventSubscriber, JobHandler } from "#kernel/server/background.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import { cancelJob, enqueueJob, resumeJob } from "#kernel/server/jobs.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

let database: TestDatabase;
let officer: Actor;
const workers: Worker[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  officer = database.actor("statistics");
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
});
afterAll(() => database.close());

const start = async (jobs: Record<string, JobHandler>, subscribers: Record<string, EventSubscriber> = {}) => {
  const worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork: database.uow,
    store: createFolderStore(database.dataDir),
    jobs,
    subscribers,
    pollMs: 20,
  });
  workers.push(worker);
  return worker;
};
const enqueue = (kind: string, payload: Record<string, unknown> = {}, actor = officer) =>
  database.uow.run(actor, {}, (tx) => enqueueJob(tx, { kind, title: { zh: "任务", en: "job" }, payload }));
const jobOf = async (id: string) => (await database.tamper("select * from job where id = $1", [id]))[0] ?? {};
const until = async (condition: () => Promise<boolean>) => {
  for (let tries = 0; tries < 500; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("waited in vain");
};
/** Adds one setting a step, up to `payload.count`, from where the cursor stands. */
const counting: JobHandler = async (job) => {
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
  return { counted: count };
};
const counted = async (prefix: string) => (await database.tamper("select name from setting where name like $1", [`${prefix}-%`])).length;

describe("任务", () => {
  test("提交才存在：事务退回，任务也没有", async () => {
    const attempt = database.uow.run(officer, {}, async (tx) => {
      await enqueueJob(tx, { kind: "never", title: { zh: "", en: "" }, payload: {} });
      throw new AppError("x", "conflict");
    });
    await expect(attempt).rejects.toThrow();
    expect(await database.tamper("select 1 from job where kind = 'never'")).toEqual([]);
  });

  test("在发起人的园区和权限下执行，结果、进度可查", async () => {
    const id = await enqueue("count", { count: 5, prefix: "run" });
    const worker = await start({ count: counting });
    await worker.drain();
    expect(await jobOf(id)).toMatchObject({ state: "done", done: "5", total: "5", cursor: 5, result: { counted: 5 }, attempts: 1 });
    const foreigner = database.actor("statistics", { zoneId: database.otherZoneId });
    expect(await database.uow.run(foreigner, { readOnly: true }, (tx) => tx.selectFrom("job").select("id").execute())).toEqual([]);
  });

  test("说得清的拒绝：失败并留下那句话，不再重试；排除后从中断处继续", async () => {
    let open = false;
    const id = await enqueue("gate");
    const worker = await start({
      gate: async (job) => {
        if (job.cursor === null) await job.step(async () => ({ cursor: "half", done: 1 }));
        if (!open) throw new AppError("intake.unreadable", "invalid", { name: "a.doc" });
        return job.cursor;
      },
    });
    await worker.drain();
    expect(await jobOf(id)).toMatchObject({
      state: "failed",
      failure: { code: "intake.unreadable", params: { name: "a.doc" } },
      attempts: 1,
    });
    open = true;
    await database.uow.run(officer, {}, (tx) => resumeJob(tx, id));
    await worker.drain();
    expect(await jobOf(id)).toMatchObject({ state: "done", result: "half" });
    await expect(database.uow.run(officer, {}, (tx) => resumeJob(tx, id))).rejects.toMatchObject({ code: "job.not-ended" });
  });

  test("意外错误：退避后重试", async () => {
    let tries = 0;
    const id = await enqueue("shaky");
    const worker = await start({
      shaky: async () => {
        tries += 1;
        if (tries === 1) throw new Error("connection reset");
        return "at last";
      },
    });
    await worker.drain();
    expect(await jobOf(id)).toMatchObject({ state: "queued", attempts: 1 });
    await database.tamper("update job set run_after = now() where id = $1", [id]);
    await worker.drain();
    expect(await jobOf(id)).toMatchObject({ state: "done", result: "at last", attempts: 2 });
  });

  test("取消：排队的立即取消，执行中的在下一步停下，已做的保留", async () => {
    const waiting = await enqueue("nobody-runs-this");
    await database.uow.run(officer, {}, (tx) => cancelJob(tx, waiting));
    expect(await jobOf(waiting)).toMatchObject({ state: "cancelled" });

    const id = await enqueue("count", { count: 100_000, prefix: "cancelled" });
    const worker = await start({ count: counting });
    await until(async () => Number((await jobOf(id))["done"]) > 3);
    await database.uow.run(officer, {}, (tx) => cancelJob(tx, id));
    await worker.drain();
    const job = await jobOf(id);
    expect(job).toMatchObject({ state: "cancelled" });
    expect(await counted("cancelled")).toBe(Number(job["done"]));
  });

  test("服务关闭：停在一步之后，下次从那里继续", async () => {
    const id = await enqueue("count", { count: 400, prefix: "closed" });
    const first = await start({ count: counting });
    await until(async () => Number((await jobOf(id))["done"]) > 3);
    await first.close();
    expect(await jobOf(id)).toMatchObject({ state: "queued", attempts: 0 });
    await (await start({ count: counting })).drain();
    expect(await jobOf(id)).toMatchObject({ state: "done", done: "400" });
    expect(await counted("closed")).toBe(400);
  });

  test("kill -9 之后：另一个进程立即接手，不丢一步，不重一步", async () => {
    const id = await enqueue("count", { count: 300, prefix: "killed" });
    const child = fork(join(import.meta.dirname, "test-worker-process.ts"), [database.appUrl, database.workerUrl, database.dataDir], {
      stdio: "ignore",
    });
    await until(async () => Number((await jobOf(id))["done"]) > 20);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await jobOf(id)).toMatchObject({ state: "running" });
    await start({ count: counting });
    await until(async () => (await jobOf(id))["state"] === "done");
    expect(await counted("killed")).toBe(300);
    expect(await jobOf(id)).toMatchObject({ done: "300", attempts: 2 });
  });
});

describe("事件", () => {
  test("一次提交只生效一次：一个订阅者出错，另一个不受影响，重投不重做", async () => {
    const seen: string[] = [];
    let broken = true;
    const emit = () => database.uow.run(officer, {}, (tx) => emitEvent(tx, "document.accepted", { document: 7 }));
    const subscribers: Record<string, EventSubscriber> = {
      good: {
        kind: "document.accepted",
        handle: async (event, tx) => {
          seen.push(`good ${(event.payload as { document: number }).document} ${event.actor.id === officer.id}`);
          await tx.insertInto("setting").values({ zone_id: event.zoneId, name: "seen", value: "1", changed_by: "good" }).execute();
        },
      },
      shaky: {
        kind: "document.accepted",
        handle: async () => {
          if (broken) throw new Error("not yet");
          seen.push("shaky");
        },
      },
      other: { kind: "something.else", handle: async () => void seen.push("never") },
    };
    const worker = await start({}, subscribers);
    await emit();
    await worker.drain();
    expect(seen).toEqual(["good 7 true"]);
    expect(await database.tamper("select failure from outbox where delivered_at is null")).toEqual([{ failure: "shaky: not yet" }]);
    broken = false;
    await database.tamper("update outbox set next_at = now()");
    await until(async () => (await database.tamper("select 1 from outbox where delivered_at is null")).length === 0);
    expect(seen).toEqual(["good 7 true", "shaky"]);
    expect(await database.tamper("select 1 from setting where name = 'seen'")).toHaveLength(1);
  });

  test("订阅者在事件所属园区里行事", async () => {
    const foreigner = database.actor("statistics", { zoneId: database.otherZoneId });
    const zones: unknown[] = [];
    const worker = await start(
      {},
      {
        where: {
          kind: "zone.asked",
          handle: async (_event, tx) => void zones.push(await tx.selectFrom("journal_head").select("zone_id").execute()),
        },
      },
    );
    await database.uow.run(foreigner, {}, async (tx) => {
      await tx.insertInto("journal_head").values({ zone_id: database.otherZoneId }).execute();
      await emitEvent(tx, "zone.asked", {});
    });
    await worker.drain();
    expect(zones).toEqual([[{ zone_id: database.otherZoneId }]]);
  });
});
