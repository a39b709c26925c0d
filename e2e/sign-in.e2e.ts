import { describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import { visit } from "./visit.ts";

describe("登录", () => {
  test("口令不对：一句话说明，不说账号是否存在；改对后进入驾驶舱", async () => {
    const page = await visit(null, "/", { refusals: [401] });
    await page.getByLabel("用户名").fill("leader");
    await page.getByLabel("密码").fill("not-the-password");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("alert").getByText("用户名或密码不对。").waitFor();

    await page.getByLabel("用户名").fill("nobody-of-that-name");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("alert").getByText("用户名或密码不对。").waitFor();

    await page.getByLabel("用户名").fill("leader");
    await page.getByLabel("密码").fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("heading", { name: "驾驶舱" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/cockpit");
  });

  test("点示范账号即登录，登录前要去的页面登录后还在", async () => {
    const page = await visit(null, "/documents");
    await page.getByRole("button", { name: /经济运行与统计\s*statistics/ }).click();
    await page.getByRole("heading", { name: "文档", exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/documents");
  });

  test("一人两岗：先选一个岗位办事，随时可换", async () => {
    const page = await visit(null, "/");
    await page.getByRole("button", { name: /two-posts/ }).click();
    await page.getByRole("heading", { name: "选择本次办事的岗位" }).waitFor();
    await page.getByRole("button", { name: /经济运行与统计/ }).click();
    await page.getByRole("heading", { name: "驾驶舱" }).waitFor();
    await page.getByRole("link", { name: "指标数据" }).click();
    await page.getByRole("link", { name: "导入表格" }).waitFor();

    await page.getByRole("button", { name: /双岗干部/ }).click();
    await page.getByRole("button", { name: /^招商 云岭高新区/ }).click();
    await page.getByRole("button", { name: /双岗干部 · 招商/ }).waitFor();
    await page.getByRole("heading", { name: "指标数据" }).waitFor();
    await page.getByRole("link", { name: "导入表格" }).waitFor({ state: "detached" });
  });

  test("退出登录后，原来的页面和接口都不再可看", async () => {
    const page = await visit(null, "/", { refusals: [401] });
    await page.getByRole("button", { name: /audit/ }).click();
    await page.getByRole("button", { name: /审计管理员/ }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("button", { name: "登录", exact: true }).waitFor();
    const answer = await page.request.get("/api/system/journal");
    expect(answer.status()).toBe(401);
    await page.goto("/system/journal");
    await page.getByLabel("用户名").waitFor();
  });
});
