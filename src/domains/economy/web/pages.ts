import type { PageEntry } from "#ui/page-entry.ts";

const permission = "economy.read";

export const economyPages: readonly PageEntry[] = [
  {
    path: "/report-cards",
    title: { zh: "成绩单", en: "Report cards" },
    permission,
    menu: { group: "economy", order: 1 },
    load: () => import("#domains/economy/web/ReportCardListPage.tsx"),
  },
  {
    path: "/report-cards/$id",
    title: { zh: "成绩单", en: "Report card" },
    permission,
    load: () => import("#domains/economy/web/ReportCardPage.tsx"),
  },
  {
    path: "/indicators",
    title: { zh: "指标", en: "Indicators" },
    permission,
    menu: { group: "economy", order: 2 },
    load: () => import("#domains/economy/web/IndicatorListPage.tsx"),
  },
  {
    path: "/indicators/$code",
    title: { zh: "指标", en: "Indicator" },
    permission,
    load: () => import("#domains/economy/web/IndicatorPage.tsx"),
  },
  {
    path: "/facts",
    title: { zh: "指标数据", en: "Facts" },
    permission,
    menu: { group: "economy", order: 3 },
    load: () => import("#domains/economy/web/FactListPage.tsx"),
  },
  {
    path: "/facts/import",
    title: { zh: "导入表格", en: "Import a spreadsheet" },
    permission: "economy.record",
    load: () => import("#domains/economy/web/FactImportPage.tsx"),
  },
  {
    path: "/data-health",
    title: { zh: "缺项与冲突", en: "Gaps and conflicts" },
    permission,
    menu: { group: "economy", order: 4 },
    load: () => import("#domains/economy/web/DataHealthPage.tsx"),
  },
  {
    path: "/open-data",
    title: { zh: "开放数据", en: "Open data" },
    permission,
    menu: { group: "economy", order: 5 },
    load: () => import("#domains/economy/web/OpenDataPage.tsx"),
  },
  {
    path: "/public/$zone/data",
    title: { zh: "开放数据", en: "Open data" },
    public: true,
    load: () => import("#domains/economy/web/PublicDataPage.tsx"),
  },
  {
    path: "/public/$zone",
    title: { zh: "公开成绩单", en: "Published report cards" },
    public: true,
    load: () => import("#domains/economy/web/PublicListPage.tsx"),
  },
  {
    path: "/public/$zone/$slug",
    title: { zh: "公开成绩单", en: "Published report card" },
    public: true,
    load: () => import("#domains/economy/web/PublicCardPage.tsx"),
  },
];
