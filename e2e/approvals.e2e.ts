import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { giveOpinion, PAPER, promise, row, take, upload } from "./case-steps.ts";
import { overflowOf } from "./look-at.ts";
import { ask, SCREENS, settled, visit } from "./visit.ts";

const MATTER = "human-resources-service";

describe("一件许可从申请到送达", () => {
  test("企业承诺、容缺并提交；窗口一次告知补正，第二次被拒；部门出意见，领导决定，补齐后送达；凭编号和查询码可查", async () => {
    const enterprise = await visit("enterprise", "/portal");
    await enterprise.getByRole("link", { name: "人力资源服务许可" }).click();
    await enterprise.getByLabel("申请名称").fill("设立人力资源服务机构（浏览器试验）");
    await enterprise.getByLabel("联系人").fill("李工");
    await enterprise.getByLabel("联系电话").fill("13812345678");
    await enterprise.getByRole("button", { name: "保存草稿" }).click();
    const code = await enterprise.locator(".access-code").innerText();
    expect(code).toMatch(/^[A-Z0-9-]{6,20}$/);
    const number = /BJ-\d{4}-\d+/.exec(await enterprise.locator(".page-state").innerText())?.[0] ?? "";
    const id = new URL(enterprise.url()).searchParams.get("case") ?? "";
    await upload(enterprise, "申请表");
    await promise(enterprise, "告知承诺", "经营场所证明", "告知承诺");
    await promise(enterprise, "告知承诺", "专职工作人员证明", "告知承诺");
    await promise(enterprise, "容缺后补", "管理制度", "容缺后补");
    await take(enterprise, "提交申请");
    await enterprise.getByRole("link", { name: "查看办理进度" }).click();
    await enterprise.locator(".published-done", { hasText: "提交申请" }).waitFor();

    const window = await visit("window", `/approvals/${id}`, { refusals: [400, 409] });
    await take(window, "一次性告知补正", async (drawer) => {
      await drawer.getByLabel("需补正的内容").fill("补交主体资格证明");
    });
    await window.locator(".page-state").getByText("待补正").waitFor();

    await enterprise.reload();
    await enterprise.getByText("补交主体资格证明").waitFor();
    const identity = (await row(enterprise, "主体资格证明").locator("td").first().innerText()).split("\n")[0] ?? "";
    if ((await enterprise.getByRole("button", { name: `上传 ${identity}` }).count()) > 0) await upload(enterprise, identity);
    await take(enterprise, "提交补正");
    await enterprise.locator(".page-state").getByText("已提交").waitFor();

    await window.reload();
    await window.locator(".page-action").getByRole("button", { name: "一次性告知补正" }).focus();
    await window
      .getByRole("tooltip")
      .getByText(/补正已经一次性告知过，不能再次要求补正/)
      .waitFor();
    const seen = await ask<{ version: number }>(window, `/api/approvals/cases/${id}`);
    const again = await window.request.post(`/api/approvals/cases/${id}/supplement`, {
      data: { version: seen.version, items: ["再补一次"] },
      headers: { "idempotency-key": "second-supplement" },
    });
    expect(again.status()).toBe(409);
    expect(await again.text()).toContain("补正已经一次性告知过，不能再次要求补正");
    await take(window, "受理");
    await take(window, "转入审查");
    await window.locator("section.timeline-picture").waitFor();

    const head = await visit("head", `/approvals/${id}`);
    await giveOpinion(head, "行业意见", "符合行业发展方向。");

    const leader = await visit("leader", `/approvals/${id}`);
    await take(leader, "作出决定", async (drawer) => {
      await drawer.getByLabel("理由").fill("符合法定条件");
      await drawer.getByLabel("证照或文书编号").fill(`云人许〔2026〕${number.slice(-4)}号`);
    });
    await leader.locator(".page-state").getByText("已决定 · 准予").waitFor();

    await window.reload();
    await window
      .locator(".next-moves")
      .getByText(/容缺材料未补：管理制度/)
      .waitFor();
    await enterprise.reload();
    await settled(enterprise);
    expect(await enterprise.getByText("符合行业发展方向。").count()).toBe(0);
    await upload(enterprise, "管理制度");
    await window.reload();
    await take(window, "送达");
    await window.locator(".page-state").getByText("已送达").waitFor();

    const anybody = await visit(null, `/public/yunling/cases?number=${number}`, { refusals: [404] });
    await anybody.getByLabel("查询码").fill("AAAA-AAAA-AAAA");
    await anybody.getByRole("button", { name: "查询" }).click();
    await anybody.getByRole("alert").getByText("没有查到：编号或查询码不对。").waitFor();
    await anybody.getByLabel("查询码").fill(code);
    await anybody.getByRole("button", { name: "查询" }).click();
    await anybody.locator(".published-done", { hasText: "送达" }).waitFor();
    expect(anybody.url()).not.toContain(code);
    const shown = await anybody.locator("main").innerText();
    for (const name of ["李工", "13812345678", "审批窗口"]) expect(shown).not.toContain(name);
    await anybody.setViewportSize(SCREENS.phone);
    expect(await overflowOf(anybody)).toEqual([]);

    // The receipt was lost: another code, and the old one opens nothing any more.
    await enterprise.goto(`/portal/cases/${id}`);
    await enterprise.getByRole("button", { name: "重发查询码" }).click();
    const renewed = await enterprise.getByRole("dialog").locator(".access-code").innerText();
    await anybody.getByRole("button", { name: "查询" }).click();
    await anybody.getByRole("alert").getByText("没有查到：编号或查询码不对。").waitFor();
    await anybody.getByLabel("查询码").fill(renewed);
    await anybody.getByRole("button", { name: "查询" }).click();
    await anybody.locator(".published-done", { hasText: "送达" }).waitFor();
  });
});

type Desk = { items: { id: string; number: string; acceptedOn: string | null; department: string; clock: { late: boolean } | null }[] };

describe("中止计时", () => {
  test("窗口依法中止一件审查中的办件，结束早于开始的被拒；恢复后仍在审查", async () => {
    const page = await visit("window", "/approvals?state=REVIEWING", { refusals: [400, 409, 422] });
    await settled(page);
    const { items } = await ask<Desk>(page, "/api/approvals/cases?state=REVIEWING&limit=200");
    const own = items.filter(
      ({ acceptedOn, department, clock }) =>
        department === "行政审批局" && acceptedOn !== null && acceptedOn < "2026-06-30" && clock?.late === false,
    );
    const chosen = await firstThatPauses(page, own);
    await page.goto(`/approvals/${chosen}`);
    await page.locator(".page-action").getByRole("button", { name: "中止计时" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByLabel("法定事由").locator("option").first().waitFor({ state: "attached" });
    await drawer.getByLabel("开始日").fill("2026-06-30");
    await drawer.getByLabel(/结束日/).fill("2026-06-29");
    await drawer.getByLabel("告知书编号").fill("云审中字〔2026〕9号");
    await drawer.getByRole("button", { name: "中止计时" }).click();
    await drawer.getByText(/早于开始日/).waitFor();
    await drawer.getByLabel(/结束日/).fill("");
    await drawer.getByRole("button", { name: "中止计时" }).click();
    await drawer.waitFor({ state: "detached" });
    await page.locator(".page-state").getByText("依法中止计时").waitFor();
    expect(await page.locator(".tl-pause").count()).toBeGreaterThan(0);
    await take(page, "恢复计时");
    await page.locator(".page-state").getByText("审查中").waitFor();
  });
});

type Opened = { row: { matterCode: string }; matterVersion: number; pauses: unknown[]; abilities: Record<string, { allowed: boolean }> };
type Matters = { versions: { version: number; matter: { pauses: unknown[] } }[] };

async function firstThatPauses(page: Page, rows: readonly { readonly id: string }[]): Promise<string> {
  for (const { id } of rows) {
    const opened = await ask<Opened>(page, `/api/approvals/cases/${id}`);
    const matter = await ask<Matters>(page, `/api/approvals/matters/${opened.row.matterCode}`);
    const pauses = matter.versions.find(({ version }) => version === opened.matterVersion)?.matter.pauses ?? [];
    if (opened.abilities["pause"]?.allowed && pauses.length > 0 && opened.pauses.length === 0) return id;
  }
  throw new Error("the sample has no case under review that can be paused");
}

describe("一件事", () => {
  test("一张表同办多个事项：共用材料交一次，提交后子项分别办理", async () => {
    const page = await visit("enterprise", "/portal");
    await page.locator(".start-group", { hasText: "一件事" }).getByRole("link").first().click();
    await settled(page);
    await page.getByLabel("申请名称").fill("更名、换章、变更账户（浏览器试验）");
    for (const field of await page.locator("main form input[required]").all()) {
      if ((await field.inputValue()) === "") await field.fill("云岭芯曜半导体有限公司");
    }
    await page.getByRole("button", { name: "保存草稿" }).click();
    await page.locator(".access-code").waitFor();
    await page.getByRole("button", { name: "继续：提交共用材料" }).click();
    await page.waitForURL(/approvals\/packages\//);
    await settled(page);
    await page
      .getByRole("button", { name: /^上传 / })
      .first()
      .waitFor();
    for (const name of await page.getByRole("button", { name: /^上传 / }).evaluateAll((all) => all.map((one) => one.ariaLabel ?? ""))) {
      await page.getByRole("button", { name }).click();
      const drawer = page.getByRole("dialog");
      await drawer.locator("input[type=file]").setInputFiles(PAPER);
      await drawer.getByRole("button", { name: "上传", exact: true }).click();
      await drawer.waitFor({ state: "detached" });
      await row(page, name.replace("上传 ", "")).getByText("已提交").waitFor();
    }
    await page.getByRole("button", { name: "提交一件事" }).click();
    await page
      .locator(".page-state")
      .getByText(/办理中/)
      .waitFor();
    expect(await page.getByRole("link", { name: /BJ-\d{4}-/ }).count()).toBeGreaterThan(0);
  });
});

describe("事项与版本", () => {
  test(`部门负责人看得到${MATTER}的审查环节和版本；窗口没有修订按钮`, async () => {
    const head = await visit("head", `/approvals/matters/${MATTER}`);
    await head.getByRole("button", { name: "修订" }).click();
    const drawer = head.getByRole("dialog");
    await drawer.getByLabel("修订理由").fill("试验");
    await drawer.getByRole("button", { name: "全文（JSON）" }).click();
    const text = drawer.getByLabel("全文（JSON）");
    await text.fill((await text.inputValue()).replace('"materials": [', '"materials": "无", "old": ['));
    await drawer.getByRole("button", { name: "保存为新版本" }).click();
    await drawer
      .getByRole("alert")
      .getByText(/materials/)
      .waitFor();
    const window = await visit("window", `/approvals/matters/${MATTER}`);
    await settled(window);
    expect(await window.getByRole("button", { name: "修订" }).count()).toBe(0);
    expect(await window.locator(".graph-frame .graph-box").count()).toBeGreaterThan(0);
  });
});
