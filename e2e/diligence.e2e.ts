import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { statementColumns } from "#domains/promotion/contract/statement-columns.ts";
import { SAMPLE_ENTERPRISE } from "../sample/zone.ts";
import { ask, settled, visit } from "./visit.ts";

type Lead = { readonly row: { readonly id: string; readonly version: number }; readonly enterpriseId: string | null };
const TODAY = "2026-06-30";
const HEADS = statementColumns.map(({ head }) => head.zh);

/** 万元; the third year carries more debt than the caution line allows, and two of three years lost cash. */
const YEARS: readonly Readonly<Record<string, string>>[] = [
  { year: "2023", netProfit: "6000", liabilities: "60000", operatingCash: "3000" },
  { year: "2024", netProfit: "-2000", liabilities: "68000", operatingCash: "-1500" },
  { year: "2025", netProfit: "-3500", liabilities: "78000", operatingCash: "-2600" },
];

function statementFile(party: string): { name: string; mimeType: string; buffer: Buffer } {
  const rows = [
    ...YEARS.map((given) => ({
      enterprise: party,
      revenue: "90000",
      deductedProfit: given["netProfit"] ?? "",
      assets: "100000",
      currentAssets: "42000",
      currentLiabilities: "40000",
      equity: "20000",
      source: `${given["year"]}年度审计报告`,
      ...given,
    })),
    { enterprise: party, year: "2022", revenue: "九亿", netProfit: "1", assets: "1", liabilities: "1", source: "企业报送" },
  ] as readonly Readonly<Record<string, string>>[];
  const lines = [HEADS.join(","), ...rows.map((row) => statementColumns.map(({ key }) => row[key] ?? "").join(","))];
  return { name: "尽调报表.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`) };
}

describe("尽职调查：报表、红线、意见、合同条款", () => {
  test("按模板导入，坏行单独退回；比率对中位数；红线；第二人通过意见；条件成为合同条款；所称上级不能证实", async () => {
    const mark = randomUUID().slice(0, 4);
    const party = `岭南玄武封测${mark}有限公司`;
    const officer = await visit("promotion", "/system/sessions");
    const { id } = await ask<{ id: string }>(officer, "/api/promotion/leads", {
      projectName: `玄武封测基地项目${mark}`,
      party,
      industry: "集成电路",
      channel: "task-force",
      amountYuan: "500000000",
    });

    // The template is a workbook with the headings that the import reads.
    const page = await visit("promotion", `/promotion/diligence/${id}`);
    await settled(page);
    await page.getByText("还没有财务报表").waitFor();
    await page.getByRole("link", { name: "导入财务报表" }).click();
    await page.getByRole("heading", { name: "导入财务报表", level: 1 }).waitFor();
    const template = await page.getByRole("link", { name: "下载模板" }).getAttribute("href");
    expect((await (await page.request.get(template ?? "")).body()).subarray(0, 2).toString()).toBe("PK");
    await page.locator('input[type="file"]').setInputFiles(statementFile(party));
    await page.getByRole("button", { name: "先检查" }).click();
    await page.getByRole("heading", { name: /检查结果：3 行可以导入，1 行有问题/ }).waitFor();
    await page.getByText(/第 5 行“营业收入（万元）”列：“九亿”不符合要求/).waitFor();
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByRole("heading", { name: /已导入 3 行，1 行被退回/ }).waitFor();

    await page.goto(`/promotion/diligence/${id}`);
    await settled(page);
    const ratios = page.getByRole("region", { name: "财务指标" });
    const debt = ratios.locator("tbody tr").filter({ hasText: "资产负债率" });
    await debt.getByText(/^78%/).waitFor();
    await debt
      .getByText(/^中位数 \d+/)
      .first()
      .waitFor();
    await debt.getByText("弱于同行").waitFor();
    const lines = page.getByRole("region", { name: "红线" });
    const lineOf = (name: string) => lines.locator("tbody tr").filter({ hasText: name });
    await lineOf("资产负债率").getByText("警示", { exact: true }).waitFor();
    await lineOf("经营现金流为负").getByText("近3年中2年经营现金流为负（2025、2024）").waitFor();
    await lineOf("流动比率").getByText("未触及", { exact: true }).waitFor();

    await page.getByRole("button", { name: "登记所称上级" }).click();
    const claim = page.getByRole("dialog", { name: "登记所称上级" });
    await claim.getByLabel("所称上级单位", { exact: false }).fill("中央某集团有限公司");
    await claim.getByLabel("来源", { exact: false }).fill("企业自荐材料");
    await claim.getByRole("button", { name: "登记", exact: true }).click();
    await claim.waitFor({ state: "detached" });
    await page.getByRole("region", { name: "隶属核查" }).getByText("未能证实", { exact: true }).waitFor();

    // What the red lines ask for has to be written before the memo can be submitted.
    const memo = page.getByRole("region", { name: "风险评估意见" });
    await memo.getByRole("button", { name: "起草意见" }).click();
    const draft = page.getByRole("dialog", { name: "起草意见" });
    await draft.getByLabel("建议").selectOption("conditional");
    await draft.getByLabel("评估意见", { exact: false }).fill("负债偏高、现金流连续两年为负，建议附条件引进。");
    for (const clause of ["首期资金先到位", "履约保证"]) await draft.getByLabel(clause, { exact: false }).fill(`${clause}：供地前办结`);
    await draft.getByRole("button", { name: "登记", exact: true }).click();
    await draft.waitFor({ state: "detached" });
    await memo.locator(".lead-missing").getByText("红线要求的条件“按节点兑现”还没有写").waitFor();
    await memo.getByRole("button", { name: "修改" }).click();
    await draft.getByLabel("按节点兑现", { exact: false }).fill("按开工、封顶、投产节点兑现");
    await draft.getByRole("button", { name: "登记", exact: true }).click();
    await draft.waitFor({ state: "detached" });
    await memo.getByRole("button", { name: "提交复核" }).click();
    const review = memo.getByRole("button", { name: "复核", exact: true });
    await review.focus();
    await memo
      .getByText(/登记人不能自己|起草人不能自己|由第二人|不能自己/)
      .first()
      .waitFor();

    const second = await visit("promotion-2", `/promotion/diligence/${id}`);
    await settled(second);
    await second.getByRole("region", { name: "风险评估意见" }).getByRole("button", { name: "复核", exact: true }).click();
    const verdict = second.getByRole("dialog", { name: "复核" });
    await verdict.getByLabel("复核意见", { exact: false }).fill("条件写全，同意");
    await verdict.getByRole("button", { name: "通过" }).click();
    await verdict.waitFor({ state: "detached" });

    const number = `云高新招〔2026〕调${mark}号`;
    await ask(officer, `/api/promotion/leads/${id}/contracts`, {
      kind: "formal",
      number,
      title: "玄武封测投资合同",
      signedOn: TODAY,
      amountYuan: "500000000",
    });
    await page.reload();
    await settled(page);
    const clauses = memo.locator(".diligence-clauses");
    await clauses.getByText("按开工、封顶、投产节点兑现").waitFor();
    await clauses.getByText(number).first().waitFor();
    const { evidence } = await ask<Lead & { evidence: { kind: string; confirmed: object | null }[] }>(
      officer,
      `/api/promotion/leads/${id}`,
    );
    expect(evidence.find(({ kind }) => kind === "risk-memo")?.confirmed).not.toBeNull();
  });
});

describe("在区企业预警", () => {
  test("临近到期的许可和外迁迹象提醒店小二；核实了结后不再提醒", async () => {
    const page = await visit("liaison", "/promotion/warnings");
    await settled(page);
    await page.getByRole("button", { name: SAMPLE_ENTERPRISE.name }).first().waitFor();
    await page.getByText("排污许可证").first().waitFor();
    await page.getByRole("button", { name: SAMPLE_ENTERPRISE.name }).first().click();
    const drawer = page.getByRole("dialog", { name: SAMPLE_ENTERPRISE.name });
    await drawer.getByRole("button", { name: "登记迹象" }).click();
    const form = page.getByRole("dialog", { name: "登记迹象" });
    await form.getByLabel("外迁迹象").selectOption("registered-elsewhere");
    await form.getByLabel("说明", { exact: false }).fill("拟把注册地址迁往邻市");
    await form.getByLabel("来源", { exact: false }).fill("走访记录");
    await form.getByRole("button", { name: "登记", exact: true }).click();
    await form.waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "立即核对" }).click();
    const moved = page.locator("tbody tr").filter({ hasText: "外迁迹象" });
    await moved.getByText("紧急", { exact: true }).waitFor();
    await moved.getByText(/拟把注册地址迁往邻市/).waitFor();

    await moved.getByRole("button", { name: SAMPLE_ENTERPRISE.name }).click();
    const entry = drawer
      .locator("li")
      .filter({ hasText: "拟把注册地址迁往邻市" })
      .filter({ has: page.getByRole("button", { name: "了结" }) });
    await entry.getByRole("button", { name: "了结" }).click();
    const close = page.getByRole("dialog", { name: "了结登记" });
    await close.getByLabel("原因", { exact: false }).fill("企业书面确认不迁");
    await close.getByRole("button", { name: "了结", exact: true }).click();
    await close.waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "立即核对" }).click();
    await moved.waitFor({ state: "detached" });
  });
});

describe("红线与预警规则", () => {
  test("招商岗只看；领导改一版，说清改了什么、何时执行；按旧版改的被告知", async () => {
    const officer = await visit("promotion", "/promotion/diligence-rules");
    await settled(officer);
    await officer.getByRole("button", { name: "修改规则" }).focus();
    await officer
      .getByText(/权限|岗位/)
      .first()
      .waitFor();

    const page = await visit("leader", "/promotion/diligence-rules", { refusals: [409] });
    const late = await visit("head", "/promotion/diligence-rules", { refusals: [409] });
    for (const one of [page, late]) {
      await settled(one);
      await one.getByRole("button", { name: "修改规则" }).click();
    }
    const fill = async (one: typeof page, value: string) => {
      const form = one.getByRole("dialog", { name: "修改规则" });
      await form.getByLabel("资产负债率：警示阈值").fill(value);
      await form.getByLabel("执行日期", { exact: false }).fill("2026-12-01");
      await form.getByLabel("修改理由", { exact: false }).fill("收紧负债红线");
      await form.getByRole("button", { name: "保存新版本" }).click();
      return form;
    };
    await (await fill(page, "90")).getByText(/阈值应是数字并由轻到重依次排开/).waitFor();
    await (await fill(page, "65")).waitFor({ state: "detached" });
    const history = page.getByRole("region", { name: "历次版本" });
    await history.getByText("资产负债率·警示：> 70 → > 65").waitFor();
    await history.getByText("未生效", { exact: true }).first().waitFor();
    // What is in force stays so until the day.
    await page.getByRole("region", { name: "尽调红线" }).getByText("> 70", { exact: true }).waitFor();
    await (await fill(late, "60"))
      .getByRole("alert")
      .getByText(/规则在您打开之后已由管委会领导改为第 \d+ 版/)
      .waitFor();
  });
});
