import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { settled, visit } from "./visit.ts";

const MOST_KB = 300;

describe("首屏", () => {
  test("登录后打开驾驶舱，动手之前加载的脚本合计不超过 300 kB（gzip）", async () => {
    const page = await visit("leader", "/api");
    const scripts = new Set<string>();
    page.on("request", (request) => request.resourceType() === "script" && scripts.add(request.url()));
    await page.goto("/cockpit");
    await page.locator(".figure-opens").first().waitFor();
    await settled(page);
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(
      [...scripts].map(async (url) => gzipSync(await (await page.request.get(url)).body(), { level: 9 }).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    console.log(`first view: ${scripts.size} scripts, ${total.toFixed(1)} kB gzip`);
    expect(scripts.size).toBeGreaterThan(2);
    expect(total).toBeLessThanOrEqual(MOST_KB);
  });

  test("脚本和样式以压缩形式送达，页面不缓存，带哈希的文件长期缓存", async () => {
    const page = await visit(null, "/");
    const script = await page.locator("script[type=module]").getAttribute("src");
    const answer = await page.request.get(script ?? "", { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers()["content-encoding"]).toBe("gzip");
    expect(answer.headers()["cache-control"]).toContain("immutable");
    const shell = await page.request.get("/");
    expect(shell.headers()["cache-control"]).toBe("no-cache");
    const policy = shell.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  });
});
