import type { PageEntry } from "#ui/page-entry.ts";

const permission = "intelligence.read";

export const intelligencePages: readonly PageEntry[] = [
  {
    path: "/documents",
    title: { zh: "文档", en: "Documents" },
    permission,
    menu: { group: "intelligence", order: 1 },
    load: () => import("#domains/intelligence/web/DocumentListPage.tsx"),
  },
  {
    path: "/documents/$id",
    title: { zh: "文档", en: "Document" },
    permission,
    load: () => import("#domains/intelligence/web/DocumentPage.tsx"),
  },
  {
    path: "/review",
    title: { zh: "审核", en: "Review" },
    permission: "intelligence.review",
    menu: { group: "intelligence", order: 2 },
    load: () => import("#domains/intelligence/web/ReviewQueuePage.tsx"),
  },
  {
    path: "/review/$id",
    title: { zh: "审核台", en: "Review desk" },
    permission,
    load: () => import("#domains/intelligence/web/ReviewDeskPage.tsx"),
  },
  {
    path: "/conflicts",
    title: { zh: "冲突", en: "Conflicts" },
    permission,
    menu: { group: "intelligence", order: 3 },
    load: () => import("#domains/intelligence/web/ConflictListPage.tsx"),
  },
  {
    path: "/feeds",
    title: { zh: "订阅源", en: "Feeds" },
    permission,
    menu: { group: "intelligence", order: 4 },
    load: () => import("#domains/intelligence/web/FeedListPage.tsx"),
  },
  {
    path: "/lexicon",
    title: { zh: "词库", en: "Lexicon" },
    permission,
    menu: { group: "intelligence", order: 5 },
    load: () => import("#domains/intelligence/web/LexiconPage.tsx"),
  },
];
