import { expect } from "vitest";
import { barriersOn, chineseLeftOn, overflowOf } from "./look-at.ts";
import { ask, SCREENS, settled, visit } from "./visit.ts";

/** Records of the sample that pages of one record can be opened with. */
export type Records = {
  readonly reviewed: string;
  readonly waiting: string;
  readonly draft: string;
  readonly approved: string;
  readonly published: string;
};

export type Place = {
  readonly name: string;
  readonly account: string | null;
  readonly path: (records: Records) => string;
  readonly refusals?: readonly number[];
};

const place = (name: string, account: string | null, path: string | Place["path"], refusals?: readonly number[]): Place => ({
  name,
  account,
  path: typeof path === "string" ? () => path : path,
  ...(refusals ? { refusals } : {}),
});

/** Every page of the daily work, each as somebody who may see it. */
export const WORK_PLACES: readonly Place[] = [
  place("驾驶舱", "leader", "/cockpit"),
  place("文档", "statistics", "/documents"),
  place("文档正文", "statistics", ({ reviewed }) => `/documents/${reviewed}`),
  place("审核队列", "statistics", "/review"),
  place("审核台", "statistics", ({ waiting }) => `/review/${waiting}`),
  place("审核台（只看）", "leader", ({ waiting }) => `/review/${waiting}`),
  place("数据冲突", "statistics", "/conflicts?state=all"),
  place("与文档不一致", "taskforce", "/projects/conflicts"),
  place("订阅源", "statistics", "/feeds"),
  place("词库", "statistics", "/lexicon"),
  place("指标目录", "statistics", "/indicators?q=出口"),
  place("一项指标", "statistics", "/indicators/gdp"),
  place("指标数据", "statistics", "/facts?period=2025H1&code=gdp"),
  place("没有符合条件的数据", "statistics", "/facts?period=1999H1"),
  place("导入表格", "statistics", "/facts/import"),
  place("缺项与冲突", "statistics", "/data-health"),
  place("成绩单列表", "statistics", "/report-cards"),
  place("成绩单草稿", "statistics", ({ draft }) => `/report-cards/${draft}`),
  place("成绩单已审定", "leader", ({ approved }) => `/report-cards/${approved}`),
];

/** The pages around it, and those for whoever may not or came to nothing. */
export const OTHER_PLACES: readonly Place[] = [
  place("登录", null, "/"),
  place("选择岗位", "two-posts", "/"),
  place("人员与岗位", "security", "/system/people"),
  place("园区与部门", "system", "/system/zones"),
  place("工作日历", "system", "/system/calendar"),
  place("操作日志", "audit", "/system/journal?q=核对"),
  place("后台任务", "statistics", "/system/jobs"),
  place("我的登录", "expert", "/system/sessions"),
  place("无权限", "bank", "/cockpit"),
  place("没有的页面", "leader", "/nowhere"),
  place("公开列表", null, "/public/yunling"),
  place("公开成绩单", null, ({ published }) => `/public/yunling/${published}`),
  place("没有的成绩单", null, "/public/yunling/nothing-of-that-name", [404]),
  place("接口说明", null, "/api"),
];

type Rows = { items: { id: string; state: string; period: string; slug: string | null }[] };

let known: Records | undefined;
export async function findRecords(): Promise<Records> {
  if (known) return known;
  const page = await visit("statistics", "/system/sessions");
  const [documents, cards, published] = await Promise.all([
    ask<Rows>(page, "/api/intelligence/documents?limit=200"),
    ask<Rows>(page, "/api/economy/report-cards?limit=100"),
    ask<Rows>(page, "/api/public/yunling/report-cards"),
  ]);
  const idIn = (state: string) => documents.items.find((row) => row.state === state)?.id ?? "";
  const cardOf = (period: string) => cards.items.find((row) => row.period === period)?.id ?? "";
  known = {
    reviewed: idIn("reviewed"),
    waiting: idIn("review"),
    draft: cardOf("2026H1"),
    approved: cardOf("2026Q1"),
    published: published.items.find((row) => row.period === "2025H1")?.slug ?? "",
  };
  return known;
}

/** One page at both widths and in both languages. */
export async function lookAt({ account, path, refusals = [] }: Place): Promise<void> {
  const address = path(await findRecords());
  const page = await visit(account, address, { refusals });
  await settled(page);
  expect(await page.locator("h1, .state-view").count()).toBeGreaterThan(0);
  expect(await barriersOn(page)).toEqual([]);

  await page.setViewportSize(SCREENS.phone);
  expect(await overflowOf(page)).toEqual([]);
  expect(await barriersOn(page)).toEqual([]);

  if (address === "/api") await page.goto("/api?language=en");
  else await page.getByRole("button", { name: "English" }).click();
  await settled(page);
  expect(await overflowOf(page)).toEqual([]);
  expect(await chineseLeftOn(page)).toEqual([]);
}
