import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

const PERIOD = "2025Q1";
const TITLE = "云岭高新区2025年一季度成绩单";

type Cards = { items: { id: string; period: string; slug: string | null }[] };

const cardOf = async (page: Page, period: string) => {
  const { items } = await ask<Cards>(page, "/api/economy/report-cards?limit=100");
  const found = items.find((card) => card.period === period);
  if (!found) throw new Error(`no card of ${period}`);
  return found;
};

async function take(page: Page, move: string, words?: string): Promise<void> {
  await page.getByRole("button", { name: move, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: new RegExp(`^${move} · `) });
  if (words !== undefined) await drawer.getByRole("textbox").fill(words);
  await drawer.getByRole("button", { name: move, exact: true }).click();
  await drawer.waitFor({ state: "detached" });
}

const now = (page: Page, state: string) => page.locator(".page-state", { hasText: state }).waitFor();

/** One card from draft to withdrawal; each test is the next person's part. */
describe("成绩单", () => {
  test("统计岗起草：核对不符处须写明说明，自己核对的不能自己审定", async () => {
    const page = await visit("statistics", "/report-cards");
    await page.getByRole("button", { name: "起草成绩单" }).click();
    const drawer = page.getByRole("dialog", { name: "起草成绩单" });
    await drawer.getByLabel(/时期/).fill(PERIOD);
    await drawer.getByRole("button", { name: "起草成绩单" }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await now(page, "草稿");

    await page.getByRole("region", { name: "标题与签发人" }).getByRole("button", { name: "修改" }).click();
    const settings = page.getByRole("dialog", { name: "修改标题与签发人" });
    await settings.getByLabel("签发人").fill("经济运行局负责人");
    await settings.getByLabel("签发部门").fill("经济运行局");
    await settings.getByRole("button", { name: "保存" }).click();
    await page.getByRole("region", { name: "标题与签发人" }).getByText("经济运行局负责人").waitFor();

    await take(page, "核对", "与定报台账逐项核对一致");
    await now(page, "已核对");
    const approve = page.getByRole("button", { name: "审定", exact: true });
    expect(await approve.getAttribute("aria-disabled")).toBe("true");
    await approve.focus();
    await page.getByRole("tooltip").getByText("起草或核对的人不能自己审定").waitFor();
    await approve.click({ force: true });
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("起草中的数据点一下就看到原句", async () => {
    const page = await visit("statistics", "/report-cards");
    await page.getByRole("link", { name: TITLE }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await figuresOpen(page, 6);
  });

  test("部门负责人审定；招商岗看得到但不能发布，按钮写明原因", async () => {
    const head = await visit("head", "/report-cards");
    const { id } = await cardOf(head, PERIOD);
    await head.goto(`/report-cards/${id}`);
    await take(head, "审定");
    await now(head, "已审定");

    const promotion = await visit("promotion", `/report-cards/${id}`);
    const publish = promotion.getByRole("button", { name: "发布", exact: true });
    await publish.focus();
    await promotion.getByRole("tooltip").getByText("当前岗位无权发布或撤下").waitFor();
  });

  test("管委会领导发布；公众不登录就能看，每个数据两次点击之内看到原句", async () => {
    const leader = await visit("leader", "/report-cards");
    const { id } = await cardOf(leader, PERIOD);
    await leader.goto(`/report-cards/${id}`);
    await take(leader, "发布");
    await now(leader, "已发布");
    await leader.getByRole("link", { name: "公开页面" }).waitFor();

    const citizen = await visit(null, "/public/yunling");
    await citizen.getByRole("link", { name: TITLE }).click();
    await citizen.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await citizen.getByText(/第 1 版。签发：经济运行局负责人（经济运行局）/).waitFor();
    expect(await citizen.getByLabel("用户名").count()).toBe(0);
    await figuresOpen(citizen);
  });

  test("六种下载各得其所：类型对、打得开、有内容", async () => {
    const page = await visit(null, "/public/yunling");
    await page.getByRole("link", { name: TITLE }).click();
    const downloads = page.getByRole("region", { name: "下载" });
    await downloads.getByRole("link").first().waitFor();
    const found: Record<string, { type: string | undefined; body: Buffer }> = {};
    for (const link of await downloads.getByRole("link").all()) {
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
      expect(answer.headers()["content-disposition"]).toContain("attachment");
      found[await link.innerText()] = { type: answer.headers()["content-type"], body: await answer.body() };
    }
    expect(Object.keys(found).sort()).toEqual(["CSV", "DOCX", "JSON", "PDF", "PNG", "SVG"]);
    expect(found["PDF"]?.type).toBe("application/pdf");
    expect(found["PDF"]?.body.subarray(0, 5).toString()).toBe("%PDF-");
    expect(found["PDF"]?.body.length).toBeGreaterThan(20_000);
    expect(found["DOCX"]?.type).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    expect(found["DOCX"]?.body.subarray(0, 2).toString()).toBe("PK");
    expect(found["PNG"]?.type).toBe("image/png");
    expect(found["PNG"]?.body.subarray(1, 4).toString()).toBe("PNG");
    expect(found["PNG"]?.body.length).toBeGreaterThan(20_000);
    expect(found["SVG"]?.type).toMatch(/^image\/svg\+xml/);
    expect(found["SVG"]?.body.toString("utf8")).toMatch(/^<svg|^<\?xml/);
    expect(found["CSV"]?.type).toMatch(/^text\/csv/);
    expect(found["CSV"]?.body.toString("utf8").trim().split("\n").length).toBeGreaterThan(5);
    const card = JSON.parse(found["JSON"]?.body.toString("utf8") ?? "") as { period: string; figures: { source: { quote: string } }[] };
    expect(card.period).toBe(PERIOD);
    expect(card.figures.every(({ source }) => source.quote.length > 5)).toBe(true);
  });

  test("撤下须写明理由，公众看到“已撤下”和理由，不再看到数据", async () => {
    const leader = await visit("leader", "/report-cards");
    const { id, slug } = await cardOf(leader, PERIOD);
    await leader.goto(`/report-cards/${id}`);
    await take(leader, "撤下", "一季度外贸数据待海关复核");
    await now(leader, "已撤下");

    const citizen = await visit(null, `/public/yunling/${slug}`);
    await citizen.getByText(/已于 .* 撤下。理由：一季度外贸数据待海关复核/).waitFor();
    expect(await citizen.locator(".figure").count()).toBe(0);
    await citizen.goto("/public/yunling");
    await citizen.getByRole("row", { name: new RegExp(`${TITLE}.*已撤下`) }).waitFor();
  });
});

describe("已发布的成绩单", () => {
  test("修订过的成绩单两版都在；按日期看当时发布的内容", async () => {
    const page = await visit(null, "/public/yunling", { refusals: [404] });
    await page.getByRole("link", { name: /2025年上半年成绩单/ }).click();
    await page
      .getByText(/第 2 版/)
      .first()
      .waitFor();
    await page.getByRole("link", { name: /第 1 版/ }).click();
    await expect.poll(() => page.url()).toContain("version=1");
    await page.locator(".page-state", { hasText: "第 1 版" }).waitFor();
    await settled(page);
    await page.getByLabel("日期").fill("2001-01-01");
    await page.getByText(/没有这份已发布的成绩单|没有已发布的成绩单/).waitFor();
  });
});

/** Opens each figure of the table, or the first of them, by one click on it and looks for its sentence. */
async function figuresOpen(page: Page, first?: number): Promise<void> {
  await page.locator("tbody tr").first().waitFor();
  const rows = await page.locator("tbody tr").all();
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows.slice(0, first)) {
    await row.locator(".figure-opens").first().click();
    const drawer = page.getByRole("dialog");
    const proof = await drawer.locator("blockquote mark, section li").first().innerText();
    expect(proof).toMatch(/\d/);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  }
}
