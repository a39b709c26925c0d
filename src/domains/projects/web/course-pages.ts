import type { PageEntry } from "#ui/page-entry.ts";

const permission = "projects.read";

/** Gantt, project calendar and map. */
export const coursePages: readonly PageEntry[] = [
  {
    path: "/projects/gantt",
    title: { zh: "甘特图", en: "Gantt chart" },
    permission,
    menu: { group: "projects", order: 4 },
    load: () => import("#domains/projects/web/GanttPage.tsx"),
  },
  {
    path: "/projects/calendar",
    title: { zh: "建设日历", en: "Project calendar" },
    permission,
    menu: { group: "projects", order: 5 },
    load: () => import("#domains/projects/web/ProjectCalendarPage.tsx"),
  },
  {
    path: "/projects/map",
    title: { zh: "地图", en: "Map" },
    permission,
    menu: { group: "projects", order: 6 },
    load: () => import("#domains/projects/web/ProjectMapPage.tsx"),
  },
];
