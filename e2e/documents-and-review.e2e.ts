import { describe, expect, test } from "vitest";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { ask, visit } from "./visit.ts";

const QUARTER = `云岭高新区2023年一季度经济运行情况

一季度，云岭高新区实现出口总额21.3亿元，同比增长4.5%；实现进口总额10.2亿元，同比增长3.1%。
固定资产投资同比增长6.8%，高于全市1.2个百分点。规模以上工业增加值同比增长7.7%。
云岭启衡机器人有限公司投资2.6亿元的伺服电机项目开工建设。
`;
const OTHER_PAPER = `一季度云岭高新区外贸出口走稳

2023年一季度，云岭高新区出口总额22.8亿元，同比增长4.5%，其中对共建国家出口7.4亿元。
`;
const PASTED = `云岭高新区2022年上半年经济运行情况

上半年，云岭高新区实现出口总额51.7亿元，同比增长4.4%；实现进口总额20.9亿元，同比增长3.3%。固定资产投资同比增长5.8%。
`;

const paste = (page: Parameters<typeof ask>[0], text: string, published: string) =>
  ask<{ documents: { id: string }[] }>(page, "/api/intelligence/documents/text", { text, published });

type Desk = { document: { state: string }; proposals: { id: string; status: string; finding: { quote: string } }[] };

/** Pasted text is read in the background; the desk is ready when the findings are there. */
async function pastedDocument(page: Parameters<typeof ask>[0], text: string, published: string): Promise<string> {
  const { documents } = await paste(page, text, published);
  const id = documents[0]?.id ?? "";
  await expect
    .poll(async () => (await ask<Desk>(page, `/api/intelligence/documents/${id}`)).document.state, { timeout: 30_000 })
    .toBe("review");
  return id;
}

describe("收录与审核", () => {
  test("上传 UTF-8 和 GB18030 两个文件，后台读完进入审核队列", async () => {
    const page = await visit("statistics", "/documents");
    await page.getByRole("button", { name: "收录文档" }).click();
    const drawer = page.getByRole("dialog", { name: "收录文档" });
    await drawer.locator("input[type=file]").setInputFiles([
      { name: "一季度情况.txt", mimeType: "text/plain", buffer: Buffer.from(QUARTER, "utf8") },
      { name: "一季度外贸.txt", mimeType: "text/plain", buffer: encodeGb18030(OTHER_PAPER) },
    ]);
    await drawer.getByText("已选 2 个文件").waitFor();
    await drawer.getByLabel("发布日期").fill("2023-04-20");
    await drawer.getByRole("button", { name: "收录", exact: true }).click();
    const results = page.getByRole("dialog", { name: "收录结果" });
    await results.getByRole("link", { name: "打开" }).first().waitFor();
    expect(await results.getByRole("link", { name: "打开" }).count()).toBe(2);
    expect(await results.getByText("未收录").count()).toBe(0);
    await results.getByRole("button", { name: "关闭" }).click();

    for (const title of ["云岭高新区2023年一季度经济运行情况", "一季度云岭高新区外贸出口走稳"]) {
      const row = page.getByRole("row", { name: new RegExp(title) });
      await row.getByText("待审核").waitFor({ timeout: 30_000 });
      expect(await row.innerText()).toContain("2023-04-20");
    }
    await page.goto("/system/jobs");
    await page.getByRole("row", { name: /完成/ }).first().waitFor();
  });

  test("同一文件再传一次：说明与已有文档相同，不重复收录；旧版 DOC 说明怎么办", async () => {
    const page = await visit("statistics", "/documents");
    await page.getByRole("button", { name: "收录文档" }).click();
    const drawer = page.getByRole("dialog", { name: "收录文档" });
    await drawer.locator("input[type=file]").setInputFiles([
      { name: "又一次.txt", mimeType: "text/plain", buffer: Buffer.from(QUARTER, "utf8") },
      { name: "旧文件.doc", mimeType: "application/msword", buffer: Buffer.from("d0cf11e0a1b11ae1".padEnd(2048, "0"), "hex") },
    ]);
    await drawer.getByRole("button", { name: "收录", exact: true }).click();
    const results = page.getByRole("dialog", { name: "收录结果" });
    await results.getByText(/另存为 \.docx/).waitFor();
    await results.getByRole("link", { name: "与已有文档相同" }).waitFor();
  });

  test("审核台只用键盘：J、K 上下，A 采纳，E 更正，R 驳回", async () => {
    const page = await visit("statistics", "/documents");
    const id = await pastedDocument(page, QUARTER.replaceAll("2023", "2021"), "2021-04-20");
    await page.goto(`/review/${id}`);
    const lit = page.locator(".mark-active");
    await lit.first().waitFor();
    const current = page.locator(".proposal[aria-current=true]");
    const first = await current.innerText();

    await page.keyboard.press("j");
    await expect.poll(() => current.innerText()).not.toBe(first);
    await page.keyboard.press("k");
    await expect.poll(() => current.innerText()).toBe(first);

    const all = page.locator(".proposal");
    const figure = all.filter({ hasText: "出口" }).first();
    await figure.click();
    await expect.poll(async () => (await lit.allInnerTexts()).join("")).toContain("21.3亿元");
    await page.keyboard.press("a");
    await figure.getByText(/已采纳/).waitFor();
    await expect.poll(() => current.innerText()).not.toContain("已采纳");

    await all.filter({ hasText: "进口" }).first().click();
    await page.keyboard.press("e");
    const correcting = page.getByRole("dialog", { name: "更正这条结果" });
    await correcting.getByLabel("数值").fill("10.3");
    await correcting.getByLabel("理由（可不填）").fill("与海关数据核对");
    await page.keyboard.press("Enter");
    await all
      .filter({ hasText: "进口" })
      .first()
      .getByText(/已更正/)
      .waitFor();
    expect(await all.filter({ hasText: "进口" }).first().innerText()).toContain("10.3");

    await all.filter({ hasText: "固定资产投资" }).first().click();
    await page.keyboard.press("r");
    const rejecting = page.getByRole("dialog", { name: "驳回这条结果" });
    await rejecting.waitFor();
    await page.keyboard.type("口径待核");
    await page.keyboard.press("Enter");
    await all
      .filter({ hasText: "固定资产投资" })
      .first()
      .getByText(/已驳回/)
      .waitFor();

    const { proposals } = await ask<Desk>(page, `/api/intelligence/documents/${id}`);
    expect(
      proposals
        .filter(({ status }) => status !== "proposed")
        .map(({ status }) => status)
        .sort(),
    ).toEqual(["accepted", "corrected", "rejected"]);
  });

  test("按规则批量采纳：先看将采纳几条，再采纳；每条都写明规则", async () => {
    const page = await visit("statistics", "/documents");
    const id = await pastedDocument(page, PASTED, "2022-07-25");
    await page.goto(`/review/${id}`);
    await page.getByRole("button", { name: "按规则采纳" }).click();
    const drawer = page.getByRole("dialog", { name: "按规则批量采纳" });
    const preview = await drawer.getByText(/将采纳 [1-9]\d* 条/).innerText();
    const promised = Number(/将采纳 (\d+) 条/.exec(preview)?.[1]);
    await drawer.getByRole("button", { name: "采纳", exact: true }).click();
    await drawer.waitFor({ state: "detached" });
    await expect.poll(async () => page.locator(".proposal").filter({ hasText: "已采纳" }).count()).toBe(promised);
    const { proposals } = await ask<Desk>(page, `/api/intelligence/documents/${id}`);
    expect(proposals.filter(({ status }) => status === "accepted")).toHaveLength(promised);
  });

  test("两人同审一篇：后到的一方看到是谁先处理的，不覆盖", async () => {
    const first = await visit("statistics", "/documents");
    const id = await pastedDocument(first, PASTED.replaceAll("2022", "2020"), "2020-07-25");
    const second = await visit("promotion", `/review/${id}`, { refusals: [409] });
    await second.locator(".proposal[aria-current=true]").waitFor();
    await first.goto(`/review/${id}`);
    await first.locator(".proposal[aria-current=true]").waitFor();
    await first.keyboard.press("a");
    await first
      .locator(".proposal")
      .first()
      .getByText(/已采纳/)
      .waitFor();

    await second.keyboard.press("r");
    await second.getByRole("dialog", { name: "驳回这条结果" }).waitFor();
    await second.keyboard.press("Enter");
    await second
      .getByRole("alert")
      .getByText(/另一位审核人已先处理.*统计岗.*已采纳/)
      .waitFor();
    await second.locator(".proposal").first().getByText("已采纳：统计岗").waitFor();
    const { proposals } = await ask<Desk>(second, `/api/intelligence/documents/${id}`);
    expect(proposals[0]?.status).toBe("accepted");
  });

  test("撤回一篇文档：由它而来的数据一并撤回，理由公开可查", async () => {
    const page = await visit("statistics", "/documents");
    const id = await pastedDocument(page, PASTED.replaceAll("2022", "2019"), "2019-07-25");
    await ask(page, "/api/intelligence/review/accept-by-rule", { rule: "certain-catalogue-figures", documentId: id });
    const accepted = () =>
      ask<{ items: unknown[] }>(page, "/api/economy/facts?period=2019H1&status=accepted").then(({ items }) => items.length);
    expect(await accepted()).toBeGreaterThan(0);
    await page.goto(`/documents/${id}`);
    await page.getByRole("button", { name: "撤回", exact: true }).click();
    const drawer = page.getByRole("dialog", { name: "撤回这篇文档" });
    await drawer.getByLabel(/理由/).fill("误传的旧稿");
    await drawer.getByRole("button", { name: "撤回" }).click();
    await page.getByText("已撤回。误传的旧稿").waitFor();
    expect(await accepted()).toBe(0);
    await page.getByRole("button", { name: "撤回", exact: true }).focus();
    await page.getByRole("tooltip").getByText("文档已撤回").waitFor();
  });
});

describe("数据冲突", () => {
  test("两篇文档说法不一：并排看原文，保留一边并写明理由", async () => {
    const page = await visit("statistics", "/documents");
    const one = await pastedDocument(page, PASTED.replaceAll("2022", "2018"), "2018-07-25");
    const other = await pastedDocument(page, PASTED.replaceAll("2022", "2018").replace("51.7", "52.9"), "2018-07-26");
    for (const documentId of [one, other]) {
      const desk = await ask<Desk>(page, `/api/intelligence/documents/${documentId}`);
      const decisions = desk.proposals.map(({ id }) => ({ proposalId: id, decision: "accept" }));
      await ask(page, `/api/intelligence/documents/${documentId}/decisions`, { decisions });
    }
    await page.goto("/conflicts");
    const conflict = page.getByRole("region", { name: /出口.*2018年上半年/ });
    await conflict.getByText("51.7亿元").first().waitFor();
    expect(await conflict.locator("blockquote").count()).toBe(2);
    const side = conflict.locator("article", { hasText: "52.9" });
    await side.getByRole("button", { name: "保留这一边" }).click();
    const drawer = page.getByRole("dialog", { name: /裁定：保留 52\.9亿元/ });
    await drawer.getByLabel(/理由/).fill("后一篇为更正稿");
    await drawer.getByRole("button", { name: "保留这一边" }).click();
    await conflict.waitFor({ state: "detached" });
    await page.getByLabel("状态").selectOption("resolved");
    await conflict.getByText("裁定理由：后一篇为更正稿").waitFor();
    await conflict.locator("article", { hasText: "52.9" }).getByText("采用", { exact: true }).waitFor();
  });

  test("领导看得到冲突，裁定按钮写明为什么不能按", async () => {
    const page = await visit("leader", "/conflicts");
    const button = page.getByRole("button", { name: "保留这一边" }).first();
    await button.focus();
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    const reason = await page.getByRole("tooltip").first().innerText();
    expect(reason.length).toBeGreaterThan(4);
    expect(reason).not.toMatch(/missing-permission|[a-z]+\.[a-z]+/);
  });
});
