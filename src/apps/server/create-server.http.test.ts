import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plugins } from "#apps/plugins.ts";
import { createTestServer, type TestServer } from "#apps/test-server.ts";

let at: TestServer;
beforeAll(async () => {
  at = await createTestServer();
});
afterAll(() => at.close());
const get = (url: string, language = "zh-CN") => at.server.inject({ method: "GET", url, headers: { "accept-language": language } });

type Described = {
  openapi: string;
  info: { title: string };
  paths: Record<string, Record<string, { summary: string; responses: Record<string, unknown> }>>;
};

describe("接口说明", () => {
  test("每个操作都在 OpenAPI 3.1 里，两种语言", async () => {
    const described = (await get("/api/openapi.json")).json<Described>();
    expect(described.openapi).toBe("3.1.0");
    const english = (await get("/api/openapi.json", "en")).json<Described>();
    for (const plugin of plugins)
      for (const operation of Object.values(plugin.operations)) {
        const path = operation.path.replace(/:(\w+)/g, "{$1}");
        const method = operation.kind === "query" ? "get" : "post";
        expect(described.paths[path]?.[method]?.summary, path).toBe(operation.summary.zh);
        expect(english.paths[path]?.[method]?.summary, path).toBe(operation.summary.en);
        expect(Object.keys(described.paths[path]?.[method]?.responses ?? {})).toContain("200");
      }
  });

  test("可读的一页，连样式都不请求别处", async () => {
    const page = await get("/api");
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body).toContain("/api/system/sign-in");
    expect(page.body).not.toMatch(/(?:src|href)="https?:/);
    expect((await get("/api/page.css")).headers["content-type"]).toContain("text/css");
  });
});

describe("网页", () => {
  test("每次给一个新的随机数，策略里不许别处的脚本", async () => {
    const [one, other] = [await get("/"), await get("/documents/1")];
    const policy = String(one.headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toBe(other.headers["content-security-policy"]);
    expect(other.statusCode).toBe(200);
    for (const reply of [one, await get("/api/health"), await get("/api/nowhere")]) {
      expect(reply.headers["x-content-type-options"]).toBe("nosniff");
      expect(reply.headers["referrer-policy"]).toBe("same-origin");
      expect(reply.headers["content-security-policy"]).toBeDefined();
    }
  });

  test("没有的接口、没有的文件是 404，不是首页", async () => {
    for (const url of ["/api/nowhere", "/assets/nothing.js"]) {
      const reply = await get(url);
      expect([reply.statusCode, reply.json().code]).toEqual([404, "route.not-found"]);
      expect(reply.headers["content-type"]).toContain("application/problem+json");
    }
  });

  test("数据库答得上才算健康", async () => {
    expect((await get("/api/health")).json()).toEqual({ ok: true });
  });
});
