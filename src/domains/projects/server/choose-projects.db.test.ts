import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

type Rows = { readonly items: readonly { readonly id: string; readonly name: string; readonly stage: string }[]; readonly total: number };
type Rate = {
  readonly numerator: number;
  readonly denominator: number;
  readonly counted: readonly string[];
  readonly of: readonly string[];
};
type Lists = {
  readonly startRate: Rate;
  readonly constructionRate: { readonly withoutCompleted: Rate; readonly withCompleted: Rate };
};
type File = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

const HEAD = "项目名称,企业,类别,计划总投资（万元）,合同编号,签约日期,计划开工,实际开工,实际竣工";
const SHEET = [
  HEAD,
  "已开工项目,甲公司,产业,60000,号1,2025-03-10,2026-03-02,2026-03-20,",
  "应开未开项目,乙公司,科技,8000,号2,2025-05-10,2026-04-01,,",
  "已竣工项目,丙公司,产业,9000,号3,2024-05-10,2025-02-01,2025-03-01,2026-05-01",
  "明年开工项目,丁公司,城市,7000,号4,2026-05-10,2027-04-01,,",
  "=SUM(A1)项目,戊公司,产业,500.5,号5,2026-06-10,,,",
].join("\r\n");

let at: TestProjects;
let promotion: Actor;
let statistics: Actor;
beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  statistics = await at.person("statistics");
  await at.call(promotion, "importProjects", {}, { files: [{ name: "台账.csv", bytes: Buffer.from(`\ufeff${SHEET}`, "utf8") }] });
});
afterAll(() => at.database.close());

const list = (input: Readonly<Record<string, unknown>>) => at.call<Rows>(statistics, "listProjects", input);
const ids = ({ items }: Rows) => items.map((row) => row.id).sort();
const names = ({ items }: Rows) => items.map((row) => row.name);

describe("开工率、在建率打开到项目", () => {
  test("分子和分母与比率里写的是同一批项目", async () => {
    const { startRate, constructionRate } = await at.call<Lists>(statistics, "projectLists", {});
    expect([startRate.numerator, startRate.denominator]).toEqual([1, 2]);
    expect([constructionRate.withoutCompleted.numerator, constructionRate.withCompleted.numerator]).toEqual([1, 2]);
    for (const [rate, of] of [
      ["start", startRate],
      ["construction", constructionRate.withoutCompleted],
      ["construction-with-completed", constructionRate.withCompleted],
    ] as const) {
      expect(ids(await list({ rate, side: "counted" }))).toEqual([...of.counted].sort());
      expect(ids(await list({ rate }))).toEqual([...of.of].sort());
    }
  });

  test("与类别、搜索一起筛选；没有的比率被拒绝", async () => {
    expect(names(await list({ rate: "start", category: "science" }))).toEqual(["应开未开项目"]);
    expect(names(await list({ rate: "start", q: "甲公司" }))).toEqual(["已开工项目"]);
    await expect(list({ rate: "speed" })).rejects.toMatchObject({ kind: "invalid" });
  });
});

describe("任一日期的列表", () => {
  test("阶段按那一天，那天还没签约的不在列表里", async () => {
    const then = await list({ asOf: "2026-03-10" });
    expect(names(then)).not.toContain("明年开工项目");
    expect(then.items.find((row) => row.name === "已开工项目")?.stage).toBe("SIGNED");
    expect(names(await list({ asOf: "2026-03-10", stage: "BUILDING" }))).toEqual(["已竣工项目"]);
    expect(names(await list({ asOf: "2026-03-20", stage: "BUILDING" })).sort()).toEqual(["已开工项目", "已竣工项目"]);
    expect(names(await list({ stage: "BUILDING" }))).toEqual(["已开工项目"]);
  });
});

describe("导出清单", () => {
  test("CSV 与页面同样筛选，以等号开头的名称只是文字", async () => {
    const file = await at.call<File>(statistics, "exportProjects", { category: "industry", format: "csv" });
    expect([file.name, file.mime]).toEqual(["项目清单-2026-06-30.csv", "text/csv; charset=utf-8"]);
    const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes).split("\r\n");
    expect(lines[0]).toMatch(/^\ufeff项目编号,项目名称,企业,/);
    expect(lines.filter((line) => line.startsWith("XM-"))).toHaveLength(3);
    expect(lines.find((line) => line.includes("SUM"))).toContain(",'=SUM(A1)项目,");
  });

  test("XLSX 的金额是数，可以求和", async () => {
    const file = await at.call<File>(statistics, "exportProjects", { list: "pre-start" }, { language: "en" });
    expect(file.name).toBe("projects-2026-06-30.xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.bytes.slice().buffer);
    const sheet = workbook.getWorksheet("projects");
    const amounts: unknown[] = [];
    sheet?.eachRow((row, number) => number > 1 && amounts.push(row.getCell(7).value));
    expect(amounts.sort()).toEqual([500.5, 7000, 8000]);
  });
});

describe("可参与项目的人员", () => {
  type People = { readonly items: readonly { readonly name: string; readonly department: string | null }[] };

  async function withPost(role: string, name: string, more: { readonly until?: string; readonly left?: boolean } = {}): Promise<void> {
    const person = await at.person("task_force");
    await at.database.tamper("update person set name = $2, left_at = $3 where id = $1", [
      person.id,
      name,
      more.left === true ? "2026-01-01T00:00:00Z" : null,
    ]);
    // The one post that is asked for, in place of the one that every person of these tests has.
    await at.database.tamper("delete from membership where person_id = $1", [person.id]);
    await at.database.tamper(
      "insert into membership (zone_id, id, person_id, role, valid_from, valid_to, granted_by) values ($1, $2, $3, $4, $5, $6, 'test')",
      [person.zoneId, randomUUID(), person.id, role, "2026-01-01", more.until ?? null],
    );
  }

  test("只列在任的管委会人员的姓名；离任、到期、企业的人不在里面", async () => {
    await at.database.tamper("delete from membership where zone_id = $1", [at.database.zoneId]);
    await withPost("task_force", "专班甲");
    await withPost("leadership", "领导乙", { until: "2026-06-30" });
    await withPost("task_force", "到期丙", { until: "2026-06-29" });
    await withPost("task_force", "离任丁", { left: true });
    await withPost("bank", "银行戊");
    const { items } = await at.call<People>(statistics, "listPeople", {});
    expect(items.map((person) => person.name)).toEqual(["领导乙", "专班甲"]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(["department", "departmentId", "id", "name", "roles"]);
    expect((await at.call<People>(statistics, "listPeople", { q: "甲" })).items.map((person) => person.name)).toEqual(["专班甲"]);
    expect((await at.call<People>(statistics, "listPeople", { q: "%" })).items).toEqual([]);
  });
});

describe("修改登记", () => {
  test("没提到的都保持原样：级别、地址、联系人、租赁厂房不会被清空", async () => {
    const kept = {
      level: "provincial",
      industry: "集成电路",
      place: "科创一路7号",
      leasedPlant: true,
      contactName: "王经办",
      contactPhone: "13800000001",
      description: "封装测试产线",
    } as const;
    const id = await at.project(promotion, kept);
    const force = await at.person("task_force");
    const edited = await at.call<Record<string, unknown>>(force, "editProject", { id, version: 1, name: "改名后的产线" });
    const { leasedPlant, place, description } = kept;
    expect(edited).toMatchObject({ leasedPlant, place, contactName: "王**", contactPhone: "138****0001", description });
    expect(await at.database.tamper("select contact_name, contact_phone from project where id = $1", [id])).toEqual([
      { contact_name: kept.contactName, contact_phone: kept.contactPhone },
    ]);
    expect(edited["row"]).toMatchObject({ name: "改名后的产线", level: "provincial", industry: "集成电路" });
  });

  test("地块编号清空即是没有，供地的关口看得到", async () => {
    type View = {
      readonly version: number;
      readonly parcel: string | null;
      readonly next: readonly { readonly missing: readonly string[] }[];
    };
    const id = await at.project(promotion, { parcel: "A-12" });
    const open = () => at.call<View>(promotion, "openProject", { id });
    expect((await open()).next[0]?.missing).not.toContain("missing:parcel");
    const edited = await at.call<View>(promotion, "editProject", { id, version: (await open()).version, parcel: "" });
    expect(edited.parcel).toBeNull();
    expect(edited.next[0]?.missing).toContain("missing:parcel");
  });
});
