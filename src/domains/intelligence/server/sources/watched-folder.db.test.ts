import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchFolder } from "#domains/intelligence/server/api.ts";
import { readDocuments } from "#domains/intelligence/server/documents/read-document-job.ts";
import { pollFeed } from "#domains/intelligence/server/sources/fetch-jobs.ts";
import type { Actor } from "#kernel/policy.ts";
import { createFolderStore } from "#kernel/server/files.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

let database: TestDatabase;
let worker: Worker;
let folder: string;
let officer: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  officer = database.actor("statistics");
  folder = join(database.dataDir, "incoming");
  mkdirSync(folder);
  worker = await startWorker({
    workerUrl: database.workerUrl,
    unitOfWork: database.uow,
    store: createFolderStore(join(database.dataDir, "files")),
    jobs: { "intelligence.poll-feed": pollFeed, "intelligence.read": readDocuments },
    subscribers: {},
    pollMs: 20,
  });
});
afterAll(async () => {
  await worker.close();
  await database.close();
});

/** A file that was finished a minute ago. */
function put(name: string, content: string, minutesAgo = 1): void {
  writeFileSync(join(folder, name), content);
  const time = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(join(folder, name), time, time);
}
const article = (zone: string) => `${zone}半年报\n\n2025年上半年，${zone}出口总额132.7亿元，同比增长9.4%。\n`;
const documents = () => database.tamper("select name, state, origin from document order by name");

/** One visit, as the plan of the feed would make it. */
async function visit(): Promise<unknown> {
  const [feed] = await database.tamper("select id from feed");
  await database.uow.run(officer, {}, (tx) =>
    enqueueJob(tx, { kind: "intelligence.poll-feed", title: { zh: "", en: "" }, payload: { feedId: feed?.["id"], again: false } }),
  );
  await worker.drain();
  const [after] = await database.tamper("select last_result from feed");
  return after?.["last_result"];
}

test("监看文件夹：新文件各收一次，隐藏的、还在写的、空的不收；再登记一次不重复", async () => {
  put("甲.txt", article("甲山高新区"));
  put(".隐藏.txt", article("隐藏高新区"));
  put("空.txt", "");
  writeFileSync(join(folder, "正在写.txt"), article("未完高新区"));
  mkdirSync(join(folder, "子文件夹"));
  await database.uow.run(officer, {}, (tx) => watchFolder(tx, folder));
  await database.uow.run(officer, {}, (tx) => watchFolder(tx, folder));
  await worker.drain();
  expect(await documents()).toEqual([{ name: "甲.txt", state: "review", origin: "folder" }]);
  expect(await database.tamper("select count(*)::int n from feed")).toEqual([{ n: 1 }]);
  expect(await database.tamper("select count(*)::int n from job where kind = 'intelligence.poll-feed' and state = 'queued'")).toEqual([
    { n: 1 },
  ]);
  expect(await visit()).toEqual({ zh: "新收录 0 篇", en: "0 new" });
});

test("改过的文件是另一份；内容没变的不重收；读不了的说明原因，别的照收", async () => {
  put("甲.txt", `${article("甲山高新区")}补充一句话。\n`, 5);
  put("乙.txt", article("甲山高新区"));
  put("旧.doc", Buffer.from("d0cf11e0a1b11ae10000", "hex").toString("latin1"));
  put("丙.txt", article("丙山高新区"));
  await visit();
  const states = await documents();
  expect(states.filter((row) => row["name"] === "甲.txt")).toHaveLength(2);
  expect(states.find((row) => row["name"] === "乙.txt")).toBeUndefined();
  expect(states.find((row) => row["name"] === "丙.txt")).toMatchObject({ state: "review" });
});

test("一次收不完的，下一次接着收，一份不落", async () => {
  for (let number = 0; number < 120; number += 1)
    put(`批量${String(number).padStart(3, "0")}.txt`, article(`批${"零一二三四五六七八九"[number % 10]}${number}高新区`));
  await visit();
  await visit();
  await visit();
  const taken = (await documents()).map((row) => String(row["name"])).filter((name) => name.startsWith("批量"));
  expect([taken.length, new Set(taken).size]).toEqual([120, 120]);
});

test("文件夹没了：记下一句话，不影响下次", async () => {
  rmSync(folder, { recursive: true });
  expect(await visit()).toMatchObject({ zh: expect.stringContaining("读不到") });
});
