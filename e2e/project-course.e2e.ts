import { describe, expect, test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

type Projects = { readonly items: readonly { readonly id: string; readonly name: string }[] };

describe("建设日历", () => {
  test("登记一件事，写明理由顺延，一键办结；休息日说得清", async () => {
    const page = await visit("taskforce", "/projects/calendar?day=2026-07-08&month=2026-07", { refusals: [400] });
    await settled(page);
    await page.getByRole("button", { name: "登记事项" }).click();
    const form = page.getByRole("dialog", { name: "登记事项" });
    await form.getByLabel("事项", { exact: false }).fill("吊装方案专家论证");
    await form.getByRole("combobox", { name: "项目", exact: true }).fill("（100号）");
    await page.locator(".ant-select-item-option").filter({ hasText: "（100号）" }).click();
    await form.getByRole("button", { name: "登记", exact: true }).click();
    await form.waitFor({ state: "detached" });
    const day = page.getByRole("region", { name: /2026年7月8日/ });
    const line = day.getByRole("listitem").filter({ hasText: "吊装方案专家论证" });
    await line.getByRole("link", { name: /（100号）/ }).waitFor();

    await line.getByRole("button", { name: "顺延" }).click();
    const roll = page.getByRole("dialog", { name: "顺延事项" });
    await roll.getByLabel("理由", { exact: false }).fill("专家时间冲突");
    await roll.getByLabel("顺延到", { exact: false }).fill("2026-07-11");
    await roll.getByRole("button", { name: "顺延" }).click();
    await roll.getByText("2026-07-11 是休息日，应选工作日，最近的是 2026-07-13。").waitFor();
    await roll.getByLabel("顺延到", { exact: false }).fill("2026-07-09");
    await roll.getByRole("button", { name: "顺延" }).click();
    await roll.waitFor({ state: "detached" });

    await page.getByRole("button", { name: /^2026年7月9日/ }).click();
    await expect.poll(() => page.url()).toContain("day=2026-07-09");
    const moved = page
      .getByRole("region", { name: /2026年7月9日/ })
      .getByRole("listitem")
      .filter({ hasText: "吊装方案专家论证" });
    await moved.getByText("已顺延 1 次").waitFor();
    await moved.getByRole("button", { name: "办结" }).click();
    await moved.getByText("已办", { exact: true }).waitFor();
  });

  test("往日未毕的排在眼前，节假日照公布的安排；键盘走得通", async () => {
    const page = await visit("leader", "/projects/calendar");
    await settled(page);
    const left = page.getByRole("region", { name: /^往日未毕/ });
    await left.getByText("桩基检测报告送审").waitFor();
    await left.getByText("未毕 1 天").first().waitFor();
    await page.getByRole("button", { name: /^2026年6月19日（周五），休息日/ }).waitFor();
    await page.getByRole("button", { name: /^2026年6月30日/ }).focus();
    await page.keyboard.press("ArrowUp");
    await page.getByRole("region", { name: /^2026年6月23日/ }).waitFor();
    expect(page.url()).toContain("day=2026-06-23");
  });

  test("订阅地址只给一次，凭它就能读，停用以后读不到", async () => {
    const page = await visit("liaison", "/projects/calendar");
    await settled(page);
    await page.getByRole("button", { name: "订阅日历" }).click();
    const drawer = page.getByRole("dialog", { name: "订阅我的日历" });
    await drawer.getByRole("button", { name: /生成地址|重新生成/ }).click();
    await drawer.getByLabel("订阅地址（只显示这一次）").waitFor();
    const address = await drawer.getByLabel("订阅地址（只显示这一次）").inputValue();
    const feed = await fetch(address);
    expect(feed.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await feed.text()).toContain("BEGIN:VCALENDAR");
    await drawer.getByRole("button", { name: "停用" }).click();
    await page.locator(".ant-popover").getByRole("button", { name: "停用" }).click();
    await drawer.getByText("还没有订阅地址。").waitFor();
    expect((await fetch(address)).status).toBe(404);
  });
});

describe("甘特图", () => {
  test("只画看得见的行，滚到底也都在；上下键走行，回车打开项目", async () => {
    // The project's own page may not be there yet when this part runs alone.
    const page = await visit("leader", "/projects/gantt");
    await settled(page);
    const chart = page.getByRole("region", { name: "甘特图" });
    const first = chart.getByRole("listitem").first();
    await first.waitFor();
    expect(await chart.getByRole("listitem").count()).toBeLessThan(80);
    expect(await chart.getByRole("img").first().getAttribute("aria-label")).toMatch(/签约：完成 \d{4}-\d{2}-\d{2}/);
    await chart.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await chart.locator('[data-place="375"]').waitFor();
    await chart.evaluate((element) => element.scrollTo({ top: 0 }));
    const link = chart.locator('[data-place="0"] a');
    await link.focus();
    await page.keyboard.press("ArrowDown");
    const second = chart.locator('[data-place="1"] a');
    await expect.poll(() => second.evaluate((element) => element === document.activeElement)).toBe(true);
    const target = await second.getAttribute("href");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain(target ?? "-");
  });

  test("表与图同数，条件留在地址里，导出一行一个项目", async () => {
    const page = await visit("leader", "/projects/gantt?view=table&list=completed");
    await settled(page);
    // The sample has four; the journey of another file may have completed one more in the same zone.
    const { total } = await ask<{ total: number }>(page, "/api/projects?list=completed");
    expect(total).toBeGreaterThanOrEqual(4);
    await page.getByText(`${total} 个项目，计划为框`).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(total);
    const href = await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href");
    const csv = await (await page.request.get(href ?? "")).text();
    expect(csv.trim().split("\r\n")).toHaveLength(2 + total);
  });
});

describe("地图", () => {
  test("列表与图是同样的项目；点、回车都打开详情；图层关得掉，条件留在地址里", async () => {
    const page = await visit("leader", "/projects/map?list=completed");
    await settled(page);
    const rows = page.getByRole("region", { name: "项目", exact: true }).locator("tbody tr");
    const marks = page.locator(".map-mark");
    await expect.poll(() => rows.count()).toBe(4);
    expect(await marks.count()).toBe(4);
    await rows.first().focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.getByText("为什么是这个颜色").waitFor();
    await drawer.getByRole("link", { name: "打开项目" }).waitFor();
    await page.keyboard.press("Escape");
    await marks.first().focus();
    await page.keyboard.press("Enter");
    await drawer.getByRole("link", { name: "打开项目" }).waitFor();
    await page.keyboard.press("Escape");
    // The box follows the address, which follows the click: it is looked at after that.
    const parcels = page.getByRole("checkbox", { name: "地块" });
    await parcels.click();
    await expect.poll(() => page.url()).toContain("hide=parcel");
    await expect.poll(() => parcels.isChecked()).toBe(false);
    expect(await page.locator(".map-parcel").count()).toBe(0);
    await page.reload();
    await expect.poll(() => page.locator(".map-road").count()).toBe(1);
    expect(await page.locator(".map-parcel").count()).toBe(0);
  });

  test("登记了坐标的项目落在自己的地块里", async () => {
    const page = await visit("leader", "/projects/map");
    const { items } = await ask<Projects>(page, "/api/projects?q=（100号）");
    const { places } = await ask<{ places: readonly { id: string; parcel: string; longitude: number; latitude: number }[] }>(
      page,
      `/api/projects/map?q=${encodeURIComponent(items[0]?.name ?? "")}`,
    );
    const [place] = places;
    const { layers } = await ask<{
      layers: readonly { layer: string; shapes: readonly { name: string; parts: readonly (readonly (readonly [number, number])[])[] }[] }[];
    }>(page, "/api/projects/geography");
    const parcel = layers.find(({ layer }) => layer === "parcel")?.shapes.find(({ name }) => name === place?.parcel);
    const ring = parcel?.parts[0] ?? [];
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    expect(place && place.longitude > Math.min(...xs) && place.longitude < Math.max(...xs)).toBe(true);
    expect(place && place.latitude > Math.min(...ys) && place.latitude < Math.max(...ys)).toBe(true);
  });

  test("负责人上传坏底图：一句话，说在哪里、是什么", async () => {
    const page = await visit("head", "/projects/map", { refusals: [400] });
    await settled(page);
    await page.getByRole("button", { name: "更新底图" }).click();
    const form = page.getByRole("dialog", { name: "上传底图" });
    await form.getByText("第 1 版").waitFor();
    const bad = {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[[500000, 3400000]]] } }],
    };
    await form
      .locator("input[type=file]")
      .setInputFiles({ name: "边界.geojson", mimeType: "application/geo+json", buffer: Buffer.from(JSON.stringify(bad)) });
    await form.getByRole("button", { name: "上传", exact: true }).click();
    await form.getByText("第 1 个要素的点太少：至少 4 个。").waitFor();
  });
});
