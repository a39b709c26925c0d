import type { PageEntry } from "#ui/page-entry.ts";

const read = "projects.read";

/** Reporting from the site, supervision, the colour rule, investment, handover. */
export const supervisionPages: readonly PageEntry[] = [
  {
    path: "/projects/report",
    title: { zh: "上报月报", en: "Report a month" },
    permission: "projects.report",
    menu: { group: "projects", order: 7 },
    load: () => import("#domains/projects/web/reporting/ReportPage.tsx"),
  },
  {
    path: "/projects/supervision",
    title: { zh: "督办", en: "Supervision" },
    permission: read,
    menu: { group: "projects", order: 8 },
    load: () => import("#domains/projects/web/supervision/SupervisionPage.tsx"),
  },
  {
    path: "/projects/colour-rules",
    title: { zh: "四色规则", en: "Colour rule" },
    permission: read,
    menu: { group: "projects", order: 9 },
    load: () => import("#domains/projects/web/colour-rules/ColourRulesPage.tsx"),
  },
  {
    path: "/projects/investment",
    title: { zh: "投资", en: "Investment" },
    permission: read,
    menu: { group: "projects", order: 10 },
    load: () => import("#domains/projects/web/investment/InvestmentPage.tsx"),
  },
  {
    path: "/projects/investment/import",
    title: { zh: "导入投资计划与月报", en: "Import plans and reports" },
    permission: "projects.work",
    load: () => import("#domains/projects/web/investment/InvestmentImportPage.tsx"),
  },
  {
    path: "/projects/handover",
    title: { zh: "离岗交接", en: "Handover" },
    permission: "projects.hand-over",
    menu: { group: "projects", order: 11 },
    load: () => import("#domains/projects/web/handover/HandoverPage.tsx"),
  },
];
