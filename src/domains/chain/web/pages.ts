import type { PageEntry } from "#ui/page-entry.ts";

const permission = "chain.read";

export const chainPages: readonly PageEntry[] = [
  {
    path: "/chain",
    title: { zh: "产业链图谱", en: "Chain graph" },
    permission,
    menu: { group: "targets", order: 2 },
    load: () => import("#domains/chain/web/ChainPage.tsx"),
  },
  {
    path: "/chain/gaps",
    title: { zh: "补链强链延链", en: "Gaps of the chain" },
    permission,
    menu: { group: "targets", order: 3 },
    load: () => import("#domains/chain/web/GapsPage.tsx"),
  },
  {
    path: "/chain/placements",
    title: { zh: "企业落位", en: "Enterprises on the chain" },
    permission,
    menu: { group: "targets", order: 8 },
    load: () => import("#domains/chain/web/PlacementPage.tsx"),
  },
  {
    path: "/chain/placements/import",
    title: { zh: "由名单提出落位", en: "Propose places for a list" },
    permission: "chain.place",
    load: () => import("#domains/chain/web/PlacementImportPage.tsx"),
  },
  {
    path: "/chain/versions",
    title: { zh: "图谱版本", en: "Versions of the graph" },
    permission,
    menu: { group: "targets", order: 9 },
    load: () => import("#domains/chain/web/VersionListPage.tsx"),
  },
  {
    path: "/chain/versions/$id",
    title: { zh: "图谱版本", en: "Version of the graph" },
    permission,
    load: () => import("#domains/chain/web/VersionPage.tsx"),
  },
  {
    path: "/chain/versions/$id/compare",
    title: { zh: "版本比较", en: "Compare versions" },
    permission,
    load: () => import("#domains/chain/web/ComparePage.tsx"),
  },
  {
    path: "/chain/versions/$id/import",
    title: { zh: "导入图谱", en: "Import a graph" },
    permission: "chain.edit",
    load: () => import("#domains/chain/web/GraphImportPage.tsx"),
  },
];
