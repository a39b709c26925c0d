import type { Text } from "#kernel/texts.ts";

/** The columns of an exported list of projects, in their order. */
export const listColumns = [
  { key: "code", head: { zh: "项目编号", en: "Code" }, width: 16 },
  { key: "name", head: { zh: "项目名称", en: "Project" }, width: 36 },
  { key: "enterprise", head: { zh: "企业", en: "Enterprise" }, width: 30 },
  { key: "category", head: { zh: "类别", en: "Category" }, width: 8 },
  { key: "level", head: { zh: "重点级别", en: "Key level" }, width: 12 },
  { key: "industry", head: { zh: "产业", en: "Industry" }, width: 14 },
  { key: "amount", head: { zh: "计划总投资（万元）", en: "Planned total (10,000 yuan)" }, width: 18 },
  { key: "stage", head: { zh: "阶段", en: "Stage" }, width: 10 },
  { key: "signed", head: { zh: "签约日期", en: "Signed on" }, width: 14 },
  { key: "startPlanned", head: { zh: "计划开工", en: "Start planned" }, width: 14 },
  { key: "started", head: { zh: "实际开工", en: "Started" }, width: 14 },
  { key: "completePlanned", head: { zh: "计划竣工", en: "Completion planned" }, width: 14 },
  { key: "completed", head: { zh: "实际竣工", en: "Completed" }, width: 14 },
  { key: "owner", head: { zh: "责任人", en: "Owner" }, width: 14 },
] as const satisfies readonly { readonly key: string; readonly head: Text; readonly width: number }[];

export const listFileName = { zh: "项目清单", en: "projects" } as const satisfies Text;
