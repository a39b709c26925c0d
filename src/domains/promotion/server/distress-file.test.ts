import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDistressFile } from "#domains/promotion/server/distress-file.ts";
import { distressCommand } from "#domains/promotion/server/local-commands.ts";

const HEAD = "stock_code,report_date,净利润(万元),总资产(万元),总负债(万元),经营活动产生的现金流量净额(元),净资产收益率加权(%)";
const ROWS = ["000001,2018-12-31,8,100,60,50000,7.16", "000001,2019-12-31,-5,90,70,,", "000002,2019-12-31,3,80,10,1,2"];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "distress-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(content: string | Uint8Array, name = "年报.csv"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const read = async (content: string | Uint8Array, name?: string) => readDistressFile(await file(content, name));
const csv = (...rows: readonly string[]) => [HEAD, ...rows].join("\n");

describe("读年报文件", () => {
  test("逐年归到企业，单位归到万元，空格是未知", async () => {
    const { histories, refused } = await read(csv(...ROWS));
    expect(refused).toEqual([]);
    expect(histories.map(({ code, years }) => [code, years.map(({ year }) => year)])).toEqual([
      ["000001", [2018, 2019]],
      ["000002", [2019]],
    ]);
    expect(histories[0]?.years[0]).toMatchObject({ netProfit: 8, operatingCash: 5, returnOnEquity: 7.16, revenue: null });
    expect(histories[0]?.years[1]).toMatchObject({ netProfit: -5, operatingCash: null });
  });

  test("gzip、字节顺序标记、CRLF、GB18030 都认", async () => {
    const plain = await read(csv(...ROWS));
    const gb = Uint8Array.from([
      ...Buffer.from("stock_code,report_date,"),
      0xbe,
      0xbb,
      0xc0,
      0xfb,
      0xc8,
      0xf3,
      0x2c,
      0xd7,
      0xdc,
      0xd7,
      0xca,
      0xb2,
      0xfa,
      0x2c,
      0xd7,
      0xdc,
      0xb8,
      0xba,
      0xd5,
      0xae,
      ...Buffer.from("\n1,2019-12-31,1,2,1\n"),
    ]);
    expect(await read(gzipSync(csv(...ROWS)), "年报.csv.gz")).toEqual(plain);
    expect(await read(`\ufeff${csv(...ROWS).replaceAll("\n", "\r\n")}\r\n\r\n`)).toEqual(plain);
    expect((await read(gb)).histories[0]?.years[0]).toMatchObject({ year: 2019, netProfit: 1, assets: 2, liabilities: 1 });
  });

  test("年中的报告不是年报，不算也不算错", async () => {
    const { histories, refused } = await read(csv("1,2019-06-30,1,1,1,1,1", "1,2019-12-31,2,1,1,1,1"));
    expect([histories[0]?.years.length, histories[0]?.years[0]?.netProfit, refused.length]).toEqual([1, 2, 0]);
  });

  test.each([
    [",2019-12-31,1,1,1,1,1", "第 2 行“stock_code”列：“”不符合要求"],
    ["1,去年,1,1,1,1,1", "第 2 行“report_date”列：“去年”不符合要求，应为报告期，如 2019-12-31"],
    ["1,2019-12-31,约5,1,1,1,1", "第 2 行“净利润(万元)”列：“约5”不符合要求，应为数字或空"],
    ["1,2019-12-31,1e999,1,1,1,1", "第 2 行“净利润(万元)”列"],
    ["1,2019-12-31,5", "第 2 行只有 3 列，应为 7 列（文件可能被截断）"],
  ])("坏行单独不计：%s", async (row, sentence) => {
    const { histories, refused } = await read(csv(row, ...ROWS));
    expect(histories).toHaveLength(2);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.zh).toContain(sentence);
    expect(refused[0]?.en).toContain("Row 2");
  });

  test("同一企业同一年第二次出现不计，指出第一次在哪里", async () => {
    const { histories, refused } = await read(csv(...ROWS, "000002,2019-12-31,9,9,9,9,9"));
    expect(histories[1]?.years[0]?.netProfit).toBe(3);
    expect(refused[0]?.zh).toBe("第 5 行：000002 的 2019 年在第 4 行已有，此行未计入。");
  });

  test.each([
    ["缺列", "stock_code,净利润\n1,2", "distress.no-columns"],
    ["空文件", "", "distress.no-columns"],
    ["不是文本", Uint8Array.from([0x89, 0x50, 0, 0, 1]), "distress.not-a-sheet"],
    ["压缩文件被截断", gzipSync(csv(...ROWS)).subarray(0, 60), "distress.cut-off"],
  ])("%s：整个文件被拒", async (_why, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });

  test("文件不存在", async () => {
    await expect(readDistressFile(join(folder, "没有.csv"))).rejects.toMatchObject({ code: "distress.unreadable" });
  });
});

describe("promotion distress", () => {
  const run = async (year: number, content: string, notes: string[] = []) =>
    distressCommand.run({ year }, [await file(content)], (line) => notes.push(line));

  test("每家有该年年报的企业一行，风险高的在前，坏行写到一旁", async () => {
    const notes: string[] = [];
    const { ok, output, printed } = await run(2019, csv(...ROWS, "3,2019-12-31,x,1,1,1,1"), notes);
    expect(ok).toBe(true);
    expect(output).toMatchObject([
      { stock_code: "000001", year: 2019, model: "committed" },
      { stock_code: "000002", year: 2019, model: "committed" },
    ]);
    const [first, second] = output as { score: number }[];
    expect(first?.score).toBeGreaterThan(second?.score ?? 1);
    expect(printed).toContain("2019　2 家　平台随附系数");
    expect(notes).toHaveLength(1);
  });

  test("后来的年报不改变分数", async () => {
    const before = await run(2018, csv(...ROWS.slice(0, 1)));
    expect((await run(2018, csv(...ROWS))).output).toEqual(before.output);
  });

  test("没有该年的年报", async () => {
    await expect(run(2005, csv(...ROWS))).rejects.toMatchObject({ code: "distress.no-year" });
  });

  test.each([[[]], [["a", "b"]]])("要一个文件：%j", async (files) => {
    await expect(distressCommand.run({ year: 2019 }, files, () => {})).rejects.toMatchObject({ code: "distress.no-file" });
  });
});
