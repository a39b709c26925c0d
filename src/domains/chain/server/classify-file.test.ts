import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classifyTexts } from "#domains/chain/contract/classify-texts.ts";
import type { RowNote } from "#domains/chain/server/classify-examples.ts";
import { classifyFile } from "#domains/chain/server/classify-file.ts";
import type { AppError } from "#kernel/app-error.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuanshu-classify-"));
  writeExamples("examples");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};

const INDUSTRIES = "code,name\n340000,食品饮料\n340500,白酒Ⅱ\n340501,白酒Ⅲ\n340702,乳品\n110901,饲料\n";
const LABELS =
  "stock_code,short_name,sw_code,sw_name\n600001.SH,云岭酒业,340501,白酒Ⅲ\n600002.SH,高原乳业,340702,乳品\n000003.SZ,丰登农牧,110901,饲料\n000004.SZ,晨光电子,270301,面板\n";
const PRODUCTS =
  "stock_code,company_full_name,product,relation,weight\n600001,云岭酒业股份有限公司,高度白酒,主营产品,0.8\n600002,高原乳业股份有限公司,液体乳,主营产品,0.7\n600002,高原乳业股份有限公司,奶粉,主营产品,0.2\n3,无关公司,其他,主营产品,\n000003,丰登农牧有限公司,猪饲料,主营产品,59\n000004,晨光电子有限公司,液晶面板,主营产品,0.9\n";

function writeExamples(name: string, { industries = INDUSTRIES, labels = LABELS, products = PRODUCTS } = {}): string {
  mkdirSync(at(name), { recursive: true });
  write(`${name}/sw_industries.csv`, industries);
  write(`${name}/company_industry.csv`, labels);
  write(`${name}/company_product.csv.gz`, gzipSync(products));
  return at(name);
}

async function classify(file: string, examples = at("examples")) {
  const notes: RowNote[] = [];
  const rows = await classifyFile(file, examples, (note) => notes.push(note));
  return { notes, rows, first: rows.map(({ id, industries }) => [id, industries[0]?.code]) };
}

const refusal = async (file: string, examples?: string): Promise<AppError> =>
  classify(file, examples).then(
    () => {
      throw new Error("not refused");
    },
    (error: AppError) => error,
  );

const SOUND = "id,name,products\nA,,全脂奶粉；酸乳\nB,青峰酒业,浓香白酒\nC,,禽饲料;预混饲料\n";
const FIRST = [
  ["A", "340702"],
  ["B", "340501"],
  ["C", "110901"],
];

describe("读文件", () => {
  test.each([
    ["UTF-8", () => Buffer.from(SOUND)],
    ["带标记的 UTF-8、Windows 换行", () => Buffer.from(`\ufeff${SOUND.replaceAll("\n", "\r\n")}`)],
    ["换行混用", () => Buffer.from(SOUND.replace("\n", "\r\n").replace("酸乳\n", "酸乳\r\n"))],
    ["gzip", () => gzipSync(SOUND)],
    ["列的次序和大小写不同，另有别的列", () => Buffer.from("Products,备注,ID\n全脂奶粉；酸乳,x,A\n浓香白酒,,B\n禽饲料；预混饲料,,C\n")],
  ])("%s", async (_, content) => {
    const { first, notes } = await classify(write("sound.csv", content()));
    expect(first).toEqual(FIRST);
    expect(notes).toEqual([]);
  });

  test("GB18030：文件与样本都可以", async () => {
    const gb = await classify(write("gb.csv", new Uint8Array([...Buffer.from("id,name,products\nA,,"), 0xc4, 0xcc, 0xb7, 0xdb, 0x0a])));
    expect(gb.first).toEqual([["A", "340702"]]);
    expect(gb.notes).toEqual([]);
  });

  test("样本未列出的代码，用样本自己写的名称", async () => {
    const { rows } = await classify(write("panel.csv", "id,name,products\nD,,液晶面板\n"));
    expect(rows[0]?.industries[0]).toMatchObject({ code: "270301", name: "面板" });
  });

  test("每行三个行业，按原有次序", async () => {
    const { rows } = await classify(write("sound.csv", SOUND));
    expect(rows.map(({ industries }) => industries.length)).toEqual([3, 3, 3]);
  });
});

describe("个别的行不合要求，只说那一行，别的照做", () => {
  test.each([
    ["没有 id", "id,name,products\n,x,奶粉\nA,,奶粉\n", ["A"], [["classify.row-no-id", { row: 2 }]]],
    ["没有产品和名称", "id,name,products\nA,,\nB,,奶粉\n", ["A", "B"], [["classify.row-no-evidence", { row: 2, id: "A" }]]],
    ["多一格", "id,name,products\nA,,奶粉,多余\n", ["A"], [["classify.row-cells", { row: 2, found: 4, expected: 3 }]]],
    ["空行不算", "id,name,products\n\nA,,奶粉\n,,\n\n", ["A"], []],
    ["缺损的字符", "id,name,products\nA,,奶\ufffd粉；液体乳\n", ["A"], [["classify.row-damaged", { row: 2 }]]],
    ["引号不成对", 'id,name,products\nA,,奶粉\nB,,"白酒\nC,,饲料\n', ["A", "B"], [["classify.row-quotes", { row: 3 }]]],
  ])("%s", async (_, content, ids, expected) => {
    const { rows, notes } = await classify(write("rows.csv", content));
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(notes.map(({ code, params }) => [code, params])).toEqual(expected);
    for (const { code } of notes) expect(Object.keys(classifyTexts)).toContain(code);
  });

  test("样本中不能用的行", async () => {
    const examples = writeExamples("faulty", {
      labels: `${LABELS},无名,340501,白酒Ⅲ\n600009.SH,某某,999999,\n`,
      products: `${PRODUCTS},某公司,奶粉,主营产品,0.1\n`,
    });
    const { first, notes } = await classify(write("sound.csv", SOUND), examples);
    expect(first).toEqual(FIRST);
    expect(notes.map(({ code, params }) => [code, params["row"]])).toEqual([
      ["classify.example-no-id", 8],
      ["classify.example-no-id", 6],
      ["classify.example-unknown-code", 7],
    ]);
  });
});

describe("整个文件不合要求，一句话说清", () => {
  test("没有这个文件", async () => {
    expect(await refusal(at("none.csv"))).toMatchObject({
      code: "classify.unreadable",
      params: { path: at("none.csv"), reason: "ENOENT" },
    });
  });
  test("缺列", async () => {
    const error = await refusal(write("columns.csv", "编号,产品\nA,奶粉\n"));
    expect(error).toMatchObject({
      code: "classify.columns",
      params: { missing: ["id", "products"], expected: ["id", "products"], found: ["编号", "产品"] },
    });
  });
  test("空文件", async () => {
    expect(await refusal(write("empty.csv", ""))).toMatchObject({ code: "classify.columns" });
  });
  test("截断的 gzip", async () => {
    expect(await refusal(write("cut.csv", gzipSync(SOUND.repeat(50)).subarray(0, 60)))).toMatchObject({ code: "classify.unreadable" });
  });
  test("没有样本文件夹", async () => {
    expect(await refusal(write("sound.csv", SOUND), at("nowhere"))).toMatchObject({ code: "classify.unreadable" });
  });
  test("样本为空", async () => {
    const examples = writeExamples("bare", { labels: "stock_code,short_name,sw_code,sw_name\n" });
    expect(await refusal(write("sound.csv", SOUND), examples)).toMatchObject({ code: "classify.no-examples" });
  });
});
