import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleChain } from "#domains/chain/rules/example-chain.ts";
import { chainOn, createProposer, findCurrentVersion, listPlaced } from "#domains/chain/server/api.ts";
import { labelPlaced } from "#domains/chain/server/label-placed.ts";
import { createTestChain, type TestChain, textFile } from "#domains/chain/server/test-chain.ts";
import { searchPool } from "#domains/registry/server/api.ts";
import { localDate } from "#kernel/local-date.ts";

let chain: TestChain;
const KNOWN = "91350100M000100Y43";
beforeAll(async () => {
  chain = await createTestChain();
  await chain.publish("2024 年版", exampleChain, "2024-01-15");
  await chain.database.tamper(
    "insert into enterprise (id, identifier_kind, identifier, name) values (gen_random_uuid(), 'uscc', $1, '岚州澜测封测有限公司')",
    [KNOWN],
  );
});
afterAll(() => chain.database.close());

const refused = (code: string) => expect.objectContaining({ code });
const office = () => chain.person("promotion");
const day = (text: string) => localDate(text);
const strengthOf = async (node: string, asOf = "2026-06-30") => {
  const { nodes } = await chain.call(office(), "graph", { asOf: day(asOf) });
  const found = nodes.find(({ code }) => code === node);
  return [found?.strength, found?.producers];
};

describe("人工落位", () => {
  test("确认的在产企业计入强弱，从确认那天起、从在产那天起", async () => {
    const placed = await chain.call(
      office(),
      "placeEnterprise",
      {
        node: "IC-P-A",
        enterprise: "岚州澜测封测有限公司",
        uscc: ` ${KNOWN.toLowerCase()}`,
        presence: "producing",
        from: day("2020-05-01"),
        note: "走访核实",
      },
      { on: "2025-03-01" },
    );
    expect([placed.state, placed.enterpriseId !== null, placed.nodeName?.zh, placed.path.map(({ zh }) => zh)]).toEqual([
      "CONFIRMED",
      true,
      "封装测试",
      ["集成电路", "封测"],
    ]);
    expect(await strengthOf("IC-P-A", "2025-02-28")).toEqual(["missing", 0]);
    expect(await strengthOf("IC-P-A", "2025-03-01")).toEqual(["weak", 1]);
    expect(await strengthOf("IC-P")).toEqual(["weak", 1]);
    expect(await strengthOf("IC-M-C")).toEqual(["missing", 0]);
  });

  test("同一企业按信用代码认人，同一环节不放两次", async () => {
    await expect(
      chain.call(office(), "placeEnterprise", {
        node: "IC-P-A",
        enterprise: "改了名的公司",
        uscc: KNOWN,
        presence: "elsewhere",
        note: "再放一次",
      }),
    ).rejects.toMatchObject({ code: "chain.placed-already", params: { enterprise: "岚州澜测封测有限公司", state: "已确认" } });
    await expect(
      chain.call(office(), "placeEnterprise", {
        node: "IC-P-A",
        enterprise: "岚州澜测封测有限公司",
        presence: "elsewhere",
        note: "只给名称",
      }),
    ).rejects.toEqual(refused("chain.placed-already"));
  });

  test.each([
    ["环节没有", { node: "NONE" }, "chain.no-such-node"],
    ["领域上不放企业", { node: "IC-P" }, "chain.not-a-place"],
    ["信用代码不对", { uscc: "91350100M000100Y4Z" }, "chain.uscc"],
    ["在产没有日期", { from: undefined }, "chain.from-needed"],
    ["日期未到", { from: "2026-07-01" }, "chain.date-in-future"],
  ] as const)("%s拒绝", async (_, more, code) => {
    const given = { node: "IC-M-C", enterprise: "岚州某公司", presence: "producing", from: "2024-01-01", note: "核实", ...more };
    await expect(chain.call(office(), "placeEnterprise", given)).rejects.toEqual(refused(code));
  });

  test("结束之后不再计入，过去的日子还计入", async () => {
    const placed = await chain.call(
      office(),
      "placeEnterprise",
      { node: "IC-M-W", enterprise: "岚州硅片有限公司", presence: "producing", from: day("2019-01-01"), note: "核实" },
      { on: "2024-05-01" },
    );
    const seen = { placementId: placed.id, version: placed.version, note: "迁出本区" };
    await expect(chain.call(office(), "endPlacement", { ...seen, until: day("2018-01-01") })).rejects.toEqual(
      refused("chain.until-before-from"),
    );
    await expect(chain.call(office(), "endPlacement", { ...seen, until: day("2026-07-01") })).rejects.toEqual(
      refused("chain.date-in-future"),
    );
    await chain.call(office(), "endPlacement", { ...seen, until: day("2026-01-01") });
    expect(await strengthOf("IC-M-W", "2025-12-31")).toEqual(["weak", 1]);
    expect(await strengthOf("IC-M-W", "2026-01-01")).toEqual(["missing", 0]);
    await expect(chain.call(office(), "endPlacement", { ...seen, version: 2, until: day("2026-02-01") })).rejects.toEqual(
      refused("chain.refused.ended-already"),
    );
  });
});

describe("系统提出，由人确认", () => {
  const list =
    "企业名称,统一社会信用代码,行业代码,主要产品,主营构成\n江屿晶材有限公司,,C3985,外延片；碳化硅衬底,\n坏代码公司,123,,硅片,\n远山贸易有限公司,,F5100,百货批发,\n";

  test("逐行给出结果：找到的、找不到的、读不了的；检查时不写入", async () => {
    const files = [textFile("名单.csv", list)];
    const tried = await chain.call(office(), "proposePlacements", { dryRun: true }, { files });
    expect([tried.proposed, (await chain.call(office(), "listPlacements", { state: "PROPOSED" })).total]).toEqual([0, 0]);
    const done = await chain.call(office(), "proposePlacements", {}, { files });
    expect(done.rows.map(({ row, ok, proposals }) => [row, ok, proposals.map(({ node, isNew }) => [node, isNew])])).toEqual([
      [2, true, [["IC-M-W", true]]],
      [3, false, []],
      [4, true, []],
    ]);
    expect([done.proposed, done.refused]).toEqual([1, 1]);
    expect(done.rows[1]?.problem?.zh).toContain("应为18 位并通过校验");
    const again = await chain.call(office(), "proposePlacements", {}, { files });
    expect([again.proposed, again.rows[0]?.proposals[0]?.isNew]).toEqual([0, false]);
  });

  test("名单里同一家写两遍，只提一次", async () => {
    const candidate = { name: "岚州双录公司", products: ["晶圆代工"] };
    const done = await chain.call(office(), "proposePlacements", { enterprises: [candidate, { ...candidate, name: "岚州 双录公司" }] });
    expect(done.proposed).toBe(1);
  });

  test("待确认的不计入强弱；确认要说明在区情况；否决之后不再提，可以改为确认", async () => {
    const [row] = (await chain.call(office(), "listPlacements", { state: "PROPOSED", q: "江屿" })).items;
    expect([row?.score, row?.reasons.map(({ kind, found }) => [kind, found])]).toEqual([
      0.76,
      [
        ["class", "C3985"],
        ["product", "外延片"],
      ],
    ]);
    expect(await strengthOf("IC-M-W")).toEqual(["missing", 0]);
    const seen = { placementId: row?.id ?? "", version: row?.version ?? 0 };
    await expect(chain.call(office(), "decidePlacement", { ...seen, confirm: true, presence: "producing" })).rejects.toEqual(
      refused("chain.from-needed"),
    );
    const no = await chain.call(office(), "decidePlacement", { ...seen, confirm: false, note: "只做贸易" });
    expect([no.state, no.note]).toEqual(["REJECTED", "只做贸易"]);
    const again = await chain.call(office(), "proposePlacements", {}, { files: [textFile("名单.csv", list)] });
    expect(again.proposed).toBe(0);
    await expect(chain.call(office(), "decidePlacement", { ...seen, version: 2, confirm: false })).rejects.toEqual(
      refused("chain.refused.placement-decided"),
    );
    const yes = await chain.call(office(), "decidePlacement", {
      ...seen,
      version: 2,
      confirm: true,
      presence: "producing",
      from: day("2026-01-01"),
    });
    expect([yes.state, await strengthOf("IC-M-W")]).toEqual(["CONFIRMED", ["weak", 1]]);
    await expect(chain.call(office(), "decidePlacement", { ...seen, version: 1, confirm: true })).rejects.toEqual(
      refused("record.changed"),
    );
  });

  test("两个人同时确认，只有一个成", async () => {
    const [row] = (await chain.call(office(), "listPlacements", { state: "PROPOSED", q: "双录" })).items;
    const seen = { placementId: row?.id ?? "", version: row?.version ?? 0, confirm: true };
    const results = await Promise.allSettled([1, 2, 3].map(() => chain.call(office(), "decidePlacement", seen)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("什么都没给", async () => {
    await expect(chain.call(office(), "proposePlacements", {})).rejects.toEqual(refused("upload.none"));
  });
});

describe("环节、短板、覆盖率、链长链主、创新载体", () => {
  test("链主使环节变强，任职有起止", async () => {
    await chain.call(office(), "placeEnterprise", {
      node: "IC-P-A",
      enterprise: "岚州恒启封测有限公司",
      presence: "producing",
      from: day("2021-01-01"),
      note: "核实",
    });
    expect(await strengthOf("IC-P-A")).toEqual(["present", 2]);
    const firm = { node: "IC-P-A", kind: "leader_firm" as const, name: "岚州恒启封测有限公司", from: day("2026-03-01") };
    const role = await chain.call(office(), "appointRole", firm);
    expect(await strengthOf("IC-P-A")).toEqual(["strong", 2]);
    await expect(chain.call(office(), "appointRole", firm)).rejects.toEqual(refused("chain.role-held"));
    await chain.call(office(), "appointRole", { node: "IC", kind: "chief", name: "周衡", office: "管委会主任", from: day("2026-01-01") });
    await expect(
      chain.call(office(), "appointRole", { node: "IC", kind: "chief", name: "陈岚", office: "副主任", from: day("2026-02-01") }),
    ).rejects.toMatchObject({ code: "chain.role-held", params: { name: "周衡" } });
    const ended = await chain.call(office(), "endRole", { roleId: role.id, version: role.version, until: day("2026-06-01") });
    expect([ended.until, ended.abilities["end"]]).toEqual(["2026-06-01", { allowed: false, because: "ended-already" }]);
    expect(await strengthOf("IC-P-A")).toEqual(["present", 2]);
    expect(await strengthOf("IC-P-A", "2026-05-31")).toEqual(["weak", 1]);
  });

  test("打开环节：企业、上下游、链长、载体、版本", async () => {
    await chain.call(office(), "saveCarrier", {
      name: "封测平台",
      kind: "platform",
      rank: "provincial",
      nodes: ["IC-P-A"],
      from: day("2021-09-01"),
    });
    const view = await chain.call(office(), "openNode", { code: "IC-P-A" });
    expect(view.path.map(({ name }) => name.zh)).toEqual(["集成电路", "封测"]);
    expect(view.upstream.map(({ code, kind, strength }) => [code, kind, strength])).toEqual([
      ["IC-M-C", "component", "missing"],
      ["IC-P-E", "equipment", "missing"],
    ]);
    expect(view.placements.map(({ enterprise }) => enterprise).toSorted()).toEqual(["岚州恒启封测有限公司", "岚州澜测封测有限公司"]);
    expect(view.roles.map(({ name, kind }) => [name, kind])).toEqual([["周衡", "chief"]]);
    expect(view.carriers.map(({ name }) => name)).toEqual(["封测平台"]);
    expect(view.versions.map(({ name }) => name)).toEqual(["2024 年版"]);
    await expect(chain.call(office(), "openNode", { code: "NONE" })).rejects.toEqual(refused("chain.no-such-node"));
  });

  test("创新载体：改、重名、被别人改过", async () => {
    const [carrier] = (await chain.call(office(), "listCarriers", {})).items;
    const fields = { name: "封测平台", kind: "platform", rank: "national", nodes: ["IC-P-A", "IC-P-E"], from: "2021-09-01" };
    const changed = await chain.call(office(), "saveCarrier", { ...fields, carrierId: carrier?.id, version: carrier?.version });
    expect([changed.rank, changed.nodes, changed.version]).toEqual(["national", ["IC-P-A", "IC-P-E"], 2]);
    await expect(chain.call(office(), "saveCarrier", fields)).rejects.toEqual(refused("chain.carrier-exists"));
    await expect(chain.call(office(), "saveCarrier", { ...fields, carrierId: carrier?.id, version: 1 })).rejects.toEqual(
      refused("record.changed"),
    );
    await expect(chain.call(office(), "saveCarrier", { ...fields, name: "别的", nodes: ["NONE"] })).rejects.toEqual(
      refused("chain.no-such-node"),
    );
  });

  test("短板与覆盖率", async () => {
    const { items } = await chain.call(office(), "gaps", {});
    expect(items.map(({ code, action, pull }) => [code, action, pull])).toEqual([
      ["IC-M-C", "gap_fill", 1],
      ["IC-P-E", "gap_fill", 1],
      ["IC-M-W", "strengthen", 0],
    ]);
    expect((await chain.call(office(), "gaps", { action: "strengthen" })).items).toHaveLength(1);
    expect((await chain.call(office(), "gaps", { industry: "NONE" })).items).toEqual([]);
    const coverage = await chain.call(office(), "coverage", {});
    expect([coverage.covered, coverage.total, coverage.pct]).toEqual([2, 4, "50.0"]);
    expect(coverage.rows.map(({ code, covered, total }) => [code, covered, total])).toEqual([
      ["IC", 2, 4],
      ["IC-M", 1, 2],
      ["IC-P", 1, 2],
    ]);
  });

  test("强弱标准有版本：新标准从生效日起算，过去照旧", async () => {
    const leader = chain.person("leadership");
    const rule = { presentFrom: 3, strongFrom: 6, strongWithLeaderFrom: 4, source: "本区链长制办公室 2026 年标准" };
    await expect(chain.call(leader, "setStrengthRule", { rule, effectiveOn: day("2026-06-29"), reason: "追溯" })).rejects.toEqual(
      refused("chain.effective-in-the-past"),
    );
    await chain.call(leader, "setStrengthRule", { rule, effectiveOn: day("2026-07-01"), reason: "年度调整" });
    expect([await strengthOf("IC-P-A", "2026-06-30"), await strengthOf("IC-P-A", "2026-07-01")]).toEqual([
      ["present", 2],
      ["weak", 2],
    ]);
    expect((await chain.call(leader, "listStrengthRules", {})).items.map(({ version }) => version)).toEqual([1, 2]);
    // Two who set it at the same moment get two versions, one after the other.
    const both = await Promise.all(
      [1, 2].map((place) => chain.call(leader, "setStrengthRule", { rule, effectiveOn: day("2026-07-02"), reason: `再调整${place}` })),
    );
    expect(both.map(({ version }) => version).toSorted()).toEqual([3, 4]);
  });
});

test("给别的领域的门：版本、环节、短板、落位、匹配", async () => {
  const { uow } = chain.database;
  const reader = office();
  const seen = await uow.run(reader, { readOnly: true }, async (tx) => ({
    version: await findCurrentVersion(tx, day("2026-06-30")),
    none: await findCurrentVersion(tx, day("2020-01-01")),
    chain: await chainOn(tx, day("2026-06-30")),
    placed: await listPlaced(tx, ["IC-P-A"]),
  }));
  expect([seen.version?.name, seen.none]).toEqual(["2024 年版", undefined]);
  const equipment = seen.chain.places.find(({ code }) => code === "IC-P-E");
  expect([equipment?.strength, equipment?.action, equipment?.path]).toEqual(["missing", "gap_fill", ["IC", "IC-P"]]);
  expect(seen.placed.map(({ enterprise, presence }) => [enterprise, presence]).toSorted()).toEqual([
    ["岚州恒启封测有限公司", "producing"],
    ["岚州澜测封测有限公司", "producing"],
  ]);
  const [best] = createProposer(seen.chain.places)({ name: "某公司", products: ["固晶机"], segments: [] });
  expect(best?.node.code).toBe("IC-P-E-1");
});

test("从企业库提出：在园企业带上入园日期，区外的标为区外；确认后记在企业的时间线上", async () => {
  const [resident, other] = ["0199c000-0000-7000-8000-00000000aaaa", "0199c000-0000-7000-8000-00000000bbbb"];
  for (const [id, name] of [
    [resident, "岚州在园分选机公司"],
    [other, "远州区外分选机公司"],
  ])
    await chain.database.tamper(
      `insert into enterprise (id, identifier_kind, identifier, name, name_key, class_code, products, tokens) values ($1, 'provisional', $2, $2, $2, 'C3562', '{分选机}', '{#C,#C35,#C356,#C3562}')`,
      [id, name],
    );
  await chain.database.tamper(
    "insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, entered_by) values ($1, gen_random_uuid(), $2, 'resident', '2023-05-01', 'x')",
    [chain.database.zoneId, resident],
  );
  const done = await chain.call(office(), "proposePlacements", { pool: { classCode: "C3562" }, most: 10 });
  expect(done.rows.map(({ enterprise, proposals }) => [enterprise, proposals.map(({ node }) => node)]).toSorted()).toEqual([
    ["岚州在园分选机公司", ["IC-P-E"]],
    ["远州区外分选机公司", ["IC-P-E"]],
  ]);
  const { items } = await chain.call(office(), "listPlacements", { q: "分选机公司" });
  expect(items.map(({ enterprise, presence, from }) => [enterprise, presence, from]).toSorted()).toEqual([
    ["岚州在园分选机公司", "producing", "2023-05-01"],
    ["远州区外分选机公司", "elsewhere", null],
  ]);
  const found = items.find(({ enterpriseId }) => enterpriseId === resident);
  await chain.call(office(), "decidePlacement", { placementId: found?.id ?? "", version: 1, confirm: true });
  const lines = await chain.database.tamper("select summary from enterprise_activity where enterprise_id = $1", [resident]);
  expect(lines.map((line) => line["summary"])).toEqual(["产业链落位：封测设备（区内在产）"]);

  // The register finds whom a person has confirmed by the place and by every place above it; who only waits is not found.
  const at = async (chainNode: string, on = "2026-06-30") =>
    chain.database.uow.run(
      office(),
      { readOnly: true },
      async (tx) => (await searchPool(tx, { filter: { chainNode }, limit: 50 }, day(on))).ids,
    );
  for (const place of ["IC-P-E", "IC-P", "IC"]) expect(await at(place), place).toContain(resident);
  for (const place of ["IC-P-E", "IC"]) expect(await at(place), place).not.toContain(other);
  const standing = await chain.call(office(), "listPlacements", { enterprise: resident });
  expect(standing.items.map(({ node, state }) => [node, state])).toEqual([["IC-P-E", "CONFIRMED"]]);

  // Said of the row that was kept, when the other was merged into it.
  await chain.database.tamper("update enterprise set merged_into = $2 where id = $1", [resident, other]);
  expect(await at("IC-P-E")).toEqual([other]);
  expect((await chain.call(office(), "listPlacements", { enterprise: other, state: "CONFIRMED" })).items).toHaveLength(1);
  await chain.database.tamper("update enterprise set merged_into = null where id = $1", [resident]);

  // A version that moves the place takes it along once the labels are made anew; an ended placement is found no more.
  await chain.database.uow.run(office(), {}, async (tx) => labelPlaced(tx, day("2026-06-30")));
  expect(await at("IC-P-E")).toEqual([resident]);
  const [ending] = standing.items;
  await chain.call(office(), "endPlacement", {
    placementId: ending?.id ?? "",
    version: ending?.version ?? 0,
    until: day("2026-06-01"),
    note: "迁出本区",
  });
  expect(await at("IC-P-E")).toEqual([]);
});

test("从已确认的企业学习：图谱上没有的词，也找得到相似企业所在的环节", async () => {
  const known = [
    ["IC-M-C", "氮化镓开关管"],
    ["IC-P-A", "倒装键合加工"],
  ] as const;
  const asked = { enterprises: [{ name: "岚州新来公司", products: ["氮化镓开关管模组"] }], dryRun: true };
  const before = await chain.call(office(), "proposePlacements", asked);
  expect(before.rows[0]?.proposals).toEqual([]);
  for (const [node, product] of known)
    for (let one = 0; one < 11; one += 1)
      await chain.call(office(), "placeEnterprise", {
        node,
        enterprise: `岚州学习${node}${one}公司`,
        presence: "producing",
        from: day("2024-01-01"),
        products: [product, `${product}${one}型`],
        note: "核实",
      });
  const after = await chain.call(office(), "proposePlacements", { ...asked, dryRun: false });
  expect(after.rows[0]?.proposals.map(({ node }) => node)).toEqual(["IC-M-C"]);
  const [placement] = (await chain.call(office(), "listPlacements", { q: "岚州新来公司" })).items;
  expect(placement?.reasons.map(({ kind }) => kind)).toEqual(["learned"]);
  expect(placement?.reasons[0]?.found).toContain("岚州学习IC-M-C");
});

test("从企业库提出：分产品、分业务的数据也是依据，各说明是产品还是业务", async () => {
  const id = "0199c000-0000-7000-8000-00000000cccc";
  await chain.database.tamper(
    "insert into enterprise (id, identifier_kind, identifier, name, name_key, class_code, tokens) values ($1, 'provisional', $2, $2, $2, 'C3563', '{#C,#C35,#C356,#C3563}')",
    [id, "远州固晶设备公司"],
  );
  await chain.database.tamper(
    "insert into enterprise_product (enterprise_id, name, segment, share_pct) values ($1, '固晶机', '', 60), ($1, '其他', '分选机', 20)",
    [id],
  );
  const done = await chain.call(office(), "proposePlacements", { pool: { classCode: "C3563" }, most: 10 });
  expect(done.rows.map(({ enterprise, proposals }) => [enterprise, proposals.map(({ node }) => node).toSorted()])).toEqual([
    ["远州固晶设备公司", ["IC-P-E", "IC-P-E-1"]],
  ]);
  const { items } = await chain.call(office(), "listPlacements", { q: "远州固晶设备公司" });
  const reasons = items.flatMap(({ node, reasons: told }) => told.map(({ kind, found }) => `${node} ${kind} ${found}`)).toSorted();
  expect(reasons).toContain("IC-P-E-1 product 固晶机");
  expect(reasons).toContain("IC-P-E segment 分选机");
});
