import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { SAMPLE_ENTERPRISE } from "../sample/zone.ts";
import { barriersOn } from "./look-at.ts";
import { ask, settled, visit } from "./visit.ts";

type Found = { items: { id: string; name: string; identifier: string }[] };

/** Marks what these journeys write, so that one that is repeated does not meet what it wrote before. */
const mark = () => String(Date.now()).slice(-8);

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const findOne = async (page: Page, q: string) =>
  (await ask<Found>(page, `/api/registry/enterprises?q=${encodeURIComponent(q)}&limit=5`)).items;

describe("检索企业", () => {
  test("两个字就找得到；点分布缩小范围，条件留在地址里，逐条去掉", async () => {
    const page = await visit("promotion", "/registry");
    await settled(page);
    await page.getByLabel("名称、产品或代码").fill("芯曜");
    await page.waitForURL(/q=/);
    await page.getByRole("row", { name: new RegExp(`${SAMPLE_ENTERPRISE.identifier}.*在园企业`) }).waitFor();
    await region(page, "园区名册")
      .getByRole("button", { name: /在园企业/ })
      .click();
    await page.waitForURL(/book=resident/);
    expect(await page.getByRole("list", { name: "已选条件" }).getByRole("button").first().innerText()).toContain("在园企业");
    await page.reload();
    await page.getByRole("button", { name: "去掉条件：在园企业" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has("book")).toBe(false);

    await page.getByLabel("名称、产品或代码").fill("没有这样的企业");
    await page.getByText("没有符合条件的企业").waitFor();
    await page.getByRole("button", { name: "清除条件" }).last().click();
    await page.getByRole("row").nth(5).waitFor();
  });

  test("一个字说明为什么检索不了；区间按万元填写；导出的行数与检索一致", async () => {
    const page = await visit("promotion", "/registry?q=芯", { refusals: [400, 422] });
    await page.getByText("这样检索不了").waitFor();
    await page.goto("/registry?book=resident&qualification=high-tech");
    await settled(page);
    await page.getByRole("button", { name: "更多条件" }).click();
    const more = dialog(page, "更多条件");
    await more.getByRole("group", { name: "注册资本（万元）" }).getByLabel("最低").fill("10000");
    await more.getByRole("button", { name: "检索" }).click();
    await page.waitForURL(/capitalFrom=100000000/);
    await page.getByRole("button", { name: /去掉条件：注册资本 1/ }).waitFor();
    await page.getByText(/^找到 [\d,]+ 家企业。$/).waitFor();
    const found = Number((await page.locator(".page-state").innerText()).replaceAll(/\D/g, ""));
    expect(found).toBeGreaterThan(0);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出", exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await download.cancel();
    const answer = await page.request.post("/api/registry/enterprises/export", {
      data: { book: "resident", qualification: "high-tech", capitalFrom: "100000000", format: "csv" },
    });
    // A heading, the rows, and the line that says who took them out.
    expect((await answer.text()).trim().split("\r\n")).toHaveLength(found + 2);
  });

  test("保存视图，再打开时条件和排序都回来", async () => {
    const page = await visit("head", "/registry?book=target&order=revenue");
    await settled(page);
    await page.getByRole("button", { name: "保存视图" }).click();
    const saving = dialog(page, "保存的视图");
    const name = `目标按收入${mark()}`;
    await saving.getByLabel("名称").fill(name);
    await saving.getByRole("button", { name: "保存当前检索" }).click();
    await saving.waitFor({ state: "detached" });
    await page.goto("/registry");
    await page.getByLabel("视图", { exact: true }).selectOption({ label: name });
    await page.waitForURL(/book=target/);
    expect(new URL(page.url()).searchParams.get("order")).toBe("revenue");
  });
});

describe("企业页", () => {
  test("每个字段说得出来源和时点；更正留下来源，往来记录里有一条", async () => {
    const page = await visit("promotion", "/registry", { refusals: [400] });
    const [one] = await findOne(page, SAMPLE_ENTERPRISE.name);
    await page.goto(`/registry/${one?.id}`);
    await settled(page);
    const source = page.getByRole("button", { name: "注册资本：来源" });
    await source.focus();
    await page
      .getByRole("tooltip")
      .filter({ visible: true })
      .getByText(/ · 时点 2026-/)
      .waitFor();
    await source.click();
    const opened = dialog(page, "注册资本");
    await opened.getByText(/^2026年\d+月\d+日/).waitFor();
    await opened.getByRole("button", { name: "更正" }).click();
    const correcting = dialog(page, "更正注册资本");
    await correcting.getByLabel(/^新值/).fill("很多");
    const reason = `2026 年 6 月增资，见章程修正案 ${mark()}`;
    await correcting.getByLabel(/^理由/).fill(reason);
    expect(await barriersOn(page)).toEqual([]);
    await correcting.getByRole("button", { name: "更正" }).click();
    await correcting
      .getByRole("alert")
      .getByText(/很多.*注册资本/)
      .waitFor();
    await correcting.getByLabel(/^新值/).fill(`1${mark()}`);
    await correcting.getByRole("button", { name: "更正" }).click();
    await correcting.waitFor({ state: "detached" });
    await page.getByRole("link", { name: /^往来记录/ }).click();
    await page.getByText(`更正注册资本：${reason}`).waitFor();
  }, 60_000);
});

describe("导入企业", () => {
  test("先认列、试导，坏行单独说明；正式导入后就能检索到", async () => {
    const page = await visit("promotion", "/registry/import");
    await settled(page);
    const series = mark();
    const sheet = [
      "单位全称,信用代码,注册资金（万元）,来历",
      `试导入甲${series}科技有限公司,91500112MA0000000X,8000,展会`,
      `试导入乙${series}科技有限公司,,6000,展会`,
      `试导入丙${series}科技有限公司,,八千万,展会`,
    ].join("\r\n");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "展会名单.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${sheet}\r\n`, "utf8") });
    await page.getByLabel(/^来源/).fill("2026 年展会名单");
    await page.getByRole("button", { name: "上传并识别各列" }).click();
    await page.getByRole("heading", { level: 1, name: "展会名单.csv" }).waitFor();

    await page.getByText(/还缺必需的列：企业名称/).waitFor();
    await page.getByLabel("对应：单位全称").selectOption("name");
    await page.getByRole("button", { name: "先试导" }).click();
    await page.getByText("试导完成").waitFor();
    await page.getByRole("row", { name: /未导入.*试导入甲.*应为/ }).waitFor();
    await page.getByRole("row", { name: /试导入丙.*八千万/ }).waitFor();
    expect(await findOne(page, `试导入乙${series}`)).toEqual([]);

    await page.getByRole("button", { name: "正式导入" }).click();
    await page.locator(".page-state", { hasText: "已导入" }).waitFor();
    await expect
      .poll(async () => (await findOne(page, `试导入乙${series}`)).map(({ name }) => name))
      .toEqual([`试导入乙${series}科技有限公司`]);
    expect(await findOne(page, `试导入甲${series}`)).toEqual([]);
  }, 90_000);
});

type Own = { corrections: { id: string; field: string; state: string; version: number }[] };

/** What a journey before this one may have left waiting. */
async function withdrawOpen(page: Page, field: string): Promise<void> {
  const { corrections } = await ask<Own>(page, "/api/registry/own");
  for (const { id, version } of corrections.filter((one) => one.field === field && one.state === "ASKED"))
    await ask(page, `/api/registry/own/corrections/${id}/withdraw`, { version });
}

describe("企业申请更正", () => {
  test("企业看到自己的登记信息，申请更正；官员答复，企业看得到", async () => {
    const enterprise = await visit("enterprise", "/portal/enterprise");
    await settled(enterprise);
    const asked = region(enterprise, "我的更正申请");
    const address = `云岭高新区科创二路 ${mark()} 号`;
    await withdrawOpen(enterprise, "address");
    await enterprise.getByRole("button", { name: "住所：来源" }).click();
    await dialog(enterprise, "住所").getByRole("button", { name: "申请更正" }).click();
    const asking = dialog(enterprise, "申请更正住所");
    await asking.getByLabel(/^新值/).fill(address);
    await asking.getByLabel(/^理由/).fill("2026 年 5 月已迁址");
    await asking.getByRole("button", { name: "申请更正" }).click();
    await asking.waitFor({ state: "detached" });
    await asked.getByText(address).waitFor();
    await asked.getByText("待答复").first().waitFor();

    const official = await visit("promotion", "/registry/corrections");
    await settled(official);
    await official
      .getByRole("row", { name: new RegExp(`住所.*${address}`) })
      .getByRole("button", { name: "答复" })
      .click();
    const answering = dialog(official, /^答复更正申请/);
    await answering.getByLabel(/^给企业的答复/).fill("已核对新的营业执照");
    await answering.getByRole("button", { name: "答复" }).click();
    await answering.waitFor({ state: "detached" });

    await enterprise.reload();
    await asked
      .getByText(/已核对新的营业执照/)
      .first()
      .waitFor();
    await enterprise.getByRole("definition").filter({ hasText: address }).first().waitFor();
  }, 60_000);
});

describe("疑似重复", () => {
  test("逐项说明为什么像；合并要有理由，留痕，可以撤销", async () => {
    const page = await visit("head", "/registry/duplicates");
    await settled(page);
    await page.getByRole("button", { name: "查找疑似重复" }).click();
    await page.getByText("正在查找").waitFor();
    await expect
      .poll(async () => (await ask<Found>(page, "/api/registry/duplicates?limit=5")).items.length, { timeout: 60_000, interval: 1_000 })
      .toBeGreaterThan(0);
    await page.reload();
    await settled(page);
    const pair = page.getByRole("region", { name: /^相似度/ }).first();
    await pair.getByRole("row", { name: /名称.*（满分 60）/ }).waitFor();
    await pair.getByRole("button", { name: "合并" }).click();
    const merging = dialog(page, "合并两家企业");
    await merging.getByLabel("保留哪一家").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const reason = `同一家企业的两种写法 ${mark()}`;
    await merging.getByLabel(/^理由/).fill(reason);
    await merging.getByRole("button", { name: "合并" }).click();
    await merging.waitFor({ state: "detached" });
    const trail = region(page, "合并记录");
    await trail
      .getByRole("row", { name: new RegExp(reason) })
      .getByRole("button", { name: "撤销" })
      .click();
    const undoing = dialog(page, "撤销合并");
    await undoing.getByLabel(/^理由/).fill(`核实后不是一家 ${reason}`);
    await undoing.getByRole("button", { name: "撤销" }).click();
    await undoing.waitFor({ state: "detached" });
    await trail.getByText(`核实后不是一家 ${reason}`).waitFor();
  }, 120_000);
});
