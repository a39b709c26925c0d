import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, temporaryFolder } from "#apps/test-command.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string): string => join(folder.path, name);
/** Nothing here may make a database: the folder would show it. */
const environment = () => ({ DATA_DIR: at("data") });
const classify = (...args: string[]) => run("cli", ["chain", "classify", ...args], environment());

beforeAll(async () => {
  folder = await temporaryFolder("classify");
  mkdirSync(at("examples"));
  writeFileSync(at("examples/sw_industries.csv"), "code,name\n340501,白酒Ⅲ\n340702,乳品\n110901,饲料\n");
  writeFileSync(
    at("examples/company_industry.csv"),
    "stock_code,short_name,sw_code,sw_name\n600001.SH,云岭酒业,340501,白酒Ⅲ\n600002.SH,高原乳业,340702,乳品\n000003.SZ,丰登农牧,110901,饲料\n",
  );
  writeFileSync(
    at("examples/company_product.csv.gz"),
    gzipSync(
      "stock_code,company_full_name,product,relation,weight\n600001,云岭酒业股份有限公司,高度白酒,主营产品,0.8\n600002,高原乳业股份有限公司,液体乳,主营产品,0.7\n000003,丰登农牧有限公司,猪饲料,主营产品,0.9\n",
    ),
  );
  writeFileSync(at("rows.csv"), "id,name,products\nA,,发酵乳；奶酪\n,,无名\nB,青峰酒业,\n");
  writeFileSync(at("sound.csv"), "id,name,products\nA,,发酵乳；奶酪\n");
});
afterAll(() => folder.remove());

describe("企业归类：不需要服务器和数据库", () => {
  test("--json 给出每行的三个行业，恰为约定的形状", async () => {
    const ran = await classify(at("sound.csv"), "--examples", at("examples"), "--json");
    expect([ran.code, ran.err]).toEqual([0, ""]);
    const [row, ...rest] = JSON.parse(ran.out) as { id: string; industries: { code: string; name: string; score: number }[] }[];
    expect(rest).toEqual([]);
    expect(Object.keys(row ?? {})).toEqual(["id", "industries"]);
    expect(row?.industries.map((one) => Object.keys(one))).toEqual(Array(3).fill(["code", "name", "score"]));
    expect(row?.industries[0]).toMatchObject({ code: "340702", name: "乳品" });
    expect(row?.industries.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
    expect(existsSync(at("data"))).toBe(false);
  });

  test("坏行说一句话、以 1 退出，别的照做；--reasons 给出理由", async () => {
    const ran = await classify(at("rows.csv"), "--examples", at("examples"), "--json", "--reasons");
    expect(ran.code).toBe(1);
    expect(ran.err.trim()).toBe("第 3 行没有 id，未分类。 Row 3 has no id and was not classified.");
    const rows = JSON.parse(ran.out) as { id: string; industries: { code: string; reason: { zh: string; en: string } }[] }[];
    expect(rows.map(({ id, industries }) => [id, industries[0]?.code])).toEqual([
      ["A", "340702"],
      ["B", "340501"],
    ]);
    expect(rows[1]?.industries[0]?.reason.zh).toContain("由名称“青峰酒业”推断");
  });

  test("不带 --json：每家企业一段，附理由", async () => {
    const ran = await classify(at("sound.csv"), "--examples", at("examples"));
    expect(ran.out).toMatch(/^A\n {2}340702 乳品 {2}0\.\d\d {2}产品“发酵乳”/);
  });

  test.each([
    ["没有给文件", [], "请给出一个待分类的 CSV 文件"],
    ["给了两个文件", ["a.csv", "b.csv"], "请给出一个待分类的 CSV 文件"],
    ["文件读不到", ["/nowhere/x.csv"], "文件“/nowhere/x.csv”读不到（ENOENT）。"],
  ])("%s：一句话，以 1 退出", async (_, files, words) => {
    const ran = await classify(...files, "--examples", at("examples"), "--json");
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.err.trim()).toContain(words);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
  });

  test("没有说样本在哪里", async () => {
    const ran = await classify(at("sound.csv"));
    expect([ran.code, ran.err.trim()]).toEqual([1, "填写有误：缺少“examples”"]);
  });
});
