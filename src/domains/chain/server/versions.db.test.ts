import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleChain, flow, place } from "#domains/chain/rules/example-chain.ts";
import { createTestChain, jsonFile, type TestChain, textFile } from "#domains/chain/server/test-chain.ts";

let chain: TestChain;
beforeAll(async () => {
  chain = await createTestChain();
});
afterAll(() => chain.database.close());

const refused = (code: string) => expect.objectContaining({ code });

describe("图谱版本：从草稿到生效", () => {
  test("第一版可以追溯生效；起草的人不能审定；审定之后不再改动", async () => {
    const [writer, leader] = [chain.person("promotion"), chain.person("leadership")];
    const head = chain.person("department_head");
    const { id, row } = await chain.call(writer, "draftVersion", { name: "2024 年版", effectiveFrom: "2024-01-15" as never });
    expect([row.number, row.state, row.waitsFor?.by]).toEqual([1, "DRAFT", "promotion"]);
    await expect(chain.call(writer, "submitVersion", { id, version: 1 })).rejects.toEqual(refused("chain.refused.version-has-no-nodes"));

    await chain.call(head, "importGraph", { id }, { files: [jsonFile(exampleChain)] });
    const submitted = await chain.call(writer, "submitVersion", { id, version: 2 });
    expect([submitted.row.state, submitted.row.counts]).toEqual(["SUBMITTED", { industry: 1, field: 2, direction: 4, node: 1 }]);
    await expect(chain.call(head, "approveVersion", { id, version: 3 })).rejects.toEqual(refused("chain.refused.own-version"));
    await expect(chain.call(leader, "approveVersion", { id, version: 2 })).rejects.toEqual(refused("record.changed"));
    await expect(chain.call(writer, "saveNode", { id, version: 3, node: place("X", "field", "IC"), add: true })).rejects.toEqual(
      refused("chain.refused.version-is-submitted"),
    );

    const returned = await chain.call(leader, "returnVersion", { id, version: 3, reason: "补充设备环节" });
    expect([returned.row.state, returned.row.returned]).toEqual(["DRAFT", "补充设备环节"]);
    await chain.call(writer, "submitVersion", { id, version: 4 });
    const approved = await chain.call(leader, "approveVersion", { id, version: 5, note: "同意" });
    expect([approved.row.state, approved.row.inForce, approved.row.approvedBy]).toEqual(["APPROVED", true, leader.name]);
    const view = await chain.call(writer, "openVersion", { id });
    expect(view.steps.map(({ move, reason }) => [move, reason])).toEqual([
      ["draft", null],
      ["submit", null],
      ["sendBack", "补充设备环节"],
      ["submit", null],
      ["approve", "同意"],
    ]);
    expect(view.nodes.map(({ code }) => code)).toEqual(exampleChain.nodes.map(({ code }) => code));
    await expect(chain.call(writer, "editVersion", { id, version: 6, name: "改名" })).rejects.toEqual(
      refused("chain.refused.version-is-approved"),
    );
  });

  test("过去哪天生效的是哪版，永远是哪版", async () => {
    const [writer, leader] = [chain.person("promotion"), chain.person("leadership")];
    const [first] = (await chain.call(writer, "listVersions", {})).items;
    const draft = async (effectiveFrom: string) => {
      const { id, row } = await chain.call(writer, "draftVersion", {
        name: "2026 年版",
        effectiveFrom: effectiveFrom as never,
        basedOn: first?.id ?? "",
      });
      return { id, version: row.version };
    };
    const late = await draft("2023-01-01");
    await expect(chain.call(writer, "submitVersion", late)).rejects.toEqual(refused("chain.effective-not-after-last"));
    const past = await draft("2026-06-29");
    await expect(chain.call(writer, "submitVersion", past)).rejects.toEqual(refused("chain.effective-in-the-past"));

    const next = await draft("2026-08-01");
    const added = await chain.call(writer, "saveNode", { ...next, node: place("IC-D", "field", "IC", { name: "设计" }), add: true });
    await chain.call(writer, "submitVersion", { id: next.id, version: added.row.version });
    const approved = await chain.call(leader, "approveVersion", { id: next.id, version: added.row.version + 1 });
    expect(approved.row.inForce).toBe(false);
    const on = async (asOf: string) => (await chain.call(leader, "graph", { asOf: asOf as never })).version.name;
    await expect(on("2024-01-14")).rejects.toEqual(refused("chain.none-in-force"));
    expect([await on("2024-01-15"), await on("2026-07-31"), await on("2026-08-01")]).toEqual(["2024 年版", "2024 年版", "2026 年版"]);

    const comparison = await chain.call(leader, "compareVersions", { id: first?.id ?? "", toId: next.id });
    expect(comparison.nodes.map(({ code, change, name }) => [code, change, name])).toEqual([["IC-D", "added", "设计"]]);
    expect([comparison.counts.before.field, comparison.counts.after.field]).toEqual([2, 3]);
  });

  test("两个人同时新建，版次各不相同", async () => {
    const writers = Array.from({ length: 4 }, () => chain.person("promotion"));
    const drafts = await Promise.all(
      writers.map((writer, one) => chain.call(writer, "draftVersion", { name: `并发${one}`, effectiveFrom: "2030-01-01" as never })),
    );
    expect(new Set(drafts.map(({ row }) => row.number)).size).toBe(4);
  });

  test("别的园区看不到也碰不到", async () => {
    const [row] = (await chain.call(chain.person("promotion"), "listVersions", {})).items;
    const stranger = chain.person("promotion", chain.database.otherZoneId);
    expect((await chain.call(stranger, "listVersions", {})).items).toEqual([]);
    await expect(chain.call(stranger, "openVersion", { id: row?.id ?? "" })).rejects.toEqual(refused("chain.no-such-version"));
  });
});

describe("改草稿", () => {
  let id: string;
  let version: number;
  const writer = () => chain.person("promotion");
  const step = async (work: Promise<{ readonly row: { readonly version: number } }>) => {
    version = (await work).row.version;
  };
  const graph = () => chain.call(writer(), "openVersion", { id });

  test("添加、修改、排序、加删关系、连同下级删除", async () => {
    const drafted = await chain.call(writer(), "draftVersion", { name: "改草稿", effectiveFrom: "2027-01-01" as never });
    id = drafted.id;
    version = drafted.row.version;
    await chain.call(writer(), "importGraph", { id }, { files: [jsonFile(exampleChain)] });
    version += 1;
    await step(chain.call(writer(), "saveNode", { id, version, add: true, node: place("IC-D", "field", "IC", { name: "设计" }) }));
    await step(chain.call(writer(), "saveNode", { id, version, node: place("IC-D", "field", "IC", { name: "芯片设计" }) }));
    await step(chain.call(writer(), "orderNodes", { id, version, parent: "IC", codes: ["IC-D", "IC-P", "IC-M"] }));
    expect((await graph()).nodes.filter(({ parent }) => parent === "IC").map(({ name }) => name)).toEqual(["芯片设计", "封测", "制造"]);
    await step(chain.call(writer(), "saveEdge", { id, version, edge: flow("IC-P-E", "IC-M-C", { kind: "equipment" }) }));
    await step(chain.call(writer(), "removeEdge", { id, version, from: "IC-M-W", to: "IC-M-C", kind: "material" }));
    await expect(chain.call(writer(), "removeNode", { id, version, code: "IC-P" })).rejects.toEqual(refused("chain.node-has-children"));
    await step(chain.call(writer(), "removeNode", { id, version, code: "IC-P", withChildren: true }));
    const left = await graph();
    expect(left.nodes.map(({ code }) => code)).toEqual(["IC", "IC-D", "IC-M", "IC-M-W", "IC-M-C"].toSorted(byPlace(left.nodes)));
    expect(left.edges).toEqual([]);
  });

  const byPlace = (nodes: readonly { readonly code: string }[]) => (one: string, other: string) =>
    nodes.findIndex(({ code }) => code === one) - nodes.findIndex(({ code }) => code === other);

  test.each([
    ["代码已有", () => ({ add: true, node: place("IC-D", "field", "IC") }), "chain.node-exists"],
    ["要改的没有", () => ({ node: place("NONE", "field", "IC") }), "chain.no-such-node"],
    ["层级不对", () => ({ add: true, node: place("X", "direction", "IC") }), "chain.draft-problem"],
    ["上级没有", () => ({ add: true, node: place("X", "field", "NOWHERE") }), "chain.draft-problem"],
  ])("%s的环节拒绝", async (_, given, code) => {
    await expect(chain.call(writer(), "saveNode", { id, version, ...given() })).rejects.toEqual(refused(code));
  });

  test("自己指向自己、指向没有的环节的关系拒绝；材料成环只提醒", async () => {
    for (const edge of [flow("IC-M-W", "IC-M-W"), flow("IC-M-W", "NOWHERE")])
      await expect(chain.call(writer(), "saveEdge", { id, version, edge })).rejects.toEqual(refused("chain.draft-problem"));
    await step(chain.call(writer(), "saveEdge", { id, version, edge: flow("IC-M-W", "IC-M-C") }));
    const reply = await chain.call(writer(), "saveEdge", { id, version, edge: flow("IC-M-C", "IC-M-W") });
    version = reply.row.version;
    expect(reply.problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "draft.material-cycle"]]);
    expect(reply.row.abilities["submit"]).toEqual({ allowed: true });
  });

  test("排序要正好列出同级", async () => {
    for (const codes of [["IC-D"], ["IC-D", "IC-D"], ["IC-D", "IC-M-W"]])
      await expect(chain.call(writer(), "orderNodes", { id, version, parent: "IC", codes })).rejects.toEqual(
        refused("chain.order-incomplete"),
      );
  });

  test("没有的关系无可删", async () => {
    await expect(chain.call(writer(), "removeEdge", { id, version, from: "IC-D", to: "IC-M", kind: "service" })).rejects.toEqual(
      refused("chain.no-such-edge"),
    );
  });
});

describe("导入导出", () => {
  const draft = async (): Promise<string> =>
    (await chain.call(chain.person("promotion"), "draftVersion", { name: "导入", effectiveFrom: "2028-01-01" as never })).id;

  test.each(["xlsx", "graphml", "json"] as const)("%s 导出后再导入，一样", async (format) => {
    const writer = chain.person("promotion");
    const from = await draft();
    const content = {
      nodes: exampleChain.nodes.map((node) => ({ ...node, nameEn: `${node.code} & <“x”>`, note: node.code === "IC" ? "=1+1" : "" })),
      edges: exampleChain.edges.map((edge) => ({ ...edge, evidence: '合同 "甲" & 乙' })),
    };
    await chain.call(writer, "importGraph", { id: from }, { files: [jsonFile(content)] });
    const file = await chain.call(writer, "exportGraph", { id: from, format });
    const to = await draft();
    const result = await chain.call(writer, "importGraph", { id: to }, { files: [{ name: file.name, bytes: file.bytes }] });
    expect([result.nodes, result.edges, result.refused]).toEqual([8, 3, 0]);
    const [one, other] = [await chain.call(writer, "openVersion", { id: from }), await chain.call(writer, "openVersion", { id: to })];
    const withoutFormula = (nodes: typeof one.nodes) => nodes.map((node) => ({ ...node, note: (node.note ?? "").replace(/^'/, "") }));
    expect(withoutFormula(other.nodes)).toEqual(one.nodes);
    expect(other.edges).toEqual(one.edges);
  });

  test("CSV 两个文件；坏行单独拒绝，检查时不写入", async () => {
    const writer = chain.person("promotion");
    const id = await draft();
    const files = [
      textFile(
        "环节.csv",
        "代码,层级,名称,上级代码\nA,主导产业,电子,\nB,细分领域,传感,A\nC,产业方向,压力传感,Z\nB,细分领域,重复,A\nD,行业,不对,A\n",
      ),
      textFile("关系.csv", "上游代码,下游代码,关系类型\nA,B,服务\nA,C,材料\n"),
    ];
    const checked = await chain.call(writer, "importGraph", { id, dryRun: true }, { files });
    expect((await chain.call(writer, "openVersion", { id })).nodes).toEqual([]);
    const done = await chain.call(writer, "importGraph", { id }, { files });
    expect(done).toEqual(checked);
    expect(done.rows.map(({ table, row, ok }) => [table, row, ok])).toEqual([
      ["nodes", 2, true],
      ["nodes", 3, true],
      ["nodes", 4, false],
      ["nodes", 5, false],
      ["nodes", 6, false],
      ["edges", 2, true],
      ["edges", 3, false],
    ]);
    expect(done.rows[2]?.problem?.zh).toContain("上级代码“Z”不存在");
    expect((await chain.call(writer, "openVersion", { id })).nodes.map(({ code }) => code)).toEqual(["A", "B"]);
  });

  test.each([
    ["别的文件", textFile("图.png", "x"), "chain.file-type"],
    ["不是 JSON", textFile("图.json", "{"), "chain.file-json"],
    ["没有 nodes 的 JSON", textFile("图.json", '{"edges":[]}'), "chain.file-json"],
    ["不是 XML", textFile("图.graphml", "<graphml><graph>"), "chain.file-graphml"],
    ["别的 XML", textFile("图.graphml", "<svg/>"), "chain.file-graphml"],
    [
      "带 DOCTYPE 的 XML",
      textFile("图.graphml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><graphml><graph/></graphml>'),
      "chain.file-graphml",
    ],
    ["没有表头的表", textFile("图.csv", "甲,乙\n1,2\n"), "chain.file-columns"],
    ["假的 xlsx", textFile("图.xlsx", "PK not a zip"), "sheet.not-a-sheet"],
  ])("%s拒绝", async (_, file, code) => {
    await expect(chain.call(chain.person("promotion"), "importGraph", { id: await draft() }, { files: [file] })).rejects.toEqual(
      refused(code),
    );
  });

  test("别的工具写的 GraphML：键名看声明，缺的行单独说", async () => {
    const id = await draft();
    const text = `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="d0" for="node" attr.name="name"/><key id="d1" for="node" attr.name="level"/><key id="d2" for="edge" attr.name="kind"/>
      <graph edgedefault="directed"><node id="A"><data key="d0">电子 &amp; 信息</data><data key="d1">industry</data></node>
      <node id="B"><data key="d0">无层级</data></node><edge source="A" target="B"><data key="d2">service</data></edge></graph></graphml>`;
    const result = await chain.call(chain.person("promotion"), "importGraph", { id }, { files: [textFile("图.graphml", text)] });
    expect(result.rows.map(({ table, ok }) => [table, ok])).toEqual([
      ["nodes", true],
      ["nodes", false],
      ["edges", false],
    ]);
    expect((await chain.call(chain.person("promotion"), "openVersion", { id })).nodes[0]?.name).toBe("电子 & 信息");
  });

  test("五千个环节几秒之内导入、打开", async () => {
    const id = await draft();
    const nodes = [
      place("I", "industry", null),
      ...Array.from({ length: 50 }, (_, f) => place(`F${f}`, "field", "I")),
      ...Array.from({ length: 500 }, (_, d) => place(`D${d}`, "direction", `F${d % 50}`, { products: [`产品${d}`] })),
      ...Array.from({ length: 4449 }, (_, n) => place(`N${n}`, "node", `D${n % 500}`)),
    ];
    const edges = Array.from({ length: 3000 }, (_, e) => flow(`N${e}`, `N${(e * 7 + 1) % 4449}`)).filter(({ from, to }) => from !== to);
    const writer = chain.person("promotion");
    const result = await chain.call(writer, "importGraph", { id }, { files: [jsonFile({ nodes, edges })] });
    expect([result.nodes, result.refused]).toEqual([5000, 0]);
    expect((await chain.call(writer, "openVersion", { id })).row.counts.node).toBe(4449);
  }, 60_000);
});
