import { afterAll, beforeAll, expect, test } from "vitest";
import type { FoundEnterprise } from "#domains/registry/contract/search-operations.ts";
import { createTestRegistry, type TestRegistry } from "#domains/registry/server/test-registry.ts";

let at: TestRegistry;
beforeAll(async () => {
  at = await createTestRegistry();
});
afterAll(() => at.close());

test("检索结果只带业务日当天有效的资质：首日和末日都算，过期和未生效的不算", async () => {
  const promotion = await at.person("promotion");
  await at.import(
    promotion,
    "资质.csv",
    [
      "企业名称,资质",
      "试资质甲有限公司,高新技术企业(2023-07-01至2026-06-30)；瞪羚企业(2022-01-01至2026-06-29)",
      "试资质乙有限公司,高新技术企业(2026-06-30至2029-06-29)；瞪羚企业(2026-07-01至2028-01-01)",
      "试资质丙有限公司,",
    ].join("\n"),
  );
  const { items } = await at.call<{ items: FoundEnterprise[] }>(promotion, "searchEnterprises", { q: "试资质", sort: "name" });
  expect(Object.fromEntries(items.map(({ name, qualifications }) => [name, qualifications]))).toEqual({
    试资质甲有限公司: ["high-tech"],
    试资质乙有限公司: ["high-tech"],
    试资质丙有限公司: [],
  });
});
