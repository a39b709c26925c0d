import type { PageEntry } from "#ui/page-entry.ts";

const permission = "projects.read";

/** Colour wall, lists, the register and one project. */
export const registerPages: readonly PageEntry[] = [
  {
    path: "/projects",
    title: { zh: "四色墙", en: "Colour wall" },
    permission,
    menu: { group: "projects", order: 1 },
    load: () => import("#domains/projects/web/WallPage.tsx"),
  },
  {
    path: "/projects/lists",
    title: { zh: "三张清单", en: "The three lists" },
    permission,
    menu: { group: "projects", order: 2 },
    load: () => import("#domains/projects/web/ListsPage.tsx"),
  },
  {
    path: "/projects/register",
    title: { zh: "登记项目", en: "Register a project" },
    permission: "projects.register",
    load: () => import("#domains/projects/web/RegisterPage.tsx"),
  },
  {
    path: "/projects/import",
    title: { zh: "导入项目台账", en: "Import the register" },
    permission: "projects.register",
    load: () => import("#domains/projects/web/ImportPage.tsx"),
  },
  {
    path: "/projects/$id",
    title: { zh: "项目", en: "Project" },
    permission,
    load: () => import("#domains/projects/web/ProjectPage.tsx"),
  },
];
