import type { ReportCardState, Settledness } from "#domains/economy/contract/report-card.ts";
import { amountClassWords, contractKindWords } from "#domains/promotion/contract/contract.ts";
import type { Text } from "#kernel/texts.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

export const stateWords: Readonly<Record<ReportCardState, Text>> = {
  DRAFT: text("草稿", "Draft"),
  CHECKED: text("已核对", "Checked"),
  APPROVED: text("已审定", "Approved"),
  PUBLISHED: text("已发布", "Published"),
  REVISED: text("已修订发布", "Published, revised"),
  WITHDRAWN: text("已撤下", "Withdrawn"),
};

export const settlednessWords: Readonly<Record<Exclude<Settledness, "unknown">, Text>> = {
  preliminary: text("初步数", "preliminary"),
  verified: text("核实数", "verified"),
  revised: text("修订数", "revised"),
};

export const basisWords = {
  cumulative: text("累计", "cumulative"),
  single: text("当期", "this period alone"),
  point: text("时点", "at the end"),
} as const satisfies Record<string, Text>;

export const growthBaseWords = {
  "last-year": text("同比", "y/y"),
  "last-year-end": text("较上年末", "vs year-end"),
  "last-period": text("较上期", "vs prior period"),
} as const satisfies Record<string, Text>;

/** Calibres that the platform itself computes (promotion/rules/promotion-figures.ts among others), and levels of titles; others stand as the source says them. */
const calibreWords: Readonly<Record<string, Text>> = {
  含完工: text("含竣工", "with completed"),
  序时计划: text("序时计划", "time-phased plan"),
  开工以来累计: text("开工以来累计", "since the start"),
  国家级: text("国家级", "national"),
  省级: text("省级", "provincial"),
  市级: text("市级", "municipal"),
  区级: text("区级", "zone"),
  [`${contractKindWords.framework.zh}和${contractKindWords.intent.zh}`]: text(
    `${contractKindWords.framework.zh}和${contractKindWords.intent.zh}`,
    "framework and intent agreements",
  ),
  ...Object.fromEntries(Object.values(amountClassWords).map((words) => [words.zh, words])),
  世界500强和中国500强: text("世界500强和中国500强", "Fortune Global 500 and China 500"),
  上市公司: text("上市公司", "listed companies"),
  院所: text("院所", "institutes"),
};

/** What the catalogue's own calibre is, of an indicator that is counted in another way beside it. */
const mainCalibreWords: Readonly<Record<string, Text>> = {
  "projects-building": text("不含竣工", "without completed"),
  "building-rate": text("不含竣工", "without completed"),
  "key-projects": text("各级合计", "all levels"),
  "key-building-rate": text("各级合计", "all levels"),
  "investment-completion": text("全年计划", "annual plan"),
  "investment-completed": text("本年累计", "this year"),
  "introduced-projects": text("全部", "all"),
  "contract-investment": text("正式合同", "formal contracts"),
};

/** The calibre of a figure in words, so that two figures of one indicator never have the same name. */
export function calibreInWords({ code, calibre }: { readonly code: string | null; readonly calibre: string | null }): Text | null {
  if (calibre !== null) return calibreWords[calibre] ?? { zh: calibre, en: calibre };
  return (code === null ? undefined : mainCalibreWords[code]) ?? null;
}

/** Headings and labels of the card on paper, as a picture and as a table. */
export const cardWords = {
  reportCard: text("{region}{period}成绩单", "{region}: report card, {period}"),
  picture: text("数读", "In figures"),
  edition: text("第{edition}版", "edition {edition}"),
  preliminary: text("初步数", "preliminary"),
  signedBy: text("签发：{name}（{department}）", "Signed: {name}, {department}"),
  publishedOn: text("发布日期：{date}", "Published: {date}"),
  notPublished: text("未发布，仅供内部核对", "Not published; for internal checking only"),
  figures: text("主要指标", "Figures"),
  indicator: text("指标", "Indicator"),
  value: text("数值", "Value"),
  growth: text("增速", "Growth"),
  growthOf: text("增长", "growth"),
  comparison: text("比较", "Comparison"),
  source: text("出处", "Source"),
  checks: text("数据核对", "Checks"),
  passed: text("相符", "in order"),
  failed: text("不符", "not in order"),
  unsaid: text("无从核对", "cannot be said"),
  missing: text("尚缺指标", "Not yet there"),
  conflicts: text("存在冲突、暂未列入的指标", "In conflict, left out for now"),
  remarks: text("核对说明", "Remarks on the checks"),
  sources: text("出处与原文", "Sources in their own words"),
  rows: text("依据 {count} 行数据", "Rests on {count} rows"),
  above: text("高于{region} {points} 个百分点", "{points} points above {region}"),
  below: text("低于{region} {points} 个百分点", "{points} points below {region}"),
  level: text("与{region}持平", "level with {region}"),
  wider: text("{region} {growth}", "{region} {growth}"),
  lastYear: text("上年同期 {amount}", "a year before {amount}"),
  moreFigures: text("共 {count} 项指标，全部见成绩单", "{count} figures in all; see the report card"),
  dataFrom: text("数据来源：{sources}", "Sources: {sources}"),
  everyFigureOpens: text("每个数据均可追溯至原文", "Every figure opens to its source"),
  page: text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
  city: text("全市", "the city"),
  province: text("全省", "the province"),
  nation: text("全国", "the nation"),
} as const satisfies Record<string, Text>;
