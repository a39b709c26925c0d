import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../src/kernel/local-date.ts";
import { ask, settled, visit } from "./visit.ts";

type Versions = { items: { id: string; name: string; state: string; effectiveFrom: string; inForce: boolean; version: number }[] };

describe("产业链图谱，从全图到短板", () => {
  test("招商岗看全图：覆盖率 74.6%，画出来，按强弱筛选，条件在地址里", async () => {
    const page = await visit("promotion", "/chain");
    await page.locator(".page-state", { hasText: "4 个主导产业、12 个细分领域、59 个产业方向，44 个方向有在产企业" }).waitFor();
    const coverage = page.getByRole("region", { name: "产业方向覆盖率" });
    await coverage.getByText("74.6").waitFor();
    await page.getByRole("img", { name: /产业链图谱：59 个产业方向/ }).waitFor();
    await page.locator(".chain-canvas canvas").first().waitFor();
    await page.locator(".chain-wait").waitFor({ state: "detached" });

    await coverage.getByRole("button", { name: "缺 15" }).click();
    await page.getByRole("img", { name: /产业链图谱：15 个产业方向/ }).waitFor();
    expect(new URL(page.url()).searchParams.get("strength")).toBe("missing");
    await page.reload();
    await page.getByRole("img", { name: /产业链图谱：15 个产业方向/ }).waitFor();
  });

  test("在图上点一个环节，旁边打开它", async () => {
    const page = await visit("leader", "/chain?q=协作机器人整机");
    await page.locator(".chain-canvas canvas").first().waitFor();
    await page.locator(".chain-wait").waitFor({ state: "detached" });
    const box = await page.locator(".chain-canvas").boundingBox();
    // Industry, field and direction stand in the middle of the picture, the direction's box lowest of the three.
    const opened = page.getByRole("dialog", { name: "协作机器人整机" });
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2 + 37);
    await opened.waitFor();
    await opened.getByText("减速器").first().waitFor();
    expect(new URL(page.url()).searchParams.get("node")).toBe("EQ-RB-1");
  });

  test("只用键盘：表里一行行走，回车打开，看企业、上下游、链长链主和版本", async () => {
    const page = await visit("leader", "/chain?view=table&q=封装测试");
    await settled(page);
    await page.locator("tr.row-opens").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "封装测试" });
    await drawer.getByText("5 家区内在产企业，其中龙头 1 家").waitFor();
    await drawer.getByText("半导体设备").first().waitFor();
    await drawer.getByText("链长", { exact: true }).waitFor();
    await drawer.getByText("链主", { exact: true }).waitFor();
    await drawer.getByText("云岭集成电路封测公共服务平台").waitFor();
    await drawer.getByRole("link", { name: "产业链图谱（2024年版）" }).waitFor();
    await drawer.getByRole("button", { name: "电子级树脂" }).click();
    await page.getByRole("dialog", { name: "电子级树脂" }).waitFor();
  });

  test("旧版生效的日子看到的是旧版", async () => {
    const page = await visit("leader", "/chain?view=table&asOf=2025-06-30");
    await page.locator(".page-state", { hasText: "产业链图谱（2024年版）：4 个主导产业、13 个细分领域" }).waitFor();
  });

  test("手机上先看到表", async () => {
    const page = await visit("promotion", "/chain", { screen: "phone" });
    await page.getByRole("region", { name: "产业链图谱" }).waitFor();
    expect(await page.locator(".chain-canvas").count()).toBe(0);
  });

  test("短板：补链的在前，待确认的打开就能确认，确认为区外目标后短板上看得见", async () => {
    const page = await visit("promotion", "/chain/gaps?action=gap_fill");
    await page.locator(".page-state", { hasText: "补链 15 个" }).waitFor();
    const row = page.getByRole("row").filter({ hasText: "手术机器人" });
    await row.getByRole("link", { name: "1" }).click();
    await page.getByText("产品“手术机器人”").waitFor();
    await page.getByRole("button", { name: "确认", exact: true }).click();
    const form = page.getByRole("dialog", { name: /确认 · 安澜手术机器人有限公司/ });
    expect(await form.getByLabel("在区情况").inputValue()).toBe("elsewhere");
    await form.getByLabel("说明").fill("展会对接，拟作补链目标");
    await form.getByRole("button", { name: "确认" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByText("没有符合条件的记录").waitFor();
    await page.goto("/chain/gaps?action=gap_fill");
    const cells = page.getByRole("row").filter({ hasText: "手术机器人" }).getByRole("cell");
    await cells.first().waitFor();
    expect((await cells.allInnerTexts()).slice(-2)).toEqual(["1", "0"]);
  });
});

describe("图谱版本，从草稿到审定", () => {
  test("招商岗以现行版为底稿新建，加一个方向，比较，提交；领导审定，招商岗自己不能", async () => {
    const page = await visit("promotion", "/chain/versions", { refusals: [409] });
    const name = `产业链图谱试修订${Date.now()}`;
    const before = await ask<Versions>(page, "/api/chain/versions");
    const last = before.items
      .filter(({ state }) => state === "APPROVED")
      .map((one) => one.effectiveFrom)
      .toSorted()
      .at(-1);
    const effective = addDays(
      localDate(last ?? "2028-01-01") > localDate("2028-01-01") ? localDate(last ?? "") : localDate("2028-01-01"),
      1,
    );
    await page.getByRole("button", { name: "新建版本" }).click();
    const drafting = page.getByRole("dialog", { name: "新建版本" });
    await drafting.getByLabel("名称", { exact: false }).first().fill(name);
    await drafting.getByLabel("英文名称").fill("Trial revision");
    await drafting.getByLabel(/生效日期/).fill(effective);
    await drafting.getByRole("button", { name: "新建版本" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

    await page.getByRole("button", { name: "添加环节" }).click();
    const adding = page.getByRole("dialog", { name: "添加环节" });
    await adding.getByLabel(/代码/).first().fill("EQ-RB-1");
    await adding.getByLabel(/^名称/).fill("人形机器人整机");
    await adding.getByRole("combobox", { name: "上级" }).click();
    await page.getByTitle("机器人 EQ-RB", { exact: true }).click();
    await adding.getByRole("button", { name: "保存" }).click();
    await adding.getByText("代码“EQ-RB-1”已用于“协作机器人整机”，请换一个代码。").waitFor();
    await adding.getByLabel(/代码/).first().fill("EQ-RB-6");
    await adding.getByLabel("产品词").fill("人形机器人、双足机器人");
    await adding.getByRole("button", { name: "保存" }).click();
    await adding.waitFor({ state: "detached" });
    await page.getByRole("row").filter({ hasText: "人形机器人整机" }).waitFor();

    const { items } = await ask<Versions>(page, "/api/chain/versions");
    const present = items.find(({ inForce }) => inForce);
    await page.goto(`/chain/versions/${present?.id ?? ""}/compare?to=${id}`);
    await page.locator(".page-state", { hasText: "新增 1、删除 0、移动 0、改名 0" }).waitFor();
    await page.getByRole("row").filter({ hasText: "人形机器人整机" }).getByText("新增").waitFor();

    await page.goto(`/chain/versions/${id}`);
    await page.getByRole("button", { name: "提交审定" }).click();
    const submitting = page.getByRole("dialog", { name: /^提交审定/ });
    await submitting.getByRole("button", { name: "提交审定" }).click();
    await submitting.waitFor({ state: "detached" });
    await page.getByText("待审定", { exact: true }).first().waitFor();

    const leader = await visit("leader", `/chain/versions/${id}`);
    await leader.getByRole("button", { name: "审定", exact: true }).click();
    const approving = leader.getByRole("dialog", { name: /^审定/ });
    await approving.getByText("审定后自生效日起使用，不再改动。").waitFor();
    await approving.getByRole("button", { name: "审定" }).click();
    await approving.waitFor({ state: "detached" });
    await leader.getByText("已审定", { exact: true }).first().waitFor();
    expect(await leader.getByRole("button", { name: "添加环节" }).count()).toBe(0);
  });

  test("导入：先检查，坏行单独列出", async () => {
    const page = await visit("promotion", "/chain/versions");
    const { items } = await ask<Versions>(page, "/api/chain/versions");
    const draft = items.find(({ name }) => name.startsWith("产业链图谱（2027年版"));
    await page.goto(`/chain/versions/${draft?.id ?? ""}/import`);
    await page.locator("input[type=file]").setInputFiles({
      name: "环节.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("代码,层级,名称,上级代码\nEQ-AV-7,产业方向,车路协同,EQ-AV\nEQ-AV-8,产业方向,高精地图,EQ-XX\n"),
    });
    await page.getByRole("button", { name: "检查" }).click();
    await page.getByRole("heading", { name: "检查结果：可导入环节 1、关系 0，1 行不行" }).waitFor();
    await page.getByText("上级代码“EQ-XX”不存在").waitFor();
  });
});
