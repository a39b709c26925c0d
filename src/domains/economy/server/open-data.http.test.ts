import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { furnishZone, type ZoneRecords } from "#apps/test-zone.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";

const { listDatasets, dataCatalogue, openDataset, downloadDataset, setLicence, withdrawReportCard, openReportCard } = economyOperations;
let at: TestServer;
let records: ZoneRecords;
const zone = "first";
beforeAll(async () => {
  at = await createTestServer();
  records = await furnishZone(at, "first");
});
afterAll(() => at.close());

describe("开放数据", () => {
  test("不用登录：目录里有已发布的成绩单，下载得到的与公开的一致", async () => {
    const { items } = await at.done(nobody, listDatasets, { zone });
    expect(items).toMatchObject([{ identifier: records.slug, spatial: records.region, version: 1, withdrawn: false }]);
    const catalogue = await at.done(nobody, dataCatalogue, { zone });
    const files = catalogue["dcat:dataset"][0]?.["dcat:distribution"] ?? [];
    expect(files.map((file) => [file["dcat:mediaType"], file["dct:language"]]).sort()).toEqual([
      ["application/json", "en"],
      ["application/json", "zh"],
      ["text/csv", "en"],
      ["text/csv", "zh"],
    ]);
    for (const file of files) {
      const reply = await at.server.inject({ method: "GET", url: file["dcat:downloadURL"] });
      expect([reply.statusCode, String(reply.headers["content-type"]).startsWith(file["dcat:mediaType"])]).toEqual([200, true]);
      expect(reply.body).toContain("7313.57");
      expect(reply.headers["access-control-allow-origin"]).toBe("*");
    }
  });

  test("ETag：没变的答 304，不再传一遍；可缓存五分钟", async () => {
    for (const url of [`/api/public/${zone}/data`, `/api/public/${zone}/data/${encodeURIComponent(records.slug)}/download`]) {
      const first = await at.server.inject({ method: "GET", url });
      expect([first.statusCode, first.headers["cache-control"]]).toEqual([200, "public, max-age=300"]);
      const again = await at.server.inject({ method: "GET", url, headers: { "if-none-match": `W/${first.headers["etag"]}` } });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
      const other = await at.server.inject({ method: "GET", url, headers: { "if-none-match": '"something-else"' } });
      expect([other.statusCode, other.headers["etag"]]).toEqual([200, first.headers["etag"]]);
    }
  });

  test("使用许可：写明之前是空的，写明之后任何人读得到，改过的留有版本；只有有权发布的人", async () => {
    expect((await at.done(nobody, listDatasets, { zone })).licence).toBeNull();
    const terms = {
      name: "知识共享署名 4.0",
      text: "注明来源即可自由使用。谢谢合作。",
      textEn: "Attribution.",
      url: "https://creativecommons.org/licenses/by/4.0/",
    };
    expect(await at.done(at.account("leadership"), setLicence, terms)).toMatchObject({ version: 1 });
    expect(await at.done(at.account("leadership"), setLicence, { ...terms, name: "政府开放数据许可" })).toMatchObject({ version: 2 });
    expect((await at.done(nobody, dataCatalogue, { zone }))["dct:license"]).toMatchObject({ name: "政府开放数据许可", version: 2 });
    expect((await at.refused(at.account("promotion"), setLicence, terms)).status).toBe(403);
    expect((await at.refused(at.account("leadership"), setLicence, { ...terms, url: "javascript:alert(1)" })).status).toBe(400);
  });

  test("撤下的：目录里没有，明细写明已撤下，文件不再给；没有的一句话", async () => {
    const head = at.account("department_head");
    const { row } = await at.done(head, openReportCard, { id: records.card });
    await at.done(head, withdrawReportCard, { id: records.card, version: row.version, reason: "数据有误" });
    expect((await at.done(nobody, dataCatalogue, { zone }))["dcat:dataset"]).toEqual([]);
    expect(await at.done(nobody, openDataset, { zone, slug: records.slug })).toMatchObject({
      withdrawn: true,
      distributions: [],
      versions: [{ version: 1, withdrawn: true }],
    });
    expect((await at.refused(nobody, downloadDataset, { zone, slug: records.slug })).code).toBe("economy.publication-withdrawn");
    expect((await at.refused(nobody, openDataset, { zone, slug: "nothing" })).code).toBe("economy.no-such-publication");
    expect((await at.refused(nobody, listDatasets, { zone: "no-such-zone" })).status).toBe(404);
  });

  test("一个地址每分钟最多 120 次；别的地址不受影响", async () => {
    const get = (remoteAddress: string) => at.server.inject({ method: "GET", url: `/api/public/${zone}/data`, remoteAddress });
    const statuses = [];
    for (let call = 0; call < 140; call++) statuses.push((await get("203.0.113.7")).statusCode);
    expect([statuses.slice(0, 120).every((status) => status === 200), statuses.includes(429)]).toEqual([true, true]);
    expect((await get("203.0.113.8")).statusCode).toBe(200);
  });
});
