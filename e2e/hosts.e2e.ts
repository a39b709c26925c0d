import { type BrowserContext, chromium } from "playwright-core";
import { expect, inject, test } from "vitest";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import { address } from "./visit.ts";

/** Pages of every kind: tables, charts, map, graph, documents, pictures, forms. */
const PAGES = [
  "/",
  "/cockpit",
  "/work",
  "/projects",
  "/projects/wall",
  "/projects/gantt",
  "/projects/map",
  "/chain",
  "/documents",
  "/registry",
  "/promotion/leads",
  "/system/people",
  "/api",
];

async function hostsAsked(context: BrowserContext, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const hosts = new Map<string, number>();
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    // Data and blob addresses are made by the page itself and ask nobody.
    if (protocol === "data:" || protocol === "blob:") return;
    const asked = host === new URL(address).host ? "ours" : `${protocol}//${host}`;
    hosts.set(asked, (hosts.get(asked) ?? 0) + 1);
  });
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(path, { waitUntil: "networkidle" });
    await page.mouse.wheel(0, 2000);
  }
  return hosts;
}

test("页面运行时不请求任何第三方主机：逐一列出请求过的主机，只有本站", async () => {
  const browser = await chromium.connect(inject("browser"));
  const context = await browser.newContext({ baseURL: address, locale: "zh-CN" });
  await context.request.post("/api/system/sign-in", { data: { username: "leader", password: DEMO_PASSWORD } });
  const hosts = await hostsAsked(context, PAGES);
  console.log(`请求过的主机：${[...hosts].map(([host, times]) => `${host} ${times}`).join("，")}`);
  expect([...hosts.keys()]).toEqual(["ours"]);
  expect(hosts.get("ours")).toBeGreaterThan(PAGES.length * 2);
  await browser.close();
});
