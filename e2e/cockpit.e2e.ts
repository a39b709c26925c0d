import { describe, expect, test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

type Cockpit = { tiles: { code: string; name: { zh: string }; calibre: { zh: string } | null; others: unknown[] }[] };

describe("驾驶舱", () => {
  test("每一块指标一次点击就在旁边打开原文或数据行，关上后还在原处", async () => {
    const page = await visit("leader", "/cockpit");
    const { tiles } = await ask<Cockpit>(page, "/api/workbench/cockpit");
    expect(tiles.length).toBeGreaterThanOrEqual(4);
    for (const tile of tiles) {
      const name = tile.calibre === null ? tile.name.zh : `${tile.name.zh} · ${tile.calibre.zh}`;
      const opens = page
        .locator("article.tile", { has: page.getByRole("heading", { name, exact: true }) })
        .locator(".figure-opens")
        .first();
      await opens.click();
      const drawer = page.getByRole("dialog", { name });
      // The sentence of a document, or the first row of the register that was counted.
      const quote = await drawer.locator("blockquote mark, .proof-rows li").first().innerText();
      expect(quote.length, name).toBeGreaterThan(5);
      expect(quote).toMatch(/\d/);
      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "detached" });
      expect(await opens.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    expect(new URL(page.url()).pathname).toBe("/cockpit");
  });

  test("一项指标一块，写明口径；另一口径从它打开", async () => {
    const page = await visit("leader", "/cockpit");
    const { tiles } = await ask<Cockpit>(page, "/api/workbench/cockpit");
    expect(new Set(tiles.map(({ code }) => code)).size).toBe(tiles.length);
    expect(tiles.length).toBeLessThanOrEqual(12);
    const two = tiles.find(({ others }) => others.length > 0);
    expect(two?.calibre).not.toBeNull();
    const tile = page.locator("article.tile", { has: page.getByRole("heading", { name: `${two?.name.zh} · ${two?.calibre?.zh}` }) });
    await tile.locator(".tile-others .figure-opens").first().click();
    await page.getByRole("dialog").locator(".proof-rows li").first().waitFor();
  });

  test("第二次点击到原文：数据所在的文档", async () => {
    const page = await visit("leader", "/cockpit");
    await page.locator("article.tile .figure-opens").first().click();
    const drawer = page.getByRole("dialog");
    const title = await drawer.locator("dd a").first().innerText();
    await drawer.locator("dd a").first().click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/documents\//);
  });

  test("最近收录的文档写发布日期；没有的写收录时间", async () => {
    const page = await visit("leader", "/cockpit");
    await settled(page);
    const lines = await page.getByRole("region", { name: "最近收录的文档" }).locator("li .under").allInnerTexts();
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines)
      expect(line).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日（周.）|^发布日期未载 · .*收录 \d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
  });

  test("还没有数据的园区：说明这里将有什么，不说“主要指标齐全”", async () => {
    const page = await visit("leader", "/cockpit?period=2031H1");
    await page.getByText("这里将显示主要指标").waitFor();
    expect(await page.getByText("主要指标齐全").count()).toBe(0);
  });

  test("待审核、冲突、缺项都从这里一步走到", async () => {
    const page = await visit("statistics", "/cockpit");
    await page.getByRole("link", { name: "开始审核" }).click();
    await page.getByRole("heading", { name: "审核", exact: true }).waitFor();
    await page.goBack();
    await page.getByRole("region", { name: "数据冲突" }).getByRole("link", { name: "全部" }).click();
    await page.getByRole("heading", { name: "数据冲突" }).waitFor();
    await page.goBack();
    await page.getByRole("region", { name: "本期缺项" }).getByRole("link").first().click();
    await page.getByRole("link", { name: "返回指标目录" }).waitFor();
  });
});
