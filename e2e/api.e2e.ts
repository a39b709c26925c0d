import { describe, expect, test } from "vitest";
import { approvalsOperations } from "#domains/approvals/contract/approvals-operations.ts";
import { chainOperations } from "#domains/chain/contract/chain-operations.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { exchangeOperations } from "#domains/exchange/contract/exchange-operations.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { noticesOperations } from "#domains/notices/contract/notice-operations.ts";
import { projectsOperations } from "#domains/projects/contract/projects-operations.ts";
import { promotionOperations } from "#domains/promotion/contract/promotion-operations.ts";
import { registryOperations } from "#domains/registry/contract/registry-operations.ts";
import { systemOperations } from "#domains/system/contract/system-operations.ts";
import { workbenchOperations } from "#domains/workbench/contract/workbench-operations.ts";
import { ask, visit } from "./visit.ts";

const TABLES = {
  system: systemOperations,
  registry: registryOperations,
  intelligence: intelligenceOperations,
  chain: chainOperations,
  promotion: promotionOperations,
  projects: projectsOperations,
  approvals: approvalsOperations,
  economy: economyOperations,
  workbench: workbenchOperations,
  exchange: exchangeOperations,
  notices: noticesOperations,
} as const;
const operations = Object.entries(TABLES).flatMap(([domain, table]) =>
  Object.entries(table).map(([name, operation]) => ({ id: `${domain}.${name}`, ...operation })),
);

type Json = { readonly [name: string]: unknown };
type Described = { operationId: string; parameters?: { name: string; in: string; schema: Json }[]; responses: Json; requestBody?: Json };
type OpenApi = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: Json;
};

describe("接口说明", () => {
  test("OpenAPI 3.1：每个操作都在，路径参数齐全，引用都有着落", async () => {
    const page = await visit(null, "/api");
    const description = await ask<OpenApi>(page, "/api/openapi.json");
    expect(description.openapi).toBe("3.1.0");
    expect(description.info.title).not.toBe("");
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({ path, method, ...one })),
    );
    expect(new Set(described.map(({ operationId }) => operationId))).toEqual(new Set(operations.map(({ id }) => id)));
    expect(described).toHaveLength(operations.length);
    for (const { path, method, operationId, parameters = [], responses, requestBody } of described) {
      expect(["get", "post"], operationId).toContain(method);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        parameters.filter((one) => one.in === "path").map((one) => one.name),
        operationId,
      ).toEqual(inPath);
      expect(
        parameters.every(({ schema }) => typeof schema === "object"),
        operationId,
      ).toBe(true);
      expect(Object.keys(responses), operationId).toContain("200");
      expect(method === "post", operationId).toBe(requestBody !== undefined);
    }
    const text = JSON.stringify(description);
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect((description.components["schemas"] as Json)[name ?? ""], name).toBeDefined();
    expect(text).not.toContain('"$ref":"#/$defs');
  });

  test("给人看的一页：每个操作的路径、权限、命令行和输入，中英文都有", async () => {
    const page = await visit(null, "/api");
    await page.getByRole("heading", { name: "园枢 接口说明" }).waitFor();
    expect(await page.locator("article").count()).toBe(operations.length);
    const one = page.locator("article[id='economy.reportCard']");
    await one.locator("summary").first().click();
    await one.getByText("npm run -s yuanshu -- economy report-card").waitFor();
    await one.getByText("economy.read").waitFor();
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Yuanshu API" }).waitFor();
  });

  test("没有的接口是一句话的 404，不是网页", async () => {
    const page = await visit(null, "/api");
    const answer = await page.request.get("/api/nothing/of-that-kind");
    expect(answer.status()).toBe(404);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  });
});
