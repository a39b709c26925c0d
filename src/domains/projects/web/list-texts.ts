import type { z } from "zod";
import type { ListName, RateName } from "#domains/projects/contract/register-operations.ts";
import type { Text } from "#kernel/texts.ts";

export const listNameTexts: Readonly<Record<z.infer<typeof ListName>, Text>> = {
  "pre-start": { zh: "前期", en: "Before start" },
  starting: { zh: "开工", en: "Starting this year" },
  "under-construction": { zh: "在建", en: "Under construction" },
  completed: { zh: "完工", en: "Completed" },
};

export const listMeanings: Readonly<Record<z.infer<typeof ListName>, Text>> = {
  "pre-start": { zh: "已签约、未开工", en: "signed, not started" },
  starting: { zh: "计划或实际开工在本年", en: "start planned or actual this year" },
  "under-construction": { zh: "已开工、未竣工", en: "started, not completed" },
  completed: { zh: "已竣工或投产", en: "completed or in production" },
};

export const rateTexts: Readonly<Record<z.infer<typeof RateName>, Text>> = {
  start: { zh: "开工率", en: "Start rate" },
  construction: { zh: "在建率（完工不计）", en: "Construction rate, completed apart" },
  "construction-with-completed": { zh: "在建率（含完工）", en: "Construction rate, completed included" },
};

/** What stands above and below the line of each rate. */
export const rateParts: Readonly<Record<z.infer<typeof RateName>, { readonly counted: Text; readonly of: Text }>> = {
  start: {
    counted: { zh: "已开工", en: "started" },
    of: { zh: "计划本年截至当日开工", en: "planned to start this year by the day" },
  },
  construction: { counted: { zh: "在建", en: "under construction" }, of: { zh: "年度计划项目", en: "planned for the year" } },
  "construction-with-completed": {
    counted: { zh: "在建和完工", en: "under construction or completed" },
    of: { zh: "年度计划项目", en: "planned for the year" },
  },
};

export const listTexts = {
  ofEnterprise: { zh: "它的项目", en: "Its projects" },
  noneOfEnterprise: { zh: "项目台账里没有它的项目。", en: "The register of projects has none of it." },
  title: { zh: "三张清单", en: "The three lists" },
  state: {
    zh: "截至 {day}：年度计划项目 {planned} 个，在建 {building} 个，完工 {completed} 个。",
    en: "As of {day}. Planned for the year: {planned}; under construction: {building}; completed: {completed}.",
  },
  overlap: {
    zh: "开工与在建有 {count} 个是同一批项目，四张清单不能相加。",
    en: "Projects both starting and under construction: {count}. The lists overlap and are never added up.",
  },
  noOverlap: { zh: "四张清单会有重叠，不能相加。", en: "The lists may overlap and are never added up." },
  lists: { zh: "清单", en: "Lists" },
  every: { zh: "全部项目", en: "All projects" },
  rates: { zh: "比率", en: "Rates" },
  opens: { zh: "{what}：{count} 个，打开清单", en: "{what}: {count}, open the list" },
  notCounted: { zh: "分母为零", en: "nothing to count of" },
  shown: { zh: "正在看：{what}", en: "Shown: {what}" },
  numerator: { zh: "{rate}的分子，{what}", en: "{rate}, numerator: {what}" },
  denominator: { zh: "{rate}的分母，{what}", en: "{rate}, denominator: {what}" },
  export: { zh: "导出 {format}", en: "Export {format}" },
  import: { zh: "导入台账", en: "Import the register" },
  register: { zh: "登记项目", en: "Register a project" },
  project: { zh: "项目", en: "Project" },
  code: { zh: "编号", en: "Code" },
  enterprise: { zh: "企业", en: "Enterprise" },
  stage: { zh: "阶段", en: "Stage" },
  amount: { zh: "计划总投资", en: "Planned total" },
  signed: { zh: "签约", en: "Signed" },
  start: { zh: "开工", en: "Start" },
  complete: { zh: "竣工", en: "Completion" },
  planned: { zh: "计划 {day}", en: "planned {day}" },
  owner: { zh: "责任人", en: "Owner" },
  empty: { zh: "还没有项目", en: "There are no projects yet" },
  emptyHint: {
    zh: "登记项目或导入台账后，清单和比率由项目的步骤和计划日期算出。",
    en: "Register or import projects: lists and rates are computed from their steps and planned dates.",
  },
} as const satisfies Record<string, Text>;
