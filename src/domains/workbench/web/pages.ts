import type { PageEntry } from "#ui/page-entry.ts";

export const workbenchPages: readonly PageEntry[] = [
  {
    path: "/cockpit",
    title: { zh: "驾驶舱", en: "Cockpit" },
    permission: "workbench.read",
    menu: { group: "cockpit", order: 1 },
    load: () => import("#domains/workbench/web/CockpitPage.tsx"),
  },
  {
    path: "/work",
    title: { zh: "我的工作", en: "My work" },
    permission: "workbench.read",
    menu: { group: "cockpit", order: 2 },
    load: () => import("#domains/workbench/web/MyWorkPage.tsx"),
  },
];
