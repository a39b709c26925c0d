import type { PartEntry } from "#ui/page-parts.tsx";

export const projectParts: readonly PartEntry[] = [
  {
    of: "enterprise",
    key: "projects",
    permission: "projects.read",
    order: 2,
    load: () => import("#domains/projects/web/EnterpriseProjects.tsx"),
  },
];
