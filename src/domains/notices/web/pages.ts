import type { PageEntry } from "#ui/page-entry.ts";

export const noticePages: readonly PageEntry[] = [
  {
    path: "/notices",
    title: { zh: "我的提醒", en: "My notices" },
    permission: "notices.read",
    load: () => import("#domains/notices/web/NoticesPage.tsx"),
  },
  {
    path: "/notices/settings",
    title: { zh: "提醒方式", en: "How I am told" },
    permission: "notices.read",
    load: () => import("#domains/notices/web/NoticeSettingsPage.tsx"),
  },
  {
    path: "/system/robots",
    title: { zh: "群机器人", en: "Chat robots" },
    permission: "notices.robots",
    menu: { group: "system", order: 10 },
    load: () => import("#domains/notices/web/RobotsPage.tsx"),
  },
];
