import type { PageEntry } from "#ui/page-entry.ts";

const read = "approvals.read";
const apply = "approvals.apply";

export const approvalPages: readonly PageEntry[] = [
  {
    path: "/approvals",
    title: { zh: "审批工作台", en: "Approval desk" },
    permission: read,
    menu: { group: "approvals", order: 1 },
    load: () => import("#domains/approvals/web/DeskPage.tsx"),
  },
  {
    path: "/approvals/$id",
    title: { zh: "办件", en: "Case" },
    permission: read,
    load: () => import("#domains/approvals/web/CasePage.tsx"),
  },
  {
    path: "/approvals/blocking",
    title: { zh: "卡在谁那里", en: "Who is blocking" },
    permission: read,
    menu: { group: "approvals", order: 2 },
    load: () => import("#domains/approvals/web/BlockingPage.tsx"),
  },
  {
    path: "/approvals/promises",
    title: { zh: "承诺与容缺", en: "Promises and deferrals" },
    permission: read,
    menu: { group: "approvals", order: 3 },
    load: () => import("#domains/approvals/web/PromisesPage.tsx"),
  },
  {
    path: "/approvals/packages",
    title: { zh: "一件事", en: "One-thing packages" },
    permission: read,
    menu: { group: "approvals", order: 4 },
    load: () => import("#domains/approvals/web/PackageListPage.tsx"),
  },
  {
    path: "/approvals/packages/$id",
    title: { zh: "一件事", en: "One-thing package" },
    permission: "approvals.open-case",
    load: () => import("#domains/approvals/web/PackagePage.tsx"),
  },
  {
    path: "/approvals/chain",
    title: { zh: "全链条用时", en: "The whole chain" },
    permission: read,
    menu: { group: "approvals", order: 5 },
    load: () => import("#domains/approvals/web/ChainOverviewPage.tsx"),
  },
  {
    path: "/approvals/chain/$projectId",
    title: { zh: "全链条用时", en: "The chain of a project" },
    permission: read,
    load: () => import("#domains/approvals/web/ChainPage.tsx"),
  },
  {
    path: "/approvals/matters",
    title: { zh: "事项库", en: "Matters" },
    permission: read,
    menu: { group: "approvals", order: 6 },
    load: () => import("#domains/approvals/web/MatterListPage.tsx"),
  },
  {
    path: "/approvals/matters/import",
    title: { zh: "导入事项", en: "Import matters" },
    permission: "approvals.set-matters",
    load: () => import("#domains/approvals/web/MatterImportPage.tsx"),
  },
  {
    path: "/approvals/import",
    title: { zh: "导入历史办件", en: "Import past cases" },
    permission: "approvals.set-matters",
    load: () => import("#domains/approvals/web/CaseImportPage.tsx"),
  },
  {
    path: "/approvals/matters/$code",
    title: { zh: "事项", en: "Matter" },
    permission: "approvals.see-matters",
    load: () => import("#domains/approvals/web/MatterPage.tsx"),
  },
  {
    path: "/portal",
    title: { zh: "办事与进度", en: "Apply and follow" },
    permission: apply,
    menu: { group: "portal", order: 1 },
    load: () => import("#domains/approvals/web/PortalPage.tsx"),
  },
  {
    path: "/portal/apply/$code",
    title: { zh: "填写申请", en: "Application" },
    permission: apply,
    load: () => import("#domains/approvals/web/ApplyPage.tsx"),
  },
  {
    path: "/portal/packages/$code",
    title: { zh: "一件事申请", en: "One-thing application" },
    permission: apply,
    load: () => import("#domains/approvals/web/ApplyPackagePage.tsx"),
  },
  {
    path: "/portal/cases/$id",
    title: { zh: "我的办件", en: "My case" },
    permission: apply,
    load: () => import("#domains/approvals/web/PortalCasePage.tsx"),
  },
  {
    path: "/public/$zone/cases",
    title: { zh: "办件进度查询", en: "Status of a case" },
    public: true,
    load: () => import("#domains/approvals/web/PublicCasePage.tsx"),
  },
];
