import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { enrol } from "./second-factor.ts";
import { ask, settled, visit } from "./visit.ts";

describe("人员与岗位", () => {
  test("安全管理员新增人员、授予岗位、收回岗位；自己的岗位自己不能动", async () => {
    const page = await visit("security", "/system/people");
    await page.getByRole("button", { name: "新增人员" }).click();
    const adding = page.getByRole("dialog", { name: "新增人员" });
    await adding.getByLabel("姓名").fill("统计新人");
    await adding.getByLabel("用户名").fill("new-statistician");
    await adding.getByLabel("初始密码").fill("Yunling-2026-new");
    await adding.getByRole("button", { name: "新增人员" }).click();
    await adding.waitFor({ state: "detached" });
    const row = page.getByRole("row", { name: /统计新人/ });
    await row.getByText("没有岗位").waitFor();

    await row.getByRole("button", { name: "授予岗位" }).click();
    const granting = page.getByRole("dialog", { name: "授予 统计新人 岗位" });
    await granting.getByLabel("岗位", { exact: true }).selectOption({ label: "经济运行与统计" });
    await granting.getByLabel("部门").selectOption({ label: "经济运行局" });
    await granting.getByRole("button", { name: "授予岗位" }).click();
    await row.getByText("经济运行与统计 · 经济运行局").waitFor();

    await row.getByRole("button", { name: "收回" }).click();
    const revoking = page.getByRole("dialog", { name: "收回 统计新人 的“经济运行与统计”岗位" });
    await revoking.getByLabel(/理由/).fill("岗位调整");
    await revoking.getByRole("button", { name: "收回" }).click();
    await row.getByText("没有岗位").waitFor();

    const own = page.getByRole("row", { name: /安全管理员.*security/ }).getByRole("button", { name: "授予岗位" });
    await own.focus();
    await page.getByRole("tooltip").getByText("不能变更自己的岗位，请由另一位管理员办理。").waitFor();
  });

  test("系统管理员看得到人员，授予岗位的按钮写明该谁办", async () => {
    const page = await visit("system", "/system/people");
    await settled(page);
    expect(await page.getByRole("button", { name: "新增人员" }).count()).toBe(0);
    await page.getByRole("button", { name: "授予岗位" }).first().focus();
    await page.getByRole("tooltip").getByText("岗位由安全管理员授予和收回，当前岗位无权办理。").first().waitFor();
  });
});

describe("工作日历", () => {
  test("2026年2月9日起20个工作日，到期3月13日；2027年的期限先标暂定，载入通知后重算", async () => {
    const page = await visit("system", "/system/calendar");
    const due = async (from: string, days: string) => {
      await page.getByLabel("起算日").fill(from);
      await page.getByLabel("工作日数").fill(days);
    };
    await due("2026-02-09", "20");
    await page.getByText("到期日：2026年3月13日（周五）").waitFor();
    await due("2026-12-28", "20");
    await page.getByText(/暂定：到期年份的通知尚未载入/).waitFor();

    await page.getByRole("button", { name: "载入通知" }).click();
    const drawer = page.getByRole("dialog", { name: "载入通知" });
    expect(await drawer.getByLabel("年份").inputValue()).toBe("2027");
    await drawer.getByLabel("通知名称与文号").fill("关于2027年部分节假日安排的通知（试验）");
    const days = ["01-01", "02-06", "02-07", "02-08", "04-05", "05-01", "06-09", "09-15", "10-01", "10-02", "二月三十"];
    await drawer.getByLabel("放假日").fill(days.map((day) => (day.includes("-") ? `2027-${day}` : day)).join("\n"));
    await drawer.getByText("“二月三十”不是日期，应写作 2027-10-01。").waitFor();
    await drawer.getByLabel("放假日").fill(
      days
        .slice(0, -1)
        .map((day) => `2027-${day}`)
        .join("\n"),
    );
    await drawer.getByRole("button", { name: "载入通知" }).click();
    await drawer.waitFor({ state: "detached" });
    await page.getByRole("row", { name: /2027.*10 天放假/ }).waitFor();
    await page.getByText(/暂定：到期年份的通知尚未载入/).waitFor({ state: "detached" });
  });
});

describe("操作日志与后台任务", () => {
  test("审计管理员查到谁、何时、办了什么，校验日志链完整，可导出", async () => {
    const page = await visit("audit", "/system/journal");
    await page.getByRole("searchbox", { name: "人员" }).fill("统计岗");
    await expect.poll(() => page.url()).toContain("who=");
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    await expect.poll(async () => new Set(await page.locator("td[data-label=人员]").allInnerTexts())).toEqual(new Set(["统计岗"]));
    await rows.first().click();
    const entry = page.getByRole("dialog", { name: /^第 \d+ 条$/ });
    await entry.getByText("链值").waitFor();
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "校验日志链" }).click();
    await page.getByText(/日志链完整：\d+ 条、签名摘要 \d+ 号全部相符/).waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出 CSV" }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });

  test("载入示范数据的任务看得到进度和结果", async () => {
    const page = await visit("system", "/system/jobs");
    const job = page.getByRole("row", { name: /载入示范数据/ });
    const more = page.getByRole("button", { name: "再显示一些" });
    // What the zone did since stands before it.
    await settled(page);
    while ((await job.count()) === 0 && (await more.count()) > 0) {
      await more.click();
      await settled(page);
    }
    await job.getByText("完成").waitFor();
    expect(await job.getByRole("progressbar").getAttribute("aria-valuenow")).toBe(
      await job.getByRole("progressbar").getAttribute("aria-valuemax"),
    );
  });
});

describe("新建园区", () => {
  test("平台管理员在命令行新建，首位安全管理员启用双因素并授予岗位；空的驾驶舱说明这里将有什么，不说齐全", async () => {
    yuanshu(
      "zone",
      "create",
      "--slug",
      "linjiang",
      "--name",
      "临江经开区",
      ...department("管委会办公室"),
      ...department("经济发展局"),
      ...ADMIN,
    );

    const admin = await visit(null, "/");
    await signIn(admin, "linjiang-admin");
    await enrol(admin);
    await admin.getByRole("navigation", { name: "主导航" }).waitFor();
    const leader = await ask<{ id: string }>(admin, "/api/system/people", {
      username: "linjiang-leader",
      name: "临江领导",
      password: PASSWORD,
    });
    await ask(admin, `/api/system/people/${leader.id}/roles`, { role: "leadership" });

    const page = await visit(null, "/cockpit");
    await signIn(page, "linjiang-leader");
    await enrol(page);
    await page.getByText("临江经开区还没有已采纳的数据。").waitFor();
    await page.getByText("这里将显示主要指标").waitFor();
    expect(await page.getByText("主要指标齐全").count()).toBe(0);
    expect(await page.getByText("云岭").count()).toBe(0);
    await page.goto("/documents");
    await page.getByText("还没有文档").waitFor();
    await page.goto("/report-cards");
    await page.getByText("还没有成绩单").waitFor();
  });
});

const PASSWORD = "Linjiang-2026";
const ADMIN = ["--admin-username", "linjiang-admin", "--admin-name", "临江管理员", "--admin-password", PASSWORD];
const department = (name: string) => ["--departments", name];

/** The command line on the folder of the running server. */
function yuanshu(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ["src/apps/cli/main.ts", ...words], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, DATA_DIR: inject("dataDir") },
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}
