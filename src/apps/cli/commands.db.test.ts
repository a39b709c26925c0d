import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRuntime, type Runtime } from "#apps/runtime.ts";
import { ensureSample } from "#apps/server/sample-zone.ts";
import { run, temporaryFolder } from "#apps/test-command.ts";
import { projectColumns } from "#domains/projects/contract/project-columns.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let runtime: Runtime;
const yuanshu = (...args: readonly string[]) => run("cli", args, { DATA_DIR: join(folder.path, "data") });
async function json<T>(...args: readonly string[]): Promise<T> {
  const ran = await yuanshu(...args, "--json");
  if (ran.code !== 0) throw new Error(`${args.join(" ")} ended with ${ran.code}: ${ran.err}${ran.out}`);
  return JSON.parse(ran.out) as T;
}
const tamper = async (statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: runtime.database.adminUrl });
  await client.connect();
  return (await client.query<Record<string, unknown>>(statement).finally(() => client.end())).rows;
};

beforeAll(async () => {
  folder = await temporaryFolder("cli");
  // Held open, so that each command joins the running database instead of starting and stopping it.
  runtime = await openRuntime({ as: "guest", environment: {}, dataDir: join(folder.path, "data") });
});
afterAll(async () => {
  await runtime.close();
  folder.remove();
});

const zone = [
  "zone",
  "create",
  "--slug",
  "real",
  "--name",
  "云岭高新区",
  "--departments",
  "经济运行局,招商合作局",
  "--admin-username",
  "boss",
  "--admin-name",
  "管理员",
  "--admin-password",
  "correct horse battery",
];

test("新建园区、收入并全部采纳、列出；同一园区代号再建说一句话", async () => {
  expect(await json(...zone)).toMatchObject({ slug: "real", sample: false });
  const again = await yuanshu(...zone);
  expect([again.code, again.err.trim()]).toEqual([1, "园区代号“real”已被使用。"]);
  expect(await json("zone", "list")).toMatchObject({ items: [{ slug: "real" }] });
  expect(await json("system", "list-departments")).toMatchObject({ items: [{ name: "招商合作局" }, { name: "经济运行局" }] });

  const file = join(folder.path, "半年.txt");
  writeFileSync(file, "云岭高新区半年报\n\n2025-07-24　来源：岚州日报\n\n2025年上半年，云岭高新区出口总额132.7亿元，同比增长9.4%。\n");
  const taken = await json<{ documents: { state: string; figures: number; accepted: number }[] }>(
    "intelligence",
    "ingest",
    file,
    "--accept-all",
  );
  expect(taken.documents).toMatchObject([{ state: "reviewed", figures: 1 }]);
  expect(taken.documents[0]?.accepted).toBeGreaterThan(0);
  expect(await json("intelligence", "list-documents")).toMatchObject({ items: [{ title: "云岭高新区半年报", state: "reviewed" }] });
  const printed = await yuanshu("intelligence", "ingest", file);
  expect([printed.code, printed.out]).toEqual([0, expect.stringContaining("完全相同")]);
  expect(await tamper("select decided_by from fact_decision")).toEqual([{ decided_by: "local-administrator" }]);
});

test("某日的四色：服务器开着、关了都一样打印，次序不变，每行正是项目、颜色、理由", async () => {
  const sheet = join(folder.path, "项目.csv");
  const rows = [
    {
      name: "乙项目产线",
      enterprise: "乙微电子有限公司",
      category: "产业",
      amount: "60000",
      contract: "HT-2",
      signed: "2026-01-10",
      start: "2026-03-01",
    },
    {
      name: "甲项目产线",
      enterprise: "甲微电子有限公司",
      category: "产业",
      amount: "60000",
      contract: "HT-1",
      signed: "2026-01-08",
      start: "2026-09-01",
    },
  ];
  const lines = rows.map((row: Readonly<Record<string, string>>) => projectColumns.map((column) => row[column.key] ?? ""));
  const heads = projectColumns.map((column) => column.head.zh);
  writeFileSync(sheet, `\ufeff${[heads, ...lines].map((cells) => cells.join(",")).join("\r\n")}\r\n`);
  expect(await json("projects", "import-projects", sheet)).toMatchObject({ imported: 2, refused: 0 });
  const coloursOn = (day: string) => json<{ project: string; colour: string; reasons: string[] }[]>("projects", "colours", "--as-of", day);
  const running = await coloursOn("2026-06-30");
  expect(running.map(({ project, colour, reasons }) => ({ project, colour, reasons }))).toEqual([
    { project: "乙项目产线", colour: "red", reasons: ["超过计划开工月3个月未开工", "2026年6月未报月报，无数据"] },
    { project: "甲项目产线", colour: "yellow", reasons: ["2026年6月未报月报，无数据"] },
  ]);
  expect(await coloursOn("2026-01-09")).toMatchObject([{ project: "甲项目产线", colour: "green", reasons: [] }]);
  // Nobody holds the database open now: the command starts it and leaves it stopped.
  await runtime.close();
  expect(await coloursOn("2026-06-30")).toEqual(running);
  runtime = await openRuntime({ as: "guest", environment: {}, dataDir: join(folder.path, "data") });
  expect(await coloursOn("2026-06-30")).toEqual(running);
});

test("示范园区移除之后只剩真的园区，账号也没了，不再回来", async () => {
  const sample = await ensureSample(runtime);
  expect(sample?.accounts.length).toBeGreaterThan(10);
  expect(await json("intelligence", "list-documents")).toMatchObject({ items: [{ title: "云岭高新区半年报" }] });
  const nowhere = await yuanshu("intelligence", "list-documents", "--zone", "nowhere");
  expect([nowhere.code, nowhere.err.trim()]).toEqual([1, "请用 --zone 指明园区（可选：real、yunling）。"]);
  expect(await json("sample", "remove")).toEqual({ removed: true });
  expect(await json("sample", "remove")).toEqual({ removed: false });
  expect(await tamper("select slug from zone where slug <> 'system'")).toEqual([{ slug: "real" }]);
  expect(await tamper('select username from auth."user"')).toEqual([{ username: "boss" }]);
  expect(await ensureSample(runtime)).toBeUndefined();
});

test("日志完好时 0；改了一行，指出第几条、以 1 退出", async () => {
  const whole = await yuanshu("audit", "verify");
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining("日志链完整")]);
  const [edited] = await tamper(
    "update journal_entry set actor_id = 'somebody' where zone_id = (select id from zone where slug = 'real') and sequence = 1 returning sequence",
  );
  expect(edited?.["sequence"]).toBe("1");
  const broken = await yuanshu("audit", "verify");
  expect([broken.code, broken.out]).toEqual([1, expect.stringMatching(/real #1 {2}第 1 条被改动/)]);
  expect(await json("audit", "list", "--zone", "real", "--limit", "1").catch(String)).toMatchObject({
    items: [{ role: "system_administrator", from: "local" }],
  });
});

test("示范园区不在网上移除，命令行也只认自带数据库的管理员", async () => {
  const ran = await run("cli", ["sample", "remove"], {
    DATA_DIR: join(folder.path, "other"),
    DATABASE_URL: runtime.database.appUrl,
    DATABASE_OWNER_URL: runtime.database.ownerUrl,
  });
  expect([ran.code, ran.err.trim()]).toEqual([1, "示范数据与示范账号只在本机自带数据库中存在。"]);
});
