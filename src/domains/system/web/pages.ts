import type { PageEntry } from "#ui/page-entry.ts";

export const systemPages: readonly PageEntry[] = [
  {
    path: "/system/people",
    title: { zh: "人员与岗位", en: "People and roles" },
    permission: "system.read",
    menu: { group: "system", order: 1 },
    load: () => import("#domains/system/web/PeoplePage.tsx"),
  },
  {
    path: "/system/zones",
    title: { zh: "园区与部门", en: "Zones and departments" },
    permission: "system.read",
    menu: { group: "system", order: 2 },
    load: () => import("#domains/system/web/ZonesPage.tsx"),
  },
  {
    path: "/system/calendar",
    title: { zh: "工作日历", en: "Work calendar" },
    menu: { group: "system", order: 3 },
    load: () => import("#domains/system/web/CalendarPage.tsx"),
  },
  {
    path: "/system/journal",
    title: { zh: "操作日志", en: "Journal" },
    permission: "system.journal",
    menu: { group: "system", order: 4 },
    load: () => import("#domains/system/web/JournalPage.tsx"),
  },
  {
    path: "/system/digests",
    title: { zh: "日志签名", en: "Signed digests" },
    permission: "system.digests",
    menu: { group: "system", order: 4.5 },
    load: () => import("#domains/system/web/DigestsPage.tsx"),
  },
  {
    path: "/system/retention",
    title: { zh: "保存期限", en: "Retention" },
    permission: "system.journal",
    menu: { group: "system", order: 4.7 },
    load: () => import("#domains/system/web/RetentionPage.tsx"),
  },
  {
    path: "/system/jobs",
    title: { zh: "后台任务", en: "Jobs" },
    menu: { group: "system", order: 5 },
    load: () => import("#domains/system/web/JobsPage.tsx"),
  },
  {
    path: "/system/sessions",
    title: { zh: "我的账号", en: "My account" },
    menu: { group: "system", order: 8 },
    load: () => import("#domains/system/web/AccountPage.tsx"),
  },
  {
    path: "/system/locks",
    title: { zh: "登录锁定", en: "Locks" },
    permission: "system.people",
    menu: { group: "system", order: 6 },
    load: () => import("#domains/system/web/LocksPage.tsx"),
  },
  {
    path: "/system/delegations",
    title: { zh: "授权代办", en: "Lent roles" },
    permission: "system.delegate",
    menu: { group: "system", order: 7 },
    load: () => import("#domains/system/web/DelegationsPage.tsx"),
  },
  {
    path: "/set-password",
    title: { zh: "设定密码", en: "Set a password" },
    public: true,
    load: () => import("#domains/system/web/SetPasswordPage.tsx"),
  },
  {
    path: "/single-sign-on",
    title: { zh: "单点登录", en: "Single sign-on" },
    public: true,
    load: () => import("#domains/system/web/SingleSignOnPage.tsx"),
  },
];
