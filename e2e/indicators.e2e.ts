import { describe, expect, test } from "vitest";
import { settled, visit } from "./visit.ts";

const SHEET = [
  "指标,地区,期间,数值,单位,增速(%),增速基期,累计或时点,口径,数据状态,来源说明",
  "出口总额,云岭高新区,2017H1,41.2,亿元,3.6,,累计,,核实数,2017年年报",
  "进口总额,云岭高新区,2017H1,十八亿,亿元,2.2,,累计,,核实数,2017年年报",
  "不存在的指标,云岭高新区,2017H1,3.1,亿元,,,累计,,核实数,2017年年报",
  "固定资产投资,云岭高新区,2017上半年度末,,,5.1,,累计,,核实数,2017年年报",
].join("\r\n");

describe("指标", () => {
  test("目录可搜索，一项指标的定义、口径、来源、历史序列都在一页", async () => {
    const page = await visit("statistics", "/indicators");
    await page.getByRole("searchbox").fill("出口");
    const row = page.getByRole("row", { name: /^出口总额/ });
    await row.waitFor();
    await page.getByRole("link", { name: "出口总额", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "出口总额" }).waitFor();
    const about = page.getByRole("region", { name: "指标说明" });
    for (const term of ["单位", "口径", "来源", "采集部门", "发布日程"]) await about.getByText(term, { exact: true }).waitFor();
    const series = page.getByRole("region", { name: /历史序列：云岭高新区/ });
    await series.locator(".figure-opens").first().click();
    const quote = await page.getByRole("dialog").locator("blockquote mark").innerText();
    expect(quote).toMatch(/\d/);
  });

  test("指标数据按地区、时期筛选，条件留在地址里，点开即见出处", async () => {
    const page = await visit("statistics", "/facts");
    await page.getByRole("searchbox", { name: "时期" }).fill("2025H1");
    await expect.poll(() => page.url()).toContain("period=2025H1");
    await settled(page);
    await page.reload();
    await page.locator("tbody tr").first().waitFor();
    const periods = await page.locator("td[data-label=时期]").allInnerTexts();
    expect(new Set(periods)).toEqual(new Set(["2025年上半年"]));
    await page.locator("tbody .figure-opens").first().click();
    await page.getByRole("dialog").locator("blockquote mark").waitFor();
  });

  test("导入表格：先检查，坏行逐行说明在哪里、是什么、应怎样；好行照常导入", async () => {
    const page = await visit("statistics", "/facts/import");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "2017年上半年.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${SHEET}\r\n`, "utf8") });
    await page.getByRole("button", { name: "先检查" }).click();
    await page.getByRole("heading", { name: "检查结果：1 行可以导入，3 行有问题。尚未导入。" }).waitFor();
    await page.getByRole("row", { name: /3.*退回.*第 3 行“数值”列.*十八亿.*应为/ }).waitFor();
    await page.getByRole("row", { name: /4.*退回.*第 4 行“指标”列.*不存在的指标/ }).waitFor();
    await page.getByRole("row", { name: /5.*退回.*第 5 行“期间”列/ }).waitFor();
    const before = await page.request.get("/api/economy/facts?period=2017H1");
    expect(((await before.json()) as { items: unknown[] }).items).toHaveLength(0);

    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByRole("heading", { name: "已导入 1 行，3 行被退回。" }).waitFor();
    await page.goto("/facts?period=2017H1");
    await page.getByRole("row", { name: /出口总额.*2017年上半年.*41\.2/ }).waitFor();
  });

  test("模板可以下载，填的列都在里面", async () => {
    const page = await visit("statistics", "/facts/import");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载模板" }).click()]);
    await download.cancel();
    const answer = await page.request.get("/api/economy/facts/template");
    // The name as it was sent: where the system has no Chinese locale, the browser would save it as “download”.
    expect(decodeURIComponent(answer.headers()["content-disposition"] ?? "")).toMatch(/指标填报模板\.xlsx/);
    expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
  });

  test("缺项与冲突：一页看清缺什么、哪里对不上", async () => {
    const page = await visit("statistics", "/data-health?period=2026H1");
    await page.getByText(/云岭高新区2026年上半年：缺 \d+ 项/).waitFor();
    const missing = page.getByRole("region", { name: "缺项" });
    await missing.getByRole("link", { name: "地区生产总值" }).waitFor();
    await missing
      .getByText(/最近一期：/)
      .first()
      .waitFor();
  });
});
