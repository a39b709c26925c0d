import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportRefusal, ImportView } from "#domains/registry/contract/import-operations.ts";
import { readRows } from "#domains/registry/server/imports/read-rows.ts";
import { BEGINNING } from "#domains/registry/server/imports/source.ts";
import { createTestRegistry, type TestRegistry } from "#domains/registry/server/test-registry.ts";
import type { Actor } from "#kernel/policy.ts";
import { completeUscc } from "#kernel/uscc.ts";

let at: TestRegistry;
let promotion: Actor;
beforeAll(async () => {
  at = await createTestRegistry();
  promotion = await at.person("promotion");
});
afterAll(() => at.close());

const HEAD =
  "企业名称,统一社会信用代码,行业代码,行政区划代码,成立日期,注册资本（万元）,从业人数,主要产品,营业收入2023（万元）,营业收入2024（万元）,资质";
const GOOD = [
  "重庆芯曜微电子有限公司,91500000MAXX000157,C3973,500112,2019-03-02,6000,120,功率半导体模块；碳化硅器件,10000,12500,高新技术企业(2024-10-01至2027-09-30)",
  "“云岭”智能装备有限公司,91500000MAXX000900,C3491,500107,2015年6月1日,1.2亿元,300,工业机器人,,,",
];
const refusals = async (view: ImportView): Promise<readonly ImportRefusal[]> =>
  (await at.call<{ items: ImportRefusal[] }>(promotion, "listRefusedRows", { importId: view.id, limit: 200 })).items;
const stored = (identifier: string) => at.database.tamper("select * from enterprise where identifier = $1", [identifier]);

describe("导入企业", () => {
  test("好的行入库，坏的行各自拒绝并说明哪里、什么、应为什么", async () => {
    const bad = [
      "没有代码对的公司,91500000MAXX000158,C3973,,,,,,,,",
      "旧注册号公司,500112000012345,C3973,,,,,,,,",
      "门类不符公司,91500000MAXX00277Y,A3973,,,,,,,,",
      ",91350100M000100Y43,,,,,,,,,",
      "日期不对公司,91350100M000100Y43,,,2019-02-30,,,,,,",
    ];
    const view = await at.import(promotion, "名录.csv", [HEAD, ...GOOD, ...bad].join("\n"));
    expect(at.errors).toEqual([]);
    expect(view).toMatchObject({ state: "DONE", rows: 7, added: 2, refused: 5, format: "csv", encoding: "utf-8", separator: "," });
    const [first] = await stored("91500000MAXX000157");
    expect(first).toMatchObject({
      name: "重庆芯曜微电子有限公司",
      class_code: "C3973",
      region_code: "500112",
      founded_on: expect.anything(),
      capital_yuan: "60000000.00",
      revenue_yuan: "125000000.00",
      revenue_year: 2024,
      revenue_growth_pct: "25.00",
      employees: 120,
      products: ["功率半导体模块", "碳化硅器件"],
    });
    expect((await stored("91500000MAXX000900"))[0]).toMatchObject({ capital_yuan: "120000000.00" });
    const rows = await refusals(view);
    expect(rows.map((row) => [row.row, row.refused])).toEqual([4, 5, 6, 7, 8].map((row) => [row, true]));
    expect(rows[0]?.problem.zh).toBe("第 4 行“统一社会信用代码”列：“91500000MAXX000158”不符合要求，应为18 位并通过校验（GB 32100-2015）。");
    expect(rows[1]?.problem.zh).toContain("是 15 位的旧注册号");
    expect(rows[2]?.problem.zh).toContain("39 属于 C");
    expect(rows[3]?.problem.zh).toContain("没有填写");
    expect(rows[4]?.problem.en).toContain("Row 8, column “Founded on”");
  });

  test("再导入一次，什么都不变", async () => {
    const view = await at.import(promotion, "名录.csv", [HEAD, ...GOOD].join("\n"));
    expect(view).toMatchObject({ state: "DONE", added: 0, changed: 0, unchanged: 2, refused: 0 });
  });

  test("改名：代码不变，旧名留作曾用名；空单元格不抹掉已知的；旧数据不盖新数据", async () => {
    const renamed = "名称,信用代码,从业人数,住所\n重庆芯曜半导体有限公司,91500000MAXX000157,,渝北区某路1号\n";
    const view = await at.import(promotion, "更名.csv", renamed, { asOf: "2026-06-30" });
    expect(view).toMatchObject({ state: "DONE", changed: 1 });
    const [row] = await stored("91500000MAXX000157");
    expect(row).toMatchObject({ name: "重庆芯曜半导体有限公司", employees: 120, address: "渝北区某路1号" });
    expect(await at.database.tamper("select name, kind from enterprise_name where enterprise_id = $1", [row?.["id"]])).toEqual([
      { name: "重庆芯曜微电子有限公司", kind: "former" },
    ]);
    const old = "名称,信用代码,从业人数,网址\n重庆芯曜微电子有限公司,91500000MAXX000157,90,www.xy.example\n";
    await at.import(promotion, "旧名录.csv", old, { asOf: "2020-01-01" });
    const [after] = await stored("91500000MAXX000157");
    expect(after).toMatchObject({ name: "重庆芯曜半导体有限公司", employees: 120, website: "www.xy.example" });
    expect(after?.["field_sources"]).toMatchObject({ website: { d: "2020-01-01" } });
  });

  test("GB18030、分号分隔、引号里有换行的 CSV", async () => {
    const text = '名称;信用代码;经营范围\r\n"重庆甲公司";91500000MAXX00277Y;"第一行\n第二行；""引号"""\r\n';
    const bytes = new Uint8Array([...text].flatMap((character) => encodeGb(character)));
    const view = await at.import(promotion, "国标.csv", bytes);
    expect(view).toMatchObject({ state: "DONE", added: 1, encoding: "gb18030", separator: ";" });
    expect((await stored("91500000MAXX00277Y"))[0]).toMatchObject({ name: "重庆甲公司", scope: '第一行\n第二行；"引号"' });
  });

  test("NDJSON：坏的一行单独拒绝，末行截断说明是截断", async () => {
    const lines = [
      JSON.stringify({ name: "境外甲公司", identifierKind: "foreign", identifier: "hk-12345", products: ["芯片", "模组"] }),
      "{不是 JSON",
      JSON.stringify({ name: "只有名称的公司" }),
      '{"name": "被截断的',
    ];
    const view = await at.import(promotion, "名录.ndjson", lines.join("\n"));
    expect(view).toMatchObject({ state: "DONE", added: 2, refused: 2, format: "ndjson" });
    const rows = await refusals(view);
    expect(rows.map((row) => row.row)).toEqual([2, 4]);
    expect(rows[1]?.problem.zh).toContain("截断");
    expect((await stored("HK-12345"))[0]).toMatchObject({ identifier_kind: "foreign", products: ["芯片", "模组"] });
    expect((await at.database.tamper("select identifier from enterprise where name = '只有名称的公司'"))[0]?.["identifier"]).toMatch(/^P-/);
  });

  test("XLSX 流式读取，有标题行", async () => {
    const { default: library } = await import("exceljs");
    const workbook = new library.Workbook();
    const sheet = workbook.addWorksheet("企业");
    sheet.addRow(["2026年企业名录"]);
    sheet.addRow(["企业名称*", "统一社会信用代码", "成立日期", "注册资本（亿元）"]);
    sheet.addRow(["表格甲公司", "91350100M000100Y43", new Date("2018-05-06T00:00:00Z"), 1.5]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const view = await at.import(promotion, "名录.xlsx", bytes);
    expect(view).toMatchObject({ state: "DONE", added: 1, format: "xlsx" });
    expect((await stored("91350100M000100Y43"))[0]).toMatchObject({ name: "表格甲公司", capital_yuan: "150000000.00" });
    await expect(at.import(promotion, "半个.xlsx", bytes.slice(0, bytes.length - 200))).rejects.toMatchObject({
      code: "registry.import-cut",
    });
  });

  test("文件在一行中间截断：这一行拒绝并说明，前面的保留", async () => {
    const text = "名称,信用代码,住所\n截断前公司,,某路\n截断的公司,9150";
    const view = await at.import(promotion, "截断.csv", text);
    expect(view).toMatchObject({ added: 1, refused: 1 });
    expect((await refusals(view))[0]?.problem.zh).toContain("第 3 行：文件在这一行中间断开");
  });

  test("在引号里截断也说是截断；多出来的列拒绝，不让值错位", async () => {
    const cut = await at.import(promotion, "截断.csv", '名称,信用代码,住所\n引号前公司,,某路\n引号中公司,,"某路 1 号，');
    expect(cut).toMatchObject({ added: 1, refused: 1 });
    expect((await refusals(cut))[0]?.problem.zh).toContain("第 3 行：文件在这一行中间断开");
    const wide = await at.import(promotion, "错位.csv", "名称,住所,从业人数\n错位公司,某路1号,2号楼,90\n不错位公司,某路,90,,\n");
    expect(wide).toMatchObject({ added: 1, refused: 1 });
    expect((await refusals(wide))[0]?.problem.zh).toContain("第 2 行：列数多于表头");
  });

  test("真名录里的写法：区划写名称、成立在1990年以前、控制类型各种说法、掉了零的大类", async () => {
    const text = [
      "名称,省份,成立日期,控制类型,行业代码,注册资本",
      "老厂一,上海市,1988-10-21,地方国资委,1,293.52亿元",
      "老厂二,重庆市渝北区,19530101,无实际控制人,66,1000",
      "老厂三,浦东新区,1949-10-01,中央国家机关,C39,1000",
      "老厂四,不知何处,2000-01-01,民营,C39,1000",
      "未来厂,上海市,2999-07-01,民营,C39,1000",
      '逗号厂,上海市,2000-01-01,民营,C39,"1,5"',
    ];
    const view = await at.import(promotion, "老厂.csv", text.join("\n"));
    expect(view).toMatchObject({ added: 3, refused: 3 });
    const rows = await at.database.tamper(
      "select region_code, founded_on::text, controller, class_code from enterprise where name like '老厂%' order by name",
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ["31", "1988-10-21", "local-state", "A01"],
      ["310115", "1949-10-01", "central-state", "C39"],
      ["500112", "1953-01-01", "other", "J66"],
    ]);
    expect((await refusals(view)).map(({ problem }) => problem.zh)).toEqual([
      expect.stringContaining("“行政区划代码”列：“不知何处”"),
      expect.stringContaining("“成立日期”列：“2999-07-01”"),
      expect.stringContaining("“注册资本（万元）”列：“1,5”"),
    ]);
  });

  test("将来的数据时点不收：以后的数据就再也盖不了它", async () => {
    await expect(at.import(promotion, "将来.csv", "名称\n将来公司\n", { asOf: "2026-07-01" })).rejects.toMatchObject({
      code: "registry.date-in-future",
    });
  });

  test("没有闭合的引号只丢那一行；同一代码两行以后一行为准", async () => {
    const text = '名称,信用代码,住所\n"坏引号公司,,x\n好公司一,91500000MAXX000157,y\n好公司二,91500000MAXX000157,z\n';
    const view = await at.import(promotion, "引号.csv", text);
    expect(view).toMatchObject({ state: "DONE", rows: 3, refused: 1, warned: 1 });
    expect((await stored("91500000MAXX000157"))[0]).toMatchObject({ name: "好公司二", address: "z" });
  });

  test("试导入不留下任何行，之后可以正式执行", async () => {
    const text = "名称,信用代码\n试导公司,\n";
    const checked = await at.import(promotion, "试.csv", text, { dryRun: true });
    expect(checked).toMatchObject({ state: "CHECKED", added: 1, dryRun: true });
    expect(await at.database.tamper("select id from enterprise where name = '试导公司'")).toEqual([]);
    await at.call(promotion, "runImport", { importId: checked.id, version: checked.version });
    await at.worker.drain();
    const done = await at.call<ImportView>(promotion, "openImport", { importId: checked.id });
    expect(done).toMatchObject({ state: "DONE", added: 1, rows: 1, dryRun: false });
  });

  test("列认不出时先收下，指定后再导入；对应可以保存", async () => {
    const text = "甲列,乙列\n对应公司,91500000MAXX000157\n";
    await expect(at.import(promotion, "未知.csv", text)).rejects.toMatchObject({ code: "registry.import-missing-columns" });
    const held = await at.import(promotion, "未知.csv", text, { hold: true });
    expect(held).toMatchObject({ state: "RECEIVED", missing: ["name"] });
    const mapping = { 甲列: "name", 乙列: "identifier" };
    await at.call(promotion, "saveMapping", { name: "甲乙表", mapping });
    await at.call(promotion, "runImport", { importId: held.id, version: held.version, mapping });
    await at.worker.drain();
    expect((await stored("91500000MAXX000157"))[0]).toMatchObject({ name: "对应公司" });
    const { items } = await at.call<{ items: { id: string }[] }>(promotion, "listMappings", {});
    const again = await at.import(promotion, "未知.csv", text, { mappingId: items[0]?.id });
    expect(again).toMatchObject({ state: "DONE", unchanged: 1 });
    await expect(at.import(promotion, "未知.csv", text, { mapping: { 甲列: "无此列" } })).rejects.toMatchObject({
      code: "registry.import-no-such-column",
    });
  });

  test("不是表格的、空的、只有表头的文件各有一句话", async () => {
    await expect(at.import(promotion, "图.bin", new Uint8Array([1, 0, 2, 0]))).rejects.toMatchObject({
      code: "registry.import-not-a-table",
    });
    await expect(at.import(promotion, "空.csv", "")).rejects.toMatchObject({ code: "file.empty" });
    await expect(at.import(promotion, "头.csv", `${HEAD}\n`)).rejects.toMatchObject({ code: "registry.import-empty" });
  });

  test("分批读，位置可续：从中途接着读得到其余的行，一行不多一行不少", async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, place) => `批量公司${String(place).padStart(5, "0")},"一个不短的住所
${place}"`,
    );
    const bytes = new TextEncoder().encode(`名称,住所\n${rows.join("\n")}\n`);
    const hash = await at.store.put(at.database.zoneId, bytes);
    const source = {
      hash,
      bytes: bytes.byteLength,
      name: "批量.csv",
      format: "csv",
      encoding: "utf-8",
      separator: ",",
      headings: ["名称", "住所"],
      headRow: 1,
    } as const;
    const whole: number[] = [];
    let middle = BEGINNING;
    for await (const batch of readRows(at.store, at.database.zoneId, source, BEGINNING)) {
      if (whole.length === 0) middle = batch.position;
      whole.push(...batch.rows.map((row) => row.row));
    }
    expect(whole).toEqual(Array.from({ length: 60_000 }, (_, place) => place + 2));
    const rest: string[] = [];
    for await (const batch of readRows(at.store, at.database.zoneId, source, middle))
      rest.push(...batch.rows.map((row) => row.cells[0] ?? ""));
    expect(rest.length).toBe(60_000 - (middle.row - 1));
    expect(rest.at(-1)).toBe("批量公司59999");
  });

  test("中途断了再接着，数目与一次完成相同", async () => {
    const rows = Array.from(
      { length: 90_000 },
      (_, place) => `续传公司${String(place).padStart(6, "0")},${codeOf(place)},某区某路某号的一个比较长的住所${place}`,
    );
    const view = await at.call<ImportView>(
      promotion,
      "importEnterprises",
      { source: "续传" },
      {
        files: [{ name: "续传.csv", bytes: new TextEncoder().encode(`名称,信用代码,住所\n${rows.join("\n")}\n`) }],
      },
    );
    const draining = at.worker.drain();
    for (let look = 0; look < 400; look += 1) {
      const [row] = await at.database.tamper("select rows_read from enterprise_import where id = $1", [view.id]);
      if (Number(row?.["rows_read"]) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await at.database.tamper("update job set cancel_requested = true where id = $1", [view.jobId]);
    await draining;
    const broken = await at.call<ImportView>(promotion, "openImport", { importId: view.id });
    expect(broken.state).toBe("CANCELLED");
    expect(broken.rows).toBeGreaterThan(0);
    expect(broken.rows).toBeLessThan(90_000);
    await at.call(promotion, "runImport", { importId: view.id, version: broken.version });
    await at.worker.drain();
    const done = await at.call<ImportView>(promotion, "openImport", { importId: view.id });
    expect(done).toMatchObject({ state: "DONE", rows: 90_000, added: 90_000, refused: 0 });
    const [counted] = await at.database.tamper("select count(*)::integer as n from enterprise where name like '续传公司%'");
    expect(counted?.["n"]).toBe(90_000);
  });
});

describe("导入关联", () => {
  test("两端按代码或名称认；认不出的、重名的、自己对自己的逐行拒绝", async () => {
    await at.import(promotion, "两端.csv", "名称,信用代码\n供货甲公司,\n采购乙公司,\n");
    const text = [
      "一方,另一方,种类,持股比例,依据",
      "供货甲公司,采购乙公司,供货,,年报第 12 页",
      "91500000MAXX000157,供货甲公司,投资,51,工商登记",
      "不存在的公司,供货甲公司,供货,,",
      "供货甲公司,供货甲公司,同一集团,,",
      "供货甲公司,采购乙公司,没有的种类,,",
    ].join("\n");
    const view = await at.import(promotion, "关联.csv", text, { subject: "ties" });
    expect(view).toMatchObject({ state: "DONE", rows: 5, added: 2, refused: 3 });
    const ties = await at.database.tamper("select kind, share_pct, strength, evidence from enterprise_tie order by kind");
    expect(ties).toEqual([
      { kind: "investment", share_pct: "51.00", strength: 75, evidence: "工商登记" },
      { kind: "supply", share_pct: null, strength: 50, evidence: "年报第 12 页" },
    ]);
    expect(await at.import(promotion, "关联.csv", text, { subject: "ties" })).toMatchObject({ added: 0, unchanged: 2, refused: 3 });
    const ring = "一方,另一方,种类,截至日期\n采购乙公司,供货甲公司,供货,2026-01-01\n供货甲公司,采购乙公司,供货,2099-01-01\n";
    const closed = await at.import(promotion, "成环.csv", ring, { subject: "ties" });
    // A ring of supply is real and is taken; what is told of a day to come is not.
    expect(closed).toMatchObject({ added: 1, refused: 1 });
  });
});

const codeOf = (place: number): string => completeUscc(`91500000MA${String(place).padStart(7, "0")}`);

/** Two bytes of GBK for the few characters used here, by the platform's own decoder. */
const gb = new Map<string, readonly number[]>();
function encodeGb(character: string): readonly number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (gb.size === 0) {
    const decoder = new TextDecoder("gb18030");
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) gb.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  return gb.get(character) ?? [0x3f];
}
