import { describe, expect, test } from "vitest";
import { checkDraft } from "#domains/chain/rules/check-draft.ts";
import { readEto } from "#domains/chain/rules/read-eto.ts";

/** Of the same shape as the open data set, and nobody's data. */
const files = {
  stages: [{ stage_id: "S1", stage_name: "Making", description: "" }],
  inputs: [
    { input_id: "N1", input_name: "Baking", type: "process", stage_id: "S1", description: "Makes loaves." },
    { input_id: "N2", input_name: "Oven", type: "tool_resource", stage_id: "", description: "" },
    { input_id: "N3", input_name: "Steam oven", type: "tool_resource", stage_id: "", description: "" },
    { input_id: "N4", input_name: "Flour", type: "material_resource", stage_id: "", description: "" },
    { input_id: "N5", input_name: "Salt", type: "material_resource", stage_id: "", description: "" },
  ],
  sequence: [
    { input_id: "N2", input_name: "Oven", goes_into_id: "N1", goes_into_name: "Baking", is_type_of_id: "" },
    { input_id: "N3", input_name: "Steam oven", goes_into_id: "", goes_into_name: "", is_type_of_id: "N2" },
    { input_id: "N4", input_name: "Flour", goes_into_id: "N1", goes_into_name: "Baking", is_type_of_id: "" },
    { input_id: "N4", input_name: "Flour", goes_into_id: "N9", goes_into_name: "Glue", is_type_of_id: "" },
  ],
};

describe("半导体供应链数据集的读法", () => {
  test("阶段成领域，工序、设备、材料成方向，型号成环节，流向成关系", () => {
    const reading = readEto(files);
    if (!reading.ok) throw new Error(reading.because);
    const { content, warnings } = reading.value;
    expect(content.nodes.map(({ code, level, parent }) => [code, level, parent])).toEqual([
      ["SC", "industry", null],
      ["S1", "field", "SC"],
      ["S0", "field", "SC"],
      ["N1", "direction", "S1"],
      ["N2", "direction", "S1"],
      ["N3", "node", "N2"],
      ["N4", "direction", "S1"],
      ["N5", "direction", "S0"],
    ]);
    expect(content.edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ["N2", "N1", "equipment"],
      ["N4", "N1", "material"],
    ]);
    expect(warnings).toEqual([
      "Salt: no stage is known; put under “Other inputs”",
      "Flour → Glue: an end is not among the inputs; left out",
    ]);
    expect(checkDraft(content).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["inputs", "inputs.csv"],
    ["sequence", "sequence.csv"],
    ["stages", "stages.csv"],
  ] as const)("%s 不是该数据集的文件", (which, name) => {
    expect(readEto({ ...files, [which]: [{ other: "x" }] })).toMatchObject({ ok: false, because: "chain.eto-columns", params: { name } });
    expect(readEto({ ...files, [which]: [] })).toMatchObject({ ok: false });
  });

  test("互为型号的两项不会绕不出来", () => {
    const ring = [
      { input_id: "N2", goes_into_id: "", is_type_of_id: "N3" },
      { input_id: "N3", goes_into_id: "", is_type_of_id: "N2" },
    ];
    expect(readEto({ ...files, sequence: ring }).ok).toBe(true);
  });
});
