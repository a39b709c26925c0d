import type { Page } from "playwright-core";
import { choosePerson } from "./choose-person.ts";
import { findRecords, type Records } from "./look-at-places.ts";
import { ask, type SCREENS, visit } from "./visit.ts";

/** Beside the records that every page is looked at with: a project under construction whose month the task force has not reported. */
type GuideRecords = Records & { readonly unreported: string };
type Due = {
  readonly items: readonly { readonly id: string; readonly stage: string; readonly reported: boolean }[];
};

let found: GuideRecords | undefined;
export async function findGuideRecords(): Promise<GuideRecords> {
  if (found) return found;
  const page = await visit("taskforce", "/system/sessions");
  const { items } = await ask<Due>(page, "/api/projects/reports-due?mine=true&limit=500");
  const missing = items.find(({ stage, reported }) => stage === "BUILDING" && !reported);
  found = { ...(await findRecords()), unreported: missing?.id ?? "" };
  return found;
}

/** A picture of docs/guide: who looks at what, in which language, and what was opened before it is taken. */
export type GuidePicture = {
  readonly name: string;
  readonly account: string | null;
  readonly path: (records: GuideRecords) => string;
  readonly screen: keyof typeof SCREENS;
  readonly english: boolean;
  /** Opens a drawer or scrolls; whatever it waits for is then on the picture. */
  readonly prepare: (page: Page) => Promise<void>;
  /** Words that have to be on it, or it is a picture of something else. */
  readonly shows: string;
};

type Given = Partial<Pick<GuidePicture, "screen" | "english" | "prepare">>;

const picture = (
  name: string,
  account: string | null,
  path: string | GuidePicture["path"],
  shows: string,
  { screen = "office", english = false, prepare = async () => undefined }: Given = {},
): GuidePicture => ({ name, account, path: typeof path === "string" ? () => path : path, shows, screen, english, prepare });

const press = (name: string): Given => ({
  prepare: async (page) => {
    await page.getByRole("button", { name, exact: true }).first().click();
    await page.getByRole("dialog").waitFor();
  },
});

const english: Given = { english: true };
const phone: Given = { screen: "phone" };

/** The first tile of the wall tells why it is red. */
const whyRed: Given = {
  prepare: async (page) => {
    const tile = page.locator(".wall-tile").first();
    await tile.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByText("红灯：", { exact: false }).first().waitFor();
  },
};

const whatTaskForceHolds: Given = {
  prepare: async (page) => {
    await choosePerson(page, "移交人", "项目专班");
    await page.getByRole("heading", { name: /^将要移交的/ }).waitFor();
  },
};

export const GUIDE_PICTURES: readonly GuidePicture[] = [
  picture("sign-in", null, "/", "示范账号"),
  picture("cockpit", "leader", "/cockpit", "项目四色"),
  picture("cockpit-en", "leader", "/cockpit", "Projects by colour", english),
  picture("wall", "leader", "/projects", "四色墙"),
  picture("wall-en", "leader", "/projects", "Colour wall", english),
  picture("why-red", "leader", "/projects", "为什么是这个颜色", whyRed),
  picture("supervision", "leader", "/projects/supervision?kind=letter", "督办"),
  picture("dispatch", "leader", ({ meeting }) => `/dispatch/${meeting}`, "议程"),
  picture("work", "head", "/work", "我的工作"),
  picture("handover", "head", "/projects/handover", "将要移交的", whatTaskForceHolds),
  picture("workload", "head", "/dispatch/workload", "工作量"),
  picture("project", "taskforce", ({ project }) => `/projects/${project}`, "下一步"),
  picture("report-phone", "taskforce", ({ unreported }) => `/projects/report?project=${unreported}`, "形象进度", phone),
  picture("calendar", "taskforce", "/projects/calendar", "建设日历"),
  picture("register", "promotion", "/projects/register", "登记项目"),
  picture("lists", "promotion", "/projects/lists", "三张清单"),
  picture("registry", "promotion", "/registry?q=电子", "企业库"),
  picture("screening", "promotion", "/promotion/screening?node=IT-IC-3", "筛选目标"),
  picture("paths", "promotion", ({ target }) => `/promotion/paths?target=${target}`, "由谁找谁"),
  picture("diligence", "promotion", ({ looked }) => `/promotion/diligence/${looked}`, "红线"),
  picture("assist", "liaison", ({ reviewing }) => `/approvals/${reviewing}`, "授权委托书编号", press("登记帮办")),
  picture("blocking", "liaison", "/approvals/blocking", "卡在谁那里"),
  picture("desk", "window", "/approvals", "审批工作台"),
  picture("desk-en", "window", "/approvals", "Approval desk", english),
  picture("case", "window", ({ reviewing }) => `/approvals/${reviewing}`, "办理进程"),
  picture("promises", "window", "/approvals/promises", "承诺与容缺"),
  picture("chain", "leader", ({ chained }) => `/approvals/chain/${chained}`, "各环节用时"),
  picture("review", "statistics", ({ waiting }) => `/review/${waiting}`, "采纳"),
  picture("card-draft", "statistics", ({ draft }) => `/report-cards/${draft}`, "成绩单"),
  picture("investment", "statistics", "/projects/investment", "投资"),
  picture("portal", "enterprise", "/portal", "企业办事"),
  picture("portal-en", "enterprise", "/portal", "For enterprises", english),
  picture("apply", "enterprise", "/portal/apply/construction-permit", "申请表"),
  picture("public-card", null, ({ published }) => `/public/yunling/${published}`, "云岭高新区"),
  picture("public-case", null, "/public/yunling/cases", "办件进度查询", phone),
  picture("people", "security", "/system/people", "人员与岗位"),
  picture("work-calendar", "system", "/system/calendar", "工作日历"),
  picture("journal", "audit", "/system/journal", "操作日志"),
];
