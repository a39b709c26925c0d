import type { PageEntry } from "#ui/page-entry.ts";

const permission = "registry.read";

export const registryPages: readonly PageEntry[] = [
  {
    path: "/registry",
    title: { zh: "企业库", en: "Enterprises" },
    permission,
    menu: { group: "targets", order: 1 },
    load: () => import("#domains/registry/web/SearchPage.tsx"),
  },
  {
    path: "/registry/$id",
    title: { zh: "企业", en: "Enterprise" },
    permission,
    load: () => import("#domains/registry/web/EnterprisePage.tsx"),
  },
  {
    path: "/registry/book",
    title: { zh: "园区企业名册", en: "The zone's book" },
    permission,
    load: () => import("#domains/registry/web/BookPage.tsx"),
  },
  {
    path: "/registry/duplicates",
    title: { zh: "疑似重复", en: "Duplicates" },
    permission,
    load: () => import("#domains/registry/web/DuplicatesPage.tsx"),
  },
  {
    path: "/registry/corrections",
    title: { zh: "更正申请", en: "Corrections" },
    permission,
    load: () => import("#domains/registry/web/CorrectionsPage.tsx"),
  },
  {
    path: "/registry/import",
    title: { zh: "导入企业", en: "Import enterprises" },
    permission: "registry.import",
    load: () => import("#domains/registry/web/ImportListPage.tsx"),
  },
  {
    path: "/registry/import/$id",
    title: { zh: "一次导入", en: "An import" },
    permission: "registry.import",
    load: () => import("#domains/registry/web/ImportPage.tsx"),
  },
  {
    path: "/portal/enterprise",
    title: { zh: "本企业信息", en: "Your enterprise" },
    permission: "registry.see-own",
    menu: { group: "portal", order: 2 },
    load: () => import("#domains/registry/web/OwnEnterprisePage.tsx"),
  },
];
