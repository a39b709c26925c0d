import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestEconomy, type TestEconomy } from "#domains/economy/server/test-economy.ts";

let economy: TestEconomy;
beforeAll(async () => {
  economy = await createTestEconomy();
});
afterAll(() => economy.database.close());

async function fillIn(
  rows: readonly (readonly unknown[])[],
  shape?: (sheet: ExcelJS.Worksheet) => void,
): Promise<{ name: string; bytes: Uint8Array }> {
  const template = await economy.call(economy.person("statistics"), "factsTemplate", {});
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(template.bytes) as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error("no sheet");
  rows.forEach((cells, place) => {
    cells.forEach((cell, column) => {
      if (cell !== undefined) sheet.getCell(place + 2, column + 1).value = cell as ExcelJS.CellValue;
    });
  });
  shape?.(sheet);
  return { name: "填报.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

const csv = (text: string | Uint8Array, name = "填报.csv") => ({
  name,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});

describe("指标表格导入", () => {
  test("好的行入库并可上成绩单，坏的行逐格说明，互不牵连", async () => {
    const clerk = economy.person("statistics");
    const file = await fillIn([
      ["出口总额", "甲区", "2026H1", 881.7, "亿元", 5.5, "同比", "累计", undefined, "初步数", "海关月报"],
      ["进口", "甲区", "2026年上半年", 462.1, "亿元", 17.9],
      ["GDP", "甲区", "2026H1", undefined, undefined, 4.7],
      ["幸福感", "甲区", "去年", "12,3x", "亿元"],
      ["税收", "甲区", "2026H1"],
      ["市场主体", "甲区", "2026-06", 2, "亿元"],
      ["出口", "甲区", "2026H1", 900, "亿元"],
    ]);
    const dry = await economy.call(clerk, "importFacts", { dryRun: true }, { files: [file] });
    expect([dry.imported, dry.refused]).toEqual([0, 4]);
    expect((await economy.call(clerk, "listFacts", {})).items).toEqual([]);

    const done = await economy.call(clerk, "importFacts", {}, { files: [file] });
    expect([done.imported, done.refused]).toEqual([3, 4]);
    expect(done.rows.map((row) => [row.row, row.ok])).toEqual([
      [2, true],
      [3, true],
      [4, true],
      [5, false],
      [6, false],
      [7, false],
      [8, false],
    ]);
    expect(done.rows[3]?.problem?.zh).toBe(
      "第 5 行“指标”列：“幸福感”不符合要求，应为指标目录中的名称、别名或代码，如“出口总额”；" +
        "第 5 行“期间”列：“去年”不符合要求，应为如 2026H1、2026Q1、2026、2026-06 或“2026年上半年”；" +
        "第 5 行“数值”列：“12,3x”不符合要求，应为阿拉伯数字，如 881.7；只有增速时不填。",
    );
    expect(done.rows[4]?.problem?.zh).toContain("数值和增速都没有填写");
    expect(done.rows[5]?.problem?.en).toContain("does not fit the indicator");
    expect(done.rows[6]?.problem?.zh).toContain("第 8 行与第 2 行是同一指标");

    const brief = await economy.call(clerk, "reportCard", { region: "甲区", period: "2026H1" });
    expect(brief.figures.map((figure) => [figure.indicator, figure.value, figure.yoy_pct])).toEqual([
      ["地区生产总值增速", 4.7, 4.7],
      ["出口总额", 881.7, 5.5],
      ["进口总额", 462.1, 17.9],
    ]);
    expect(brief.figures[1]?.source).toMatchObject({
      document: "填报.xlsx",
      quote: "第2行 | 出口总额 | 甲区 | 2026H1 | 881.7亿元 | 增速 5.5% | 海关月报",
      start: null,
    });
    const series = await economy.call(clerk, "series", { region: "甲区", code: "exports" });
    expect(series.points.map((point) => [point.period, point.value, point.yoyPct])).toEqual([["2026H1", "881.7", "5.5"]]);
  });

  test("公式取结果，出错的公式说明，百分比格式按所见的数，浮点尾数不进库", async () => {
    const file = await fillIn(
      [
        ["税收", "乙区", "2026H1", { formula: "0.1+0.2", result: 0.30000000000000004 }, "亿元"],
        ["工业投资", "乙区", "2026H1", undefined, undefined, 0.055],
        ["固定资产投资", "乙区", "2026H1", { formula: "1/0", result: { error: "#DIV/0!" } }, "亿元"],
      ],
      (sheet) => {
        sheet.getCell(3, 6).numFmt = "0.0%";
      },
    );
    const done = await economy.call(economy.person("statistics"), "importFacts", {}, { files: [file] });
    expect(done.rows.map((row) => row.ok)).toEqual([true, true, false]);
    expect(done.rows[2]?.problem?.zh).toContain("单元格公式出错（#DIV/0!）");
    const facts = await economy.call(economy.person("statistics"), "listFacts", { region: "乙区" });
    expect(facts.items.map((fact) => [fact.code, fact.value, fact.yoyPct])).toEqual([
      ["industrial-investment", "5.5", "5.5"],
      ["tax", "0.3", null],
    ]);
  });

  test("CSV：UTF-8 与 GB18030 都读得", async () => {
    const clerk = economy.person("statistics");
    const gbk = Uint8Array.from([
      0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xc6, 0xda, 0xbc, 0xe4, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a, 0xcb, 0xb0, 0xca, 0xd5, 0x2c, 0x32, 0x30,
      0x32, 0x35, 0x2c, 0x39, 0x30, 0x0a,
    ]);
    const done = await economy.call(clerk, "importFacts", { dryRun: true }, { files: [csv(gbk)] });
    expect(done.rows).toEqual([{ row: 2, ok: true, problem: null, indicator: "税收", value: "90" }]);
    const utf8 = await economy.call(
      clerk,
      "importFacts",
      { dryRun: true },
      { files: [csv('\ufeff指标*,期间*,数值\n税收,2025,"1,234.5"\n')] },
    );
    expect(utf8.refused).toBe(0);
  });

  test.each([
    ["二进制", csv(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 1]), "旧表.xls"), "sheet.not-a-sheet"],
    ["坏压缩包", csv(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]), "坏.xlsx"), "sheet.not-a-sheet"],
    ["没有表头", csv("甲,乙\n1,2\n"), "sheet.no-head"],
    ["行太多", csv(`指标,期间,数值\n${"税收,2025,1\n".repeat(5001)}`), "sheet.too-many-rows"],
  ])("%s：一句话拒绝，什么也没存", async (_, file, code) => {
    const clerk = economy.person("statistics");
    await expect(economy.call(clerk, "importFacts", {}, { files: [file] })).rejects.toMatchObject({ code });
  });

  test("招商岗位不能导入", async () => {
    await expect(economy.call(economy.person("promotion"), "importFacts", {}, { files: [csv("指标,期间\n")] })).rejects.toMatchObject({
      code: "access.missing-permission",
    });
  });
});
