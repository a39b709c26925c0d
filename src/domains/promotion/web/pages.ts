import type { PageEntry } from "#ui/page-entry.ts";

const permission = "promotion.read";

export const promotionPages: readonly PageEntry[] = [
  {
    path: "/promotion",
    title: { zh: "招商看板", en: "Board" },
    permission,
    menu: { group: "promotion", order: 1 },
    load: () => import("#domains/promotion/web/BoardPage.tsx"),
  },
  {
    path: "/promotion/leads",
    title: { zh: "线索清单", en: "Leads" },
    permission,
    menu: { group: "promotion", order: 2 },
    load: () => import("#domains/promotion/web/LeadListPage.tsx"),
  },
  {
    path: "/promotion/leads/new",
    title: { zh: "登记线索", en: "Register a lead" },
    permission: "promotion.work",
    load: () => import("#domains/promotion/web/RegisterLeadPage.tsx"),
  },
  {
    path: "/promotion/leads/$id",
    title: { zh: "线索", en: "Lead" },
    permission,
    load: () => import("#domains/promotion/web/LeadPage.tsx"),
  },
  {
    path: "/promotion/pool",
    title: { zh: "线索池", en: "Pools" },
    permission,
    menu: { group: "promotion", order: 3 },
    load: () => import("#domains/promotion/web/PoolPage.tsx"),
  },
  {
    path: "/promotion/claims",
    title: { zh: "首谈与查重", en: "First talks" },
    permission,
    menu: { group: "promotion", order: 4 },
    load: () => import("#domains/promotion/web/ClaimsPage.tsx"),
  },
  {
    path: "/promotion/funnel",
    title: { zh: "招商漏斗", en: "Funnel" },
    permission,
    menu: { group: "promotion", order: 5 },
    load: () => import("#domains/promotion/web/FunnelPage.tsx"),
  },
  {
    path: "/promotion/contracts",
    title: { zh: "合同与到位", en: "Contracts" },
    permission,
    menu: { group: "promotion", order: 6 },
    load: () => import("#domains/promotion/web/ContractsPage.tsx"),
  },
  {
    path: "/promotion/promises",
    title: { zh: "承诺台账", en: "Promises" },
    permission,
    menu: { group: "promotion", order: 7 },
    load: () => import("#domains/promotion/web/PromisesPage.tsx"),
  },
  {
    path: "/promotion/diligence/$id",
    title: { zh: "尽职调查", en: "Due diligence" },
    permission,
    load: () => import("#domains/promotion/web/diligence/DiligencePage.tsx"),
  },
  {
    path: "/promotion/statements",
    title: { zh: "导入财务报表", en: "Import statements" },
    permission: "promotion.diligence",
    load: () => import("#domains/promotion/web/diligence/ImportStatementsPage.tsx"),
  },
  {
    path: "/promotion/dossier/$id",
    title: { zh: "一企一策", en: "Tailored plan" },
    permission,
    load: () => import("#domains/promotion/web/dossier/DossierPage.tsx"),
  },
  {
    path: "/promotion/warnings",
    title: { zh: "在区企业预警", en: "Early warnings" },
    permission: "promotion.watch",
    menu: { group: "promotion", order: 9 },
    load: () => import("#domains/promotion/web/watch/WarningsPage.tsx"),
  },
  {
    path: "/promotion/rules",
    title: { zh: "招商规则", en: "Rules" },
    permission,
    menu: { group: "promotion", order: 8 },
    load: () => import("#domains/promotion/web/LeadRulesPage.tsx"),
  },
];
