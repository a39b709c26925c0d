import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestChain, type TestChain, textFile } from "#domains/chain/server/test-chain.ts";

let chain: TestChain;
beforeAll(async () => {
  chain = await createTestChain();
});
afterAll(() => chain.database.close());

/** Of the same shape as the data set, invented. */
const FOLDER = [
  textFile("stages.csv", "stage_id,stage_name,description\nS1,Making,How it is made\n"),
  textFile(
    "inputs.csv",
    'input_name,input_id,type,stage_name,stage_id,description\nBaking,N1,process,Making,S1,"Loaves, baked"\nOven,N2,tool_resource,,,\nSteam oven,N3,tool_resource,,,\nFlour,N4,material_resource,,,\n',
  ),
  textFile(
    "sequence.csv",
    "input_name,input_id,goes_into_name,goes_into_id,is_type_of_name,is_type_of_id\nOven,N2,Baking,N1,,\nSteam oven,N3,,,Oven,N2\nFlour,N4,Baking,N1,,\n",
  ),
  textFile("providers.csv", "provider_name,provider_id,provider_type,country\nMill,P1,organization,CHN\n"),
];

describe("半导体供应链数据集", () => {
  test("文件夹成为一个草稿，来源和许可写在说明里", async () => {
    const writer = chain.person("promotion");
    const done = await chain.call(writer, "importEto", {}, { files: FOLDER });
    expect([done.nodes, done.edges, done.providers, done.warnings]).toEqual([6, 2, 1, []]);
    const view = await chain.call(writer, "openVersion", { id: done.id });
    expect([view.row.state, view.row.note]).toEqual(["DRAFT", done.source]);
    expect(done.source).toContain("CC BY-NC 4.0");
    expect(view.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("缺文件、缺列，说出缺哪个", async () => {
    const writer = chain.person("promotion");
    await expect(chain.call(writer, "importEto", {}, { files: FOLDER.slice(0, 2) })).rejects.toMatchObject({
      code: "chain.eto-files",
      params: { missing: "sequence.csv" },
    });
    const other = [FOLDER[0], textFile("inputs.csv", "name,id\nx,1\n"), FOLDER[2]].flatMap((file) => file ?? []);
    await expect(chain.call(writer, "importEto", {}, { files: other })).rejects.toMatchObject({
      code: "chain.eto-columns",
      params: { name: "inputs.csv", column: "input_id" },
    });
  });

  /** The data set may not be redistributed with the project: whoever has it names its folder. */
  const real = process.env["ETO_SEMICONDUCTOR"];
  test("数据集本身，在的话", async () => {
    if (real === undefined) return;
    const files = readdirSync(real)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(real, name))) }));
    const writer = chain.person("promotion");
    const done = await chain.call(writer, "importEto", { name: "半导体" }, { files });
    expect(done.nodes).toBeGreaterThan(80);
    expect(done.edges).toBeGreaterThan(55);
    const view = await chain.call(writer, "openVersion", { id: done.id });
    expect(view.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
