import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { choosePerson } from "./choose-person.ts";
import { ask, settled, visit } from "./visit.ts";

/** The project of these journeys, registered by the first of them: everything else in the zone is only read. */
const own = { name: "", id: "" };

const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const openOwn = (account: string, tab = "") => visit(account, `/projects/${own.id}${tab === "" ? "" : `?tab=${tab}`}`);

describe("一个项目，从登记到转段", () => {
  test("招商岗登记项目：金额写错有一句话，登记后就在项目页，写明下一步还缺什么", async () => {
    own.name = `化合物半导体封测产线${Date.now()}`;
    const page = await visit("promotion", "/projects/register");
    await page.getByLabel(/项目名称/).fill(own.name);
    await page.getByLabel(/企业全称/).fill("云岭芯曜微电子有限公司");
    await page.getByLabel(/计划总投资/).fill("六亿");
    await page.getByLabel(/合同编号/).fill("云高新招〔2026〕900号");
    await page.getByLabel("计划开工").fill("2026-09-01");
    await page.getByLabel("计划竣工").fill("2027-06-30");
    await page.getByLabel("计划投产").fill("2027-09-30");
    await page.getByLabel("地块或厂房编号").fill("YL-E2E-1");
    await page.getByLabel("联系电话").fill("13800000001");
    await page.getByRole("button", { name: "登记项目" }).click();
    await page.getByText("计划总投资应为大于 0 的数，单位万元，如 60000。").waitFor();

    await page.getByLabel(/计划总投资/).fill("60000");
    await page.getByRole("button", { name: "登记项目" }).click();
    await page.getByRole("heading", { level: 1, name: own.name }).waitFor();
    own.id = page.url().split("/").at(-1) ?? "";
    await page.locator(".page-state", { hasText: "签约阶段，计划总投资 6 亿元。" }).waitFor();
    await region(page, "下一步").locator(".missing").getByText("缺土地出让合同或租赁合同").waitFor();
    await region(page, "责任与联系").getByText("138****0001").waitFor();
  });

  test("专班附上凭证，缺的就少一样；齐了才能转入供地", async () => {
    const page = await openOwn("taskforce");
    const next = region(page, "下一步");
    // Masked for everybody; who has to call says why, and sees the number for half an hour.
    await region(page, "责任与联系").getByText("138****0001").waitFor();
    await region(page, "责任与联系").getByRole("button", { name: "查看完整信息" }).click();
    await dialog(page, "查看完整信息").getByLabel(/事由/).fill("约企业现场查看地块");
    await dialog(page, "查看完整信息").getByRole("button", { name: "查看完整信息" }).click();
    await region(page, "责任与联系").getByText("13800000001").waitFor();
    const supply = next.getByRole("button", { name: "供地", exact: true });
    await supply.focus();
    await page.getByRole("tooltip").getByText("缺土地出让合同或租赁合同").waitFor();
    await next.getByRole("listitem").filter({ hasText: "转入供地" }).getByRole("button", { name: "附上" }).click();

    const attaching = dialog(page, "附上凭证");
    expect(await attaching.getByLabel("种类").inputValue()).toBe("land-contract");
    await attaching.getByLabel("文号").fill("云地合〔2026〕900号");
    await attaching
      .locator("input[type=file]")
      .setInputFiles({ name: "土地合同.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
    await attaching.getByRole("button", { name: "附上凭证" }).click();
    await attaching.waitFor({ state: "detached" });

    await next.getByText("条件齐备").first().waitFor();
    await supply.click();
    const moving = dialog(page, /^供地 · 转入供地/);
    await moving.getByRole("button", { name: "供地" }).click();
    await moving.waitFor({ state: "detached" });
    await page.locator(".page-state", { hasText: "供地阶段" }).waitFor();

    await page.getByRole("link", { name: "进程与凭证" }).click();
    const piece = region(page, "凭证").getByRole("row", { name: /土地出让合同.*云地合〔2026〕900号/ });
    const file = await page.request.get((await piece.getByRole("link", { name: "下载" }).getAttribute("href")) ?? "");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await region(page, "时间线").getByText("附上凭证：土地出让合同 云地合〔2026〕900号").waitFor();
  });

  test("申请改期先试算会推迟什么；申请人自己不能审定，领导同意后计划才变", async () => {
    const force = await openOwn("taskforce", "course");
    const milestones = region(force, "节点");
    await milestones.getByRole("row", { name: /^竣工/ }).getByRole("button", { name: "申请改期" }).click();
    const asking = dialog(force, "申请改期");
    await asking.getByLabel(/新日期/).fill("2027-08-29");
    await asking.getByText("试算：2027-06-30 → 2027-08-29，推后 60 天。").waitFor();
    await asking.getByText("投产 2027-09-30 → 2027-11-29").waitFor();
    await asking.getByLabel(/改期理由/).fill("施工图审查意见修改");
    await asking.getByRole("button", { name: "提交申请" }).click();
    await asking.waitFor({ state: "detached" });
    const request = region(force, "改期申请").getByRole("row", { name: /竣工 2027-06-30 → 2027-08-29/ });
    await request.getByText("待审定").waitFor();
    await request.getByRole("button", { name: "同意", exact: true }).focus();
    await force.getByRole("tooltip").getByText("当前岗位无权审定").first().waitFor();
    await milestones.getByRole("row", { name: /^竣工 ?2027-06-30/ }).waitFor();

    const leader = await openOwn("leader", "course");
    await region(leader, "改期申请").getByRole("button", { name: "同意", exact: true }).click();
    const deciding = dialog(leader, "同意竣工改期到 2027-08-29");
    await deciding.getByText("投产 2027-09-30 → 2027-11-29").waitFor();
    await deciding.getByLabel(/审定意见/).fill("同意，不得再改");
    await deciding.getByRole("button", { name: "同意" }).click();
    await deciding.waitFor({ state: "detached" });
    const row = region(leader, "节点").getByRole("row", { name: /^竣工/ });
    await row.getByText("2027-08-29").first().waitFor();
    await row.getByText("改期 1 次").click();
    await row.getByText(/起计划 2027-08-29：施工图审查意见修改/).waitFor();
    await region(leader, "节点")
      .getByRole("row", { name: /^投产.*2027-11-29/ })
      .waitFor();
  });

  test("组建专班，登记问题、上交、办结，日志里都有", async () => {
    const page = await openOwn("head", "force");
    await region(page, "专班").getByRole("button", { name: "组建专班" }).click();
    const forming = dialog(page, "组建专班");
    await choosePerson(page, "牵头领导", "管委会领导");
    await forming.getByRole("button", { name: "加一名成员" }).click();
    await choosePerson(page, "成员 1", "项目专班");
    await forming.getByLabel("成员 1 的职责").fill("手续办理");
    await forming.getByRole("button", { name: "保存" }).click();
    await forming.waitFor({ state: "detached" });
    await region(page, "专班").getByText("手续办理").waitFor();

    const tasks = region(page, "事项与问题").first();
    await tasks.getByRole("button", { name: "登记事项" }).click();
    const adding = dialog(page, "登记事项或问题");
    await adding.getByLabel("种类").selectOption("issue");
    await adding.getByLabel("事项").fill("高压线未迁改");
    await choosePerson(page, "责任人", "项目专班");
    await adding.getByRole("button", { name: "登记事项" }).click();
    await adding.waitFor({ state: "detached" });
    const issue = tasks.getByRole("row", { name: /高压线未迁改/ });
    await issue.getByRole("button", { name: "上交" }).click();
    const raising = dialog(page, /^上交/);
    await raising.getByLabel(/理由/).fill("涉及供电公司");
    await raising.getByRole("button", { name: "上交" }).click();
    await raising.waitFor({ state: "detached" });
    await issue.getByText("部门", { exact: true }).waitFor();
    await issue.getByRole("button", { name: "办结" }).click();
    const closing = dialog(page, /^办结/);
    await closing.getByLabel(/办结说明/).fill("已迁改");
    await closing.getByRole("button", { name: "办结" }).click();
    await closing.waitFor({ state: "detached" });
    await issue.waitFor({ state: "detached" });
    await region(page, "专班日志").getByText("高压线未迁改：专班 → 部门，涉及供电公司").waitFor();
  });

  test("修改登记只动改了的：招商岗看到的电话是遮盖的，存回去还是原号", async () => {
    const page = await openOwn("promotion");
    await page.getByRole("button", { name: "修改登记" }).click();
    const editing = dialog(page, "修改登记");
    await editing.getByLabel("产业", { exact: true }).fill("集成电路");
    await editing.getByRole("button", { name: "保存" }).click();
    await editing.waitFor({ state: "detached" });
    await region(page, "项目登记").getByText("集成电路").waitFor();
    const force = await openOwn("taskforce");
    await region(force, "责任与联系")
      .getByText(/13800000001|138\*{4}0001/)
      .waitFor();
  });
});

type Wall = { counts: Record<string, number>; tiles: { id: string; name: string; colour: string }[] };

describe("四色墙", () => {
  test("一句话与数字一致；按颜色筛选留在地址里；方向键走动，回车看为什么", async () => {
    const page = await visit("leader", "/projects");
    await region(page, "红灯项目").waitFor();
    const wall = await ask<Wall>(page, "/api/projects/wall");
    await page
      .locator(".page-state", { hasText: new RegExp(`${wall.tiles.length} 个项目，${wall.counts["red"]} 个红灯，\\d+ 个本周转红`) })
      .waitFor();
    await page.getByRole("button", { name: /^▲ ?黄|^黄/ }).click();
    await expect.poll(() => page.url()).toContain("colour=yellow");
    await region(page, "红灯项目").waitFor({ state: "detached" });
    await page.reload();
    const yellow = region(page, "黄灯项目");
    await yellow.waitFor();
    expect(await yellow.locator(".wall-tile").count()).toBe(wall.counts["yellow"]);

    const tiles = yellow.locator(".wall-tile");
    await tiles.first().focus();
    await page.keyboard.press("ArrowRight");
    const second = tiles.nth(1);
    await expect.poll(() => second.evaluate((element) => element === document.activeElement)).toBe(true);
    const label = (await second.getAttribute("aria-label")) ?? "";
    await page.locator(".wall-caption strong", { hasText: label.split("，")[0] ?? "–" }).waitFor();
    await page.keyboard.press("Enter");
    const why = page.getByRole("dialog");
    await why.getByText(/黄灯：/).waitFor();
    await why.getByRole("row", { name: /^进度缺口/ }).waitFor();
    await why.getByRole("heading", { name: "变色记录" }).waitFor();
    await page.keyboard.press("Escape");
    await why.waitFor({ state: "detached" });
  });

  test("表是墙的孪生：同样的项目，逐行写明原因", async () => {
    const page = await visit("leader", "/projects?colour=red");
    await page.locator(".switch label", { hasText: "表" }).click();
    await expect.poll(() => page.url()).toContain("view=table");
    const wall = await ask<Wall>(page, "/api/projects/wall");
    expect(await page.locator("tbody tr").count()).toBe(wall.counts["red"]);
    await page.locator("tbody tr").first().getByText("红").waitFor();
  });

  test("过去的一天按那天说；大屏是同一页，退出回到原处", async () => {
    const page = await visit("leader", "/projects?asOf=2026-03-31&wall=1");
    const display = page.locator("dialog.wall-display");
    await display.getByText(/截至 2026年3月31日（周二）：\d+ 个项目/).waitFor();
    await display.getByRole("region", { name: "绿灯项目" }).waitFor();
    await page.keyboard.press("Escape");
    await display.waitFor({ state: "detached" });
    expect(page.url()).toContain("asOf=2026-03-31");
    expect(page.url()).not.toContain("wall=1");
  });

  test("手机上先是红和黄，逐个写明原因", async () => {
    const page = await visit("leader", "/projects", { screen: "phone" });
    const red = region(page, "红灯项目");
    await red
      .getByRole("listitem")
      .first()
      .getByText(/进度缺口|逾期|未开工|未入库|停建/)
      .first()
      .waitFor();
    expect(await page.locator(".wall-tile").count()).toBe(0);
    expect(await region(page, "绿灯项目").getByRole("listitem").first().isVisible()).toBe(false);
  });
});

type Rate = { numerator: number; denominator: number };

describe("三张清单", () => {
  test("开工率的分子和分母各自打开到项目，不相加；清单可以导出", async () => {
    const page = await visit("statistics", "/projects/lists");
    const lists = await ask<{ startRate: Rate; overlap: number }>(page, "/api/projects/lists");
    await page.getByText(`开工与在建有 ${lists.overlap} 个是同一批项目，四张清单不能相加。`).waitFor();
    await page.getByRole("button", { name: `已开工：${lists.startRate.numerator} 个，打开清单` }).click();
    await expect.poll(() => page.url()).toContain("rate=start");
    const shown = region(page, "开工率的分子，已开工").first();
    await shown.getByText(`共 ${lists.startRate.numerator} 条`).waitFor();
    await settled(page);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出 CSV" }).click()]);
    await download.cancel();
    const csv = await page.request.get("/api/projects/export?rate=start&side=counted&format=csv");
    expect((await csv.text()).trim().split("\r\n")).toHaveLength(lists.startRate.numerator + 2);
  });

  test("导入台账：先检查，坏行单独退回并写明应怎样，什么也没导入", async () => {
    const page = await visit("promotion", "/projects/import");
    const before = await ask<{ total: number }>(page, "/api/projects?limit=1");
    const sheet = [
      "项目名称,企业,类别,计划总投资（万元）,合同编号,签约日期",
      "试导入项目甲,试导入公司,产业,8000,号1,2026-06-01",
      "试导入项目乙,试导入公司,产业,八千万,号2,2026-06-01",
    ].join("\r\n");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${sheet}\r\n`, "utf8") });
    await page.getByRole("button", { name: "先检查" }).click();
    await page.getByRole("heading", { name: "检查结果：1 行可以导入，1 行有问题。尚未导入。" }).waitFor();
    await page.getByRole("row", { name: /退回.*试导入项目乙.*八千万.*应为/ }).waitFor();
    const after = await ask<{ total: number }>(page, "/api/projects?limit=1&q=试导入项目");
    expect(after.total).toBe(0);
    expect(before.total).toBeGreaterThan(300);
  });
});
