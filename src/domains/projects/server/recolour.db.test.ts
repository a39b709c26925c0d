import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectsPlugin } from "#domains/projects/server/plugin.ts";
import { recolourAll } from "#domains/projects/server/recolour.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { ensureDailyJobs } from "#kernel/server/daily-jobs.ts";
import { startWorker } from "#kernel/server/worker.ts";

let at: TestProjects;
let promotion: Actor;
let force: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  force = await at.person("task_force");
});
afterAll(() => at.database.close());

const recolour = (today: string) => at.database.uow.run(force, {}, (tx) => recolourAll(tx, localDate(today)));
const colours = async (id: string) =>
  (
    await at.database.tamper(
      "select ordinal, as_of::text, colour, rule_version from project_colour where project_id = $1 order by ordinal",
      [id],
    )
  ).map((row) => [row["as_of"], row["colour"]]);
const whole = (id: string) =>
  at.database.tamper("select to_jsonb(c) row from project_colour c where project_id = $1 order by ordinal", [id]);
const supervision = (id: string) =>
  at.database.tamper("select kind, opened_on::text from project_supervision where project_id = $1 order by id", [id]);

describe("没有服务器的那些天", () => {
  test("颜色记在它变的那一天；督办在有人能办的今天发起，一次", async () => {
    await recolour("2026-04-30");
    const id = await at.project(
      promotion,
      { signedOn: "2026-05-01" as never, plan: [{ kind: "land", plannedOn: "2026-05-10" as never }] },
      "2026-05-02",
    );
    await recolour("2026-05-09");
    expect(await colours(id)).toEqual([["2026-05-02", "green"]]);
    const done = await recolour("2026-05-28");
    expect(await colours(id)).toEqual([
      ["2026-05-02", "green"],
      ["2026-05-11", "blue"],
      ["2026-05-26", "yellow"],
    ]);
    expect(done).toMatchObject({ changed: 2, opened: 1 });
    expect(await supervision(id)).toEqual([{ kind: "plan", opened_on: "2026-05-28" }]);
    const again = await recolour("2026-05-28");
    expect(again).toMatchObject({ changed: 0, opened: 0 });
  });

  test("今天才登记的项目，之前的日子谁也看不见它，不补颜色", async () => {
    const id = await at.project(
      promotion,
      { signedOn: "2025-05-01" as never, plan: [{ kind: "start", plannedOn: "2025-09-01" as never }] },
      "2026-06-05",
    );
    await recolour("2026-06-05");
    expect(await colours(id)).toEqual([["2026-06-05", "red"]]);
  });

  test("那一天之后已经有人登记过的项目，不在它前面插颜色", async () => {
    const id = await at.project(
      promotion,
      { signedOn: "2026-06-06" as never, plan: [{ kind: "land", plannedOn: "2026-06-10" as never }] },
      "2026-06-06",
    );
    await recolour("2026-06-06");
    await at.call(force, "reachMilestone", { id, kind: "element-power", on: "2026-06-12" }, { today: "2026-06-14" });
    expect(await colours(id)).toEqual([
      ["2026-06-06", "green"],
      ["2026-06-14", "blue"],
    ]);
    await recolour("2026-06-15");
    expect(await colours(id)).toEqual([
      ["2026-06-06", "green"],
      ["2026-06-14", "blue"],
    ]);
  });

  test("两个服务器同一天都来算：颜色不重，日子只记一次", async () => {
    const id = await at.project(
      promotion,
      { signedOn: "2026-06-16" as never, plan: [{ kind: "land", plannedOn: "2026-06-18" as never }] },
      "2026-06-16",
    );
    await Promise.all(Array.from({ length: 4 }, () => recolour("2026-06-20")));
    expect(await colours(id)).toEqual([
      ["2026-06-16", "green"],
      ["2026-06-19", "blue"],
    ]);
    expect(await at.database.tamper("select 1 from project_recolouring where as_of = '2026-06-20'")).toHaveLength(1);
    expect(await supervision(id)).toEqual([{ kind: "reminder", opened_on: "2026-06-20" }]);
  });
});

describe("历史不重涂", () => {
  test("更正过去月份的报数：记下的颜色、理由、依据和规则版本一字不动，今天按更正后的算", async () => {
    const months = Array.from({ length: 12 }, () => "10000000");
    const id = await at.project(promotion, { signedOn: "2025-12-01" as never, plannedTotalYuan: "600000000" as never }, "2026-01-05");
    await at.call(force, "setInvestmentPlan", { id, year: 2026, monthsYuan: months }, { today: "2026-01-05" });
    await at.call(force, "reportMonth", { id, month: "2026-01", investedYuan: "2000000" }, { today: "2026-01-31" });
    await at.call(force, "reportMonth", { id, month: "2026-02", investedYuan: "2000000" }, { today: "2026-02-28" });
    const before = await whole(id);
    expect((await colours(id)).at(-1)).toEqual(["2026-02-28", "yellow"]);

    await at.call(
      force,
      "reportMonth",
      { id, month: "2026-01", investedYuan: "18000000", revisionReason: "漏报设备款" },
      { today: "2026-03-02" },
    );
    const after = await whole(id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await colours(id)).slice(before.length)).toEqual([["2026-03-02", "green"]]);
    await expect(at.database.uow.run(force, {}, (tx) => tx.deleteFrom("project_colour").execute())).rejects.toMatchObject({
      code: "42501",
    });
    // A past day is still read as it stood: the correction had not come by then.
    expect(await at.call(force, "projectColour", { id, asOf: "2026-02-28" })).toMatchObject({ colour: "yellow" });
  });

  test("规则改了：以前的颜色留着当时的版本", async () => {
    const leader = await at.person("leadership");
    const id = await at.project(
      promotion,
      { signedOn: "2026-06-01" as never, plan: [{ kind: "land", plannedOn: "2026-06-19" as never }] },
      "2026-06-21",
    );
    await recolour("2026-06-21");
    const before = await whole(id);
    const { items } = await at.call<{ items: { rule: Record<string, unknown> }[] }>(leader, "listColourRules", {});
    const milestone = {
      source: "测试",
      steps: [
        { band: "green", upTo: "0", including: true },
        { band: "red", upTo: null },
      ],
    };
    await at.call(
      leader,
      "setColourRule",
      { rule: { ...items[0]?.rule, milestone }, effectiveOn: "2026-06-23", reason: "从严" },
      { today: "2026-06-22" },
    );
    await recolour("2026-06-25");
    expect((await whole(id)).slice(0, before.length)).toEqual(before);
    expect(await colours(id)).toEqual([
      ["2026-06-21", "blue"],
      ["2026-06-23", "red"],
    ]);
    const versions = await at.database.tamper("select rule_version from project_colour where project_id = $1 order by ordinal", [id]);
    expect(versions.map((row) => row["rule_version"])).toEqual([1, 2]);
  });
});

test("每天由排定的任务自己算，不用谁按；做完留日志", async () => {
  const worker = await startWorker({
    workerUrl: at.database.workerUrl,
    unitOfWork: at.database.uow,
    store: at.store,
    jobs: projectsPlugin.jobs ?? {},
    subscribers: {},
    pollMs: 20,
  });
  await ensureDailyJobs(at.database.uow, projectsPlugin.daily ?? [], new Date());
  await at.database.tamper("update job set run_after = now() where state = 'queued'");
  await worker.drain();
  await worker.close();
  const [job] = await at.database.tamper("select state, result from job where kind = 'projects.recolour-day' and zone_id = $1", [
    at.database.zoneId,
  ]);
  expect(job).toMatchObject({ state: "done", result: { looked: expect.any(Number) } });
  const [today] = await at.database.tamper("select max(as_of)::text as last from project_recolouring");
  expect(job?.["result"]).toMatchObject({ asOf: today?.["last"] });
  expect(await at.database.tamper("select 1 from journal_entry where operation = 'projects.recolour'")).not.toEqual([]);
});
