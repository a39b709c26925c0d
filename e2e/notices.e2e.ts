import { describe, expect, test } from "vitest";
import { barriersOn } from "./look-at.ts";
import { ask, settled, visit } from "./visit.ts";

/** Marks what these journeys write, so that one that is repeated does not meet what it wrote before. */
const mark = () => String(Date.now()).slice(-8);

describe("提醒", () => {
  test("示范项目的督办提醒到承办人：铃上有未读数，点开到项目，全部标为已读", async () => {
    const page = await visit("taskforce", "/work");
    await page.getByRole("link", { name: /提醒，未读 \d+ 条/ }).click();
    await page.waitForURL(/\/notices$/);
    await page
      .getByRole("row", { name: /督办函/ })
      .first()
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole("button", { name: "全部标为已读" }).click();
    await page.getByText("未读 0 条").waitFor();
    await page.getByRole("link", { name: "提醒", exact: true }).waitFor();
    await page
      .getByRole("link", { name: /督办函/ })
      .first()
      .click();
    await page.waitForURL(/\/projects\//);
  });

  test("选提醒方式：填邮箱、选类别；再来时邮箱只显示两头；没有邮箱不能要摘要", async () => {
    const page = await visit("window", "/notices/settings", { refusals: [400] });
    await page.getByLabel(/每个工作日 17:20/).check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("alert").getByText("请先填写邮箱").waitFor();
    await page.getByLabel("接收提醒的邮箱").fill("window@yunling.example");
    await page.getByLabel("已批复 · 邮件").check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存").waitFor();
    await page.reload();
    await page.getByText("wi…@yunling.example").waitFor();
    expect(await page.getByLabel(/每个工作日 17:20/).isChecked()).toBe(true);
    await page.getByRole("button", { name: "不再用邮件" }).click();
    await page.getByText("尚未填写").waitFor();
  });
});

describe("接口", () => {
  test("制作令牌：只显示这一次；吊销后不能再用", async () => {
    const page = await visit("liaison", "/system/tokens");
    const purpose = `桌面智能体 ${mark()}`;
    await page.getByRole("button", { name: "制作令牌" }).click();
    const dialog = page.getByRole("dialog", { name: "制作令牌" });
    await dialog.getByLabel("用途").fill(purpose);
    await dialog.getByRole("button", { name: "制作令牌" }).click();
    const token = await page.getByLabel("令牌（只显示这一次）").inputValue();
    expect(token).toMatch(/^yst_[\w-]{43}$/);
    await page.keyboard.press("Escape");
    const tools = () =>
      fetch(new URL("/api/mcp", page.url()), {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, accept: "application/json, text/event-stream", "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
      });
    expect((await tools()).status).toBe(200);
    const row = page.getByRole("row", { name: new RegExp(purpose) });
    await row.getByRole("button", { name: "吊销" }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "吊销" }).click();
    await row.getByText("已吊销").waitFor();
    expect((await tools()).status).toBe(401);
  });

  test("新增事件推送：内网地址一句话拒绝；公网地址登记后显示签名密钥一次", async () => {
    const page = await visit("system", "/system/webhooks", { refusals: [400] });
    const name = `督查平台 ${mark()}`;
    await page.getByRole("button", { name: "新增推送" }).click();
    const dialog = page.getByRole("dialog", { name: "新增推送" });
    await dialog.getByLabel("名称").fill(name);
    await dialog.getByLabel("接收地址").fill("http://10.0.0.8/events");
    await dialog.getByLabel("项目阶段已变更").check();
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("接收地址").fill("http://1.1.1.1/events");
    await dialog.getByRole("button", { name: "保存" }).click();
    expect(await page.getByLabel("签名密钥（只显示这一次）").inputValue()).toMatch(/^whk_/);
    await page.keyboard.press("Escape");
    const row = page.getByRole("row", { name: new RegExp(name) });
    await row.getByRole("button", { name: "停用" }).click();
    await row.getByText("已停用", { exact: true }).waitFor();
    await row.getByRole("link", { name }).click();
    await page.getByText("没有推送记录").waitFor();
  });

  test("写明使用许可，公开页面上人人看得到；目录给程序读", async () => {
    const page = await visit("leader", "/open-data");
    await page.getByRole("button", { name: "写明使用许可" }).click();
    const dialog = page.getByRole("dialog", { name: "写明使用许可" });
    await dialog.getByLabel("许可名称").fill("云岭高新区开放数据许可");
    await dialog.getByLabel("许可内容").fill("注明“云岭高新区”即可自由使用、复制和再加工。");
    await dialog.getByRole("button", { name: "保存" }).click();
    await dialog.waitFor({ state: "detached" });
    const open = await visit(null, "/public/yunling/data");
    await open.getByText("云岭高新区开放数据许可").waitFor();
    await settled(open);
    expect(await barriersOn(open)).toEqual([]);
    const catalogue = await (await fetch(new URL("/api/public/yunling/data/catalogue", open.url()))).json();
    expect(catalogue["@type"]).toBe("dcat:Catalog");
    expect(catalogue["dcat:dataset"].length).toBeGreaterThan(0);
  });
});

test("别人改了，开着的页面自己更新", async () => {
  const watching = await visit("taskforce", "/projects");
  const { items } = await ask<{ items: { id: string; name: string }[] }>(watching, "/api/projects?limit=1&stage=BUILDING");
  const [project] = items;
  expect(project).toBeDefined();
  await watching.goto(`/projects/${project?.id}`);
  await watching.getByRole("heading", { name: project?.name ?? "" }).waitFor();
  const editor = await visit("promotion", "/projects");
  const { version } = await ask<{ version: number }>(editor, `/api/projects/${project?.id}`);
  const name = `${project?.name}（${mark()}）`;
  await ask(editor, `/api/projects/${project?.id}/edit`, { version, name });
  await watching.getByRole("heading", { name }).waitFor();
});
