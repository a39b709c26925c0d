import type { Page } from "playwright-core";
import { expect } from "vitest";
import { SAMPLE_ENTERPRISE } from "../sample/zone.ts";
import { barriersOn, chineseLeftOn, overflowOf } from "./look-at.ts";
import { ask, SCREENS, settled, visit } from "./visit.ts";

/** Records of the sample that pages of one record can be opened with. */
export type Records = {
  readonly reviewed: string;
  readonly waiting: string;
  readonly draft: string;
  readonly approved: string;
  readonly published: string;
  readonly project: string;
  /** The dispatch meeting whose minutes are approved. */
  readonly meeting: string;
  /** Cases of the sample: one under review, one whose clock is suspended, one that was delivered. */
  readonly reviewing: string;
  readonly suspended: string;
  readonly delivered: string;
  readonly packaged: string;
  readonly chained: string;
  readonly ownDraft: string;
  readonly ownMatter: string;
  /** Versions of the chain graph: the one before, the one in force, and the draft of the next. */
  readonly olderChain: string;
  readonly presentChain: string;
  readonly nextChain: string;
  /** A lead that was signed in the quarter. */
  readonly lead: string;
  /** A lead whose party is looked into, with statements, a memo and a tailored plan. */
  readonly looked: string;
  /** A locked list of targets, and a target that can be introduced. */
  readonly targets: string;
  readonly target: string;
  /** The enterprise of the sample account, and an import. */
  readonly enterprise: string;
  readonly imported: string;
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
  place("我的工作", "leader", "/work"),
  place("我的提醒", "taskforce", "/notices"),
  place("提醒方式", "leader", "/notices/settings"),
  place("开放数据（园区）", "leader", "/open-data"),
  place("文档", "statistics", "/documents"),
  place("文档正文", "statistics", ({ reviewed }) => `/documents/${reviewed}`),
  place("审核队列", "statistics", "/review"),
  place("审核台", "statistics", ({ waiting }) => `/review/${waiting}`),
  place("审核台（只看）", "leader", ({ waiting }) => `/review/${waiting}`),
  place("数据冲突", "statistics", "/conflicts?state=all"),
  place("与文档不一致", "taskforce", "/projects/conflicts"),
  place("订阅源", "statistics", "/feeds"),
  place("词库", "statistics", "/lexicon"),
  place("产业链图谱", "promotion", "/chain"),
  place("产业链图谱（表）", "leader", "/chain?view=table&industry=IT"),
  place("产业链图谱（还没有生效的版本）", "leader", "/chain?asOf=2020-01-01", [404]),
  place("补链强链延链", "promotion", "/chain/gaps"),
  place("企业落位", "promotion", "/chain/placements?state=all"),
  place("由名单提出落位", "promotion", "/chain/placements/import"),
  place("图谱版本", "leader", "/chain/versions"),
  place("一个图谱版本", "leader", ({ presentChain }) => `/chain/versions/${presentChain}`),
  place("图谱版本的草稿", "promotion", ({ nextChain }) => `/chain/versions/${nextChain}`),
  place("版本比较", "promotion", ({ olderChain, presentChain }) => `/chain/versions/${olderChain}/compare?to=${presentChain}`),
  place("导入图谱", "promotion", ({ nextChain }) => `/chain/versions/${nextChain}/import`),
  place("四色墙", "leader", "/projects"),
  place("四色墙（没有符合条件的）", "leader", "/projects?level=national&stage=TERMINATED"),
  place("四色墙（表）", "leader", "/projects?view=table&colour=red"),
  place("三张清单", "statistics", "/projects/lists?rate=start&side=counted"),
  place("登记项目", "promotion", "/projects/register"),
  place("导入台账", "promotion", "/projects/import"),
  place("项目总览", "taskforce", ({ project }) => `/projects/${project}`),
  place("项目进程", "taskforce", ({ project }) => `/projects/${project}?tab=course`),
  place("项目投资", "statistics", ({ project }) => `/projects/${project}?tab=investment`),
  place("项目月报", "taskforce", ({ project }) => `/projects/${project}?tab=reports`),
  place("项目督办", "leader", ({ project }) => `/projects/${project}?tab=supervision`),
  place("项目专班", "head", ({ project }) => `/projects/${project}?tab=force`),
  place("招商看板", "promotion", "/promotion"),
  place("招商看板（没有符合条件的）", "leader", "/promotion?q=没有这样的线索"),
  place("线索清单", "promotion", "/promotion/leads?show=late"),
  place("登记线索", "promotion", "/promotion/leads/new"),
  place("一条线索", "promotion", ({ lead }) => `/promotion/leads/${lead}`),
  place("一条线索（只看）", "leader", ({ lead }) => `/promotion/leads/${lead}`),
  place("线索池", "promotion", "/promotion/pool"),
  place("目标清单", "promotion", "/promotion/targets"),
  place("一份目标清单", "promotion", ({ targets }) => `/promotion/targets/${targets}`),
  place("一份目标清单（对照最新数据）", "leader", ({ targets }) => `/promotion/targets/${targets}?view=refresh`),
  place("筛选目标", "promotion", "/promotion/screening?node=IT-IC-3"),
  place("筛选目标（还没有选方向）", "leader", "/promotion/screening"),
  place("目标评分表", "leader", "/promotion/scoring"),
  place("企业动态", "promotion", "/promotion/signals"),
  place("引荐路径（还没有选企业）", "promotion", "/promotion/paths"),
  place("引荐路径", "promotion", ({ target }) => `/promotion/paths?target=${target}`),
  place("筛选目标（读不懂的条件）", "promotion", "/promotion/screening?node=IT-IC-3&regions=abc"),
  place("首谈与查重", "leader", "/promotion/claims?show=all"),
  place("招商漏斗", "leader", "/promotion/funnel"),
  place("合同与到位", "head", "/promotion/contracts?from=2026-04-01&to=2026-06-30"),
  place("承诺台账", "leader", "/promotion/promises?show=broken"),
  place("招商规则", "leader", "/promotion/rules"),
  place("红线与预警规则", "leader", "/promotion/diligence-rules"),
  place("尽职调查", "promotion", ({ looked }) => `/promotion/diligence/${looked}`),
  place("尽职调查（还没有报表）", "leader", ({ lead }) => `/promotion/diligence/${lead}`),
  place("一企一策专案", "promotion", ({ looked }) => `/promotion/dossier/${looked}`),
  place("一企一策专案（还没有写）", "leader", ({ lead }) => `/promotion/dossier/${lead}`),
  place("导入财务报表", "promotion", "/promotion/statements"),
  place("在区企业预警", "liaison", "/promotion/warnings"),
  place("在区企业预警（没有符合条件的）", "leader", "/promotion/warnings?q=没有这样的企业"),
  place("指标目录", "statistics", "/indicators?q=出口"),
  place("一项指标", "statistics", "/indicators/gdp"),
  place("指标数据", "statistics", "/facts?period=2025H1&code=gdp"),
  place("没有符合条件的数据", "statistics", "/facts?period=1999H1"),
  place("导入表格", "statistics", "/facts/import"),
  place("缺项与冲突", "statistics", "/data-health"),
  place("成绩单列表", "statistics", "/report-cards"),
  place("成绩单草稿", "statistics", ({ draft }) => `/report-cards/${draft}`),
  place("甘特图", "taskforce", "/projects/gantt?zoom=year"),
  place("甘特图（表）", "leader", "/projects/gantt?view=table&list=starting"),
  place("建设日历", "taskforce", "/projects/calendar"),
  place("项目地图", "head", "/projects/map?level=zone"),
  place("审批工作台", "window", "/approvals"),
  place("没有符合条件的办件", "window", "/approvals?q=没有这样的企业"),
  place("审查中的办件", "head", ({ reviewing }) => `/approvals/${reviewing}`),
  place("中止计时的办件", "window", ({ suspended }) => `/approvals/${suspended}`),
  place("已送达的办件", "leader", ({ delivered }) => `/approvals/${delivered}`),
  place("卡在谁那里", "window", "/approvals/blocking"),
  place("承诺与容缺", "window", "/approvals/promises?commitments=all&deferrals=all"),
  place("一件事办件", "window", "/approvals/packages"),
  place("一件事", "window", ({ packaged }) => `/approvals/packages/${packaged}`),
  place("全链条用时", "leader", "/approvals/chain"),
  place("项目全链条", "leader", ({ chained }) => `/approvals/chain/${chained}`),
  place("事项库", "window", "/approvals/matters"),
  place("一个事项", "head", "/approvals/matters/joint-acceptance"),
  place("导入事项", "head", "/approvals/matters/import"),
  place("导入历史办件", "head", "/approvals/import"),
  place("企业办事", "enterprise", "/portal"),
  place("填写新申请", "window", "/portal/apply/construction-permit"),
  place("继续填写草稿", "enterprise", ({ ownDraft, ownMatter }) => `/portal/apply/${ownMatter}?case=${ownDraft}`),
  place("企业看办件", "window", ({ reviewing }) => `/portal/cases/${reviewing}`),
  place("一件事申请", "enterprise", "/portal/packages/company-rename"),
  place("成绩单已审定", "leader", ({ approved }) => `/report-cards/${approved}`),
  place("调度会", "leader", "/dispatch"),
  place("一次调度会", "leader", ({ meeting }) => `/dispatch/${meeting}`),
  place("卡点问题", "taskforce", "/dispatch?tab=issues&state=all"),
  place("议定事项", "leader", "/dispatch/resolutions?show=all"),
  place("工作量", "head", "/dispatch/workload?order=load"),
  place("月报：我的项目", "taskforce", "/projects/report"),
  place("月报：没有报的", "taskforce", "/projects/report?whose=all&missing=1"),
  place("督办", "leader", "/projects/supervision?late=1"),
  place("督办：全部状态", "taskforce", "/projects/supervision?kind=letter&state=every&mine=1"),
  place("督办统计", "head", "/projects/supervision?kind=statistics"),
  place("四色规则", "leader", "/projects/colour-rules"),
  place("投资完成情况", "statistics", "/projects/investment"),
  place("没有投资计划的项目", "statistics", "/projects/investment?view=lacking"),
  place("导入投资计划与月报", "taskforce", "/projects/investment/import"),
  place("离岗交接", "head", "/projects/handover"),
  place("企业库", "promotion", "/registry?q=电子"),
  place("企业库（条件）", "leader", "/registry?book=target&region=50&capitalFrom=10000000&order=revenue"),
  place("没有符合条件的企业", "promotion", "/registry?q=没有这样的企业"),
  place("企业", "promotion", ({ enterprise }) => `/registry/${enterprise}`),
  place("企业的关联", "promotion", ({ enterprise }) => `/registry/${enterprise}?tab=ties`),
  place("企业的往来", "liaison", ({ enterprise }) => `/registry/${enterprise}?tab=timeline`),
  place("园区企业名册", "liaison", "/registry/book?kind=resident"),
  place("疑似重复", "head", "/registry/duplicates"),
  place("更正申请", "statistics", "/registry/corrections?state=all"),
  place("导入企业", "promotion", "/registry/import"),
  place("一次导入", "promotion", ({ imported }) => `/registry/import/${imported}`),
  place("本企业信息", "enterprise", "/portal/enterprise"),
];

/** The pages around it, and those for whoever may not or came to nothing. */
export const OTHER_PLACES: readonly Place[] = [
  place("登录", null, "/"),
  place("选择岗位", "two-posts", "/"),
  place("人员与岗位", "security", "/system/people"),
  place("园区与部门", "system", "/system/zones"),
  place("工作日历", "system", "/system/calendar"),
  place("操作日志", "audit", "/system/journal?q=核对"),
  place("日志签名", "audit", "/system/digests"),
  place("保存期限", "audit", "/system/retention"),
  place("后台任务", "statistics", "/system/jobs"),
  place("我的账号", "expert", "/system/sessions"),
  place("登录锁定", "security", "/system/locks"),
  place("授权代办", "head", "/system/delegations"),
  place("离任的人", "security", "/system/people?show=left"),
  place("失效的密码链接", null, "/set-password#no-such-token-of-twenty", [404]),
  place("事件推送", "system", "/system/webhooks"),
  place("接口令牌", "liaison", "/system/tokens"),
  place("群机器人", "system", "/system/robots"),
  place("无权限", "bank", "/cockpit"),
  place("没有的页面", "leader", "/nowhere"),
  place("公开列表", null, "/public/yunling"),
  place("公开成绩单", null, ({ published }) => `/public/yunling/${published}`),
  place("开放数据", null, "/public/yunling/data"),
  place("没有的成绩单", null, "/public/yunling/nothing-of-that-name", [404]),
  place("办件进度查询", null, "/public/yunling/cases"),
  place("接口说明", null, "/api"),
];

type Rows = { items: { id: string; state: string; period: string; slug: string | null }[] };
type Cases = { items: { id: string; state: string; matterCode: string; project: { id: string } | null }[] };

/** Cases that the window sees, and a draft of the enterprise's own. */
async function findCases(): Promise<
  Pick<Records, "reviewing" | "suspended" | "delivered" | "packaged" | "chained" | "ownDraft" | "ownMatter">
> {
  const window = await visit("window", "/system/sessions");
  const enterprise = await visit("enterprise", "/system/sessions");
  const [open, delivered, packages, own] = await Promise.all([
    ask<Cases>(window, "/api/approvals/cases?limit=200"),
    ask<Cases>(window, "/api/approvals/cases?state=DELIVERED&limit=5"),
    ask<Rows>(window, "/api/approvals/packages?limit=50"),
    ask<Cases>(enterprise, "/api/approvals/mine?state=DRAFT&limit=50"),
  ]);
  const idIn = (state: string) => open.items.find((row) => row.state === state)?.id ?? "";
  return {
    reviewing: idIn("REVIEWING"),
    suspended: idIn("SUSPENDED"),
    delivered: delivered.items[0]?.id ?? "",
    packaged: packages.items.find((row) => row.state === "COMPENSATING")?.id ?? "",
    chained: open.items.find((row) => row.project !== null)?.project?.id ?? "",
    ownDraft: own.items[0]?.id ?? "",
    ownMatter: own.items[0]?.matterCode ?? "",
  };
}

/** The versions of the chain graph as the sample leaves them. */
async function findChain(): Promise<Pick<Records, "olderChain" | "presentChain" | "nextChain">> {
  const page = await visit("promotion", "/system/sessions");
  const { items } = await ask<{ items: { id: string; number: number }[] }>(page, "/api/chain/versions");
  const idOf = (number: number) => items.find((row) => row.number === number)?.id ?? "";
  return { olderChain: idOf(1), presentChain: idOf(2), nextChain: idOf(3) };
}

let known: Records | undefined;
export async function findRecords(): Promise<Records> {
  if (known) return known;
  const page = await visit("statistics", "/system/sessions");
  const promotion = await visit("promotion", "/system/sessions");
  const [documents, cards, published, wall, meetings, signed, enterprises, imports, locked, diligence] = await Promise.all([
    ask<Rows>(page, "/api/intelligence/documents?limit=200"),
    ask<Rows>(page, "/api/economy/report-cards?limit=100"),
    ask<Rows>(page, "/api/public/yunling/report-cards"),
    ask<{ tiles: { id: string; colour: string }[] }>(page, "/api/projects/wall?asOf=2026-05-31"),
    ask<{ items: { id: string; heldOn: string }[] }>(page, "/api/projects/dispatch/meetings"),
    ask<Rows>(promotion, "/api/promotion/leads?stage=SIGNED&sort=amount&limit=1"),
    ask<Rows>(promotion, `/api/registry/enterprises?q=${encodeURIComponent(SAMPLE_ENTERPRISE.name)}&limit=1`),
    ask<Rows>(promotion, "/api/registry/imports?limit=5"),
    ask<Rows>(promotion, "/api/promotion/target-lists"),
    ask<Rows>(promotion, "/api/promotion/leads?stage=DILIGENCE&sort=code&limit=50"),
  ]);
  const looked = await Promise.all(
    diligence.items.map(async ({ id }) => ({
      id,
      memos: (await ask<{ memos: unknown[] }>(promotion, `/api/promotion/leads/${id}/diligence`)).memos.length,
    })),
  );
  const idIn = (state: string) => documents.items.find((row) => row.state === state)?.id ?? "";
  const cardOf = (period: string) => cards.items.find((row) => row.period === period)?.id ?? "";
  known = {
    ...(await findCases()),
    ...(await findChain()),
    reviewed: idIn("reviewed"),
    waiting: idIn("review"),
    draft: cardOf("2026H1"),
    approved: cardOf("2026Q1"),
    published: published.items.find((row) => row.period === "2025H1")?.slug ?? "",
    project: wall.tiles.find((tile) => tile.colour === "red")?.id ?? "",
    enterprise: enterprises.items[0]?.id ?? "",
    imported: imports.items[0]?.id ?? "",
    meeting: meetings.items.find((row) => row.heldOn === "2026-06-23")?.id ?? "",
    lead: signed.items[0]?.id ?? "",
    targets: locked.items[0]?.id ?? "",
    target: await findTarget(promotion, locked.items[0]?.id ?? ""),
    looked: looked.find(({ memos }) => memos > 0)?.id ?? "",
  };
  return known;
}

async function findTarget(page: Page, listId: string): Promise<string> {
  const { items } = await ask<{ items: { enterpriseId: string }[] }>(page, `/api/promotion/target-lists/${listId}`);
  return items[1]?.enterpriseId ?? "";
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
