import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { type ChainRecords, furnishChain } from "#apps/test-zone-chain.ts";
import { graphOperations } from "#domains/chain/contract/graph-operations.ts";
import { placementOperations } from "#domains/chain/contract/placement-operations.ts";
import { versionOperations } from "#domains/chain/contract/version-operations.ts";

const { openVersion, saveNode, exportGraph, importGraph, graphTemplate, approveVersion, submitVersion, importEto } = versionOperations;
const { graph, coverage, openNode } = graphOperations;
const { placeEnterprise, proposePlacements, decidePlacement } = placementOperations;

let at: TestServer;
let records: ChainRecords;
beforeAll(async () => {
  at = await createTestServer();
  records = await furnishChain(at, "first");
});
afterAll(() => at.close());

describe("产业链图谱的接口", () => {
  test("没有登录 401，企业 403，没有这个版本 404，编号不是编号 400", async () => {
    expect((await at.refused(nobody, openVersion, { id: records.version })).status).toBe(401);
    expect((await at.refused(at.account("enterprise"), openVersion, { id: records.version })).status).toBe(403);
    expect(await at.refused(at.account("statistics"), openVersion, { id: randomUUID() })).toMatchObject({
      status: 404,
      code: "chain.no-such-version",
    });
    expect((await at.refused(at.account("statistics"), openVersion, { id: "第二版" })).status).toBe(400);
  });

  test("能力随版本一起来：统计岗只能看，原因写明；审定过的谁也不能改", async () => {
    const view = await at.done(at.account("statistics"), openVersion, { id: records.draft });
    expect(view.row.abilities["edit"]).toEqual({ allowed: false, because: "missing-permission:chain.edit" });
    const approved = await at.done(at.account("promotion"), openVersion, { id: records.version });
    expect(approved.row.abilities["edit"]).toEqual({ allowed: false, because: "version-is-approved" });
  });

  test("旧的版本号 409；层级不对 400，两种语言各说一句", async () => {
    const node = { code: "NEW", level: "direction" as const, parent: `${records.node}-I`, name: "新方向" };
    const seen = { id: records.draft, version: records.draftVersion };
    expect(await at.refused(at.account("promotion"), saveNode, { ...seen, version: 99, node, add: true })).toMatchObject({
      status: 409,
      code: "record.changed",
    });
    const zh = await at.refused(at.account("promotion"), saveNode, { ...seen, node, add: true });
    expect([zh.status, zh.code, zh.title]).toEqual([
      400,
      "chain.draft-problem",
      `“新方向”（NEW）是产业方向，上级“${records.name}产业”却是主导产业：应为细分领域。`,
    ]);
    const en = await at.refused(at.account("promotion"), saveNode, { ...seen, node, add: true }, { language: "en" });
    expect(en.title).toContain("“Field” was expected");
  });

  test("自己起草的自己不能审定 403", async () => {
    const head = at.account("department_head");
    const { row } = await at.done(head, versionOperations.editVersion, {
      id: records.draft,
      version: records.draftVersion,
      note: "负责人改过",
    });
    const submitted = await at.done(at.account("promotion"), submitVersion, { id: records.draft, version: row.version });
    const refused = await at.refused(head, approveVersion, { id: records.draft, version: submitted.row.version });
    expect([refused.status, refused.code]).toEqual([403, "chain.refused.own-version"]);
    await at.done(at.account("leadership"), versionOperations.returnVersion, {
      id: records.draft,
      version: submitted.row.version,
      reason: "退回测试",
    });
  });

  test("某日的图、覆盖率、一个环节；没有生效的日子 404", async () => {
    const reader = at.account("liaison");
    const seen = await at.done(reader, graph, {});
    expect([seen.coverage, seen.proposed]).toEqual([{ covered: 1, total: 2, pct: "50.0" }, 2]);
    expect((await at.done(reader, coverage, {})).pct).toBe("50.0");
    expect((await at.done(reader, openNode, { code: records.node })).strength).toBe("weak");
    expect(await at.refused(reader, graph, { asOf: "2019-01-01" as never })).toMatchObject({ status: 404, code: "chain.none-in-force" });
    expect((await at.refused(reader, openNode, { code: "'; drop table chain_node; --" })).status).toBe(400);
  });

  test.each([
    ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["csv", "text/csv; charset=utf-8"],
    ["graphml", "application/xml"],
    ["json", "application/json"],
  ] as const)("下载 %s", async (format, mime) => {
    const reply = await at.call(at.account("liaison"), exportGraph, { id: records.version, format });
    expect([reply.status, reply.headers["content-type"]]).toEqual([200, mime]);
    expect(decodeURIComponent(String(reply.headers["content-disposition"]))).toContain(`产业链图谱-v1-`);
    expect(reply.bytes.length).toBeGreaterThan(100);
  });

  test("模板下载后原样传回：没有一行可导入，也不出错", async () => {
    const template = await at.call(at.account("promotion"), graphTemplate, {});
    const result = await at.done(
      at.account("promotion"),
      importGraph,
      { id: records.draft, dryRun: true },
      { key: "template", files: [{ name: "模板.xlsx", bytes: template.bytes }] },
    );
    expect([result.rows, result.refused]).toEqual([[], 0]);
  });

  test("没有文件、文件太多、不是数据集：各说一句", async () => {
    const office = at.account("promotion");
    const file = { name: "a.json", bytes: Buffer.from("{}") };
    expect(await at.refused(office, importGraph, { id: records.draft }, { key: "none" })).toMatchObject({
      status: 400,
      code: "upload.none",
    });
    expect((await at.refused(office, importGraph, { id: records.draft }, { key: "many", files: [file, file, file] })).status).toBe(413);
    expect(await at.refused(office, importEto, {}, { key: "eto", files: [file] })).toMatchObject({ status: 400, code: "chain.eto-files" });
    expect(await at.refused(office, proposePlacements, {}, { key: "empty" })).toMatchObject({ status: 400, code: "upload.none" });
  });

  test("同一次确认传两遍，结果一样；两个人抢着确认，后来的 409", async () => {
    const office = at.account("promotion");
    const input = { placementId: records.placement, version: 1, confirm: true, note: "走访" };
    const once = await at.done(office, decidePlacement, input);
    expect(once.state).toBe("CONFIRMED");
    expect((await at.refused(at.account("department_head"), decidePlacement, input)).status).toBe(409);
    expect(
      await at.refused(
        office,
        placeEnterprise,
        { node: records.node, enterprise: `${records.name}股份有限公司`, presence: "elsewhere", note: "再放" },
        { key: "again" },
      ),
    ).toMatchObject({ status: 409, code: "chain.placed-already" });
  });
});
