import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriersOn } from "./look-at.ts";
import { enrol } from "./second-factor.ts";
import { visit } from "./visit.ts";

const PASSWORD = "seventeen stone arches";
const NEXT = "nineteen wooden boats";

/** The link that the security administrator is shown, as the person would open it. */
async function invite(username: string, name: string, role: string): Promise<string> {
  const page = await visit("security", "/system/people");
  await page.getByRole("button", { name: "邀请人员" }).click();
  const form = page.getByRole("dialog", { name: "邀请人员" });
  await form.getByLabel("姓名").fill(name);
  await form.getByLabel("用户名").fill(username);
  await form.getByLabel("岗位").selectOption({ label: role });
  await form.getByRole("button", { name: "邀请人员" }).click();
  const link = await shownIn(page, "邀请人员");
  await page
    .getByRole("row", { name: new RegExp(username) })
    .getByText("待启用", { exact: true })
    .waitFor();
  return link;
}

async function shownIn(page: Page, title: string | RegExp): Promise<string> {
  const dialog = page.getByRole("dialog", { name: title });
  const shown = await dialog.locator(".shown-once code").innerText();
  await dialog.getByRole("button", { name: "完成" }).click();
  await dialog.waitFor({ state: "detached" });
  return shown;
}

async function setPassword(link: string, password: string): Promise<Page> {
  const { pathname, hash } = new URL(link);
  const page = await visit(null, `${pathname}${hash}`);
  await page.getByLabel("新密码").fill(password);
  await page.getByLabel("再输一遍").fill(password);
  await page.getByRole("button", { name: "设定密码" }).click();
  await page.getByText("密码已设定。").waitFor();
  return page;
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

describe("从邀请到双因素", () => {
  test("受邀、设密码、启用双因素、凭恢复码再登录、重设密码，不得由同一人再重置双因素", async () => {
    const link = await invite("new-payer", "拨付新人", "财政拨付");
    const page = await setPassword(link, PASSWORD);
    const { pathname, hash } = new URL(link);
    const again = await visit(null, `${pathname}${hash}`, { refusals: [404] });
    await again.getByText(/链接无效、已用过或已过期/).waitFor();

    await signIn(page, "new-payer", PASSWORD);
    await page.getByText("拨付新人，您的岗位“财政拨付”要求双因素，启用后才能办事。").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const { codes } = await enrol(page);
    expect(codes).toHaveLength(10);
    await page.getByRole("navigation", { name: "主导航" }).waitFor();
    await page.goto("/system/sessions");
    await page.getByText(/剩余恢复码 10 个/).waitFor();

    const other = await visit(null, "/", { refusals: [400, 401] });
    await signIn(other, "new-payer", PASSWORD);
    await other.getByRole("heading", { name: "登录第二步" }).waitFor();
    await other.getByLabel("验证码").fill("000000");
    await other.getByRole("button", { name: "继续" }).click();
    await other
      .getByRole("alert")
      .getByText(/验证码不对或已用过/)
      .waitFor();
    await other.getByLabel("验证码").fill(codes[0] ?? "");
    await other.getByRole("button", { name: "继续" }).click();
    await other.getByRole("navigation", { name: "主导航" }).waitFor();

    const security = await visit("security", "/system/people?q=new-payer", { refusals: [403] });
    const row = security.getByRole("row", { name: /new-payer/ });
    await row.getByText("双因素", { exact: true }).waitFor();
    await row.getByRole("button", { name: "账号管理" }).click();
    await security.getByRole("button", { name: "重设密码" }).click();
    const reset = security.getByRole("dialog", { name: /重设密码/ });
    await reset.getByLabel("方式").selectOption({ label: "临时密码，登录后必须修改" });
    await reset.getByLabel(/理由/).fill("忘记密码");
    await reset.getByRole("button", { name: "重设密码" }).click();
    const temporary = await shownIn(security, /重设密码/);

    await signIn(other, "new-payer", temporary);
    await other.getByRole("heading", { name: "登录第二步" }).waitFor();
    await other.getByLabel("验证码").fill(codes[1] ?? "");
    await other.getByRole("button", { name: "继续" }).click();
    await other.getByRole("heading", { name: "请修改临时密码" }).waitFor();
    await other.getByLabel("临时密码").fill(temporary);
    await other.getByLabel("新密码").fill(NEXT);
    await other.getByLabel("再输一遍").fill(NEXT);
    await other.getByRole("button", { name: "继续" }).click();
    await other.getByRole("navigation", { name: "主导航" }).waitFor();

    await row.getByRole("button", { name: "账号管理" }).click();
    await security.getByRole("button", { name: "重置双因素" }).click();
    const renew = security.getByRole("dialog", { name: /重置双因素/ });
    await renew.getByLabel(/理由/).fill("换了手机");
    await renew.getByRole("button", { name: "重置双因素" }).click();
    // Whoever set the password does not take the second factor away as well.
    await renew.getByText(/须由另一位安全管理员办理/).waitFor();
  });

  test("离任：当场终止，列在已离任里", async () => {
    const page = await setPassword(await invite("short-stay", "短任某", "店小二（驻企联络员）"), PASSWORD);
    await signIn(page, "short-stay", PASSWORD);
    await page.getByRole("navigation", { name: "主导航" }).waitFor();
    const security = await visit("security", "/system/people?q=short-stay");
    await security
      .getByRole("row", { name: /short-stay/ })
      .getByRole("button", { name: "账号管理" })
      .click();
    await security.getByRole("button", { name: "办理离任" }).click();
    const leaving = security.getByRole("dialog", { name: "短任某 离任" });
    await leaving.getByText("没有未办事项。").waitFor();
    await leaving.getByLabel(/理由/).fill("借调期满");
    await leaving.getByRole("button", { name: "办理离任" }).click();
    await leaving.waitFor({ state: "detached" });
    expect((await page.request.get("/api/system/sessions")).status()).toBe(401);
    await security.getByLabel("显示").selectOption({ label: "已离任" });
    await security
      .getByRole("row", { name: /short-stay/ })
      .getByText(/离任$/)
      .waitFor();
  });

  test("授权代办：借出、列出、收回", async () => {
    const page = await visit("head", "/system/delegations");
    await page.getByRole("button", { name: "授权同事代办" }).click();
    const form = page.getByRole("dialog", { name: "授权同事代办" });
    await form.getByRole("combobox", { name: "受托人" }).click();
    await form.getByRole("combobox", { name: "受托人" }).fill("统计岗");
    await page.getByTitle("统计岗 · 经济运行局").click();
    await form.getByLabel(/事由/).fill("外出培训");
    await form.getByRole("button", { name: "授权同事代办" }).click();
    await form.waitFor({ state: "detached" });
    const row = page.getByRole("row", { name: /统计岗/ });
    await row.getByText("代办中").waitFor();
    await row.getByRole("button", { name: "收回" }).click();
    await page.getByRole("tooltip").getByRole("button", { name: "收回" }).click();
    await row.getByText("已收回").waitFor();
  });
});
