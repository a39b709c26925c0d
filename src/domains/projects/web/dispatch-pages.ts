import type { PageEntry } from "#ui/page-entry.ts";

const permission = "projects.read";

/** Dispatch meetings, resolutions, workload. */
export const dispatchPages: readonly PageEntry[] = [
  {
    path: "/dispatch",
    title: { zh: "调度会", en: "Dispatch" },
    permission,
    menu: { group: "projects", order: 12 },
    load: () => import("#domains/projects/web/dispatch/DispatchPage.tsx"),
  },
  {
    path: "/dispatch/$id",
    title: { zh: "调度会", en: "Dispatch meeting" },
    permission,
    load: () => import("#domains/projects/web/dispatch/MeetingPage.tsx"),
  },
  {
    path: "/dispatch/resolutions",
    title: { zh: "议定事项", en: "Resolutions" },
    permission,
    menu: { group: "projects", order: 13 },
    load: () => import("#domains/projects/web/dispatch/ResolutionListPage.tsx"),
  },
  {
    path: "/dispatch/workload",
    title: { zh: "工作量", en: "Workload" },
    permission,
    menu: { group: "projects", order: 14 },
    load: () => import("#domains/projects/web/dispatch/WorkloadPage.tsx"),
  },
];
