import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

type Lead = {
  readonly row: { readonly id: string; readonly version: number };
  readonly evidence: readonly { id: string; kind: string; version: number }[];
};
type Measures = { readonly formal: { readonly count: number; readonly amountYuan: string } };

const TODAY = "2026-06-30";

describe("从线索到承诺", () => {
  test("登记、对接、研判、专案、审查、尽调、决策、合同、承诺、签约；项目随即立项", async () => {
    // Another try of the same journey is another project: one of this name would be there already.
    const mark = randomUUID().slice(0, 4);
    const name = `岭南光子芯片中试线项目${mark}`;
    const page = await visit("promotion", "/promotion");
    await settled(page);
    await page.getByRole("link", { name: "登记线索" }).click();
    const form = page.locator("form.lead-form");
    await form.getByLabel("项目名称", { exact: false }).fill(name);
    await form.getByLabel("投资方名称", { exact: false }).fill("岭南光子科技有限公司");
    await form.getByLabel("统一社会信用代码", { exact: false }).fill("91500000MAXX000157");
    await form.getByLabel("意向投资额（万元）", { exact: false }).fill("60000");
    await form.getByRole("button", { name: "登记", exact: true }).click();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    const id = page.url().split("/").at(-1) ?? "";

    const next = page.getByRole("region", { name: "下一步" });
    const missing = next.locator(".lead-missing");
    await missing.getByText("尚无对接记录").waitFor();
    await next.getByRole("button", { name: "登记", exact: true }).click();
    const log = page.getByRole("dialog", { name: "记录对接" });
    await log.getByLabel("了解到什么", { exact: false }).fill("需要洁净厂房五千平方米");
    await log.getByRole("button", { name: "记录对接" }).click();
    await log.waitFor({ state: "detached" });
    await missing.getByText("尚无对接记录").waitFor({ state: "detached" });
    await next.getByRole("button", { name: "建立接触" }).click();
    const move = page.getByRole("dialog", { name: /建立接触/ });
    await move.getByRole("button", { name: "建立接触" }).click();
    await move.waitFor({ state: "detached" });
    await missing.getByText("尚未研判").waitFor();

    // The rest of the papers come in as colleagues bring them; the page shows what they open.
    const colleague = await visit("promotion-2", "/system/sessions");
    const leader = await visit("leader", "/system/sessions");
    const at = `/api/promotion/leads/${id}`;
    const version = async () => (await ask<Lead>(page, at)).row.version;
    const step = async (name: string) => ask(page, `${at}/move`, { move: name, on: TODAY, version: await version() });
    const attach = (kind: string) => ask<Lead>(page, `${at}/evidence`, { kind, datedOn: TODAY, number: `${kind}-1` });
    await ask(page, `${at}/mark`, { mark: "judged", on: TODAY, worthwhile: true, note: "补链", version: await version() });
    await attach("needs-summary");
    await step("negotiate");
    await attach("tailored-plan");
    await step("propose");
    await attach("fair-competition-review");
    await page.reload();
    await settled(page);
    await missing.getByText("公平竞争审查待第二人确认").waitFor();
    for (const [kind, move_] of [
      ["fair-competition-review", "startDiligence"],
      ["risk-memo", "submitDecision"],
    ] as const) {
      if (kind === "risk-memo") await attach(kind);
      const piece = (await ask<Lead>(page, at)).evidence.find((one) => one.kind === kind);
      await ask(colleague, `/api/promotion/evidence/${piece?.id}/confirm`, { version: piece?.version });
      await step(move_);
    }
    await ask(leader, `${at}/decide`, { decision: "approve", on: TODAY, reason: "同意", version: await version() });
    await page.reload();
    await settled(page);
    await missing.getByText("缺正式合同").waitFor();
    await next.getByRole("button", { name: "登记", exact: true }).first().click();
    const contract = page.getByRole("dialog", { name: "登记合同" });
    await contract.getByLabel("合同编号", { exact: false }).fill(`云高新招〔2026〕末${mark}号`);
    await contract.getByRole("button", { name: "登记合同" }).click();
    await contract.waitFor({ state: "detached" });
    await missing.getByText("缺正式合同").waitFor({ state: "detached" });
    await next.getByRole("button", { name: "登记", exact: true }).click();
    const promise = page.getByRole("dialog", { name: "登记承诺" });
    await promise.getByLabel("2026 年投资", { exact: false }).fill("20000");
    await promise.getByLabel("开工日期", { exact: false }).fill("2026-10-01");
    await promise.getByRole("button", { name: "登记承诺" }).click();
    await promise.waitFor({ state: "detached" });
    await missing.getByText("缺承诺登记").waitFor({ state: "detached" });
    await next.getByRole("button", { name: "签约" }).click();
    const sign = page.getByRole("dialog", { name: /签约/ });
    await sign.getByRole("button", { name: "签约" }).click();
    await sign.waitFor({ state: "detached" });
    await expect.poll(async () => (await ask<{ project: unknown }>(page, at)).project, { timeout: 15_000 }).not.toBeNull();
    await page.reload();
    await settled(page);
    await page.getByRole("link", { name: /XM-2026-\d{4} · 签约/ }).click();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  });

  test("重复登记说清谁登记过，点过去就是那条线索", async () => {
    const page = await visit("promotion-2", "/promotion/leads/new", { refusals: [409] });
    await settled(page);
    const [there] = (
      await ask<{ items: { projectName: string; party: string; id: string }[] }>(page, "/api/promotion/leads?stage=DILIGENCE&limit=1")
    ).items;
    const form = page.locator("form.lead-form");
    await form.getByLabel("项目名称", { exact: false }).fill(there?.projectName ?? "");
    await form.getByLabel("投资方名称", { exact: false }).fill(there?.party ?? "");
    const { identifier } = await ask<{ identifier: string }>(page, `/api/promotion/leads/${there?.id}`);
    await form.getByLabel("统一社会信用代码", { exact: false }).fill(identifier);
    await form.getByRole("button", { name: "登记", exact: true }).click();
    await form
      .getByRole("alert")
      .getByText(/同一投资方的同名项目已由/)
      .waitFor();
    await form.getByRole("link", { name: "查看已有线索" }).click();
    await page.getByRole("heading", { name: there?.projectName ?? "", level: 1 }).waitFor();
  });
});

describe("合同与承诺", () => {
  test("第二季度的指标与合同一致；待确认的资金，登记人自己确认不了", async () => {
    const page = await visit("promotion", "/promotion/contracts?from=2026-04-01&to=2026-06-29");
    await settled(page);
    const { formal } = await ask<Measures>(page, "/api/promotion/measures?from=2026-04-01&to=2026-06-29");
    expect([formal.count, formal.amountYuan]).toEqual([20, "34700000000"]);
    await page.getByText("1 / 2 / 5", { exact: true }).waitFor();
    await page.getByText("4 / 2 / 2", { exact: true }).waitFor();
    await page.getByLabel("范围").selectOption("waiting");
    await page.locator("tbody tr").filter({ hasText: "有资金待确认" }).first().click();
    const drawer = page.getByRole("dialog");
    const confirm = drawer.getByRole("button", { name: "确认", exact: true });
    await confirm.focus();
    await drawer.getByText("登记人不能自己确认").waitFor();
  });

  test("承诺台账逐项打开，实际来自项目库", async () => {
    const page = await visit("leader", "/promotion/promises");
    await settled(page);
    await page.getByRole("region", { name: /^合计/ }).first().waitFor();
    await page.locator("section.table-frame").last().locator("tbody tr").last().click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText("开工", { exact: true }).waitFor();
    await drawer
      .getByText(/^项目库 /)
      .first()
      .waitFor();
  });
});

describe("池与首谈", () => {
  test("领取一条，池里就没有了；待裁定的首谈给领导", async () => {
    const page = await visit("promotion", "/promotion/pool");
    await settled(page);
    const row = page.locator("tbody tr").first();
    const name = (await row.getByRole("link").first().textContent()) ?? "";
    await row.getByRole("button", { name: "领取" }).click();
    await page.getByRole("link", { name, exact: true }).waitFor({ state: "detached" });
    const leader = await visit("leader", "/promotion/claims");
    await settled(leader);
    await leader.getByRole("button", { name: "裁定" }).first().click();
    const dialog = leader.getByRole("dialog", { name: "裁定首谈归属" });
    await dialog.getByLabel("裁定", { exact: true }).selectOption("yes");
    await dialog.getByLabel("依据", { exact: false }).waitFor();
  });
});
