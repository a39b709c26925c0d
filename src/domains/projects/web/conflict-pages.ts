import type { PageEntry } from "#ui/page-entry.ts";

/** Where documents contradict the register. */
export const conflictPages: readonly PageEntry[] = [
  {
    path: "/projects/conflicts",
    title: { zh: "与文档不一致", en: "Against documents" },
    permission: "projects.read",
    menu: { group: "projects", order: 3 },
    load: () => import("#domains/projects/web/RegisterConflictPage.tsx"),
  },
];
