import { describe, expect, test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

type Lists = { items: { id: string; name: string; node: string; counts: { all: number } }[] };

describe("从短板到目标，从目标到由谁引荐", () => {
  test("招商岗按方向筛选，打开一家看每项分的依据，锁定自己的清单，分派给一位同事", async () => {
    const page = await visit("promotion", "/promotion/screening?node=IT-IC-3");
    await page.locator(".page-state", { hasText: "封装测试" }).waitFor();
    const first = page.locator("tr.row-opens").first();
    const name = (await first.getByRole("button").first().innerText()).trim();
    await first.getByRole("button").first().click();
    const opened = page.getByRole("dialog", { name });
    await opened.getByText("产业链契合").waitFor();
    await opened.locator("p", { hasText: /^确定 .* 分，最多 .* 分$/ }).waitFor();
    await opened.getByRole("button", { name: "关闭" }).click();
    await opened.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "锁定清单" }).click();
    const form = page.getByRole("dialog", { name: "锁定目标企业清单" });
    await form.getByLabel("清单名称").fill("封装测试走访清单");
    await form.getByLabel("取前几家").fill("5");
    await form.getByRole("button", { name: "锁定清单" }).click();
    await page.getByRole("heading", { name: "封装测试走访清单" }).waitFor();
    await page.locator(".page-state", { hasText: "封装测试：5 家" }).waitFor();

    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("dialog", { name }).getByRole("button", { name: "分派与类别" }).click();
    const assign = page.getByRole("dialog", { name: /^分派与类别/ });
    await assign.getByRole("combobox").click();
    await page.locator(".ant-select-item-option").nth(1).click();
    await assign.getByLabel("上市公司").check();
    await assign.getByRole("button", { name: "分派与类别" }).click();
    await page.getByRole("dialog", { name }).getByText("分派", { exact: false }).first().waitFor();
    await page.getByRole("dialog", { name }).getByRole("button", { name: "关闭" }).click();
    await page.locator("tr", { hasText: name }).getByText("已分派").waitFor();
  });

  test("示范园区锁定的 158 家：对照最新数据，看得到谁动了、为什么，名单不自己变", async () => {
    const page = await visit("leader", "/promotion/targets");
    await settled(page);
    const { items } = await ask<Lists>(page, "/api/promotion/target-lists");
    const [filling, strengthening] = ["补链目标企业清单（2026年）", "强链目标企业清单（2026年）"].map((name) =>
      items.find((one) => one.name === name),
    );
    // One of the second list was dropped after the locking.
    expect([filling?.counts.all, strengthening?.counts.all]).toEqual([60, 97]);
    await page.getByRole("link", { name: "补链目标企业清单（2026年）" }).click();
    await page.getByLabel("视图").selectOption({ label: "对照最新数据" });
    await page.getByText("列入失信被执行人名单").first().waitFor();
    await page.getByText("考察选址：来园区考察标准厂房两次", { exact: false }).first().waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("refresh");
  });

  test("从目标走到引荐路径：一句话说清由谁找谁，图与列表内容相同", async () => {
    const page = await visit("promotion", "/promotion/targets");
    const { items } = await ask<Lists>(page, "/api/promotion/target-lists");
    const list = items.find(({ name }) => name === "补链目标企业清单（2026年）");
    const opened = await ask<{ items: { enterpriseId: string }[] }>(page, `/api/promotion/target-lists/${list?.id}`);
    const answers = await Promise.all(
      opened.items.map(({ enterpriseId }) =>
        ask<{ paths: { nodes: unknown[] }[] }>(page, `/api/promotion/paths?enterpriseId=${enterpriseId}`),
      ),
    );
    const found = opened.items[answers.findIndex(({ paths }) => paths.length > 1)];
    expect(found).toBeDefined();
    await page.goto(`/promotion/paths?target=${found?.enterpriseId}`);
    await page.getByRole("img", { name: /引荐关系图/ }).waitFor();
    await page
      .getByText(/^请.*(直接联系|引荐).*。$/)
      .first()
      .waitFor();
  });
});
